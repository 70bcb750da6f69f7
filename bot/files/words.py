"""The word tables and lists of bot/files/data, opened for the core. No word is interpreted here."""

import hashlib
import mmap
from functools import lru_cache
from pathlib import Path

import numpy as np

from bot.core.errors import ContentError
from bot.core.language.lexicon import Lexicon, WordTable
from bot.core.model import LANGUAGES, Language
from bot.core.policy.policy import Knowledge

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def open_lexicon() -> Lexicon:
    """Map the word tables into memory; processes on one machine share the pages.

    Raises:
        ContentError: a table is missing.
    """
    return Lexicon({language: _open_table(_place_of(language)) for language in LANGUAGES})


def _open_table(path: Path) -> WordTable:
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise _missing(path) from error
    count = int(np.frombuffer(data, np.uint64, 1)[0])
    keys = np.frombuffer(data, np.uint64, count, 8)
    groups = np.frombuffer(data, np.uint32, count, 8 + 8 * count)
    seconds = np.frombuffer(data, np.uint32, count, 8 + 12 * count)
    return WordTable(keys, groups, seconds, np.frombuffer(data, np.uint8, count, 8 + 16 * count))


def name_table(language: Language) -> str:
    """Name a word table by its content.

    Raises:
        ContentError: it is missing.
    """
    path = _place_of(language)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _missing(path) from error


def _place_of(language: Language) -> Path:
    return DATA / f"words-{language}.bin"


def _missing(path: Path) -> ContentError:
    return ContentError(str(path), "this word table is missing", "Run `make words`.")


@lru_cache(maxsize=8)
def open_list(name: str) -> frozenset[str]:
    """Read a list of folded words, one a line; `#` starts a comment.

    Raises:
        ContentError: the list is missing.
    """
    path = DATA / f"{name}.txt"
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise ContentError(str(path), "this word list is missing", "Run `make words`.") from error
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def open_knowledge() -> Knowledge:
    """Open everything that detectors know beside the policy.

    Raises:
        ContentError: a table or list is missing.
    """
    return Knowledge(
        lexicon=open_lexicon(),
        medicines=open_list("medicines"),
        otc_medicines=open_list("medicines-otc"),
        stems=tuple(sorted(open_list("inn-stems"))),
        not_stems=open_list("inn-not-stems"),
        first_names=open_list("first-names"),
        last_names=open_list("last-names"),
    )
