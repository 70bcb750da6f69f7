"""Copies of our own values in the cache folder: read fast, and never believed blindly.

Others may be able to write to a cache folder. A copy is read only where the file is ours alone and
whole, and bears the name that is asked for; and only our own plain values come out of it, whatever
the file says: no function is called but theirs. Anything else is no copy, and is made again.
"""

import contextlib
import copyreg
import gc
import hashlib
import io
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from bot.core import model
from bot.core.language.lexicon import Lexicon
from bot.core.policy import packed, pause, policy, rule, terms, triggers, word_patterns
from bot.core.policy.policy import Knowledge
from bot.files.words import open_knowledge, open_lexicon

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_SEAL = hashlib.sha256().digest_size
# New objects, and rounds of them; Python's own are 700, 10, 10. What is looked through at the end
# of a middle round makes one draft wait: of 200,000 objects for 50 milliseconds.
_SELDOM = 10_000, 4, 250


def _list_values(module: ModuleType) -> Iterator[type]:
    """List the classes of a module that are nothing but values."""
    for one in vars(module).values():
        is_defined_here = isinstance(one, type) and one.__module__ == module.__name__
        if is_defined_here and (is_dataclass(one) or issubclass(one, Enum | tuple)):
            yield one


def _list_known() -> Iterator[tuple[str, Any]]:
    for module in (model, packed, pause, policy, rule, terms, triggers, word_patterns):
        for one in _list_values(module):
            yield f"{module.__name__}.{one.__qualname__}", one
    yield "datetime.date", date
    # the word tables and lists of names stay in files of their own
    yield "bot.files.words.open_lexicon", open_lexicon
    yield "bot.files.words.open_knowledge", open_knowledge


_KNOWN: Mapping[str, Any] = dict(_list_known())


class _Reader(pickle.Unpickler):
    """Knows our own values by name, and nothing else."""

    @override
    def find_class(self, module_name: str, global_name: str, /) -> Any:
        name = f"{module_name}.{global_name}"
        if name not in _KNOWN:
            raise pickle.UnpicklingError(f"{name} is not ours")
        return _KNOWN[name]


def _has_slots(one: object) -> bool:
    return isinstance(one, type) and is_dataclass(one) and "__slots__" in vars(one)


def _take_apart(value: "DataclassInstance") -> tuple[type, tuple[Any, ...]]:
    return type(value), tuple(getattr(value, field.name) for field in fields(value))


class _Writer(pickle.Pickler):
    dispatch_table: Mapping[type, Callable[[Any], Any]] = {
        **copyreg.dispatch_table,
        # what has slots is built from its fields in half the time that filling an empty one takes
        **{one: _take_apart for one in _KNOWN.values() if _has_slots(one)},
        Lexicon: lambda _lexicon: (open_lexicon, ()),
        Knowledge: lambda _knowledge: (open_knowledge, ()),
    }


def read_copy(path: Path, name: str) -> object | None:
    """Read the value that was written here under this name; None if there is no such copy."""
    try:
        if not _is_ours(path.stat()):
            return None
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    if data[:_SEAL] != _seal(name, data[_SEAL:]):
        return None
    try:
        with built_to_stay():
            # whoever reads a copy knows what it holds; pickle does not
            value: object = _Reader(io.BytesIO(data[_SEAL:])).load()
            return value
    except Exception:  # noqa: BLE001 - what a hostile file makes its reader raise is its choice
        return None


def write_copy(path: Path, name: str, value: object) -> None:
    """Write a value, whole or not at all; without a place for it there is no copy."""
    written = io.BytesIO()
    _Writer(written, pickle.HIGHEST_PROTOCOL).dump(value)
    data = written.getbuffer()
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=path.parent)  # only we may read it
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(name, data))
                file.write(data)
            Path(part).replace(path)
        finally:
            Path(part).unlink(missing_ok=True)


@contextlib.contextmanager
def built_to_stay() -> Iterator[None]:
    """Build many objects that stay until the end: the collector need not look through them.

    It would do so again and again while they are built, for a third of the time that it takes.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        let_stay()
        if was_on:
            gc.enable()


def let_stay() -> None:
    """Let the collector pass by what is there, and look seldom at what comes.

    Most of that stays, too (forms of words), and looking through all of it makes a draft wait for a
    tenth of a second.
    """
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def _is_ours(status: os.stat_result) -> bool:
    if not stat.S_ISREG(status.st_mode):
        return False
    others_write = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return sys.platform == "win32" or (status.st_uid == os.geteuid() and not others_write)


def _seal(name: str, data: memoryview) -> bytes:
    digest = hashlib.sha256(name.encode() + b"\0")
    digest.update(data)
    return digest.digest()
