"""Answer the buttons below a review. Each names its draft, so none acts on one that came later."""

from dataclasses import dataclass
from functools import partial

from bot.core.coaching import messages, replies
from bot.core.coaching.review import Coach
from bot.core.coaching.revision import name_draft
from bot.core.coaching.wording import WORDINGS
from bot.core.computing import Compute
from bot.core.desk.desk import Desk
from bot.core.desk.messages import SEND
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Context, Draft, Language, Organisation, Review
from bot.core.ports import Records, RememberedDraft


@dataclass(frozen=True)
class DraftButtons:
    """The buttons of drafts in one organisation's conversations."""

    coach: Coach
    records: Records
    organisation: Organisation
    desk: Desk | None
    compute: Compute

    async def answer(
        self, incoming: Incoming, choice: Choice, context: Context, language: Language
    ) -> Message:
        """Answer a press: by what is asked of the draft, or by saying that it is not there."""
        wording, (name, other) = WORDINGS[language], _read_value(choice)
        if choice.action == messages.FORGET_DRAFT:
            return await self.forget_draft(incoming, language, name)
        if choice.action == messages.ASK_COMMS and not self._reaches_editors(incoming):
            return replies.compose_ask_comms(self.organisation, wording, language)
        if choice.action == SEND and self.desk is not None:
            sent = await self.desk.find_sent(other, incoming.person)
            if sent is not None:
                return sent
        there = await self.records.recall_draft(incoming.person, incoming.conversation)
        if there is None:
            return replies.say("nothing", wording.no_draft, language)
        if _is_other(there, name):
            return replies.say("nothing", wording.other_draft, language)
        draft = Draft(there.text, context, answer_language=language)
        match choice.action:
            case messages.REVISE:
                return replies.compose_revise_form(draft.text, wording, language)
            case messages.SHOW_COACHING:
                coaching = await self.compute(partial(self.coach.coach_anyway, draft))
                parts = tuple(messages.compose_coaching(coaching, wording))
                return Message("coaching", wording.coaching, parts, language)
            case messages.DISPUTE_YES:
                return await self._record_dispute(incoming, other, draft, language)
            case _:
                return await self._tell_editors(incoming, other, draft, language)

    def _reaches_editors(self, incoming: Incoming) -> bool:
        return self.desk is not None and self.desk.reaches(incoming)

    async def _review(self, draft: Draft) -> Review:
        return await self.compute(partial(self.coach.review, draft))

    async def _record_dispute(
        self, incoming: Incoming, rule: str, draft: Draft, language: Language
    ) -> Message:
        wording = WORDINGS[language]
        sentence = replies.find_disputed_sentence(draft.text, await self._review(draft), rule)
        if not sentence:
            return replies.say("nothing", wording.other_draft, language)
        await self.records.record_dispute(incoming.person, rule, self.coach.policy.hash, sentence)
        return replies.say("dispute-thanks", wording.dispute_thanks, language, in_place=True)

    async def _tell_editors(
        self, incoming: Incoming, case: str, draft: Draft, language: Language
    ) -> Message:
        """Show what the editors would get; with the name of a case, send exactly that."""
        if self.desk is None:
            raise ValueError("Without a desk nobody is offered to send a draft there.")
        review = await self._review(draft)
        if case:
            return await self.desk.open_case(case, incoming, draft.text, review, language)
        return self.desk.preview_case(draft.text, review, language)

    async def forget_draft(self, incoming: Incoming, language: Language, name: str = "") -> Message:
        """Forget a draft; of an earlier one nothing is kept any more, and the last one stays."""
        wording = WORDINGS[language]
        there = await self.records.recall_draft(incoming.person, incoming.conversation)
        is_gone = there is not None and _is_other(there, name)
        is_gone = is_gone or await self.records.forget_draft(incoming.person, incoming.conversation)
        text = wording.forgot_draft if is_gone else wording.nothing_to_forget
        kind = "forgot-draft" if is_gone else "nothing"
        return replies.say(kind, text, language, in_place=is_gone)


def _is_other(there: RememberedDraft, name: str) -> bool:
    """Say whether the draft that is there is another one than a button's; an unnamed fits all."""
    return bool(name) and name_draft(there.text) != name


def _read_value(choice: Choice) -> tuple[str, str]:
    """Read the name of a button's draft, and what else it names: a rule, or a case."""
    first, _, second = choice.value.partition(" ")
    return (second, first) if choice.action == messages.DISPUTE_YES else (first, second)
