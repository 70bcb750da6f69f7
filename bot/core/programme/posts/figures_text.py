"""Read the numbers of a post as people type them: “1.200 Aufrufe, 35 Likes, 8 Kommentare”. Pure.

Strict: every piece must be a number and a word we know, or nothing is taken. A Dutch “reacties” may
be likes or comments; it is asked for, unless likes stand beside it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.programme.posts.figures import LARGEST, Figure, Figures
from bot.core.programme.written_numbers import Unread, read_count

_LONGEST = 300
_MOST_PIECES = 12
_WORDS: Mapping[Figure, str] = {
    "impressions": (
        "views|view|impressions|impression|impressionen|aufrufe|aufruf|ansichten|einblendungen"
        "|weergaven|weergave|vertoningen|keer gezien|x gezien|mal gesehen|keer bekeken"
        "|times seen|post impressions|post-impressions"
    ),
    "reactions": (
        "likes|like|reactions|reaction|reaktionen|reaktion|gefällt mir|gefällt-mir"
        "|gefällt mir-angaben|gefällt-mir-angaben|vind-ik-leuks|vind ik leuk|vind-ik-leuk"
        "|interessant|duimpjes|daumen|herzen|hearts|hartjes"
    ),
    "comments": (
        "comments|comment|kommentare|kommentar|opmerkingen|opmerking|commentaren|replies"
        "|antworten|antwoorden"
    ),
    "shares": (
        "shares|share|reposts|repost|retweets|mal geteilt|geteilt|teilungen|gedeeld|keer gedeeld"
        "|times shared|shared"
    ),
    "clicks": "clicks|click|klicks|klick|klikken|kliks|klik",
    "saves": "saves|save|saved|mal gespeichert|gespeichert|opgeslagen|keer opgeslagen",
    "audience": (
        "followers|follower|volger|kontakte|connections|contacts|contacten|connecties|volgers"
        "|followerinnen und follower|abonnenten"
    ),
}
_LABELS = {word: figure for figure, words in _WORDS.items() for word in words.split("|")}
_EITHER = "reacties"
_NUMBER = (
    r"(?:[0-9]{1,3}(?:[.,'’\u00a0\u2009\u202f ][0-9]{3})+|[0-9]+(?:[.,][0-9])?(?=\s?k\b)|[0-9]+)"
)
_PIECE = re.compile(
    rf"(?P<number>{_NUMBER})\s?(?P<k>k\b)?\s*(?:x\s+)?(?P<label>[^\W\d].{{0,40}})"
    rf"|(?P<label2>[^\W\d].{{0,40}}?)\s*[:=]?\s*(?P<number2>{_NUMBER})\s?(?P<k2>k\b)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:[;·•|\n+&]|(?<![0-9]),|,(?![0-9])|(?<=\s)(?:und|en|and)(?=\s))\s*",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:(?:mein|der|mijn|het|my|the)\s+(?:letzter?\s+|laatste\s+|last\s+)?"
    r"(?:beitrag|post|bericht)\s+|(?:er|es|hij|it|ich|ik|i)\s+)?"
    r"(?:(?:hat(?:te)?|had|heeft|has|have|got|kreeg|bekam|habe|heb)\s+)?"
    r"(?:(?:bisher|inzwischen|jetzt|schon|nu|al|inmiddels|so far|now|already)\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Unclear:
    """A piece that could not be read; `is_either`: it may be likes or comments."""

    piece: str
    is_either: bool = False


def read_figures(text: str) -> Figures | Unclear | None:
    """Read figures; None for a text that does not speak of any."""
    text = text.strip().rstrip(".!")
    begins = _BEFORE.match(text)
    rest = text[begins.end() :] if begins else text
    if not rest or len(text) > _LONGEST or not re.search("[0-9]", rest):
        return None
    pieces = [piece for piece in _BETWEEN.split(rest) if piece]
    if len(pieces) > _MOST_PIECES:
        return None
    read = [_read_piece(piece) for piece in pieces]
    found = [one for one in read if one is not None]
    if len(found) < len(pieces) or not any(one.label in (*_LABELS, _EITHER) for one in found):
        return None
    return _join(found)


@dataclass(frozen=True)
class _Piece:
    label: str
    number: int | None
    words: str


def _read_piece(piece: str) -> _Piece | None:
    match = _PIECE.fullmatch(piece)
    if match is None:
        return None
    written, k = match["number"] or match["number2"], match["k"] or match["k2"]
    label = " ".join((match["label"] or match["label2"]).casefold().split()).strip(" .:()")
    return _Piece(label, _read_number(written, is_thousands=bool(k)), piece)


def _read_number(written: str, *, is_thousands: bool) -> int | None:
    if is_thousands:
        whole, _, tenth = written.replace(",", ".").partition(".")
        if not (whole.isdecimal() and len(whole) <= 4 and len(tenth) <= 1):
            return None
        return int(whole) * 1000 + int(tenth or 0) * 100
    count = read_count(written)
    return None if isinstance(count, Unread) or count >= LARGEST else count


def _join(pieces: list[_Piece]) -> Figures | Unclear:
    has_likes = any(_LABELS.get(piece.label) == "reactions" for piece in pieces)
    told: dict[str, int] = {}
    for piece in pieces:
        figure = _LABELS.get(piece.label)
        if piece.label == _EITHER:
            if not has_likes:
                return Unclear(piece.words, is_either=True)
            figure = "comments"
        if figure is None or piece.number is None or told.get(figure, piece.number) != piece.number:
            return Unclear(piece.words)
        told[figure] = piece.number
    return Figures(**told)
