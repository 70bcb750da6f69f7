"""Build what reads the feeds of the organisation."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.coaching.hashtags import HashtagCatalogue
from bot.core.computing import Compute
from bot.core.language.fold import fold_word
from bot.core.model import LANGUAGES
from bot.core.programme.talk.headline import FeedsRead, Headline, UnreadFeed
from bot.core.programme.talk.themes import ThemeWords
from bot.files.feeds import FeedUnreadableError, read_feed
from bot.files.words import open_knowledge
from bot.settings import Settings, split_list

if TYPE_CHECKING:
    from bot.networks.feed_fetching import FeedLine

_MOST_FEEDS = 30


@dataclass(frozen=True)
class NamedFeeds:
    """Implements the Feeds port: fetches each address and reads what came."""

    addresses: Sequence[str]
    compute: Compute

    async def read_all(self) -> FeedsRead:
        """Read all feeds; what cannot be read is said."""
        # seven megabytes: only where there are feeds
        from bot.networks.feed_fetching import open_feed_line  # noqa: PLC0415

        async with open_feed_line() as line:
            read = await asyncio.gather(*(self._read(line, one) for one in self.addresses))
        headlines = [one for got in read if not isinstance(got, UnreadFeed) for one in got]
        return FeedsRead(headlines, [got for got in read if isinstance(got, UnreadFeed)])

    async def _read(self, line: "FeedLine", address: str) -> Sequence[Headline] | UnreadFeed:
        got = await line.fetch(address)
        if isinstance(got, str):
            return UnreadFeed(address, got)
        data = got
        try:
            return await self.compute(lambda: read_feed(data, address))
        except FeedUnreadableError:
            return UnreadFeed(address, "no-feed")


def build_feeds(settings: Settings, compute: Compute) -> NamedFeeds:
    """Build what reads the feeds of the settings."""
    return NamedFeeds(split_list(settings.feeds)[:_MOST_FEEDS], compute)


def build_theme_words(catalogue: HashtagCatalogue) -> ThemeWords:
    """Build what is known of words: our topic words are those of the hashtag catalogue."""
    knowledge = open_knowledge()
    shelves = catalogue.shelves
    topics = {
        language: frozenset(
            fold_word(word.lstrip("*"), language)
            for tag in shelves[language].tags
            for word in tag.words
            if " " not in word
        )
        for language in LANGUAGES
        if language in shelves
    }
    return ThemeWords(knowledge.lexicon, topics, knowledge.first_names | knowledge.last_names)
