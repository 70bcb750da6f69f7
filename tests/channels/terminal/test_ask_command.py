"""`jourfix ask`, run as a process of its own. What the answers say is tested with the answers."""

import pytest

from tests.channels.terminal.conftest import Command, to_lines

KEYS = ["id", "intent", "answer", "text", "sources", "next_step", "by"]
ANSWERS = {"yes", "yes_if", "ask", "no", "info"}
POST = "We are so proud of the scarlet house that our colleagues built last week in the city."


@pytest.mark.parametrize(
    "question",
    ["Dürfen wir vom Kongress posten?", "Mogen we van het congres posten?", "May we post from it?"],
)
def test_an_answer_has_the_keys_of_the_contract(jourfix: Command, question: str) -> None:
    for answer in (jourfix("ask", question), jourfix("ask", "-", stdin=question.encode()),
                   jourfix("ask", stdin=question.encode())):  # fmt: skip
        assert answer.status == 0
        assert list(answer.json) == KEYS
        assert answer.json["answer"] in ANSWERS
        assert answer.json["text"]
        assert answer.json["id"] == "-"


@pytest.mark.parametrize(
    ("post", "found"), [(POST, "no"), (POST.replace("scarlet", "quiet"), "yes_if")]
)
def test_a_pasted_post_is_checked_before_somebody_likes_it(
    jourfix: Command, post: str, found: str
) -> None:
    answer = jourfix("ask", f"May I like or share this?\n\n{post}").json
    assert answer["intent"] == "may_i_like_or_share"
    assert answer["answer"] == found
    titles = [source["title"] for source in answer["sources"]]
    assert ("House rules" in titles) is (found == "no")


def test_questions_of_a_file_are_answered_in_order(jourfix: Command) -> None:
    rows = [
        {"id": "a", "text": "May I post a selfie from the congress?"},
        {"id": "b"},
        b"{",
        {"id": "a", "text": "May I post it again?"},
        {"text": "May I?"},
        {"id": "o", "text": "May I?", "organisation": "gamma"},
        rb'{"id": "s", "text": "May I post this \ud800 thing?"}',
    ]
    flags = ("--organisation", "acme=acme.yaml")
    answer = jourfix("ask", "--jsonl", "-", *flags, stdin=to_lines(rows))
    assert answer.status == 1
    assert [line["id"] for line in answer.lines] == ["a", "b", "3", "a", "5", "o", "s"]
    codes = [line.get("error", {}).get("code") for line in answer.lines]
    assert codes == [None, "no_text", "no_json", "repeated_id", None, "unknown_organisation", None]
    assert all(list(line) == KEYS for line in answer.lines if "error" not in line)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "no text"), (b"\xff\xfe?", "UTF-8"), (b"a\x00?", "NUL"), (b"a" * 10_001, "10001")],
)
def test_what_cannot_be_read_is_one_sentence_and_exit_2(
    jourfix: Command, data: bytes, words: str
) -> None:
    answer = jourfix("ask", "-", stdin=data)
    assert answer.status == 2
    assert answer.out == b""
    assert words in answer.err
    assert answer.err.count("\n") == 1


def test_a_byte_order_mark_before_a_question_is_left_out(jourfix: Command) -> None:
    question = b"May I post a selfie from the congress?"
    with_mark = jourfix("ask", "-", stdin=b"\xef\xbb\xbf" + question)
    assert with_mark.json == jourfix("ask", "-", stdin=question).json
