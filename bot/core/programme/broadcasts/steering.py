"""Send a broadcast in chat, and steer it from then on: watch, hold, stop, decide over doubts."""

from dataclasses import dataclass

from bot.core.coaching.replies import say
from bot.core.message import Message
from bot.core.programme.broadcasts import messages, tracking
from bot.core.programme.broadcasts.audience import Headcount
from bot.core.programme.broadcasts.broadcast import Dossier
from bot.core.programme.broadcasts.describing import describe_people
from bot.core.programme.broadcasts.dispatch import Dispatch
from bot.core.programme.broadcasts.following import Following
from bot.core.programme.broadcasts.letters import compose_letter
from bot.core.programme.broadcasts.pages import Pages
from bot.core.programme.broadcasts.press import Press
from bot.core.programme.broadcasts.reports import is_told_vaguely
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS


@dataclass(frozen=True)
class Steering:
    """Answers the presses of an editor whose broadcast is written.

    Args:
        dispatch: Sends.
        following: Keeps an editor's message about a broadcast up to date.
        pages: Shows drafts, and says what stands in the way.
    """

    dispatch: Dispatch
    following: Following
    pages: Pages

    async def answer(self, press: Press) -> list[Message] | None:
        """Answer a press; None: it is none of ours."""
        dispatch = self.dispatch
        match press.action:
            case messages.TEST:
                return await self._test(press)
            case messages.SEND:
                return await self._send(press)
            case tracking.PAUSE:
                return [await self._track(await dispatch.pause(press.name), press)]
            case tracking.RESUME:
                return [await self._track(await dispatch.resume(press.name), press)]
            case tracking.STOP:
                return [await self._track(await dispatch.stop(press.name), press)]
            case tracking.UNSCHEDULE:
                return [await self._track(await dispatch.unschedule(press.name), press)]
            case tracking.SETTLE:
                return await self._settle(press)
            case tracking.REFRESH | messages.OPEN:
                return [await self._track(await dispatch.office.find(press.name), press)]
            case _:
                return None

    async def _track(self, dossier: Dossier | None, press: Press) -> Message:
        """Show how a broadcast stands; a draft on its page."""
        if dossier is None:
            return self.pages.refuse("gone", press)
        if dossier.state == "draft":
            return await self.pages.show_draft(dossier.draft, press)
        return tracking.compose_state(dossier, self.dispatch.office.zone, press.language)

    async def _test(self, press: Press) -> list[Message]:
        """Send a broadcast to the editor alone: where they are written to, if they joined."""
        office = self.dispatch.office
        dossier = await office.find(press.name)
        if dossier is None or not dossier.draft.texts:
            return [self.pages.refuse("no-text" if dossier else "gone", press, dossier)]
        wording = BROADCAST_WORDINGS[press.language]
        ambassador = await office.ambassadors.find(press.to.person)
        language = ambassador.language if ambassador else press.language
        letter = compose_letter(dossier.draft, language)
        to = ambassador.to if ambassador else press.to
        if not self.following.reaches(to.channel):
            return [say("broadcast-test", wording.test_here, press.language), letter]
        await self.following.send_test(dossier.draft, to, letter)
        return [say("broadcast-test", wording.test_sent, press.language)]

    async def _send(self, press: Press) -> list[Message]:
        """Send or schedule; a second press finds it on its way."""
        sent = await self.dispatch.send(press.name, press.about, press.language)
        if not isinstance(sent, Dossier):
            return [await self.pages.explain(sent, press)]
        if not self.following.reaches(press.to.channel):
            return [await self._track(sent, press)]
        await self.following.begin(sent, press.to, press.language)
        if sent.state == "scheduled":
            return [await self._track(sent, press)]
        begun = BROADCAST_WORDINGS[press.language].begun
        return [say("broadcast-begun", begun, press.language, in_place=True)]

    async def _settle(self, press: Press) -> list[Message]:
        """Decide over those in doubt."""
        if press.about not in (tracking.LEAVE, tracking.AGAIN):
            return [self.pages.refuse("gone", press)]
        send_again = press.about == tracking.AGAIN
        count = await self.dispatch.settle(press.name, send_again=send_again)
        dossier = await self.dispatch.office.find(press.name)
        wording = BROADCAST_WORDINGS[press.language]
        is_vague = dossier is not None and is_told_vaguely(dossier)
        people = describe_people(Headcount(count, is_vague), press.language)
        sentence = (wording.sent_again if send_again else wording.left).format(count=people)
        settled = say("broadcast-settled", sentence, press.language)
        return [settled, await self._track(dossier, press)]
