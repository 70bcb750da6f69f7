"""The launch kit: what comms sends when a group of ambassadors begins."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.model import Language

PLACEHOLDERS = ("names", "company", "start")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_JOINED = {"de": " und ", "nl": " en ", "en": " and "}


@dataclass(frozen=True)
class FrequentQuestion:
    """A question that colleagues will ask, and its answer."""

    question: str
    answer: str


@dataclass(frozen=True)
class LaunchKitText:
    """The kit in one language; its texts hold {names}, {company} and {start}.

    `consent` is asked of every ambassador before `announcement` may name anyone.
    """

    consent: str
    announcement: str
    managers: str
    colleagues: str
    questions: tuple[FrequentQuestion, ...]


@dataclass(frozen=True)
class LaunchKit:
    """The kit in every language."""

    texts: Mapping[Language, LaunchKitText]


def fill_placeholders(text: str, names: str, company: str, start: str) -> str:
    """Put names, company and start into a text of the kit; what they hold is left as it is."""
    values = {"names": names, "company": company, "start": start}
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)


def find_placeholders(text: str) -> list[str]:
    """List the placeholders of a text, known or not, as often as they stand there."""
    return _PLACEHOLDER.findall(text)


def join_names(names: Sequence[str], language: Language) -> str:
    """Join the names of those who agreed to be named, as the language does it."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + _JOINED[language] + names[-1]
