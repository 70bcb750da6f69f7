"""`jourfix review`: one draft for people or as JSON, or a file of drafts line by line."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from rich.console import Console
from rich.progress import Progress

from bot.channels.terminal.review_json import review_to_json
from bot.channels.terminal.rows import Row, RowError, answer_rows, read_rows
from bot.core.coaching.context import Contexts, Told, today_of
from bot.core.coaching.messages import compose_review
from bot.core.coaching.review import Coach
from bot.core.errors import DraftUnreadableError
from bot.core.model import LANGUAGES, NO_ORGANISATION, Context, Draft, Language, Organisation
from bot.core.ports import Clock


@dataclass(frozen=True)
class Flags:
    """What the command line said about all drafts."""

    told: Told
    language: Language | None
    answer_language: Language | None


@dataclass(frozen=True)
class Frame:
    """What stands around every row: organisations by name ("" for rows that name none), flags."""

    organisations: Mapping[str, Organisation]
    flags: Flags
    clock: Clock
    contexts: Contexts

    def compose(self, row: Row) -> Context:
        """Compose the context of a row; what the row says counts more than a flag."""
        default = self.organisations.get("", NO_ORGANISATION)
        organisation = self.organisations.get(row.profile, default)
        flags = self.flags.told
        told = Told(
            row.told.country or flags.country,
            row.told.setting or flags.setting,
            row.told.role or flags.role,
            row.told.network or flags.network,
            row.told.date or flags.date,
        )
        return self.contexts.compose(organisation, today_of(organisation, self.clock), told)

    def hint(self, row: Row) -> Language | None:
        """Give the language to believe where a text is too short to tell."""
        return next((known for known in LANGUAGES if known == row.language), self.flags.language)

    def read(self, file: BinaryIO) -> Iterator[Row | RowError]:
        """Read rows; one whose organisation was not given is an error."""
        for row in read_rows(file):
            yield self._refuse_unknown(row) if isinstance(row, Row) else row

    def _refuse_unknown(self, row: Row) -> Row | RowError:
        """Refuse a row whose organisation was not given, unless there is one for all rows."""
        known = self.organisations
        if not row.profile or row.profile in known or "" in known or not known:
            return row
        message = f"No organisation “{row.profile}”; known: {', '.join(sorted(known))}."
        return RowError(row.id, "unknown_organisation", message)


@dataclass(frozen=True)
class ReviewCommand:
    """Reviews what the command line names."""

    coach: Coach
    frame: Frame

    def run(self, file: Path | None, jsonl: Path | None, *, as_json: bool) -> int:
        """Review one file (None: standard input) or each line of `jsonl`; give the exit status."""
        if jsonl is not None:
            return self._review_lines(jsonl)
        text = read_text(file)
        review = self.coach.review(self._draft(Row(file.name if file else "-", text, Told())))
        if as_json:
            print_json(review_to_json(review))
        else:
            from bot.channels.terminal.render import print_message  # noqa: PLC0415

            print_message(compose_review(review, text), Console())
        return 0

    def _review_lines(self, path: Path) -> int:
        failed = False
        with (
            open_lines(path) as file,
            Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar,
        ):
            task = bar.add_task("Reviewing", total=None)
            for answer, is_good in answer_rows(self.frame.read(file), self._answer):
                failed = failed or not is_good
                print_json(answer)
                bar.advance(task)
        return 1 if failed else 0

    def _answer(self, row: Row) -> dict[str, Any]:
        return review_to_json(self.coach.review(self._draft(row)))

    def _draft(self, row: Row) -> Draft:
        return Draft(
            row.text,
            self.frame.compose(row),
            row.id,
            self.frame.hint(row),
            self.frame.flags.answer_language,
        )


def read_text(file: Path | None) -> str:
    """Read one draft as UTF-8; a byte order mark is no part of it.

    Raises:
        DraftUnreadableError: the file cannot be read or is not UTF-8.
    """
    try:
        data = file.read_bytes() if file else sys.stdin.buffer.read()
    except OSError as error:
        raise DraftUnreadableError(f"{file} cannot be read: {error.strerror}.") from error
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise DraftUnreadableError(
            f"{file or 'The text'} is not UTF-8. Save it as UTF-8 and try again."
        ) from error


def open_lines(path: Path) -> BinaryIO:
    """Open a file of lines; - is standard input."""
    if str(path) == "-":
        return sys.stdin.buffer
    try:
        return path.open("rb")
    except OSError as error:
        raise DraftUnreadableError(f"{path} cannot be read: {error.strerror}.") from error


def print_json(value: dict[str, Any]) -> None:
    """Print one JSON object on one line, as UTF-8 whatever the terminal says.

    A lone surrogate has no UTF-8 form; it becomes an escape, which means the same in JSON.
    """
    line = json.dumps(value, ensure_ascii=False)
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")
