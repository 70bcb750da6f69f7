"""Answer the buttons that ask a language model to write, and offer them where it may.

A press is answered at once; what the model writes follows in that message's place. What a button
names is the draft as it was, so none acts on one that came later.
"""

import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from bot.core.coaching.context import today_of
from bot.core.coaching.replies import say
from bot.core.coaching.review import Coach
from bot.core.coaching.revision import name_draft
from bot.core.coaching.screening import find_objections
from bot.core.coaching.wording import WORDINGS
from bot.core.computing import Compute, compute_here
from bot.core.errors import DraftError, StorageError
from bot.core.message import Choice, Choices, Incoming, Message
from bot.core.model import Context, Draft, Language, Organisation
from bot.core.policy.engine import Check
from bot.core.ports import Clock, Person, Records
from bot.core.suggesting.angles import (
    AngleShelf,
    Avoided,
    OfferedAngle,
    choose_angles_to_avoid,
)
from bot.core.suggesting.consulting import BUSY
from bot.core.suggesting.early import ShowEarly
from bot.core.suggesting.writing import Writer
from bot.core.suggesting.writing_messages import (
    ANSWER_COMMENT,
    SUGGEST_HOOKS,
    SUGGEST_QUESTIONS,
    SUGGEST_REPLIES,
    SUGGEST_REWRITE,
    WRITE,
    compose_asking,
    compose_comment_form,
    compose_early,
    compose_hooks,
    compose_questions,
    compose_replies,
    compose_rewrite,
)
from bot.core.suggesting.writing_wording import WRITING_WORDINGS
from bot.core.suggesting.written import UNREADABLE, Suggestion, Written

_PRESSED = (SUGGEST_REWRITE, SUGGEST_HOOKS, SUGGEST_QUESTIONS, ANSWER_COMMENT)
_LONGEST_TOLD = 2_000  # characters that are read of what somebody wrote instead of a draft

FindContext = Callable[[Incoming, Person], Awaitable[Context]]


@dataclass(frozen=True)
class Suggestions:
    """What a model writes in one organisation's conversations.

    Args:
        writer: Writes.
        coach: Checks drafts.
        records: Remember the draft that a button names.
        find_context: Tells what a person's texts are checked for.
        angles: Note which ways in were offered of late.
        organisation: Whose day it is.
        clock: Tells the day.
        compute: Runs checks.
    """

    writer: Writer
    coach: Coach
    records: Records
    find_context: FindContext
    angles: AngleShelf
    organisation: Organisation
    clock: Clock
    compute: Compute = field(default=compute_here)

    def offer_choices(self, text: str, checked: Check, language: Language) -> tuple[Choice, ...]:
        """Give the buttons for below a review; none where the draft stays here.

        They stand behind the others: what our own rules say comes first.
        """
        if not self.writer.may_see(checked):
            return ()
        wording, name = WRITING_WORDINGS[language], name_draft(text)
        rewrite = Choice(wording.rewrite, SUGGEST_REWRITE, name)
        if find_objections(checked.findings):
            return (rewrite,)
        return (Choice(wording.hooks, SUGGEST_HOOKS, name), rewrite)

    def offer_questions(self, language: Language) -> Choice:
        """Give the button for whoever has nothing to tell."""
        return Choice(WRITING_WORDINGS[language].questions, SUGGEST_QUESTIONS)

    def offer_replies(self, language: Language, text: str = "") -> Choice:
        """Give the button for whoever wants to answer a comment; `text` is their post."""
        name = name_draft(text) if text else ""
        return Choice(WRITING_WORDINGS[language].replies, SUGGEST_REPLIES, name)

    def add_button(self, message: Message) -> Message:
        """Add to a message the button that helps on from there, if one does."""
        match message.kind:
            case "ideas" | "interview":
                button = self.offer_questions(message.language)
            case "post-kept":
                button = self.offer_replies(message.language)
            case _:
                return message
        return replace(message, parts=(*message.parts, Choices((button,))))

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer a press, or what follows one; None: the button is somebody else's.

        Raises:
            StorageError: the draft cannot be recalled.
        """
        if choice.action == SUGGEST_REPLIES:
            return [compose_comment_form(language, choice.value)]
        if choice.action in _PRESSED:
            later = replace(choice, action=WRITE + choice.action)
            asked = replace(incoming, choice=later, language=language, files=(), pictures=())
            return [compose_asking(asked, language)]
        if choice.action not in {WRITE + action for action in _PRESSED}:
            return None
        return [await self._write(incoming, choice, language)]

    async def explain_highlight(
        self, text: str, moves: Sequence[str], language: Language
    ) -> Written:
        """Say why a post was worth reading; `moves` is what its author did."""
        today = today_of(self.organisation, self.clock)
        post = Draft(text, Context(today, self.organisation), answer_language=language)
        return await self.writer.explain_highlight(post, moves, language)

    async def _write(self, incoming: Incoming, choice: Choice, language: Language) -> Message:
        action, name = choice.action.removeprefix(WRITE), choice.value
        if incoming.is_alone:
            return _say_nothing(action, BUSY, language)
        person = await self.records.recall_person(incoming.person)
        context = await self.find_context(incoming, person)
        if action == SUGGEST_QUESTIONS:
            told = incoming.text[:_LONGEST_TOLD]
            compose = partial(compose_questions, language=language)
            show = _show_early(incoming, compose)
            asked = await self.writer.suggest_questions(told, person, context, language, show=show)
            return compose(asked)
        there = await self.records.recall_draft(incoming.person, incoming.conversation)
        text = there.text if there is not None else ""
        if action == ANSWER_COMMENT:
            post = text if text and name == name_draft(text) else ""
            compose = partial(compose_replies, language=language)
            show = _show_early(incoming, compose)
            return compose(await self.writer.suggest_replies(incoming.text, post, context, show))
        if not text or (name and name != name_draft(text)):
            told = WORDINGS[language].other_draft if text else WORDINGS[language].no_draft
            return say("nothing", told, language)
        return await self._write_from(Draft(text, context), incoming, action, language)

    async def _write_from(
        self, draft: Draft, incoming: Incoming, action: str, language: Language
    ) -> Message:
        draft = replace(draft, answer_language=language)
        try:
            checked = await self.compute(partial(self.coach.check, draft))
        except DraftError:
            return _say_nothing(action, UNREADABLE, language)
        name = name_draft(draft.text)
        if action == SUGGEST_REWRITE:
            written = await self.writer.suggest_rewrite(draft, checked)
            return compose_rewrite(written, checked, language, name)
        compose = partial(compose_hooks, language=language, name=name)
        show = _show_early(incoming, compose)
        written = await self.writer.suggest_hooks(draft, checked, await self._find_worn(), show)
        await self._note_offered(written)
        return compose(written)

    async def _find_worn(self) -> Avoided:
        try:
            offered = await self.angles.list_things()
        except StorageError:
            return Avoided()  # a first line that others had too is better than none
        return choose_angles_to_avoid(offered, today_of(self.organisation, self.clock))

    async def _note_offered(self, written: Written) -> None:
        today = today_of(self.organisation, self.clock)
        with contextlib.suppress(StorageError):
            for one in written.offered:
                offered = OfferedAngle(one.style, one.angle, today)
                await self.angles.keep(offered.key, offered)


def _show_early(incoming: Incoming, compose: Callable[[Written], Message]) -> ShowEarly | None:
    """Make what shows the first suggestions, where the channel can."""
    show = incoming.show
    if show is None:
        return None

    async def show_early(ready: Sequence[Suggestion]) -> None:
        await show(compose_early(compose(Written(tuple(ready)))))

    return show_early


def _say_nothing(action: str, why: str, language: Language) -> Message:
    nothing = Written(unread=why)
    if action == SUGGEST_QUESTIONS:
        return compose_questions(nothing, language)
    if action == ANSWER_COMMENT:
        return compose_replies(nothing, language)
    return compose_hooks(nothing, language, "")
