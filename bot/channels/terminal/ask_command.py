"""`jourfix ask`: answer one question, or every line of a file, as JSON."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.channels.terminal.review_command import Frame, open_lines, print_json, read_text
from bot.channels.terminal.review_json import source_to_json
from bot.channels.terminal.rows import Row, answer_rows
from bot.core.coaching.context import Told
from bot.core.coaching.questions import Questions, Reply
from bot.core.coaching.review import refuse_unreadable


@dataclass(frozen=True)
class AskCommand:
    """Answers questions from the command line."""

    questions: Questions
    frame: Frame

    def run(self, text: str | None, jsonl: Path | None) -> int:
        """Answer a text ("-" or nothing: standard input) or every line of `jsonl`."""
        if jsonl is None:
            question = text if text and text != "-" else read_text(None)
            print_json(self._answer(Row("-", question, Told())))
            return 0
        failed = False
        with open_lines(jsonl) as file:
            for answer, is_good in answer_rows(self.frame.read(file), self._answer):
                failed = failed or not is_good
                print_json(answer)
        return 1 if failed else 0

    def _answer(self, row: Row) -> dict[str, Any]:
        refuse_unreadable(row.text)
        context = self.frame.compose(row)
        hint = self.frame.hint(row)
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
