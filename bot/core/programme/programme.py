"""The programme around the coach: what people join, read, hand in and are invited to."""

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.desk.audit import AuditLog
from bot.core.message import LONGEST_NOTE, Choice, Choices, Incoming, Message, Paragraph
from bot.core.model import LANGUAGES, Language
from bot.core.programme.editor_deeds import find_deed
from bot.core.programme.editors import Editors
from bot.core.programme.feature import Feature, TakesFiles
from bot.core.programme.spoken import Spoken

MENU = "programme-menu"
_MENU = Spoken(
    {"de": ("menü", "was gibt es\\??"), "nl": ("menu", "wat is er\\??"), "en": ("menu",)}
)
_DESK = Spoken({"de": ("redaktion",), "nl": ("redactie",), "en": ("editors?", "comms")})
SPOKEN = (_MENU, _DESK)
"""What is typed to see all doors."""

_TITLES: Mapping[Language, str] = {
    "de": "Was möchtest du tun?",
    "nl": "Wat wil je doen?",
    "en": "What would you like to do?",
}
_LONGEST_LABEL = 80
_NO_WORD = re.compile(r"[\W_]+")
_NAMED = re.compile("^jourfix (?=.)")


@dataclass(frozen=True)
class Programme:
    """One organisation's programme. Every method may raise StorageError.

    Args:
        features: What it offers.
        editors: Who steers it.
        on_forget: What ends, where others see it, before somebody is forgotten.
        files: Takes in the tables that come with a message.
        audit: Notes what editors change, before it is changed; None in a house without a log.
    """

    features: Sequence[Feature]
    editors: Editors
    on_forget: Sequence[Callable[[str], Awaitable[None]]] = ()
    files: TakesFiles | None = None
    audit: AuditLog | None = None

    def tell_language(self, text: str) -> Language | None:
        """Say in which language somebody asked for a feature; None: for none, or nobody can say."""
        forms = [_MENU, _DESK, *(form for feature in self.features for form in feature.spoken)]
        read = next((form for form in forms if form.read(text) is not None), None)
        if read is not None:  # what a label says then is no more than what the words say
            return read.tell_language(text)
        labelled = {language for language, _ in self._find_doors(text, for_editors=True)}
        labelled |= {language for language, _ in self._find_doors(text, for_editors=False)}
        return labelled.pop() if len(labelled) == 1 else None

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer what somebody wrote; None: it is nothing for the programme."""
        if _MENU.read(incoming.text) is not None:
            return [self._compose_menu(language, for_editors=False)]
        if _DESK.read(incoming.text) is not None:
            refusal = self.editors.refuse(incoming, language)
            return [refusal or self._compose_menu(language, for_editors=True)]
        for feature in self.features:
            answers = await feature.answer_words(incoming, language)
            if answers is not None:
                return answers
        return await self._answer_label(incoming, language)

    async def _answer_label(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer what stands on a door, typed: what may be pressed may be written as well."""
        is_editor = self.editors.knows(incoming)
        doors = [*self._find_doors(incoming.text, for_editors=False)]
        if is_editor:  # for everybody else these are words like any other
            doors += self._find_doors(incoming.text, for_editors=True)
        doors.sort(key=lambda one: one[0] != language)
        return await self.answer_choice(incoming, doors[0][1], doors[0][0]) if doors else None

    def _find_doors(self, text: str, *, for_editors: bool) -> Iterator[tuple[Language, Choice]]:
        """Find the doors that say just this, in any language."""
        said = _fold(text) if len(text) <= _LONGEST_LABEL else ""
        if not said:
            return
        for language in LANGUAGES:
            for feature in self.features:
                for door in feature.list_doors(language, for_editors=for_editors):
                    if _fold(door.label) == said:
                        yield language, door

    async def answer_files(self, incoming: Incoming, language: Language) -> list[Message]:
        """Answer the tables of a message, and a few words beside them if they ask for something.

        A draft beside them is for whoever reads drafts.
        """
        answers: list[Message] = []
        if len(incoming.text) <= LONGEST_NOTE:
            answers += await self.answer_words(incoming, language) or ()
        if self.files is not None:
            answers += await self.files.answer_files(incoming, language)
        return answers

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer a button; None: it is none of the programme's."""
        if choice.action == MENU:
            return [self._compose_menu(language, for_editors=False)]
        if self.audit is not None and self.editors.knows(incoming):
            deed = find_deed(incoming, choice)
            if deed is not None:
                await self.audit.append(deed)
        for feature in self.features:
            answers = await feature.answer_choice(incoming, choice, language)
            if answers is not None:
                return answers
        return None

    async def forget(self, person: str) -> None:
        """Take back what others see of somebody; what is kept of them goes with their records."""
        for end in self.on_forget:
            await end(person)

    def _compose_menu(self, language: Language, *, for_editors: bool) -> Message:
        doors = [
            door
            for feature in self.features
            for door in feature.list_doors(language, for_editors=for_editors)
        ]
        title = _TITLES[language]
        parts = (Paragraph(title, "strong"), Choices(tuple(doors)))
        return Message("menu", title, parts, language)


def _fold(text: str) -> str:
    """Give the words alone: no capitals, no marks around them, not our own name first."""
    return _NAMED.sub("", _NO_WORD.sub(" ", text.casefold()).strip())
