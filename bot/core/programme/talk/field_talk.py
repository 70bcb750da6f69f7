"""Once a week: which themes people in the field talk about, from feeds that the house names."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from bot.core.coaching.replies import say
from bot.core.computing import Compute
from bot.core.message import Choice, Incoming, Message
from bot.core.model import LANGUAGES, Language
from bot.core.ports import Clock
from bot.core.programme.due import Kind, Occurrence
from bot.core.programme.editors import Editors
from bot.core.programme.plans import Plans
from bot.core.programme.ports import Shelf
from bot.core.programme.spoken import Spoken
from bot.core.programme.talk import messages
from bot.core.programme.talk.headline import Feeds, Headline, UnreadFeed
from bot.core.programme.talk.names import NameFinder
from bot.core.programme.talk.themes import MOST_THEMES, Spans, Theme, ThemeWords, find_themes
from bot.core.programme.talk.wording import TALK_WORDINGS
from bot.core.programme.weeks import find_week
from bot.core.programme.zones import find_today

_TALK = Spoken(
    {
        "de": ("branchenthemen", "fachthemen", "wor(?:ü|ue)ber spricht das fach"),
        "nl": ("vakthema(?:'|’)?s", "waar (?:praat het vak|het vak) over(?: praat)?"),
        "en": ("field talk", "what (?:the field talks|does the field talk) about"),
    }
)  # fmt: skip
_FRESH = datetime.timedelta(days=10)
_AT_ONCE = 40  # headlines: some 60 ms
_FEWEST_OWN = 3  # themes in somebody's language; with fewer, those of other languages are added


@dataclass(frozen=True)
class Talk:
    """The themes of one week, by language, and the feeds that could not be read."""

    week: str
    themes: Mapping[str, tuple[Theme, ...]] = field(default_factory=dict)
    unread: tuple[UnreadFeed, ...] = ()


@dataclass(frozen=True)
class FieldTalk:
    """Implements the Feature of the field's themes, for everybody, and Scheduled.

    Args:
        feeds: Read what the organisation names.
        words: What is known of words.
        names: Finds persons.
        talks: One row a week.
        editors: Who sees which feeds are read.
        clock: Tells the time.
        compute: Runs what takes long.
        zone: The organisation's time zone.
    """

    feeds: Feeds
    words: ThemeWords
    names: NameFinder
    talks: Shelf[Talk]
    editors: Editors
    clock: Clock
    compute: Compute
    zone: str

    @property
    def spoken(self) -> Sequence[Spoken]:
        """List what people write to reach it."""
        return (_TALK,)

    def list_doors(self, language: Language, *, for_editors: bool) -> Sequence[Choice]:
        """Lead to the themes, and editors to the feeds."""
        wording = TALK_WORDINGS[language]
        if for_editors:
            return (Choice(wording.desk, messages.SOURCES),)
        return (Choice(wording.door, messages.TALK),) if self.feeds.addresses else ()

    async def answer_words(self, incoming: Incoming, language: Language) -> list[Message] | None:
        """Answer “field talk”."""
        return None if _TALK.read(incoming.text) is None else [await self._show(language)]

    async def answer_choice(
        self, incoming: Incoming, choice: Choice, language: Language
    ) -> list[Message] | None:
        """Show the themes, or the feeds to an editor."""
        match choice.action:
            case messages.TALK:
                return [await self._show(language)]
            case messages.SOURCES:
                refusal = self.editors.refuse(incoming, language)
                return [refusal or await self._show_sources(language)]
            case _:
                return None

    async def find_themes(self, week: str, language: Language) -> Sequence[Theme] | None:
        """Give the themes of a week to a reader; None: nobody looked yet."""
        talk = await self.talks.find(week)
        if talk is None:
            return None
        own = talk.themes.get(language, ())
        others = [
            one for other in LANGUAGES if other != language for one in talk.themes.get(other, ())
        ]
        others.sort(key=lambda theme: -theme.count)
        return own if len(own) >= _FEWEST_OWN else (*own, *others)[:MOST_THEMES]

    async def _show(self, language: Language) -> Message:
        wording = TALK_WORDINGS[language]
        if not self.feeds.addresses:
            return say("field-talk", wording.no_feeds, language)
        themes = await self.find_themes(self._name_week(), language)
        if themes is None:
            return say("field-talk", wording.not_yet, language)
        return messages.compose_talk(themes, language)

    async def _show_sources(self, language: Language) -> Message:
        talk = await self.talks.find(self._name_week())
        unread = talk.unread if talk else ()
        return messages.compose_sources(self.feeds.addresses, unread, language)

    def _name_week(self) -> str:
        return find_week(find_today(self.clock, self.zone)).name

    @property
    def kinds(self) -> frozenset[Kind]:
        """Name what it carries out."""
        return frozenset({"talk"})

    async def plan(
        self, plans: Plans, _since: datetime.datetime, _until: datetime.datetime
    ) -> Plans:
        """Say that there is one every week, where there are feeds."""
        return replace(plans, has_talk=bool(self.feeds.addresses))

    async def carry_out(self, occurrence: Occurrence) -> None:
        """Read the feeds and keep the themes of a week, unless that was done."""
        week = occurrence.subject
        if await self.talks.find(week) is not None:
            return
        read = await self.feeds.read_all()
        fresh = self._take_fresh(read.headlines)
        named = await self._find_names([one.title for one in fresh])
        found = await self.compute(partial(find_themes, fresh, self.words, named.__getitem__))
        themes: dict[str, tuple[Theme, ...]] = {one: tuple(found[one]) for one in found}
        await self.talks.keep(week, Talk(week, themes, tuple(read.unread)))

    async def _find_names(self, titles: Sequence[str]) -> Mapping[str, Spans]:
        """Find names a few headlines at a time: somebody may be waiting for a review."""
        named: dict[str, Spans] = {}
        for first in range(0, len(titles), _AT_ONCE):
            few = titles[first : first + _AT_ONCE]
            named |= await self.compute(partial(self._find_names_in, few))
        return named

    def _find_names_in(self, titles: Sequence[str]) -> dict[str, Spans]:
        return {title: self.names(title) for title in titles}

    async def note_missed(self, occurrence: Occurrence) -> None:
        """Leave it: next week has its own."""

    def _take_fresh(self, headlines: Sequence[Headline]) -> Sequence[Headline]:
        """Leave out what is older than the week; what bears no date may be new."""
        since = self.clock.now() - _FRESH
        return [one for one in headlines if one.published is None or one.published >= since]
