"""Texts as numbers of 64 bits: a table of numbers is a fraction of a table of texts."""

import hashlib


def hash_text(text: str) -> int:
    """Give the number of a text; two of 100,000 share one once in a billion tables."""
    data = text.encode(errors="surrogatepass")  # a draft may hold half an emoji
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")
