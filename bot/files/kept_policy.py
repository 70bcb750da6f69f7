"""A compiled policy, kept in the cache folder: who checks one draft need not read 900 files.

The rules are one copy, each language's phrase book another, so that one draft reads two. They stand
in a folder that is named after everything they were made of: the files of the policy and the
program. Whoever changes a rule or the engine gets another folder.
"""

import contextlib
import functools
import hashlib
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from typing_extensions import override

from bot.core.model import LANGUAGES, Language
from bot.core.policy.policy import Policy
from bot.core.policy.terms import PhraseBook
from bot.files.copies import built_to_stay, read_copy, write_copy
from bot.files.policies import read_policy
from bot.files.policy_files import PolicyFiles
from bot.files.words import name_table

_PROGRAM = Path(__file__).parent.parent
_MADE_BY = ("core", "files")  # the packages whose code a compiled policy depends on
_MOST_KEPT = 6  # policies: of two versions of the program, and drafts of house rules


@dataclass(frozen=True)
class KeptPolicy:
    """The place of a policy's copies."""

    files: PolicyFiles
    cache: Path

    @functools.cached_property
    def _folder(self) -> Path:
        return self.cache / f"policy-{_name_policy(self.files)}"

    def read(self) -> Policy | None:
        """Read the policy, if it was kept."""
        kept = read_copy(self._folder / "rules", self._folder.name)
        if not isinstance(kept, Policy) or kept.hash != self.files.hash:
            return None
        with contextlib.suppress(OSError):  # others' folder, or tidied away just now
            os.utime(self._folder)  # in use: what nobody reads is tidied away first
        compiled = functools.cache(lambda: read_policy(self.files).books)
        return replace(kept, books=KeptBooks(self._folder, compiled))

    def make(self) -> Policy:
        """Make the policy out of its files; its books are kept as soon as one is compiled.

        Raises:
            ContentError: a file makes no sense.
        """
        with built_to_stay():
            made = read_policy(self.files)
        return replace(made, books=KeptBooks(self._folder, lambda: made.books))

    def write(self, policy: Policy) -> None:
        """Keep a policy that proved sound, and tidy old ones away."""
        write_copy(self._folder / "rules", self._folder.name, replace(policy, books={}))
        _tidy(self.cache)


@dataclass
class KeptBooks(Mapping[Language, PhraseBook]):
    """The phrase books of a policy: each is read when a draft in its language first comes."""

    folder: Path
    compiled: Callable[[], Mapping[Language, PhraseBook]]  # asked for a book that was not kept
    _opened: dict[Language, PhraseBook] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)  # two drafts at once

    @override
    def __getitem__(self, language: Language) -> PhraseBook:
        opened = self._opened.get(language)
        if opened is None:
            with self._lock:
                opened = self._opened.get(language) or self._open(language)
                self._opened[language] = opened
                if len(self._opened) == len(LANGUAGES):
                    self.compiled = dict  # everything is open: what it was made of may go
        return opened

    @override
    def __iter__(self) -> Iterator[Language]:
        return iter(LANGUAGES)

    @override
    def __len__(self) -> int:
        return len(LANGUAGES)

    def _open(self, language: Language) -> PhraseBook:
        path = self.folder / f"book-{language}"
        name = f"{self.folder.name} {language} {name_table(language)}"
        kept = read_copy(path, name)
        if isinstance(kept, PhraseBook):
            return kept
        with built_to_stay():
            book = self.compiled()[language]
        write_copy(path, name, book)
        return book


def _name_policy(files: PolicyFiles) -> str:
    digest = hashlib.sha256(repr(sys.version_info[:2]).encode())
    program = sorted(path for part in _MADE_BY for path in (_PROGRAM / part).rglob("*.py"))
    for path in program:
        digest.update(f"\0{path.relative_to(_PROGRAM)}\0".encode() + path.read_bytes())
    for path, data in files.list_files():
        digest.update(f"\0{files.name(path)}\0".encode() + data)
    return digest.hexdigest()[:24]


def _tidy(cache: Path) -> None:
    try:
        folders = sorted(cache.glob("policy-*"), key=lambda path: -path.stat().st_mtime)
    except OSError:  # another process tidies
        return
    for folder in folders[_MOST_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
