"""YAML read with its line numbers, so that a complaint can name file and line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.core.errors import ContentError
from bot.core.naming import nearest_name

_LARGEST_FILE = 2_000_000  # bytes


@dataclass(frozen=True)
class Entry:
    """One value of a YAML file: a mapping or list of entries, or a plain value; and its place."""

    value: Any
    path: str
    line: int
    key_line: int = 0  # where its key stands, if it has one

    def refuse(self, problem: str, hint: str) -> ContentError:
        """Make the complaint about this value."""
        return ContentError(self.path, problem, hint, self.line)

    def mapping(self, what: str) -> Mapping[str, "Entry"]:
        """Give the value as a mapping.

        Raises:
            ContentError: it is none.
        """
        if not isinstance(self.value, dict):
            raise self.refuse(f"{what} must be a mapping (key: value)", "Indent its keys below it.")
        return self.value

    def items(self, what: str) -> list["Entry"]:
        """Give the value as a list; a single value is a list of one.

        Raises:
            ContentError: it is a mapping.
        """
        if isinstance(self.value, list):
            return self.value
        if isinstance(self.value, dict):
            raise self.refuse(f"{what} must be a list", "Begin each line with “- ”.")
        return [] if self.value is None else [self]

    def text(self, what: str) -> str:
        """Give the value as text, trimmed.

        Raises:
            ContentError: it is none, or empty.
        """
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool):
            return str(self.value)
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.refuse(f"{what} must be a text", "Write it between quotation marks.")
        return self.value.strip()

    def texts(self, what: str) -> tuple[str, ...]:
        """Give the value as a list of texts."""
        return tuple(item.text(what) for item in self.items(what))

    def day(self, what: str) -> date:
        """Give the value as a day.

        Raises:
            ContentError: it is no day.
        """
        if type(self.value) is date:  # a datetime is a date too, but no whole day
            return self.value
        try:
            return date.fromisoformat(str(self.value))
        except ValueError as error:
            raise self.refuse(f"{what} must be a day", "Write it as 2026-11-22.") from error

    def choice(self, what: str, among: Iterable[str]) -> str:
        """Give the value as one of several texts.

        Raises:
            ContentError: it is none of them; the complaint names the nearest.
        """
        text = self.text(what)
        known = list(among)
        if text not in known:
            raise self.refuse(f"{what} “{text}” is not known", nearest_name(text, known))
        return text

    def choices(self, what: str, among: Iterable[str]) -> tuple[str, ...]:
        """Give the value as a list of such texts."""
        known = list(among)
        return tuple(item.choice(what, known) for item in self.items(what))


def refuse_unknown_keys(entries: Mapping[str, Entry], known: Iterable[str], what: str) -> None:
    """Raise a ContentError for the first key that nobody reads."""
    allowed = list(known)
    for key, entry in entries.items():
        if key not in allowed:
            problem = f"{what} has no key “{key}”"
            line = entry.key_line or entry.line
            raise ContentError(entry.path, problem, nearest_name(key, allowed), line)


def read_yaml(path: Path, name: str = "") -> Entry:
    """Read one YAML file.

    Args:
        path: Where it is.
        name: How complaints name it; by default the path.

    Raises:
        ContentError: it cannot be read, is too large, or is no YAML.
    """
    shown = name or str(path)
    return parse_yaml(read_bytes(path, shown), shown)


def read_bytes(path: Path, shown: str) -> bytes:
    """Read one file, which complaints name as `shown`.

    Raises:
        ContentError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        problem = f"this file cannot be read ({error.strerror})"
        raise ContentError(shown, problem, "Check its name.") from error


def parse_yaml(data: bytes, shown: str) -> Entry:
    """Parse the bytes of a YAML file, which complaints name as `shown`.

    Raises:
        ContentError: it is too large, or no YAML.
    """
    if len(data) > _LARGEST_FILE:
        raise ContentError(shown, "this file is too large", "Two megabytes are the limit.")
    try:
        node = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.CSafeLoader)
        return _convert(node, shown, set()) if node else Entry(None, shown, 1)
    except UnicodeDecodeError as error:
        raise ContentError(shown, "this file is not UTF-8", "Save it as UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        problem = f"this is no YAML: {error.problem}"
        raise ContentError(shown, problem, "Check indents and quotes there.", line) from error
    except yaml.YAMLError as error:
        raise ContentError(shown, "this is no YAML", "Check its characters.") from error


def _convert(node: yaml.Node, path: str, seen: set[int], key_line: int = 0) -> Entry:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Entry(_scalar(node), path, line, key_line)
    if id(node) in seen:  # a few such lines could stand for millions
        problem = "a list or mapping is used twice by & and *"
        raise ContentError(path, problem, "Write it out at both places.", line)
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        value: dict[str, Entry] = {}
        for key, child in node.value:
            name = str(key.value)
            here = key.start_mark.line + 1
            if name in value:
                raise ContentError(path, f"the key “{name}” stands twice", "Keep one.", here)
            value[name] = _convert(child, path, seen, here)
        return Entry(value, path, line, key_line)
    return Entry([_convert(child, path, seen) for child in node.value], path, line, key_line)


def _scalar(node: yaml.Node) -> Any:  # noqa: ANN401 - a YAML scalar is any plain value
    try:
        return _constructor.construct_object(node)
    except (ValueError, OverflowError):
        return str(node.value)  # 2026-02-30 looks like a day and is a text


def _keep_words(_loader: yaml.constructor.SafeConstructor, node: yaml.ScalarNode) -> bool | str:
    text = str(node.value)
    return text.lower() == "true" if text.lower() in ("true", "false") else text


class _Constructor(yaml.constructor.SafeConstructor):
    """Plain values; `yes` and `no` stay texts, which YAML 1.1 would read as true and false."""

    yaml_constructors = {  # noqa: RUF012 - the base class shares it the same way
        **yaml.constructor.SafeConstructor.yaml_constructors,
        "tag:yaml.org,2002:bool": _keep_words,
    }


_constructor = _Constructor()


def make_plain(entry: Entry) -> Any:  # noqa: ANN401 - YAML is any plain value
    """Give what an entry holds, without its places."""
    if isinstance(entry.value, dict):
        return {key: make_plain(value) for key, value in entry.value.items()}
    if isinstance(entry.value, list):
        return [make_plain(value) for value in entry.value]
    return entry.value


def block_lines(entry: Entry, what: str) -> Iterator[tuple[str, int]]:
    """Give the lines of a block of text (or the items of a list) with their line numbers.

    Blank lines and what follows a `#` at the start or after a blank are left out.
    """
    if isinstance(entry.value, list):
        for item in entry.value:
            yield item.text(what), item.line
        return
    for offset, raw in enumerate(entry.text(what).split("\n"), start=1):
        line = raw.split(" #")[0].strip()
        if line and (not line.startswith("#") or line[1:2].isalpha()):
            yield line, entry.line + offset
