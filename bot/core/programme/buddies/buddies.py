"""Buddies for those who have one: switch it on, see whom one has, say no, answer, end it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.buddies import messages
from bot.core.programme.buddies.pair import name_side
from bot.core.programme.buddies.pairing import Pairing
from bot.core.programme.buddies.wording import BUDDY_WORDINGS
from bot.core.programme.editors import Editors
from bot.core.programme.people.messages import BUDDY, compose_invitation
from bot.core.programme.people.wording import PEOPLE_WORDINGS
from bot.core.programme.spoken import Spoken

_PAGE = Spoken(
    {
        "de": ("(?:mein )?(?:tandem|buddy)", "tandem[- ]?partner(?:in)?"),
        "nl": ("(?:mijn )?(?:maatje|buddy)",),
        "en": ("(?:my )?buddy", "buddies"),
    }
)


@dataclass(frozen=True)
class Buddies:
    """Implements the Feature of buddies.

    Args:
        pairing: What begins and ends pairs.
        editors: Who may start a round.
    """

    pairing: Pairing
    editors: Editors

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_PAGE,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to one's own buddy, or to the next round."""
        return messages.list_doors(language, for_editors=for_editors)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “buddy”."""
        if _PAGE.read(incoming.text) is None:
            return None
        return [await self._show(incoming, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of one's buddy, and the editors' round."""
        wording = BUDDY_WORDINGS[language]
        match choice.action:
            case action if action == BUDDY:
                return [await self._show(incoming, language)]
            case messages.ON:
                return [await self._switch_on(incoming, language)]
            case messages.OFF:
                return [await self._switch_off(incoming, language)]
            case messages.STAY_OFF:
                return [say("buddy-off", wording.stayed_off, language, in_place=True)]
            case messages.NO | messages.GOOD | messages.END:
                return [await self._answer_about_pair(incoming, choice, language)]
            case messages.ROUND:
                return [await self._match(incoming, language)]
            case _:
                return None

    async def _match(self, incoming: Incoming, language: Language) -> Message:
        refusal = self.editors.refuse(incoming, language)
        if refusal is not None:
            return refusal
        return messages.compose_round(await self.pairing.match_round(), language)

    async def _show(self, incoming: Incoming, language: Language) -> Message:
        ambassador = await self.pairing.ambassadors.find(incoming.person)
        if ambassador is None:
            return compose_invitation(language, note=PEOPLE_WORDINGS[language].not_joined)
        if not ambassador.wishes.buddy:
            reaches = self.pairing.outbox.reaches(incoming.channel)
            return messages.compose_offer(language, is_reachable=reaches)
        side = await self.pairing.find_side(incoming.person)
        if side is None:
            return messages.compose_waiting(language)
        return messages.compose_own(side, language, self.pairing.name_topic)

    async def _switch_on(self, incoming: Incoming, language: Language) -> Message:
        if await self.pairing.ambassadors.find(incoming.person) is None:
            return compose_invitation(language, note=PEOPLE_WORDINGS[language].not_joined)
        if not self.pairing.outbox.reaches(incoming.channel):
            return messages.compose_offer(language, is_reachable=False)

        def switch_on(one: Ambassador) -> Ambassador:
            wishes = replace(one.wishes, buddy=True)
            return replace(one, wishes=wishes, name=incoming.name or one.name)

        await self.pairing.ambassadors.change(incoming.person, switch_on)
        return say("buddy-on", BUDDY_WORDINGS[language].is_on, language, in_place=True)

    async def _switch_off(self, incoming: Incoming, language: Language) -> Message:
        await self.pairing.ambassadors.change(
            incoming.person, lambda one: replace(one, wishes=replace(one.wishes, buddy=False))
        )
        await self.pairing.leave(incoming.person)
        return say("buddy-off", BUDDY_WORDINGS[language].switched_off, language, in_place=True)

    async def _answer_about_pair(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> Message:
        """Answer a press about a pair, which may be over by now."""
        wording = BUDDY_WORDINGS[language]
        side = await self.pairing.pairs.find(name_side(choice.value[:64], incoming.person))
        if side is None:
            return say("buddy-gone", wording.gone, language, in_place=True)
        if choice.action == messages.GOOD:
            return say("buddy-good", wording.went_well, language, in_place=True)
        is_no = choice.action == messages.NO
        await self.pairing.refuse(side, did_not_begin=is_no)
        text = wording.refused if is_no else wording.ended
        return say("buddy-ended", text, language, in_place=True)
