"""An own dilemma as its form has it: drafted from an answer, read, what does not fit yet. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.core.coaching.answers import Answer
from bot.core.model import LANGUAGES, Language, Source
from bot.core.programme.dilemmas import OPTIONS, Dilemma, DilemmaText
from bot.core.programme.library.own_dilemmas_wording import DRAFT_WORDINGS

Problem = Literal["missing", "long", "question", "best", "choices"]
# As the library's own files: nobody reads more in a chat.
LONGEST: Mapping[str, int] = {
    "title": 60,
    "situation": 600,
    "question": 80,
    **dict.fromkeys(OPTIONS, 70),
    "explanation": 800,
}
_LONGEST_SOURCE = 200
_NEEDED = ("title", "question", "a", "b", "explanation")


@dataclass(frozen=True)
class DilemmaForm:
    """What stands in the fields: `texts` by language and field."""

    best: str = "a"
    source: str = ""
    section: str = ""
    address: str = ""
    texts: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Misfit:
    """A field that does not fit; `language` is empty where it is none of a language's."""

    field: str
    problem: Problem
    language: Language | None = None
    most: int = 0


def draft_dilemma(answer: Answer, fill: Callable[[str, Language], str]) -> DilemmaForm:
    """Draft a dilemma from an answer: who asks, what one could say, and why.

    Args:
        answer: What is answered to whom asks.
        fill: Fills contacts and names into a text.
    """
    texts: dict[Language, Mapping[str, str]] = {}
    for language in LANGUAGES:
        told, wording = answer.texts[language], DRAFT_WORDINGS[language]
        options = wording.options.get(answer.verdict, wording.no_options)
        texts[language] = {
            "title": wording.title,
            "situation": wording.situation.format(question=told.questions[0]),
            "question": wording.question,
            **dict(zip(OPTIONS, options, strict=False)),
            "explanation": fill(told.text, language),
        }
    source = answer.sources[0] if answer.sources else Source("")
    best = {"yes": "a", "yes_if": "b"}.get(answer.verdict, "c")
    return DilemmaForm(best, source.title, source.section, source.address or "", texts)


def show_form(dilemma: Dilemma) -> DilemmaForm:
    """Give what stands in the fields of a dilemma that is kept."""
    source = dilemma.sources[0]
    return DilemmaForm(
        dilemma.best,
        source.title,
        source.section,
        source.address or "",
        {
            language: {
                "title": text.title,
                "situation": text.situation,
                "question": text.question,
                **text.options,
                "explanation": text.explanation,
            }
            for language, text in dilemma.texts.items()
        },
    )


def read_form(form: DilemmaForm, name: str) -> Dilemma | list[Misfit]:
    """Make a dilemma of a form, or say what does not fit yet."""
    misfits = _find_misfits(form)
    if misfits:
        return misfits
    texts: dict[Language, DilemmaText] = {
        language: DilemmaText(
            form.texts[language]["title"],
            form.texts[language].get("situation", ""),
            form.texts[language]["question"],
            {one: text for one in OPTIONS if (text := form.texts[language].get(one, ""))},
            form.texts[language]["explanation"],
        )
        for language in LANGUAGES
    }
    source = Source(form.source, form.section, form.address or None)
    return Dilemma(name, "", form.best, texts, (source,))


def _find_misfits(form: DilemmaForm) -> list[Misfit]:
    found = [] if form.source else [Misfit("source", "missing")]
    if len(form.source) > _LONGEST_SOURCE:
        found.append(Misfit("source", "long", most=_LONGEST_SOURCE))
    chosen: set[tuple[bool, ...]] = set()
    for language in LANGUAGES:
        texts = form.texts.get(language, {})
        found += [Misfit(one, "missing", language) for one in _NEEDED if not texts.get(one)]
        found += [
            Misfit(one, "long", language, most)
            for one, most in LONGEST.items()
            if len(texts.get(one, "")) > most
        ]
        if texts.get("question") and not texts["question"].endswith("?"):
            found.append(Misfit("question", "question", language))
        chosen.add(tuple(bool(texts.get(one)) for one in OPTIONS))
    if not found and len(chosen) > 1:
        found.append(Misfit("c", "choices"))
    if not found and any(not form.texts[one].get(form.best) for one in LANGUAGES):
        found.append(Misfit("best", "best"))
    return found
