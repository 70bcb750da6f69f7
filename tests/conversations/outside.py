"""What stands outside a scene: the feeds of the field, and LinkedIn."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs, urlsplit

import httpx

from bot.core.message import Message, Paragraph
from bot.core.model import Language
from bot.core.programme.talk.headline import FeedsRead, Headline, UnreadFeed
from tests.core.programme.house import House
from tests.fakes.field import FakeFeeds

# The numbers of what people of a scene post, by the number in its link.
LINKEDIN_POSTS = {
    "urn:li:share:7000000000000000001": {
        "IMPRESSION": 412, "MEMBERS_REACHED": 300, "REACTION": 21, "COMMENT": 3, "RESHARE": 0,
    },
}  # fmt: skip
CODE = "a code"


def make_feeds(told: Mapping[str, Sequence[str]]) -> FakeFeeds:
    """Make feeds out of their headlines; one without any cannot be reached."""
    headlines = [
        Headline(title, f"{address}/{number}", address)
        for address, titles in told.items()
        for number, title in enumerate(titles, start=1)
    ]
    unread = [UnreadFeed(address, "unreachable") for address, titles in told.items() if not titles]
    return FakeFeeds(FeedsRead(headlines, unread), tuple(told))


async def come_back(house: House, link: str, language: Language, answer: str) -> Message:
    """Say yes or no at LinkedIn, and give the page that somebody comes back to."""
    assert house.linkedin is not None, "the organisation has no access"
    (state,) = parse_qs(urlsplit(link).query)["state"]
    brought = {"code": CODE} if answer == "yes" else {"error": "user_cancelled_authorize"}
    reads = {"Accept-Language": language}
    door = httpx.ASGITransport(house.linkedin.build_door())
    async with httpx.AsyncClient(
        transport=door, base_url="http://jourfix.example", headers=reads
    ) as browser:
        page = await browser.get("/", params={"state": state, **brought})
    return Message("page", page.text, (Paragraph(page.text),), language)
