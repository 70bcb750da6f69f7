"""What is told of an answer while it comes: whole items that fit, in order, whatever else is said."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.llm.outcomes import Heard
from bot.llm.overhearing import Overhearing
from tests.fakes.model import server as fake
from tests.llm.conftest import SCHEMA, House, make_prompt

QUOTES = st.lists(st.text(max_size=30), max_size=5)


def overhear(text: str, size: int, schema: dict[str, Any] = SCHEMA) -> list[Any]:
    """Let a text be heard in pieces; gives what was told each time."""
    told: list[Any] = []
    overhearing, heard = Overhearing(schema, told.append), Heard()
    for at in range(0, len(text), size):
        heard.pieces.append(text[at : at + size])
        heard.length += len(heard.pieces[-1])
        overhearing.note(heard)
    return told


@given(QUOTES, st.integers(1, 40), st.booleans())
def test_every_item_is_told_once_it_is_whole(quotes: list[str], size: int, is_spaced: bool) -> None:
    data = {"findings": [{"quote": quote} for quote in quotes]}
    told = overhear(json.dumps(data, indent=2 if is_spaced else None), size)
    counts = [len(one["findings"]) for one in told]
    assert counts == sorted(set(counts))
    assert all(one["findings"] == data["findings"][: len(one["findings"])] for one in told)
    clean = [quote for quote in quotes if quote.isprintable()]
    if clean == quotes and size == 1:
        assert counts == list(range(1, len(quotes) + 1))


@given(st.text(alphabet='{}[]":, abfindgsquote\\\n\ud800', max_size=200), st.integers(1, 9))
def test_no_answer_breaks_it(text: str, size: int) -> None:
    for told in overhear(text, size):
        assert list(told) == ["findings"]
        assert all(set(item) == {"quote"} for item in told["findings"])


def test_what_does_not_fit_ends_the_telling() -> None:
    text = '{"findings": [{"quote": "a"}, {"quote": 7}, {"quote": "b"}]}'
    assert overhear(text, 1) == [{"findings": [{"quote": "a"}]}]


def test_of_a_reply_that_is_no_list_nothing_is_told() -> None:
    schema = {"type": "object", "properties": {"text": {"type": "string"}}}
    assert overhear('{"text": "a"}', 1, schema) == []


def test_nesting_without_end_is_not_followed() -> None:
    assert overhear('{"findings": [' + '{"quote": ' * 5_000, 1_000) == []


async def test_a_model_tells_of_its_list_as_it_comes(house: House) -> None:
    data = {"findings": [{"quote": "eins"}, {"quote": "zwei"}]}
    house.server.behave(fake.says_json(data))
    told: list[Any] = []
    reply = await house.build().ask(make_prompt(), told.append)
    assert reply.data == data
    assert [len(one["findings"]) for one in told] == [1, 2]


async def test_of_an_answer_that_is_repaired_only_the_first_is_told(house: House) -> None:
    good = {"findings": [{"quote": "drei"}]}
    house.server.behave(
        fake.says('{"findings": [{"quote": "eins"}, {"quote": 7}]}'), fake.says_json(good)
    )
    told: list[Any] = []
    reply = await house.build().ask(make_prompt(), told.append)
    assert reply.data == good
    assert told == [{"findings": [{"quote": "eins"}]}]
