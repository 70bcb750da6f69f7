"""Connecting LinkedIn: on the way there, on the way back, and what is fetched; in chat."""

import datetime
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from bot.channels.web.linkedin import LinkedInDoor
from bot.core.message import Link
from bot.core.model import LANGUAGES, Language
from bot.core.programme.connections.connecting import Connecting
from bot.core.programme.connections.connection import Connection, Journey
from bot.core.programme.connections.fetching import Fetching
from bot.core.programme.connections.signing_in import SigningIn
from bot.core.programme.connections.wording import CONNECTION_WORDINGS
from bot.core.programme.programme import Programme
from bot.networks.linkedin import LinkedInNumbers
from bot.networks.linkedin_sign_in import LinkedInSignIn
from bot.storage.memory import MemoryShelf
from tests.core.programme.posts.conftest import Handing, handing
from tests.core.programme.talking import Talker, read_words
from tests.fakes.linkedin.platform import FakeLinkedIn
from tests.fakes.outbox import FakeOutbox

__all__ = ["handing"]
_URN = "urn:li:share:7000000000000000001"
_LINK = f"https://www.linkedin.com/feed/update/{_URN}"
_ACTIVITY = "https://www.linkedin.com/feed/update/urn:li:activity:7000000000000000002"
_NUMBERS = {"IMPRESSION": 412, "MEMBERS_REACHED": 300, "REACTION": 21, "COMMENT": 3, "RESHARE": 0}


@dataclass
class Place:
    """A programme with LinkedIn beside it."""

    handing: Handing
    linkedin: FakeLinkedIn
    outbox: FakeOutbox
    feature: Connecting

    @property
    def signing_in(self) -> SigningIn:
        return self.feature.signing_in

    async def join(self, person: str, language: Language = "en") -> Talker:
        talker = await self.handing.join(person, language)
        talker.programme = Programme(
            (self.handing.feature, self.feature), self.handing.feature.editors
        )
        return talker

    async def find_state(self, talker: Talker) -> str:
        """Press nothing yet: ask for the way, and give the state that is on it."""
        shown = (await talker.say("linkedin") or [])[-1]
        (link,) = [part for part in shown.parts if isinstance(part, Link)]
        (state,) = parse_qs(urlsplit(link.address).query)["state"]
        return state

    async def connect(self, talker: Talker) -> None:
        state = await self.find_state(talker)
        self.linkedin.codes.add("code-1")
        assert (await self.signing_in.finish(state, "code-1", ""))[0] == "connected"

    async def hand_in(self, talker: Talker, link: str) -> None:
        await talker.say(f"posted {link}")
        await talker.press("post-keep", "mine")


@pytest.fixture
async def linkedin() -> AsyncIterator[FakeLinkedIn]:
    running = FakeLinkedIn(posts={_URN: _NUMBERS})
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def place(handing: Handing, linkedin: FakeLinkedIn) -> Place:
    clock, outbox = handing.clock, FakeOutbox()
    network = LinkedInSignIn(
        "client", "secret", "https://jourfix.example/back", f"{linkedin.address}/oauth/v2", clock
    )
    journeys: MemoryShelf[Journey] = MemoryShelf()
    connections: MemoryShelf[Connection] = MemoryShelf()
    signing_in = SigningIn(
        network, journeys, connections, handing.ambassadors, outbox, clock, b"a key"
    )
    source = LinkedInNumbers(linkedin.address, "202603", clock)
    fetching = Fetching(source, network, connections, handing.feature, clock)
    return Place(handing, linkedin, outbox, Connecting(signing_in, fetching, handing.ambassadors))


async def test_who_connects_gets_the_numbers_of_what_they_handed_in(place: Place) -> None:
    ann = await place.join("UANN")
    await place.hand_in(ann, _LINK)
    await place.hand_in(ann, _ACTIVITY)
    await place.connect(ann)
    (sent,) = place.outbox.sent.values()
    assert (sent.to.person, sent.message.kind) == ("UANN", "linkedin-connected")
    await place.feature.look_after()
    posts = {
        post.link: dict(post.figures.told) for post in await place.handing.feature.list_own("UANN")
    }
    assert posts[_LINK]["impressions"] == 412
    assert posts[_ACTIVITY] == {}
    (status,) = await ann.say("linkedin") or []
    assert "numbers of one post" in read_words(status)
    assert "another number" in read_words(status)


async def test_it_is_asked_once_a_day(place: Place) -> None:
    ann = await place.join("UANN")
    await place.hand_in(ann, _LINK)
    await place.connect(ann)
    await place.feature.look_after()
    before = len(place.linkedin.asked)
    place.handing.clock.advance(hours=19)
    await place.feature.look_after()
    assert len(place.linkedin.asked) == before
    place.handing.clock.advance(hours=2)
    await place.feature.look_after()
    assert len(place.linkedin.asked) == before + 5


@pytest.mark.parametrize("minutes", [10, 60])
async def test_a_way_ends_after_ten_minutes(place: Place, minutes: int) -> None:
    ann = await place.join("UANN")
    state = await place.find_state(ann)
    place.linkedin.codes.add("code-1")
    place.handing.clock.advance(minutes=minutes)
    assert await place.signing_in.finish(state, "code-1", "") == ("expired", None)
    await place.feature.look_after()
    assert await place.signing_in.journeys.list_things() == []
    assert place.linkedin.forms == [], "the code was not even shown"


async def test_a_way_serves_once_and_only_the_newest(place: Place) -> None:
    ann = await place.join("UANN")
    older, newer = await place.find_state(ann), await place.find_state(ann)
    place.linkedin.codes.add("code-1")
    assert await place.signing_in.finish(older, "code-1", "") == ("expired", None)
    assert await place.signing_in.finish(newer, "code-1", "") == ("connected", "en")
    assert await place.signing_in.finish(newer, "code-1", "") == ("expired", None)


async def test_nobody_comes_back_with_what_we_did_not_sign(place: Place) -> None:
    ann = await place.join("UANN")
    state = await place.find_state(ann)
    name, until, signature = state.split(".")
    changed = "A" if signature[0] != "A" else "B"
    forged = [
        "", "x", f"{name}.{until}.{changed}{signature[1:]}", f"{name}.9999999999.{signature}",
        f"{'A' * 22}.{until}.{signature}", state + "\n", "x" * 3_000,
    ]  # fmt: skip
    for one in forged:
        assert await place.signing_in.finish(one, "code-1", "") == ("expired", None)
    assert place.linkedin.forms == []
    assert await place.signing_in.connections.list_things() == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_declines_reads_so_in_their_language(place: Place, language: Language) -> None:
    ann = await place.join("UANN", language)
    state = await place.find_state(ann)
    app = Starlette(routes=[Mount("/back", LinkedInDoor(place.signing_in.finish))])
    with TestClient(app) as client:
        answer = client.get("/back", params={"state": state, "error": "user_cancelled_login"})
        assert answer.text == CONNECTION_WORDINGS[language].refusals["declined"]
        again = client.get("/back", params={"state": state, "error": "<script>"})
        assert (again.status_code, "script" in again.text) == (400, False)
        assert again.headers["Cache-Control"] == "no-store"
        assert client.post("/back").status_code == 405
    assert await place.signing_in.connections.list_things() == []


async def test_disconnecting_and_leaving_erase_the_token(place: Place) -> None:
    ann, ben = await place.join("UANN"), await place.join("UBEN")
    for one in (ann, ben):
        await place.connect(one)
    (ended,) = await ann.say("disconnect linkedin") or []
    assert "disconnected" in read_words(ended)
    assert [one.person for one in await place.signing_in.connections.list_things()] == ["UBEN"]
    await place.feature.leave("UBEN")
    assert await place.signing_in.connections.list_things() == []
    (nothing,) = await ann.say("disconnect linkedin") or []
    assert "was not connected" in read_words(nothing)


async def test_a_token_that_was_taken_back_is_said_and_asked_for_no_more(place: Place) -> None:
    ann = await place.join("UANN")
    await place.hand_in(ann, _LINK)
    await place.connect(ann)
    place.linkedin.tokens.clear()
    await place.feature.look_after()
    asked = len(place.linkedin.asked)
    place.handing.clock.advance(days=2)
    await place.feature.look_after()
    assert len(place.linkedin.asked) == asked
    (status,) = await ann.say("linkedin") or []
    assert "give your consent again" in read_words(status)
    assert (await ann.press("linkedin-consent")).kind == "linkedin-consent"


async def test_a_token_is_renewed_before_it_ends(place: Place) -> None:
    place.linkedin.gives_refresh = True
    ann = await place.join("UANN")
    await place.hand_in(ann, _LINK)
    await place.connect(ann)
    place.handing.clock.advance(days=55)
    await place.feature.look_after()
    (connection,) = await place.signing_in.connections.list_things()
    left = connection.token.expires - place.handing.clock.now()
    assert (left, connection.is_over) == (datetime.timedelta(days=60), False)


async def test_who_has_not_joined_or_left_meanwhile_is_not_connected(place: Place) -> None:
    ann = await place.join("UANN")
    stranger = Talker(ann.programme, "USTRANGER")
    (invited,) = await stranger.say("connect linkedin") or []
    assert not [part for part in invited.parts if isinstance(part, Link)]
    state = await place.find_state(ann)
    place.linkedin.codes.add("code-1")
    await place.handing.ambassadors.remove("UANN")
    assert (await place.signing_in.finish(state, "code-1", ""))[0] == "expired"
    assert await place.signing_in.connections.list_things() == []


async def test_no_token_shows_in_what_is_printed(place: Place) -> None:
    ann = await place.join("UANN")
    await place.connect(ann)
    (connection,) = await place.signing_in.connections.list_things()
    assert connection.token.access == "token-2"
    assert "token-2" not in repr(connection)
    assert "a key" not in repr(place.signing_in)
