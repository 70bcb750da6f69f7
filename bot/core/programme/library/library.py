"""The lessons of the library, for everybody in the company."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.core.coaching.context import Contexts, today_of
from bot.core.message import Choice, Incoming, Message
from bot.core.model import Language, Organisation
from bot.core.ports import Clock, Records
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.lessons import Lesson, find_lessons
from bot.core.programme.library import messages
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.readings import Readings
from bot.core.programme.library.wording import LIBRARY_WORDINGS
from bot.core.programme.people.roles import find_role
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken

_TIP = Spoken(
    {
        "de": ("tipp", "(?:noch )?einen? tipp", "gib mir einen tipp", "lektion"),
        "nl": ("tip", "een tip", "nog een tip", "geef me een tip", "les"),
        "en": ("tip", "a tip", "another tip", "lesson", "give me a tip"),
    }
)
_LIBRARY = Spoken(
    {
        "de": ("bibliothek", "bibliothek ", "lektionen"),
        "nl": ("bibliotheek", "bibliotheek ", "lessen"),
        "en": ("library", "library ", "lessons"),
    }
)
_MOST_FOUND = 8
ListDoors = Callable[[Language], Awaitable[Sequence[Choice]]]


async def list_no_doors(_language: Language) -> Sequence[Choice]:
    """List nothing."""
    return ()


@dataclass(frozen=True)
class Library:
    """Implements the Feature of lessons.

    Args:
        lessons: The lessons, and in which order they come.
        ambassadors: Who takes part; of them it is kept what they saw.
        records: What a person told us: their role.
        contexts: Reads a role.
        clock: Tells the time.
        organisation: For the time zone.
        list_others: What else can be read here, from other features.
        readings: Counts who opens a lesson for the first time, without noting who.
    """

    lessons: LessonOrders
    ambassadors: Shelf[Ambassador]
    records: Records
    contexts: Contexts
    clock: Clock
    organisation: Organisation
    list_others: ListDoors = list_no_doors
    readings: Readings | None = None

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_TIP, _LIBRARY)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to a tip and to the topics."""
        wording = LIBRARY_WORDINGS[language]
        doors = (Choice(wording.tip, messages.TIP), Choice(wording.library, messages.LIBRARY))
        return () if for_editors else doors

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “tip” and “library photo”."""
        if _TIP.read(incoming.text) is not None:
            return [await self._show_next_lesson(incoming, "", language)]
        words = _LIBRARY.read(incoming.text)
        return None if words is None else [await self._search(words, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer its buttons; a value that is none of ours leads to the beginning."""
        match choice.action:
            case messages.TIP:
                return [await self._show_next_lesson(incoming, choice.value, language)]
            case messages.LESSON:
                return [await self._show_lesson(incoming, choice.value, language)]
            case messages.TOPIC:
                return [await self._show_topic(choice.value, language)]
            case messages.LIBRARY:
                return [await self._search(choice.value, language)]
            case _:
                return None

    async def _show_next_lesson(
        self, incoming: Incoming, after: str, language: Language
    ) -> Message:
        ambassador = await self.ambassadors.find(incoming.person)
        if ambassador is None:
            chosen = self.lessons.find_next(
                after, today_of(self.organisation, self.clock).toordinal()
            )
        else:
            role = await find_role(self.records, self.contexts, incoming.person)
            chosen = self._choose_for(ambassador, role)
        if chosen is None:
            return await self._search("", language)
        return await self._show_lesson(incoming, chosen.id, language)

    def _choose_for(self, ambassador: Ambassador, role: str) -> Lesson | None:
        ordered = self.lessons.order(
            ambassador.level, role, ambassador.networks, ambassador.wishes.topics
        )
        ages = {name: age for age, name in enumerate(ambassador.seen, 1)}
        return min(ordered, key=lambda lesson: ages.get(lesson.id, 0), default=None)

    async def _show_lesson(self, incoming: Incoming, name: str, language: Language) -> Message:
        lesson = next((one for one in self.lessons.lessons if one.id == name), None)
        if lesson is None:
            return await self._search("", language)
        ambassador = await self.ambassadors.find(incoming.person)
        if self.readings is not None and ambassador is not None and name not in ambassador.seen:
            await self.readings.count(name)
        await self.ambassadors.change(incoming.person, lambda one: one.note_seen(name))
        return messages.compose_lesson(lesson, language)

    async def _show_topic(self, topic: str, language: Language) -> Message:
        found = [lesson for lesson in self.lessons.lessons if lesson.topic == topic]
        if not found:
            return await self._search("", language)
        return messages.compose_found(LIBRARY_WORDINGS[language].topics[topic], found, language)

    async def _search(self, words: str, language: Language) -> Message:
        wording = LIBRARY_WORDINGS[language]
        if not words:
            others = await self.list_others(language)
            return messages.compose_library(self.lessons.lessons, language, others=others)
        shown = words[:60]
        found = find_lessons(self.lessons.lessons, words, language, _MOST_FOUND)
        if found:
            return messages.compose_found(wording.found.format(words=shown), found, language)
        note = wording.nothing_found
        return messages.compose_library(self.lessons.lessons, language, words=shown, note=note)
