"""Editors look at a recap before it goes out, strike and rewrite sections, and send it."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.core.coaching.context import today_of
from bot.core.coaching.replies import say
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES, Language
from bot.core.programme.editor_texts import EditorTexts
from bot.core.programme.editors import Editors
from bot.core.programme.recaps import messages
from bot.core.programme.recaps.composing import compose_section, find_text
from bot.core.programme.recaps.recap import (
    LONGEST_TEXT,
    SECTIONS,
    UNSTRUCK,
    UNWRITTEN,
    Edit,
    Occasion,
    Section,
)
from bot.core.programme.recaps.sending import RecapSending
from bot.core.programme.recaps.wording import RECAP_WORDINGS
from bot.core.programme.spoken import Spoken

_ASKED = Spoken(
    {"de": ("recap", "rückblick"), "nl": ("recap", "terugblik"), "en": ("(?:the )?recap",)}
)
_UNPLANNED = "jourfix"  # the event of a recap that is sent by hand where none is planned
_ABOUT_SECTIONS = (
    messages.STRIKE, messages.PUT_BACK, messages.REWRITE, messages.WRITE, messages.AS_COMPOSED,
)  # fmt: skip
_ABOUT_ALL = (messages.OPEN, messages.SEND, messages.SEND_YES)


@dataclass(frozen=True)
class _Asked:
    """What a button asks for: an occasion in a language, and one of its sections."""

    occasion: Occasion
    language: Language
    section: Section = "thanks"


@dataclass(frozen=True)
class Publishing:
    """Implements the Feature of recaps; every action checks the editor.

    Args:
        sending: Composes and sends.
        editors: Who may.
        texts: Reads what editors write before others do.
    """

    sending: RecapSending
    editors: Editors
    texts: EditorTexts

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what editors write to reach it."""
        return (_ASKED,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead editors to the next recap."""
        door = Choice(RECAP_WORDINGS[language].door, messages.OPEN)
        return (door,) if for_editors else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “recap”; for others than editors it is a word like any other."""
        if _ASKED.read(incoming.text) is None or self.editors.refuse(incoming, language):
            return None
        asked = await self._read("")
        return [await self._show(asked, language)] if asked else None

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the editors' buttons."""
        if choice.action not in (*_ABOUT_SECTIONS, *_ABOUT_ALL):
            return None
        refusal = self.editors.refuse(incoming, language)
        if refusal is not None:
            return [refusal]
        is_about_section = choice.action in _ABOUT_SECTIONS
        asked = await self._read(choice.value, has_section=is_about_section)
        if asked is None:
            return [say("recap-gone", RECAP_WORDINGS[language].gone, language)]
        if is_about_section:
            return [await self._change(asked, choice.action, incoming.text, language)]
        return [await self._answer_about_all(asked, choice.action, language)]

    async def _answer_about_all(self, asked: _Asked, action: str, language: Language) -> Message:
        if action == messages.OPEN:
            return await self._show(asked, language)
        wording = RECAP_WORDINGS[language]
        people = len(await self.sending.list_recipients())
        has_channel = bool(self.sending.ways.reached)
        if not has_channel and not people:
            return say("recap-nowhere", wording.nowhere, language)
        if action == messages.SEND:
            return messages.compose_send_question(
                asked.occasion, people, asked.language, language, has_channel=has_channel
            )
        is_sent = await self.sending.send("recap", asked.occasion)
        told = wording.sent if is_sent else wording.sent_already
        return say("recap-sent", told, language, in_place=True)

    async def _read(self, value: str, *, has_section: bool = False) -> _Asked | None:
        """Read a button's value; an empty one means what comes next. None: it is gone."""
        first, _, rest = value.partition(" ")
        section: Section | None = "thanks"
        if has_section:
            section = next((one for one in SECTIONS if one == first), None)
            value = rest
        named, _, name = value.partition(" ")
        occasions = await self._list_occasions()
        found = next((one for one in occasions if one.name == name), None)
        if not value and not has_section:
            found = occasions[0]
        language = next((one for one in LANGUAGES if one == named), self.sending.ways.language)
        return _Asked(found, language, section) if found and section else None

    async def _list_occasions(self) -> Sequence[Occasion]:
        """List the dates to come; where none is planned, today's, which only goes by hand."""
        planned = await self.sending.source.list_occasions()
        today = today_of(self.texts.organisation, self.sending.clock)
        return planned or (Occasion(_UNPLANNED, today),)

    async def _show(self, asked: _Asked, reader: Language) -> Message:
        gathered = await self.sending.source.gather(asked.occasion, asked.language)
        recap = await self.sending.prepare("recap", asked.occasion, asked.language, gathered)
        return messages.compose_preview(
            recap,
            await self.sending.list_edits(asked.occasion),
            asked.language,
            reader,
            has_channel=bool(self.sending.ways.reached),
            zone=ZoneInfo(self.texts.organisation.timezone),
        )

    async def _change(self, asked: _Asked, action: str, text: str, reader: Language) -> Message:
        """Strike a section, put it back, or write it anew."""
        section, occasion = asked.section, asked.occasion
        may_write, may_strike = section not in UNWRITTEN, section not in UNSTRUCK
        match action:
            case messages.REWRITE if may_write:
                return await self._compose_form(asked, reader)
            case messages.WRITE if may_write:
                written = text.strip()[:LONGEST_TEXT]
                concern = await self.texts.find_concern(written, reader) if written else ""
                if concern:
                    refusal = RECAP_WORDINGS[reader].concern.format(concern=concern)
                    return say("recap-concern", refusal, reader)
                await self._keep(Edit(occasion.name, section, asked.language, written))
            case messages.AS_COMPOSED:
                await self._keep(Edit(occasion.name, section, asked.language))
            case messages.STRIKE | messages.PUT_BACK if may_strike:
                is_struck = action == messages.STRIKE
                await self._keep(Edit(occasion.name, section, is_struck=is_struck))
            case _:
                pass  # a button that was never offered
        return await self._show(asked, reader)

    async def _keep(self, edit: Edit) -> None:
        await self.sending.edits.keep(edit.key, edit)

    async def _compose_form(self, asked: _Asked, reader: Language) -> Message:
        section, language = asked.section, asked.language
        edits = await self.sending.list_edits(asked.occasion)
        text = find_text(section, edits, language)
        if not text:
            gathered = await self.sending.source.gather(asked.occasion, language)
            recap = await self.sending.prepare("recap", asked.occasion, language, gathered)
            text = messages.read_words(compose_section(section, recap, {}, language))
        return messages.compose_form(section, text, asked.occasion, language, reader)
