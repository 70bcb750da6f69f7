"""Groups for editors: write a call and open it."""

import datetime
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.replies import say
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES, Language
from bot.core.programme.cohorts import draft_messages as messages
from bot.core.programme.cohorts.call import (
    FEWEST_PLACES,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_PLACES,
    Call,
)
from bot.core.programme.cohorts.desk_messages import compose_opened
from bot.core.programme.cohorts.register import Register
from bot.core.programme.cohorts.wording import COHORT_WORDINGS
from bot.core.programme.editors import Editors
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken

_USUAL_PLACES, _USUAL_WEEKS = 12, 3
_NEW = Spoken(
    {
        "de": ("(?:neue )?gruppe ausschreiben", "neue gruppe"),
        "nl": ("nieuwe groep", "oproep plaatsen"),
        "en": ("new group", "new call"),
    }
)
_DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Drafting:
    """Implements the Feature of writing a call; each editor has one at a time.

    Args:
        register: What is kept of groups.
        drafts: The call that each editor writes, by person.
        editors: Who may.
    """

    register: Register
    drafts: Shelf[Call]
    editors: Editors

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_NEW,)

    def list_doors(self, _language: Language, *, for_editors: bool) -> Sequence[Choice]:  # noqa: ARG002 - the desk of groups leads here
        """Lead nowhere by itself."""
        return ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “new group”."""
        if _NEW.read(incoming.text) is None:
            return None
        refusal = self.editors.refuse(incoming, language)
        return [refusal or messages.compose_begin(language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of a call that is being written."""
        if choice.action not in (messages.NEW, messages.SET, messages.WRITE, messages.OPEN):
            return None
        refusal = self.editors.refuse(incoming, language)
        if refusal is not None:
            return [refusal]
        match choice.action:
            case messages.NEW:
                return [messages.compose_name_form("", language)]
            case messages.WRITE:
                return [await self._write(incoming, choice.value, language)]
            case messages.SET:
                return [await self._set(incoming, choice.value, language)]
            case _:
                return [await self._open(incoming, choice.value, language)]

    async def _find_draft(self, person: str) -> Call | None:
        """Find what an editor writes; once it is open, old forms and buttons change nothing."""
        draft = await self.drafts.find(person)
        if draft is None or await self.register.calls.find(draft.id) is not None:
            return None
        return draft

    async def _write(self, incoming: Incoming, what: str, language: Language) -> Message:
        """Keep a name or a text that was written into a form."""
        draft = await self._find_draft(incoming.person)
        if what == "name":
            return await self._name(incoming, draft, language)
        of = next((one for one in LANGUAGES if what == f"text {one}"), None)
        if draft is None or of is None:
            return messages.compose_begin(language)
        text = incoming.text.strip()[:LONGEST_TEXT]
        texts = {one: written for one, written in draft.texts.items() if one != of}
        if text and text not in _DASHES:
            texts[of] = text
        return await self._keep(incoming.person, replace(draft, texts=texts), language)

    async def _name(self, incoming: Incoming, draft: Call | None, language: Language) -> Message:
        name = " ".join(incoming.text.split())[:LONGEST_NAME]
        if not name:
            return messages.compose_begin(language)
        if draft is None:
            until = self.register.today + datetime.timedelta(weeks=_USUAL_WEEKS)
            draft = Call(secrets.token_hex(4), places=_USUAL_PLACES, until=until)
        draft = replace(draft, name=name)
        if await self._is_taken(draft):
            return messages.compose_begin(language, COHORT_WORDINGS[language].name_taken)
        return await self._keep(incoming.person, draft, language)

    async def _is_taken(self, draft: Call) -> bool:
        names = {
            one.name.casefold() for one in await self.register.list_calls() if one.id != draft.id
        }
        return draft.name.casefold() in names

    async def _set(self, incoming: Incoming, value: str, language: Language) -> Message:
        """Set what a button says; without a value, ask for it."""
        draft = await self._find_draft(incoming.person)
        if draft is None:
            return messages.compose_name_form("", language)
        what, _, chosen = value.partition(" ")
        match what:
            case "text":
                of = next((one for one in LANGUAGES if one == chosen), language)
                return messages.compose_text_form(of, draft.texts.get(of, ""), language)
            case "places" if not chosen:
                return messages.compose_places_question(language)
            case "until" if not chosen:
                return messages.compose_until_question(language)
            case "places":
                places = next(
                    (n for n in range(FEWEST_PLACES, MOST_PLACES + 1) if str(n) == chosen),
                    draft.places,
                )
                return await self._keep(incoming.person, replace(draft, places=places), language)
            case "until":
                offered = COHORT_WORDINGS[language].weeks
                weeks = next((n for n in offered if str(n) == chosen), _USUAL_WEEKS)
                until = self.register.today + datetime.timedelta(weeks=weeks)
                return await self._keep(incoming.person, replace(draft, until=until), language)
            case _:
                return messages.compose_name_form(draft.name, language)

    async def _keep(self, person: str, draft: Call, language: Language) -> Message:
        await self.drafts.keep(person, draft, person)
        return messages.compose_draft(draft, language)

    async def _open(self, incoming: Incoming, name: str, language: Language) -> Message:
        """Open a call for everybody; pressed twice, it is opened once."""
        known = await self.register.calls.find(name)
        if known is not None:
            return compose_opened(known, language)
        draft = await self._find_draft(incoming.person)
        if draft is None or draft.id != name or not draft.texts:
            return say("call-gone", COHORT_WORDINGS[language].gone, language, in_place=True)
        if await self._is_taken(draft):
            return messages.compose_draft(draft, language, COHORT_WORDINGS[language].name_taken)
        if draft.until is None or draft.until <= self.register.today:
            until = self.register.today + datetime.timedelta(weeks=_USUAL_WEEKS)
            return await self._keep(incoming.person, replace(draft, until=until), language)
        await self.register.calls.keep(draft.id, draft)
        await self.register.set_lead(draft.id, incoming.person, incoming.name, leads=True)
        return compose_opened(draft, language)
