"""People, drafts and reviews for these tests, and the search through the bytes of a folder."""

import datetime
import stat
from pathlib import Path

import pytest
from ahocorasick_rs import BytesAhoCorasick

from bot.core.model import Coaching, Context, Finding, Review, Severity, Source, Verdict
from bot.core.ports import Person, RememberedDraft

on_file = pytest.mark.parametrize("address", ["sqlite"], indirect=True)
on_server = pytest.mark.parametrize("address", ["postgresql"], indirect=True)

SECRET = "a-secret-of-the-tests-that-is-long-enough"  # noqa: S105 - it protects nothing
ADA, BEN = "slack:U0ADA4711", "teams:29:ben-0815"
CONVERSATION = "slack:D0ADA4712"
WORDS = "Unser Zitronenfalter-Projekt hat heute Geburtstag"
TOLD = Person(language="nl", country="NL", setting="care", role="wijkverpleegkundige", greeted=True)


def make_draft(text: str = WORDS, version: int = 1) -> RememberedDraft:
    return RememberedDraft(
        text, ("medicine-praise", "photo-badge"), (text[:20],), "adjust", version
    )


def make_review(name: str = "r1") -> Review:
    finding = Finding(
        rule="medicine-praise",
        topic="rx_promotion",
        severity=Severity.ASK,
        quote=WORDS,
        start=0,
        end=len(WORDS),
        message=f"„{WORDS}“ ist Werbung.",
        why="",
        fix="",
        source=Source("HWG"),
    )
    return Review(
        id=name,
        verdict=Verdict.ASK,
        language="de",
        answer_language="de",
        policy="sha256:abc",
        checked=("medicines@2026.11",),
        findings=(finding, finding),
        coaching=Coaching(question=WORDS),
        context=Context(datetime.date(2026, 11, 22)),
    )


def address_of(folder: Path) -> str:
    return f"sqlite:///{folder / 'jourfix.db'}"


def list_files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def list_rights(folder: Path) -> set[int]:
    return {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


def find_bytes(folder: Path, needles: list[bytes]) -> list[bytes]:
    """Give the needles that are in any file of the folder: database, -wal, -shm, secret, ..."""
    return find_in_files([file for file in sorted(folder.rglob("*")) if file.is_file()], needles)


def find_in_files(files: list[Path], needles: list[bytes]) -> list[bytes]:
    """Give the needles that are in any of the files; thousands are searched for in one pass."""
    haystack = b"\0".join(file.read_bytes() for file in files)
    found = BytesAhoCorasick(needles).find_matches_as_indexes(haystack, overlapping=True)
    return [needles[number] for number in sorted({number for number, _, _ in found})]


def cut(sealed: bytes, size: int = 32) -> list[bytes]:
    """Cut into pieces, because the pages of a database may hold only a part."""
    return [sealed[at : at + size] for at in range(0, len(sealed) - size + 1, size)]
