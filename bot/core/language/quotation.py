"""A quotation within a quotation: ours have „“, ‘’ or “”, so what they hold has the other marks."""

import re
from collections.abc import Mapping

from bot.core.model import Language

_SINGLE: Mapping[Language, Mapping[int, int]] = {
    "de": str.maketrans('„“”«»"', "‚‘’‹›'"),
    "en": str.maketrans('„“”«»"', "‘‘’‹›'"),
}
_LOW = str.maketrans("„", "“")
# Two single marks with something between them; what stands in a word is an apostrophe.
_IN_SINGLE = re.compile(r"(?<!\w)[‘‚']([^‘‚’'\n]+(?:(?<=\w)[’'](?=\w)[^‘‚’'\n]+)*)[’'](?!\w)")


def mark_inside(text: str, language: Language) -> str:
    """Give a text as it stands within a quotation of ours in a language; its length stays."""
    if language == "nl":
        return _IN_SINGLE.sub(r"“\1”", text.translate(_LOW))
    return text.translate(_SINGLE[language])
