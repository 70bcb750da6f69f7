"""The words of a sentence as row numbers of a learned table.

Words are not looked up in a list but hashed: whoever learns sees every word, pair of neighbours and
piece of a long word, in any language and spelling, and the table keeps none of them.
"""

import itertools
import re
import zlib

ROWS = 1 << 15
_PIECE = 5  # letters; stems and endings of inflected and compound words
_LONGEST = 4_000  # code points of a sentence that are looked at
_TOKEN = re.compile(r"\w+|[^\w\s]")


def number_words(sentence: str) -> list[int]:
    """Give the rows of a sentence, sorted, each once; never empty."""
    words = _TOKEN.findall(sentence[:_LONGEST].casefold())
    named = {"", *(f"1{word}" for word in words)}
    named.update(f"2{word} {after}" for word, after in itertools.pairwise(words))
    for word in words:
        if len(word) >= _PIECE:
            whole = f"<{word}>"
            pieces = range(len(whole) - _PIECE + 1)
            named.update(f"3{whole[begin : begin + _PIECE]}" for begin in pieces)
    return sorted({zlib.crc32(name.encode()) % ROWS for name in named})
