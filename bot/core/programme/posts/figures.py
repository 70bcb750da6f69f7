"""The numbers that an author told of a post; what was not told is None, never zero. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from bot.core.model import Language
from bot.core.programme.numbers import PostNumbers

Figure = Literal[
    "impressions", "reactions", "comments", "shares", "clicks", "saves", "audience"
]  # fmt: skip
FIGURES: tuple[Figure, ...] = (
    "impressions", "reactions", "comments", "shares", "clicks", "saves", "audience",
)  # fmt: skip
LARGEST = 10**9
_GROUPING: Mapping[Language, str] = {"de": ".", "nl": ".", "en": ","}


@dataclass(frozen=True)
class Figures:
    """What a post did. `audience` is how many people follow its author there."""

    impressions: int | None = None
    reactions: int | None = None
    comments: int | None = None
    shares: int | None = None
    clicks: int | None = None
    saves: int | None = None
    audience: int | None = None

    def tell(self, figure: Figure) -> int | None:
        """Tell one of them."""
        told: int | None = getattr(self, figure)
        return told

    @property
    def told(self) -> tuple[tuple[Figure, int], ...]:
        """List those that were told."""
        pairs = ((figure, self.tell(figure)) for figure in FIGURES)
        return tuple((figure, number) for figure, number in pairs if number is not None)

    def add(self, newer: "Figures") -> "Figures":
        """Put newer numbers in the place of earlier ones; what they leave out stays."""
        return replace(self, **dict(newer.told))


def take_figures(numbers: PostNumbers) -> Figures:
    """Take what we keep out of the numbers of an export."""
    known = {one.name for one in fields(PostNumbers)}
    told = {figure: getattr(numbers, figure) for figure in FIGURES if figure in known}
    return Figures(**told)


def write_value(figures: Figures) -> str:
    """Write figures into a button's value; read_value reads them."""
    return " ".join(f"{FIGURES.index(figure)}={number}" for figure, number in figures.told)


def read_value(value: str) -> Figures | None:
    """Read figures out of a value that came back with a button; None for what is none of ours."""
    told: dict[str, int] = {}
    for piece in value[:150].split():
        at, _, number = piece.partition("=")
        is_one = at.isascii() and at.isdecimal() and int(at) < len(FIGURES) and number.isascii()
        if not is_one or not number.isdecimal() or int(number) >= LARGEST:
            return None
        told[FIGURES[int(at)]] = int(number)
    return Figures(**told) if told else None


def show_number(number: float, language: Language) -> str:
    """Write a number as the language does; halves stay, as medians have them."""
    whole = f"{number:,.1f}".removesuffix(".0")
    if language == "en":
        return whole
    return whole.replace(",", "_").replace(".", ",").replace("_", _GROUPING[language])
