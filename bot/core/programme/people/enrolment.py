"""Join, choose, pause and leave: everything a person decides about their own part."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.coaching.context import Contexts
from bot.core.coaching.replies import say
from bot.core.deliveries import Return
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES, NETWORKS, Language
from bot.core.ports import Clock, Records
from bot.core.programme.ambassador import LEVELS, Ambassador, Level
from bot.core.programme.hours import Hours
from bot.core.programme.people import messages
from bot.core.programme.people.changes import FOR_GOOD, change_ambassador
from bot.core.programme.people.hours_text import Unread
from bot.core.programme.people.roles import Roles, list_first
from bot.core.programme.people.wording import PEOPLE_WORDINGS
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken
from bot.core.programme.zones import find_today

_JOIN = Spoken(
    {
        "de": ("mitmachen", "ich (?:will|m(?:ö|oe)chte) mitmachen", "bin dabei"),
        "nl": ("meedoen", "ik (?:wil|doe) (?:graag )?mee(?:doen)?"),
        "en": ("join", "count me in", "i(?:'d like| want) to join"),
    }
)
_PAGE = Spoken(
    {
        "de": ("(?:mein )?programm",),
        "nl": ("(?:mijn )?programma",),
        "en": ("(?:my )?program(?:me)?",),
    }
)
_PAUSE = Spoken(
    {
        "de": ("pause(?: machen)?", "pausieren"),
        "nl": ("pauze(?:ren)?",),
        "en": ("take a break", "pause"),
    }
)
_LEAVE = Spoken(
    {
        "de": ("aussteigen", "austreten", "abmelden", "stoppen"),
        "nl": ("stoppen", "uitschrijven", "afmelden"),
        "en": ("leave(?: the program(?:me)?)?", "unsubscribe"),
    }
)
_TOPICS = Spoken({"de": ("themen",), "nl": ("onderwerpen",), "en": ("topics",)})
_HOURS = Spoken(
    {
        "de": ("(?:meine )?(?:arbeits)?zeiten",),
        "nl": ("(?:mijn )?(?:werk)?tijden",),
        "en": ("(?:my )?(?:working )?hours",),
    }
)
_SETTINGS = (
    ("pause", _PAUSE), ("leave", _LEAVE), ("topics", _TOPICS), ("hours", _HOURS), ("", _PAGE),
)  # fmt: skip


@dataclass(frozen=True)
class Enrolment:
    """Implements the Feature of taking part.

    Args:
        ambassadors: Who takes part, by person.
        records: What a person told us beside the programme: language and role.
        clock: Tells the time.
        zone: The organisation's time zone.
        contexts: Reads a role.
        topics: What tips can be about, with its name in each language.
        on_leave: What else ends when somebody leaves: their pair, groups, what they handed in.
        on_change: Who must know when somebody pauses or moves their hours.
        name_groups: Names the groups in which somebody got a place before they joined.
        reaches: Says whether somebody in a channel can be written to.
    """

    ambassadors: Shelf[Ambassador]
    records: Records
    clock: Clock
    zone: str
    contexts: Contexts = field(default_factory=Contexts)
    topics: Mapping[str, Mapping[Language, str]] = field(default_factory=dict)
    on_leave: Sequence[Callable[[str], Awaitable[None]]] = ()
    on_change: Sequence[Callable[[Ambassador], Awaitable[None]]] = ()
    name_groups: Callable[[str], Awaitable[Sequence[str]]] | None = None
    reaches: Callable[[str], bool] = bool  # where nothing is said, every channel that has a name

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_JOIN, *(form for _, form in _SETTINGS))

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to one's own page."""
        page = Choice(PEOPLE_WORDINGS[language].page, messages.OPEN)
        return () if for_editors else (page,)

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “join”, “programme”, “pause”, “topics”, “hours” and “leave”."""
        text = incoming.text
        if _JOIN.read(text) is not None:
            return [await self._invite(incoming, language)]
        what = next((name for name, form in _SETTINGS if form.read(text) is not None), None)
        if what is None:
            return None
        return [await self._show_setting(incoming, what, language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Answer the buttons of joining and of one's own page."""
        match choice.action:
            case messages.JOIN:
                return await self._join(incoming, choice.value, language)
            case messages.JOIN_NO:
                declined = PEOPLE_WORDINGS[language].declined
                return [say("join-declined", declined, language, in_place=True)]
            case messages.OPEN:
                return [await self._show_setting(incoming, "", language)]
            case messages.SET | messages.WRITE:
                return [await self._set(incoming, choice, language)]
            case messages.ROLE:
                return [await self._roles.answer(incoming, choice.value, language)]
            case messages.RESUME:
                return [await self._resume(incoming, language)]
            case messages.STAY:
                stayed = PEOPLE_WORDINGS[language].stayed
                return [say("programme-stayed", stayed, language, in_place=True)]
            case messages.LEAVE:
                for end in self.on_leave:
                    await end(incoming.person)
                await self.ambassadors.remove(incoming.person)
                left = PEOPLE_WORDINGS[language].left
                return [say("programme-left", left, language, in_place=True)]
            case _:
                return None

    def _name_topic(self, language: Language) -> "_TopicNames":
        return _TopicNames(self.topics, language)

    async def _invite(self, incoming: Incoming, language: Language) -> Message:
        ambassador = await self.ambassadors.find(incoming.person)
        if ambassador is None:
            return messages.compose_invitation(language)
        note = PEOPLE_WORDINGS[ambassador.language].already
        return messages.compose_page(ambassador, self._name_topic(ambassador.language), note=note)

    @property
    def _roles(self) -> Roles:
        return Roles(self.records, self.contexts, self.ambassadors)

    async def _join(self, incoming: Incoming, value: str, language: Language) -> list[Message]:
        """Ask the next question; the answers so far stand in the button's value."""
        answers = [*value.split()[:4], "", "", "", ""]
        chosen = next((one for one in LANGUAGES if one == answers[0]), None)
        if chosen is None:
            return [messages.compose_language_question(language)]
        networks = [one for one in NETWORKS if one in answers[1].split(",")]
        if not answers[2]:
            return [messages.compose_networks_question(chosen, networks)]
        level = next((one for one in LEVELS if one == answers[2]), None)
        if level is None:
            return [messages.compose_level_question(chosen, ",".join(networks) or "-")]
        if answers[3] != "yes":
            return [messages.compose_consent(chosen, networks, level)]
        role = await self._roles.propose(incoming, chosen)
        return [await self._enrol(incoming, chosen, networks, level), *([role] if role else [])]

    async def _enrol(
        self, incoming: Incoming, language: Language, networks: Sequence[str], level: Level
    ) -> Message:
        to = Return(incoming.channel, incoming.person, incoming.home or incoming.place)
        known = await self.ambassadors.find(incoming.person)
        groups = await self.name_groups(incoming.person) if self.name_groups else ()
        new = Ambassador(
            incoming.person,
            to,
            language,
            level,
            tuple(networks),
            self.clock.now(),
            name=incoming.name,
            hours=Hours(self.zone),
            cohorts=tuple(groups),
        )
        if known is not None:
            new = replace(known, to=to, language=language, level=level, networks=tuple(networks))
        told = await self.records.recall_person(incoming.person)
        new = replace(new, role=self.contexts.classify_role(told.role) if told.role else new.role)
        await self.ambassadors.keep(incoming.person, new, incoming.person)
        await self.records.remember_person(incoming.person, replace(told, language=language))
        first = list_first(told.role, language)
        is_reached = self.reaches(incoming.channel)
        return messages.compose_joined(language, first, is_reached=is_reached)

    async def _show_setting(self, incoming: Incoming, what: str, language: Language) -> Message:
        ambassador = await self.ambassadors.find(incoming.person)
        if ambassador is None:
            note = PEOPLE_WORDINGS[language].not_joined if what else ""
            return messages.compose_invitation(language, note=note)
        if what == "role":
            return self._roles.compose_question(incoming, ambassador.language)
        names = self._name_topic(ambassador.language)
        setting = messages.compose_setting(what, ambassador, tuple(self.topics), names)
        is_press = incoming.choice is not None
        return setting or messages.compose_page(ambassador, names, is_press=is_press)

    async def _set(self, incoming: Incoming, choice: Choice, language: Language) -> Message:
        """Set what was chosen or written; a button without a value asks for it."""
        what, _, value = choice.value.partition(" ")
        if choice.action == messages.WRITE:
            value = incoming.text
        ambassador = await self.ambassadors.find(incoming.person)
        if ambassador is None or not (value or what == "recap"):
            return await self._show_setting(incoming, what, language)
        if what == "role" and value in PEOPLE_WORDINGS[language].roles:
            return await self._roles.keep(incoming.person, value, ambassador.language)
        today = find_today(self.clock, ambassador.hours.zone)
        changed = change_ambassador(ambassador, what, value, self.topics, today)
        if isinstance(changed, Unread):
            wording = PEOPLE_WORDINGS[ambassador.language]
            sentence = wording.hours_unread if what == "hours" else wording.work_unread
            return say("programme-unread", sentence.format(part=changed.part), ambassador.language)

        def change(one: Ambassador) -> Ambassador:
            """Change them as they stand by then: an editor may have taken them into a group."""
            done = change_ambassador(one, what, value, self.topics, today)
            return one if isinstance(done, Unread) else done

        await self.ambassadors.change(incoming.person, change)
        for tell in self.on_change if what in ("pause", "hours") else ():
            await tell(changed)
        names = self._name_topic(changed.language)
        if what in ("topics", "networks"):
            setting = messages.compose_setting(what, changed, tuple(self.topics), names)
            if setting is not None:
                return setting
        if what == "pause":
            return messages.compose_paused(changed, is_open=changed.paused_until == FOR_GOOD)
        note = PEOPLE_WORDINGS[changed.language].saved
        return messages.compose_page(changed, names, note=note, is_press=True)

    async def _resume(self, incoming: Incoming, language: Language) -> Message:
        ambassador = await self.ambassadors.find(incoming.person)
        if ambassador is None:
            return messages.compose_invitation(language)
        back = replace(ambassador, paused_until=None)
        await self.ambassadors.change(incoming.person, lambda one: replace(one, paused_until=None))
        note = PEOPLE_WORDINGS[back.language].resumed
        return messages.compose_page(
            back, self._name_topic(back.language), note=note, is_press=True
        )


@dataclass(frozen=True)
class _TopicNames:
    """Names a topic in a language."""

    topics: Mapping[str, Mapping[Language, str]]
    language: Language

    def __call__(self, topic: str) -> str:
        return self.topics[topic][self.language] if topic in self.topics else topic
