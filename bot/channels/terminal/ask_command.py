"""`jourfix ask`: answer one question, or every line of a file, as JSON."""

import datetime
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.channels.terminal.review_command import Flags, open_lines, print_json
from bot.channels.terminal.review_json import source_to_json
from bot.channels.terminal.rows import Row, answer_rows, read_rows
from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.questions import Questions, Reply
from bot.core.coaching.review import refuse_unreadable
from bot.core.model import LANGUAGES, NO_ORGANISATION, Organisation


@dataclass(frozen=True)
class AskCommand:
    """Answers questions from the command line."""

    questions: Questions
    organisations: Mapping[str, Organisation]
    flags: Flags
    today: datetime.date
    contexts: Contexts

    def run(self, text: str | None, jsonl: Path | None) -> int:
        """Answer a text ("-" or nothing: standard input) or every line of `jsonl`."""
        if jsonl is None:
            question = text if text and text != "-" else sys.stdin.read()
            print_json(self._answer(Row("-", question, Told())))
            return 0
        failed = False
        with open_lines(jsonl) as file:
            for answer, is_good in answer_rows(read_rows(file), self._answer):
                failed = failed or not is_good
                print_json(answer)
        return 1 if failed else 0

    def _answer(self, row: Row) -> dict[str, Any]:
        refuse_unreadable(row.text)
        default = self.organisations.get("", NO_ORGANISATION)
        organisation = self.organisations.get(row.profile, default)
        told = row.told if row.told != Told() else self.flags.told
        hint = next((known for known in LANGUAGES if known == row.language), self.flags.language)
        context = self.contexts.compose(organisation, self.today, told)
        return reply_to_json(row.id, self.questions.answer(row.text, context, hint))


def reply_to_json(name: str, reply: Reply) -> dict[str, Any]:
    """Give an answer in the form of the contract."""
    return {
        "id": name,
        "intent": reply.intent,
        "answer": reply.verdict,
        "text": reply.text,
        "sources": [source_to_json(source) for source in reply.sources],
        "next_step": reply.next_step,
        "by": reply.by,
    }
