"""Read the language of conditions (`when`, `unless`) from YAML."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.core.language.fold import fold
from bot.core.model import LANGUAGES, Language
from bot.core.naming import nearest_name
from bot.core.policy.countable import COUNTABLES
from bot.core.policy.detectors import DETECTORS, PARAMETERS
from bot.core.policy.matching import compile_pattern
from bot.core.policy.policy import Term
from bot.core.policy.rule import (
    WITHIN,
    Condition,
    Detector,
    Group,
    Judge,
    Limit,
    Pattern,
    Requires,
    Resembles,
    Swap,
    Vocabulary,
    Within,
)
from bot.files.entries import Entry, block_lines, refuse_unknown_keys

_KINDS = (
    "terms", "pattern", "vocabulary", "detector", "swap", "limit", "requires", "resembles",
    "judge", "all", "any_of", "none_of",
)  # fmt: skip
_LONGEST_PATTERN = 600


@dataclass
class TermSink:
    """Takes the terms written inside rules, as vocabularies with made-up names."""

    terms: dict[str, dict[Language, list[Term]]]

    def add(self, name: str, by_language: dict[Language, list[Term]]) -> str:
        """Keep the terms and give the name under which they will hit.

        It is numbered within its rule: the second signal learns such names, and a word list more
        elsewhere must not change them.
        """
        number = sum(known.startswith(f"{name}#") for known in self.terms)
        unique = f"{name}#{number}"
        self.terms[unique] = by_language
        return unique


@dataclass
class ConditionReader:
    """Reads the conditions of one rule."""

    rule_id: str
    sink: TermSink

    def read_all(self, entry: Entry | None, language: Language | None) -> tuple[Condition, ...]:
        """Read a list of conditions."""
        if entry is None:
            return ()
        return tuple(self.read(item, language) for item in entry.items("unless"))

    def read(self, entry: Entry, language: Language | None) -> Condition:
        """Read one condition; `language` is that of the block around it, if any.

        Raises:
            ContentError: it is not of the form of docs/rules.md.
        """
        fields = entry.mapping("a condition")
        kinds = [kind for kind in _KINDS if kind in fields]
        if len(kinds) != 1:
            problem = "a condition says exactly one thing" if kinds else "this is no condition"
            raise entry.refuse(problem, f"One of: {', '.join(_KINDS)}.")
        kind = kinds[0]
        within: Within | None = None
        if "within" in fields:
            chosen = fields["within"].choice("within", WITHIN)
            within = next(level for level in WITHIN if level == chosen)
        if kind != "detector":
            refuse_unknown_keys(fields, (kind, "within", "at_least", "most", "examples"), kind)
        value = fields[kind]
        match kind:
            case "terms":
                return Vocabulary(self._keep_terms(value, language), within)
            case "vocabulary":
                return Vocabulary(self._vocabulary(value), within)
            case "pattern":
                return Pattern(_read_pattern(value), within)
            case "detector":
                return _read_detector(value, fields, within)
            case "swap":
                return Swap(self._read_swap(value, language), within)
            case "limit":
                return _read_limit(value, within)
            case "requires":
                return self._read_requires(value, language, within)
            case "resembles":
                return Resembles(_read_share(value), within)
            case "judge":
                return Judge(value.text("judge"), within)
            case _:
                return self._read_group(kind, fields, language, within)

    def _read_group(
        self,
        kind: str,
        fields: Mapping[str, Entry],
        language: Language | None,
        within: Within | None,
    ) -> Group:
        how: Literal["all", "any_of", "none_of"] = (
            "all" if kind == "all" else "any_of" if kind == "any_of" else "none_of"
        )
        operands = tuple(self.read(item, language) for item in fields[kind].items(kind))
        if not operands:
            raise fields[kind].refuse(f"`{kind}` joins nothing", "List its conditions below it.")
        at_least = _whole_number(fields["at_least"]) if "at_least" in fields else 1
        return Group(how, operands, at_least, within)

    def _vocabulary(self, entry: Entry) -> str:
        name = entry.text("vocabulary")
        if name not in self.sink.terms:
            known = [known for known in self.sink.terms if "#" not in known]
            raise entry.refuse(f"there is no vocabulary “{name}”", nearest_name(name, known))
        return name

    def _keep_terms(self, entry: Entry, language: Language | None) -> str:
        by_language: dict[Language, list[Term]] = {}
        if isinstance(entry.value, dict):
            fields = entry.mapping("terms")
            refuse_unknown_keys(fields, LANGUAGES, "terms")
            for chosen in LANGUAGES:
                if chosen in fields:
                    by_language[chosen] = _read_terms(fields[chosen])
        elif language is None:
            raise entry.refuse(
                "terms outside a language block need their language", "Write terms: {de: …, nl: …}."
            )
        else:
            by_language[language] = _read_terms(entry)
        return self.sink.add(self.rule_id, by_language)

    def _read_swap(self, entry: Entry, language: Language | None) -> tuple[tuple[str, str], ...]:
        if language is None:
            raise entry.refuse(
                "a swap belongs to a language", "Move it into a block de:, nl:, en:."
            )
        swaps = []
        for old, better in entry.mapping("swap").items():
            term = Term(old, better.path, better.line)
            swaps.append((self.sink.add(self.rule_id, {language: [term]}), better.text("swap")))
        return tuple(swaps)

    def _read_requires(
        self, entry: Entry, language: Language | None, within: Within | None
    ) -> Requires:
        fields = entry.mapping("requires")
        refuse_unknown_keys(fields, ("if", "then_missing"), "requires")
        for needed in ("if", "then_missing"):
            if needed not in fields:
                raise entry.refuse(f"`requires` has no `{needed}`", "Add it.")
        return Requires(
            self.read(fields["if"], language), self.read(fields["then_missing"], language), within
        )


def _read_terms(entry: Entry) -> list[Term]:
    return [Term(line, entry.path, number) for line, number in block_lines(entry, "a term")]


def _read_pattern(entry: Entry) -> str:
    """Read an RE2 expression and fold its letters, since it runs over folded text."""
    written = entry.text("pattern")
    if len(written) > _LONGEST_PATTERN:
        raise entry.refuse("this pattern is too long", f"{_LONGEST_PATTERN} characters at most.")
    folded = "".join(sign if sign.isascii() else fold(sign).text for sign in written)
    try:
        compile_pattern(folded)
    except Exception as error:
        raise entry.refuse(
            f"RE2 cannot run this pattern ({error})", "No lookaround, no backreference."
        ) from error
    return folded


def _read_detector(entry: Entry, fields: Mapping[str, Entry], within: Within | None) -> Detector:
    name = entry.choice("detector", DETECTORS)
    known = PARAMETERS[name]
    parameters: list[tuple[str, Any]] = []
    for key, value in fields.items():
        if key in ("detector", "within"):
            continue
        if key not in known:
            raise value.refuse(f"the detector {name} takes no “{key}”", nearest_name(key, known))
        allowed = known[key]
        parameters.append(
            (key, _whole_number(value) if allowed is None else value.choices(key, allowed))
        )
    return Detector(name, tuple(parameters), within)


def _read_share(entry: Entry) -> float:
    if not isinstance(entry.value, float) or not 0.0 < entry.value < 1.0:
        raise entry.refuse("`resembles` is a number between 0 and 1", "Write resembles: 0.4.")
    return entry.value


def _read_limit(entry: Entry, within: Within | None) -> Limit:
    fields = entry.mapping("limit")
    refuse_unknown_keys(fields, ("of", "most"), "limit")
    for needed in ("of", "most"):
        if needed not in fields:
            raise entry.refuse(f"`limit` has no `{needed}`", "Add it.")
    return Limit(fields["of"].choice("of", COUNTABLES), _whole_number(fields["most"]), within)


def _whole_number(entry: Entry) -> int:
    if not isinstance(entry.value, int) or isinstance(entry.value, bool):
        raise entry.refuse("this must be a whole number", "Write it without quotes.")
    return entry.value
