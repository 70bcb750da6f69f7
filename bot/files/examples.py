"""Read the examples of a rule: bad with [[marked]] words, good, gap."""

import re
from typing import Literal

from bot.core.model import COUNTRIES, NETWORKS, SETTINGS, TOPICS
from bot.core.policy.rule import Example
from bot.files.entries import Entry, refuse_unknown_keys

_MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)
_KINDS: tuple[Literal["bad", "good", "gap"], ...] = ("bad", "good", "gap")
_KEYS = (*_KINDS, "date", "country", "setting", "role", "network", "topic_also")


def read_examples(entry: Entry | None) -> tuple[Example, ...]:
    """Read a list of examples."""
    if entry is None:
        return ()
    return tuple(_read_example(item) for item in entry.items("examples"))


def _read_example(entry: Entry) -> Example:
    fields = entry.mapping("an example")
    refuse_unknown_keys(fields, _KEYS, "an example")
    kinds = [kind for kind in _KINDS if kind in fields]
    if len(kinds) != 1:
        raise entry.refuse("an example is one of bad, good, gap", "Keep one of them.")
    kind = kinds[0]
    marked = fields[kind].text(kind)
    text, spans = unmark(marked)
    if (kind == "bad") != bool(spans):
        raise entry.refuse(
            "only `bad` examples have [[marked]] words, and each has some",
            "Put [[ ]] around the exact words that the rule must find.",
        )
    return Example(
        kind=kind,
        text=text,
        spans=spans,
        line=entry.line,
        date=fields["date"].day("date") if "date" in fields else None,
        country=_choice(fields.get("country"), "country", COUNTRIES),
        setting=_choice(fields.get("setting"), "setting", SETTINGS),
        role=fields["role"].text("role") if "role" in fields else None,
        network=_choice(fields.get("network"), "network", NETWORKS),
        topic_also=fields["topic_also"].choices("topic_also", TOPICS)
        if "topic_also" in fields
        else (),
    )


def _choice(entry: Entry | None, what: str, among: tuple[str, ...]) -> str | None:
    return entry.choice(what, among) if entry else None


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the [[ ]] out of a text and say where the marked words stand."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = at = 0
    for match in _MARK.finditer(marked):
        before = marked[at : match.start()]
        words = match.group(1)
        parts += [before, words]
        spans.append((length + len(before), length + len(before) + len(words)))
        length += len(before) + len(words)
        at = match.end()
    parts.append(marked[at:])
    return "".join(parts), tuple(spans)
