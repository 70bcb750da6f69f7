"""Our few words of JSON Schema, against the whole of it."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.suggesting.schema import (
    find_misfit,
    is_strict,
    leave_limits_out,
    list_unknown_words,
)

FINDINGS = {
    "type": "object",
    "properties": {
        "findings": {
            "type": "array",
            "maxItems": 2,
            "items": {
                "type": "object",
                "properties": {
                    "rule": {"type": "string", "enum": ["hint", "praise"]},
                    "quote": {"type": "string", "minLength": 1, "maxLength": 20},
                    "sure": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
                },
                "required": ["rule", "quote"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["findings"],
    "additionalProperties": False,
}

names = st.sampled_from(["rule", "quote", "sure", "x"])
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.floats(-2, 3)
    | st.text(max_size=4)
    | st.sampled_from(["hint", "praise"])
)
anything = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)
near = st.fixed_dictionaries(
    {
        "findings": st.lists(
            st.fixed_dictionaries(
                {"rule": st.sampled_from(["hint", "other", 1]), "quote": st.text(max_size=25)},
                optional={"sure": leaves, "x": leaves},
            ),
            max_size=3,
        )
    }
)


def limits(*words: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional={word: st.integers(0, 3) for word in words})


schemas = st.recursive(
    st.one_of(
        limits("minLength", "maxLength").map(lambda some: {"type": "string", **some}),
        limits("minimum", "maximum").map(lambda some: {"type": "integer", **some}),
        limits("minimum", "maximum").map(lambda some: {"type": ["number", "null"], **some}),
        st.lists(leaves, min_size=1, max_size=3).map(lambda values: {"enum": values}),
        leaves.map(lambda value: {"const": value}),
        st.just({"type": "boolean"}),
        st.just({}),
    ),
    lambda inner: st.one_of(
        st.builds(lambda items, some: {"type": "array", "items": items, **some}, inner, limits("minItems", "maxItems")),
        st.builds(
            lambda parts, required, is_closed: {"type": "object", "properties": parts, "required": sorted(required), "additionalProperties": not is_closed},
            st.dictionaries(names, inner, max_size=3), st.sets(names, max_size=2), st.booleans(),
        ),
    ),
    max_leaves=6,
)  # fmt: skip


@given(near | anything)
def test_what_fits_here_fits_the_standard_and_the_other_way_round(data: Any) -> None:
    fits = jsonschema.Draft202012Validator(FINDINGS).is_valid(data)
    assert (find_misfit(data, FINDINGS) is None) == fits


@given(schemas, anything)
def test_it_is_so_for_any_schema_of_our_words(schema: dict[str, Any], data: Any) -> None:
    assert not list(list_unknown_words(schema))
    fits = jsonschema.Draft202012Validator(schema).is_valid(data)
    assert (find_misfit(data, schema) is None) == fits


@given(schemas, anything)
def test_a_schema_without_limits_takes_whatever_the_whole_takes(
    schema: dict[str, Any], data: Any
) -> None:
    lean = leave_limits_out(schema)
    assert not set(json.dumps(lean).split('"')) & {
        "minLength",
        "maxLength",
        "minimum",
        "maximum",
        "minItems",
        "maxItems",
    }
    if find_misfit(data, schema) is None:
        assert find_misfit(data, lean) is None


@pytest.mark.parametrize(
    ("data", "misfit"),
    [
        ([], "the answer must be of type object"),
        ({}, "the answer must have “findings”"),
        ({"findings": [], "Zitronenfalter": 1}, "the answer must have no keys but those of the schema"),
        ({"findings": [{"rule": "hint", "quote": ""}]}, "the answer.findings[0].quote must have at least 1 characters"),
        ({"findings": [{"rule": "Zitronenfalter", "quote": "a"}]}, "the answer.findings[0].rule must be one of the values that the schema lists"),
        ({"findings": [{"rule": "hint", "quote": "a", "sure": 2}]}, "the answer.findings[0].sure must be at most 1"),
        ({"findings": [{}, {}, {}]}, "the answer.findings must have at most 2 items"),
    ],
)  # fmt: skip
def test_a_misfit_names_the_place_and_no_word_of_the_answer(data: Any, misfit: str) -> None:
    assert find_misfit(data, FINDINGS) == misfit


def test_words_that_nobody_checks_here_are_named() -> None:
    schema = {
        "type": "object",
        "properties": {
            "a": {"type": "text", "pattern": "x"},
            "b": {"type": "array", "items": {"$ref": "#"}},
        },
    }
    assert list(list_unknown_words(schema)) == [
        "“pattern” in the schema.a",
        "the type “text” in the schema.a",
        "“$ref” in the schema.b[]",
    ]


def test_a_schema_is_strict_when_every_object_wants_all_its_keys_and_no_other() -> None:
    assert not is_strict(FINDINGS)  # “sure” may be left out
    inner = {
        "type": "object",
        "properties": {"text": {"type": "string"}},
        "required": ["text"],
        "additionalProperties": False,
    }
    hooks = {
        "type": "object",
        "properties": {"hooks": {"type": "array", "items": inner}},
        "required": ["hooks"],
        "additionalProperties": False,
    }
    assert is_strict(hooks)
    assert not is_strict({**hooks, "additionalProperties": True})
    assert not is_strict(
        {**hooks, "properties": {"hooks": {"type": "array", "items": {**inner, "required": []}}}}
    )
