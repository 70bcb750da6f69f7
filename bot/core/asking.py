"""Answer what a person asks: a question, or whether somebody else's post may be liked."""

import contextlib
from dataclasses import dataclass
from functools import partial

from bot.core.coaching import replies
from bot.core.coaching.context import today_of
from bot.core.coaching.questions import Kind, Questions, Reply
from bot.core.coaching.requests import take_off_request
from bot.core.coaching.wording import WORDINGS
from bot.core.computing import Compute
from bot.core.errors import StorageError
from bot.core.house_rules.asked import AskedQuestions, name_asked
from bot.core.message import Message
from bot.core.model import Context, Language, Organisation
from bot.core.ports import Clock
from bot.core.programme.library.choosing import count_weeks


@dataclass(frozen=True)
class Asking:
    """The questions in one organisation's conversations."""

    questions: Questions
    organisation: Organisation
    clock: Clock
    compute: Compute
    asked: AskedQuestions | None

    async def tell_kind(self, text: str, language: Language) -> tuple[Kind, str]:
        """Say what a text is, and give what is to be answered: a draft without its request."""
        draft = take_off_request(text)
        if draft:
            return Kind.DRAFT, draft
        return await self.compute(partial(self.questions.tell_kind, text, language)), text

    async def answer_question(
        self, person: str, text: str, context: Context, language: Language
    ) -> Message:
        """Answer a question, and count that it was asked."""
        reply = await self.compute(partial(self.questions.answer, text, context, language))
        await self._count_question(person, reply)
        return replies.compose_reply(reply, WORDINGS[reply.language])

    async def explain_help(self, context: Context, language: Language) -> Message:
        """Say what can be asked for."""
        asked = "hilfe" if language == "de" else "help"
        reply = await self.compute(partial(self.questions.answer, asked, context, language))
        return replies.compose_reply(reply, WORDINGS[language])

    async def answer_about_post(self, text: str, context: Context, language: Language) -> Message:
        """Say whether somebody else's post may be liked or shared; nothing is noted."""
        ask = partial(self.questions.answer_about_post, text, context, language)
        reply = await self.compute(ask)
        return replies.compose_reply(reply, WORDINGS[reply.language])

    async def _count_question(self, person: str, reply: Reply) -> None:
        """Count that somebody asked this, without a word of it; nothing where it cannot be."""
        name = name_asked(reply)
        if self.asked is None or not name:
            return
        with contextlib.suppress(StorageError):  # the answer is what counts
            week = count_weeks(today_of(self.organisation, self.clock))
            await self.asked.note(person, name, week)
