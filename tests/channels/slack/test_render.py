"""Every message becomes blocks that Slack takes, whatever stands in it."""

import datetime
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as some
from slack_sdk.models.blocks import Block, HeaderBlock, RichTextBlock

from bot.channels.slack.home import render_home
from bot.channels.slack.plain import make_plain
from bot.channels.slack.render import render_message
from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.home import compose_home
from bot.core.coaching.messages import compose_review
from bot.core.message import (
    Banner,
    Choice,
    Choices,
    Copyable,
    Link,
    Listing,
    Mark,
    MarkedDraft,
    Message,
    Paragraph,
    Preview,
    Section,
)
from bot.core.model import LANGUAGES, Severity, Verdict
from bot.core.ports import ReviewedOn
from tests.conftest import Reviewer, load_once

SCHEMAS = Path(__file__).parents[2] / "fakes" / "slack" / "schemas"
_DRAFTS = (
    "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg.",
    "Mevrouw Jansen van kamer 12 zei gisteren dat ze haar kleindochter nog één keer wilde zien.",
    "What I learned on my first night shift: coffee helps, colleagues help more. Thank you, team!",
)


@lru_cache(maxsize=4)
def validator(name: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads((SCHEMAS / f"{name}.json").read_text("utf-8")))


def check_posts(posts: list[Any]) -> None:
    for post in posts:
        assert post["text"] is not None
        assert len(post["text"]) <= 4_000
        assert len(post["blocks"]) <= 50
        validator("blocks").validate(post["blocks"])
        for block in post["blocks"]:
            check_lengths(block)
        names = [one["action_id"] for block in post["blocks"] for one in block.get("elements", ()) if "action_id" in one]  # fmt: skip
        assert len(names) == len(set(names))


def check_lengths(block: dict[str, Any]) -> None:
    """Hold a block to the lengths that slack_sdk's own models know."""
    parsed = Block.parse(block)
    assert parsed is not None
    parsed.validate_json()
    assert isinstance(parsed, HeaderBlock | RichTextBlock) or block["type"] in (
        "actions",
        "divider",
    )


@pytest.mark.parametrize("draft", _DRAFTS)
def test_reviews(draft: str, review: Reviewer) -> None:
    check_posts(list(render_message(compose_review(review(draft), draft))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_home(language: Any) -> None:
    context = Contexts().compose(load_once()[1], datetime.date(2026, 6, 15), Told())
    latest = [ReviewedOn(datetime.date(2026, 6, 1), "ask")]
    view = render_home([compose_home(context, latest, language)])
    validator("view").validate(view)
    assert len(view["blocks"]) <= 100


_texts = some.text(max_size=3_500)
_choices = some.builds(
    Choice, some.text(min_size=1, max_size=200), some.sampled_from(["explain", "context"]), _texts
)
_parts = some.one_of(
    some.builds(Paragraph, _texts, some.sampled_from(["normal", "strong", "quiet"])),
    some.builds(Banner, some.sampled_from(list(Verdict)), _texts, _texts),
    some.builds(Listing, _texts, some.lists(_texts, max_size=4).map(tuple)),
    some.builds(Copyable, _texts, _texts, _texts),
    some.builds(
        Link, _texts, some.sampled_from(["https://x.example/a?b=1&c=2", "/calendar/abc.ics"])
    ),
    some.builds(Preview, _texts, _texts, _texts, _texts, _texts),
    some.builds(Choices, some.lists(_choices, max_size=12).map(tuple), _texts),
    _texts.map(lambda text: MarkedDraft("", text, (Mark(0, len(text), Severity.ASK, 1),))),
)
_sections = some.builds(Section, _texts, some.lists(_parts, max_size=3).map(tuple))
_messages = some.builds(
    Message,
    some.just("any"),
    _texts,
    some.lists(some.one_of(_parts, _sections), max_size=8).map(tuple),
)


@given(_messages)
def test_whatever_stands_in_a_message(message: Message) -> None:
    posts = list(render_message(message))
    check_posts(posts)
    json.dumps(posts).encode("utf-8")


def test_no_part_of_a_text_is_lost() -> None:
    text = "Wort " * 3_000
    posts = render_message(Message("any", "", (Paragraph(text),)))
    shown = "".join(
        element["text"]
        for post in posts
        for block in post["blocks"]
        for part in block["elements"]
        for element in part["elements"]
    )
    assert shown == text


def test_a_link_is_one_where_slack_can_follow_it() -> None:
    outside = Link("Add to calendar", "https://jourfix.example/calendar/abc.ics")
    inside = Link("Add to calendar", "/calendar/abc.ics")
    posts = render_message(Message("any", "", (outside, inside)))
    check_posts(posts)
    (block,) = posts[0]["blocks"]
    (element,) = block["elements"][0]["elements"]
    assert (element["type"], element["url"]) == ("link", outside.address)
    assert f"{outside.label}: {outside.address}" in make_plain(posts[0])["text"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example", "https://", "http://a b", 'https://a"b']
)
def test_an_address_that_nobody_should_follow_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="https"):
        Link("x", address)
