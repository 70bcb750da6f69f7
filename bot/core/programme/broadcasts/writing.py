"""Write a broadcast in chat: its texts, one language after the other, or a tip of the library."""

from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.message import Message
from bot.core.programme.broadcasts import choosing, messages
from bot.core.programme.broadcasts.broadcast import LONGEST_TEXT, Broadcast, Text, read_text
from bot.core.programme.broadcasts.office import EDITABLE, make_name
from bot.core.programme.broadcasts.pages import Pages
from bot.core.programme.broadcasts.ports import Tips
from bot.core.programme.broadcasts.press import Press
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS

_MOST_TIPS = 5


@dataclass(frozen=True)
class Writing:
    """Answers the presses of an editor who writes.

    Args:
        pages: Shows drafts.
        tips: The library; None where there is none.
    """

    pages: Pages
    tips: Tips | None = None

    async def answer(self, press: Press) -> list[Message] | None:
        """Answer a press; None: it is not about words."""
        match press.action:
            case messages.NEW:
                return [messages.compose_languages(make_name(), press.language)]
            case messages.FIND_TIP:
                return [choosing.compose_search(press.language)]
            case messages.SEARCH:
                return [self._search(press)]
            case messages.TAKE_TIP:
                return await self._take_tip(press)
            case messages.WRITE:
                return [await self._write(press)]
            case messages.SAVE:
                return await self._save(press)
            case messages.FALLBACK:
                return [await self._fall_back(press)]
            case messages.CLEAR:
                cleared = await self.pages.office.clear(press.name, press.about, press.language)
                note = BROADCAST_WORDINGS[press.language].cleared
                return [await self.pages.show_draft(cleared, press, note)]
            case _:
                return None

    def _search(self, press: Press) -> Message:
        found = self.tips.search_lessons(press.text, press.language) if self.tips else ()
        return choosing.compose_tips(make_name(), found[:_MOST_TIPS], press.language)

    async def _take_tip(self, press: Press) -> list[Message]:
        tip = self.tips.find_lesson(press.about) if self.tips else None
        if tip is None:
            return [choosing.compose_tips(make_name(), (), press.language)]
        draft = await self.pages.office.edit(
            press.name,
            lambda draft: replace(draft, texts=tip.texts, tip=tip.id, fallback=press.language),
        )
        return await self.pages.show_checked(draft, press)

    async def _write(self, press: Press) -> Message:
        of = press.about_language or press.language
        dossier = await self.pages.office.find(press.name)
        if dossier is not None and dossier.state not in EDITABLE:
            return self.pages.refuse("not-now", press, dossier)
        before = dossier.draft.texts.get(of, Text("")).whole if dossier else ""
        return messages.compose_form(press.name, of, before, press.language)

    async def _save(self, press: Press) -> list[Message]:
        of = press.about_language or press.language
        wording = BROADCAST_WORDINGS[press.language]
        text = read_text(press.text)
        if len(text.whole) > LONGEST_TEXT:
            sentence = messages.describe_too_long(len(text.whole), press.language)
            return [say("broadcast-refused", sentence, press.language)]
        if not text.text:
            return [say("broadcast-refused", wording.empty, press.language)]

        def write(draft: Broadcast) -> Broadcast:
            fallback = draft.fallback if draft.texts else of
            return replace(draft, texts={**draft.texts, of: text}, fallback=fallback)

        return await self.pages.show_checked(await self.pages.office.edit(press.name, write), press)

    async def _fall_back(self, press: Press) -> Message:
        def fall_back(draft: Broadcast) -> Broadcast:
            return replace(draft, fallback=press.about_language or draft.fallback)

        return await self.pages.show_draft(
            await self.pages.office.edit(press.name, fall_back), press
        )
