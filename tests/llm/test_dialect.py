"""What servers complain of is left out, and never for ever."""

from hypothesis import given
from hypothesis import strategies as st

from bot.llm.dialect import Dialect
from tests.llm.conftest import SCHEMA, make_prompt

_words = [
    "response_format",
    "json_schema",
    "schema",
    "stream_options",
    "max_tokens",
    "max_completion_tokens",
    "temperature",
    "Bad request",
    "'x' is not allowed",
    "",
]
complaints = st.lists(st.sampled_from(_words), min_size=1, max_size=3).map(" ".join) | st.text(
    max_size=20
)


@given(st.lists(complaints, min_size=9, max_size=9))
def test_after_a_handful_of_complaints_nothing_is_left_to_leave_out(said: list[str]) -> None:
    dialect: Dialect | None = Dialect()
    seen = set()
    for complaint in said:
        assert dialect is not None
        parameters = str(dialect.make_parameters(make_prompt()))
        assert parameters not in seen, "the same request would be made again"
        seen.add(parameters)
        dialect = dialect.answer_complaint(complaint)
        if dialect is None:
            return
    raise AssertionError("it would ask for ever")


def test_what_is_named_goes_first() -> None:
    whole = Dialect()
    assert whole.answer_complaint("Unknown field: stream_options") == Dialect(tells_usage=False)
    assert whole.answer_complaint("'max_tokens' is not supported") == Dialect(
        lengths=("max_completion_tokens",)
    )
    assert whole.answer_complaint("Only the default temperature is supported") == Dialect(
        takes_temperature=False
    )
    assert whole.answer_complaint("something else") == Dialect("json_schema without limits")


def test_a_schema_is_sent_whole_or_without_its_limits_or_only_in_words() -> None:
    def find_sent(form: str) -> object:
        sent = Dialect(form).make_parameters(make_prompt()).get("response_format", {})  # type: ignore[arg-type]
        return sent.get("json_schema", {}).get("schema")

    assert find_sent("json_schema") == SCHEMA
    assert "max" not in str(find_sent("json_schema without limits"))
    assert find_sent("json_object") is find_sent("plain text") is None
    assert [
        Dialect(form).needs_words
        for form in ("json_schema", "json_schema without limits", "json_object", "plain text")
    ] == [False, True, True, True]  # type: ignore[arg-type]


def test_servers_are_not_told_to_be_strict_with_a_schema_that_is_not() -> None:
    loose = make_prompt(schema={"type": "object", "properties": {"why": {"type": "string"}}})
    assert Dialect().make_parameters(loose)["response_format"]["json_schema"]["strict"] is False
    assert (
        Dialect().make_parameters(make_prompt())["response_format"]["json_schema"]["strict"] is True
    )
