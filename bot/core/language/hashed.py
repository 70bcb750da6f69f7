"""Words as numbers of 64 bits: a table of numbers is a fraction of a table of words."""

import hashlib


def hash_word(word: str) -> int:
    """Give the number of a word; two of 100,000 words share one once in a billion tables."""
    data = word.encode(errors="surrogatepass")  # a draft may hold half an emoji
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")
