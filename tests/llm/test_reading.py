"""Whatever a model writes is read, or is a misfit in our words; nothing is raised."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.suggesting.schema import find_misfit
from bot.llm.reading import LONGEST, Misfit, Read, read_reply
from tests.llm.conftest import SCHEMA

quotes = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
replies = st.lists(quotes.map(lambda quote: {"quote": quote}), max_size=3).map(
    lambda some: {"findings": some}
)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["findings", "quote", ""]) | st.text(max_size=5), inner, max_size=4
        )
    ),
    max_leaves=20,
)
shards = st.lists(
    st.sampled_from(
        [
            '{"findings": ',
            "[",
            "]",
            "{",
            "}",
            '{"quote": "',
            '"',
            ",",
            ":",
            "\\",
            "\\u",
            "\\ud800",
            "```json\n",
            "```",
            "<think>",
            "</think>",
            "NaN",
            "1e999",
            "null",
            "9" * 30,
            "\x00",
            "\ud800",
            "é",
            "\n",
            "ok ",
        ]
    )
    | st.text(max_size=3),
    max_size=40,
).map("".join)
around = st.text(st.characters(exclude_characters="{}<", exclude_categories=["Cs"]), max_size=20)


def is_ours(problem: str) -> bool:
    """Whether a problem is put in our words: nothing is quoted that we did not write."""
    return problem.isascii() or not set(problem) - set("“”") - set(map(chr, range(128)))


@given(
    st.text()
    | shards
    | st.binary().map(lambda data: data.decode("utf-8", "replace"))
    | anything.map(json.dumps)
)
@example("[" * 100_000)
@example('{"a":' * 5_000)
@example("{" * LONGEST)
@example('{"findings": [' * 1_000)
@example("<think>" * 5_000)
@example('{"findings": ' + "9" * 5_000 + "}")
def test_whatever_is_written_is_read_or_is_a_misfit(text: str) -> None:
    found = read_reply(text, SCHEMA)
    if isinstance(found, Read):
        assert find_misfit(found.data, SCHEMA) is None
        json.dumps(found.data, ensure_ascii=False).encode()  # can be kept and shown
    else:
        assert is_ours(found.problem)
        assert len(found.problem) < 200


@given(replies, around, around)
def test_a_reply_is_found_whatever_stands_around_it(
    data: dict[str, Any], before: str, after: str
) -> None:
    assert read_reply(f"{before}{json.dumps(data)}{after}", SCHEMA) == Read(data)


@given(replies, st.booleans())
def test_a_fence_or_a_thought_is_no_part_of_it(data: dict[str, Any], is_thought: bool) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1)
    wrapped = f"<think>{{ {text}</think>{text}" if is_thought else f"```json\n{text}\n```"
    assert read_reply(wrapped, SCHEMA) == Read(data)


@given(replies.filter(lambda data: data["findings"]), st.data())
def test_a_reply_that_was_cut_is_a_misfit_and_never_a_part_of_it(
    data: dict[str, Any], draw: st.DataObject
) -> None:
    text = json.dumps(data)
    cut = text[: draw.draw(st.integers(0, len(text) - 1))]
    assert isinstance(read_reply(cut, SCHEMA), Misfit)


@given(replies, replies)
def test_of_two_different_answers_none_is_chosen(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    found = read_reply(f"{json.dumps(one)}\n{json.dumps(other)}", SCHEMA)
    assert found == (Read(one) if one == other else Misfit("the answer has several JSON objects"))


@pytest.mark.parametrize("inner", ["{}", "[]", '"x"', "7"])
def test_what_is_nested_too_deeply_is_refused_also_where_the_schema_would_not_look(
    inner: str,
) -> None:
    text = '{"a":' * 14 + inner + "}" * 14
    assert read_reply(text, {"type": "object"}) == Misfit("the answer is nested too deeply")


def test_a_line_break_inside_of_a_text_is_taken_as_it_is() -> None:
    found = read_reply('{"findings": [{"quote": "one\ntwo"}]}', SCHEMA)
    assert found == Read({"findings": [{"quote": "one\ntwo"}]})


def test_what_is_huge_is_not_even_looked_at() -> None:
    assert read_reply(" " * (LONGEST + 1), SCHEMA) == Misfit(
        "the answer is longer than 40,000 characters"
    )
