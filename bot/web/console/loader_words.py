"""The loader's English sentences in the language of whoever reads the desk.

A sentence is recognised by its form, whatever words stand in it, also after it was kept or came
out of another process. One that is not known is shown as the loader said it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.core.house_rules.form import FormComplaint
from bot.core.model import Language
from bot.web.console.loader_wording import HINTS, PROBLEMS, THINGS

_WORDS = re.compile(r"<([a-z]+)>")  # where the loader puts words into a sentence
_ENDS = re.compile(r"\. ")  # between what is wrong and what to do about it
_MORE = re.compile(r" \((\d+) more: jourfix policies check\)$")
_THING = "what"  # these words may be one of the things that have names of their own
_QUOTED = frozenset({"found", "wanted"})  # in these the loader quotes
_QUOTES = {"de": str.maketrans("“”", "„“"), "nl": str.maketrans("“”", "‘’"), "en": {}}
_LONGEST = 2_000  # characters; a longer sentence is shown as it came


@dataclass(frozen=True)
class _Phrase:
    """A sentence of the loader: how it is recognised, and how others say it."""

    form: re.Pattern[str]
    said: Mapping[Language, str]


def translate_form(complaint: FormComplaint, language: Language) -> FormComplaint:
    """Say what does not fit in a form in a language."""
    problem, hint = complaint.problem, complaint.hint
    if not hint:  # of the file as a whole
        return replace(complaint, problem=translate_complaint(problem, language))
    return replace(
        complaint,
        problem=_translate(problem, language, _PROBLEMS) or problem,
        hint=_translate(hint, language, _HINTS) or hint,
    )


def translate_complaint(text: str, language: Language) -> str:
    """Say a whole complaint in a language: its place, what is wrong, and what to do."""
    alone = _translate(text, language, _HINTS)  # what is wrong with no file in particular
    if alone is not None:
        return alone
    place, colon, rest = text.partition(": ")
    rest = _MORE.sub("", rest)
    for end in _ENDS.finditer(rest):
        problem = _translate(rest[: end.start()], language, _PROBLEMS)
        hint = _translate(rest[end.end() :], language, _HINTS)
        if problem is not None and hint is not None:
            return f"{place}{colon}{problem}. {hint}"
    return text


def _translate(text: str, language: Language, phrases: Iterable[_Phrase]) -> str | None:
    if language == "en":
        return text
    if len(text) > _LONGEST:
        return None
    for phrase in phrases:
        found = phrase.form.fullmatch(text)
        if found:
            return _fill(phrase.said[language], found.groupdict(), language)
    return None


def _fill(said: str, words: Mapping[str, str], language: Language) -> str:
    thing = words.get(_THING, "")
    known = {**words, _THING: _translate(thing, language, _THINGS) or thing}
    for name in _QUOTED & words.keys():
        known[name] = words[name].translate(_QUOTES[language])
    return _WORDS.sub(lambda place: known[place[1]], said)


def _read_phrases(rows: Iterable[tuple[str, str, str]]) -> tuple[_Phrase, ...]:
    """Read a table, the sentences with the most words of their own first."""
    ordered = sorted(rows, key=lambda row: -len(_WORDS.sub("", row[0])))
    return tuple(_Phrase(_read_form(en), {"de": de, "nl": nl}) for en, de, nl in ordered)


def _read_form(english: str) -> re.Pattern[str]:
    parts = _WORDS.split(english)
    return re.compile(
        "".join(
            f"(?P<{part}>.+?)" if number % 2 else re.escape(part)
            for number, part in enumerate(parts)
        ),
        re.DOTALL,
    )


_PROBLEMS, _HINTS, _THINGS = (_read_phrases(rows) for rows in (PROBLEMS, HINTS, THINGS))
