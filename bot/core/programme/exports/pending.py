"""A file about whose columns somebody is being asked: kept sealed, for a day at most. Pure."""

import base64
import binascii
import datetime
import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.message import SharedFile
from bot.core.programme.numbers import LEAVE_OUT, Answers, ColumnQuestion, Question
from bot.core.programme.post_links import read_link
from bot.core.programme.posts.figures import FIGURES
from bot.core.programme.written_numbers import Unread, read_count

KEPT = datetime.timedelta(hours=24)
LONGEST = 140_000  # characters of a file as text; a year of one person's posts takes about 70,000
_LONGEST_KEY = 300  # characters: a header beyond is no header
_LARGEST = 4_000_000  # bytes that come out again; no larger file is read
FIELDS = ("link", *(figure for figure in FIGURES if figure != "audience"))  # what we have use for


@dataclass(frozen=True)
class Asked:
    """A column that is asked about, by the key of its question; `suggestion` may be empty."""

    key: str = field(repr=False)
    suggestion: str = ""

    @property
    def id(self) -> str:
        """Name it in buttons."""
        return hashlib.blake2b(self.key.encode("utf-8", "replace"), digest_size=4).hexdigest()


@dataclass(frozen=True)
class PendingExport:
    """A file that waits for its owner's answers.

    Args:
        id: Names it in buttons: its fingerprint.
        person: Whose it is.
        name: How it is called.
        packed: What is in it, as text; empty for one that is too long to keep.
        kept_at: When it came.
        asked: What is still open.
        answers: What was told, by the keys of the questions.
    """

    id: str
    person: str = field(repr=False)
    name: str = field(repr=False)
    packed: str = field(repr=False)
    kept_at: datetime.datetime
    asked: tuple[Asked, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def key(self) -> str:
        """Name it on its shelf."""
        return name_key(self.person, self.id)

    def is_over(self, now: datetime.datetime) -> bool:
        """Say whether nobody answered in time."""
        return now - self.kept_at >= KEPT

    def read(self, what: str) -> Answers | None:
        """Read the answer of a button: to all open questions or to one; None for none of ours."""
        if what == "all":
            return {one.key: one.suggestion for one in self.asked if one.suggestion}
        if what == "none":
            return {one.key: LEAVE_OUT for one in self.asked}
        name, _, meaning = what.partition(" ")
        found = next((one for one in self.asked if one.id == name), None)
        if found is None or meaning not in (*FIELDS, LEAVE_OUT):
            return None
        return {found.key: meaning}


def name_file(data: bytes) -> str:
    """Name a file by what is in it."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


def name_key(person: str, name: str) -> str:
    """Name a person's file on its shelf."""
    return f"{person} {name}"


def pack_file(data: bytes) -> str:
    """Pack a file into text; empty where that is too long to keep."""
    packed = base64.b64encode(zlib.compress(data)).decode()
    return packed if len(packed) <= LONGEST else ""


def unpack_file(pending: PendingExport) -> SharedFile | None:
    """Give a file back; None where it was too long to keep."""
    if not pending.packed:
        return None
    try:
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(base64.b64decode(pending.packed), _LARGEST)
    except (binascii.Error, zlib.error):
        return None
    return SharedFile(pending.name, data)


def choose_questions(questions: Sequence[Question]) -> list[ColumnQuestion]:
    """Choose what is worth asking, what has a suggestion first: links, and numbers that we keep."""
    chosen = [
        question
        for question in questions
        if isinstance(question, ColumnQuestion)
        and len(question.key) <= _LONGEST_KEY
        and question.key.isprintable()
        and (question.suggestion in FIELDS if question.suggestion else _may_tell(question))
    ]
    return sorted(chosen, key=lambda question: not question.suggestion)


def _may_tell(question: ColumnQuestion) -> bool:
    """Say whether a column without a name we know looks like links or like numbers."""
    examples = question.examples
    are_links = all(read_link(one) is not None for one in examples)
    are_counts = all(not isinstance(read_count(one), Unread) for one in examples)
    return bool(examples) and (are_links or are_counts)
