"""The themes of the field: counted in headlines, never persons, shown once a week."""

import datetime
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bootstrap.feeds import build_theme_words
from bot.core.message import Choice
from bot.core.model import LANGUAGES, Organisation
from bot.core.policy.policy import Policy
from bot.core.programme.talk.headline import FeedsRead, Headline, UnreadFeed
from bot.core.programme.talk.names import NameFinder
from bot.core.programme.talk.themes import Theme, ThemeWords, find_themes
from bot.files.hashtags import load_hashtags
from tests.channels.running import ROOT
from tests.core.programme.house import MONDAY, House, build_house
from tests.core.programme.talking import read_words
from tests.fakes.field import FakeFeeds

ENGLISH = (
    "Hospitals warn of nursing shortage this winter",
    "Nursing shortage hits rural hospitals hardest, survey finds",
    "What a nursing shortage means for night shifts",
    "Anna Miller leads the new hospital board",
    "Anna Miller on her first hundred days in hospital",
    "Why Anna Miller believes in hand hygiene",
    "Hand hygiene campaign starts in care homes",
    "Ward teams make hand hygiene a habit",
    "Digital records save doctors an hour a day",
    "Trust rolls out digital records in all wards",
)
GERMAN = (
    "Fachkräftemangel in der Pflege nimmt weiter zu",
    "Kliniken spüren den Fachkräftemangel im Nachtdienst",
    "Fachkräftemangel: Was Pflegeheime jetzt tun",
    "Lauterbach stellt die Krankenhausreform vor",
    "Was Lauterbach zur Krankenhausreform sagt",
    "Lauterbach und die Länder streiten über die Krankenhausreform",
    "Dr. Petra Schneider über Impfungen im Herbst",
)


@functools.cache
def load_words() -> ThemeWords:
    return build_theme_words(load_hashtags(ROOT / "policies"))


@pytest.fixture
def words() -> ThemeWords:
    return load_words()


@pytest.fixture(scope="session")
def names(policy: Policy) -> NameFinder:
    return NameFinder(policy)


def make(titles: Sequence[str], feed: str = "a") -> list[Headline]:
    return [
        Headline(title, f"https://example.org/{feed}/{at}", feed if at % 2 else f"{feed}2")
        for at, title in enumerate(titles)
    ]


def name_all(themes: Sequence[Theme]) -> str:
    return " | ".join(theme.name.casefold() for theme in themes)


def test_themes_are_found_with_two_headlines_each(words: ThemeWords, names: NameFinder) -> None:
    found = find_themes(make(ENGLISH), words, names)["en"]
    told = name_all(found)
    assert "nursing shortage" in told
    assert "hand hygiene" in told
    assert "digital records" in told
    assert len(found) <= 5
    assert all(1 <= len(theme.headlines) <= 2 for theme in found)
    shortage = next(one for one in found if one.name.casefold() == "nursing shortage")
    assert shortage.count == 3
    assert len({one.feed for one in shortage.headlines}) == 2


def test_persons_are_neither_themes_nor_in_the_headlines_that_are_shown(
    words: ThemeWords, names: NameFinder
) -> None:
    found = find_themes(make(ENGLISH) + make(GERMAN, "b"), words, names)
    told = name_all([theme for listed in found.values() for theme in listed])
    for name in ("anna", "miller", "lauterbach", "petra", "schneider"):
        assert name not in told
    assert "fachkräftemangel" in told
    assert "krankenhausreform" in told
    titles = [one.title for listed in found.values() for theme in listed for one in theme.headlines]
    assert not [title for title in titles if "Miller" in title or "Schneider" in title]


def test_one_article_in_many_feeds_is_one_headline(words: ThemeWords, names: NameFinder) -> None:
    same = [
        replace(one, feed=feed) for feed in "abcdef" for one in make(["Hand hygiene in care homes"])
    ]
    assert not find_themes(same, words, names).get("en")


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_headlines_give_themes(titles: list[str]) -> None:
    for listed in find_themes(make(titles * 2), load_words(), lambda _title: ()).values():
        assert all(theme.headlines and theme.count >= 2 for theme in listed)


@dataclass
class TalkingHouse:
    """A house whose feeds are these."""

    house: House
    feeds: FakeFeeds = field(default_factory=lambda: FakeFeeds(FeedsRead(())))


@pytest.fixture
def talking(tmp_path: Path, names: NameFinder) -> TalkingHouse:
    house = build_house(tmp_path, Organisation("Acme"))
    old = Headline("Old news of hand hygiene", "https://a.example/old", "a",
                   MONDAY - datetime.timedelta(days=40))  # fmt: skip
    headlines = [old, *make(ENGLISH), *make(GERMAN, "b")]
    feeds = FakeFeeds(FeedsRead(headlines, [UnreadFeed("https://b.example/rss", "private")]))
    house.read_feeds(feeds, names)
    return TalkingHouse(house, feeds)


async def test_themes_come_once_a_week_and_to_whoever_asks(talking: TalkingHouse) -> None:
    house = talking.house
    answers = await house.meet("ada").say("field talk")
    assert answers is not None
    assert "aren't here yet" in read_words(answers[0])
    await house.pass_time(days=7)
    assert talking.feeds.count == 1  # by two clocks
    english = await house.meet("ada").say("what the field talks about")
    assert english is not None
    words = read_words(english[0])
    assert "hand hygiene" in words.casefold()
    assert "https://example.org/" in words
    assert "Old news" not in words
    german = await house.meet("ben", "de").say("Fachthemen")
    assert german is not None
    assert "Fachkräftemangel (3 Überschriften)" in read_words(german[0])
    assert "nursing shortage" in read_words(german[0]).casefold()  # too few of their own


async def test_editors_see_which_feed_could_not_be_read(talking: TalkingHouse) -> None:
    house = talking.house
    await house.pass_time(days=7)
    editor = house.meet_editor("nl")
    shown = read_words(await editor.send(Choice("", "field-sources")))
    assert "https://a.example/rss: gelezen" in shown
    assert "https://b.example/rss: Het adres leidt naar een intern netwerk" in shown
    refused = await house.meet("eve").send(Choice("", "field-sources"))
    assert refused.kind == "not-an-editor"


async def test_a_house_without_feeds_says_so_in_every_language(tmp_path: Path) -> None:
    house = build_house(tmp_path)
    for language, text in zip(
        LANGUAGES, ("Branchenthemen", "vakthema's", "field talk"), strict=True
    ):
        answers = await house.meet("ada", language).say(text)
        assert answers is not None
        assert re.search("omms|communicatieteam|Kommunikationsteam", read_words(answers[0]))
    await house.pass_time(days=8)
    assert not [key for key in house.seen if key.startswith("talk:")]
