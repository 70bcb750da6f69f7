"""The conditions of docs/rules.md: what joins, what forbids, what is quoted."""

from pathlib import Path
from typing import Any

import pytest

from bot.core.errors import ContentError
from bot.core.policy.policy import Policy
from tests.fakes.policies import build_policy, everywhere, findings, make_rule, quotes

RED, BLUE, GREEN = everywhere("red"), everywhere("blue"), everywhere("green")


def policy_of(folder: Path, when: dict[str, Any], **fields: Any) -> Policy:
    return build_policy(folder, make_rule("colours", when, **fields))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We saw a red house and a blue car.", ["red house and a blue"]),
        ("We saw a blue house and a red car.", ["blue house and a red"]),
        ("We saw a red house. We saw a blue car.", []),
        ("We saw a red house and a red car.", []),
        ("We saw red, then a long road, then red and blue.", ["red and blue"]),
        ("We saw red and blue. They saw blue or red.", ["red and blue", "blue or red"]),
    ],
)
def test_all_wants_a_hit_of_each_in_one_sentence(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    assert quotes(policy_of(tmp_path, {"all": [RED, BLUE]}), text, "en") == found


PARAGRAPHS = "We saw a red house. It was far away.\n\nThere was a blue car."


@pytest.mark.parametrize(
    ("within", "text", "count"),
    [
        ("sentence", "We saw a red house. There was a blue car.", 0),
        ("paragraph", "We saw a red house. There was a blue car.", 1),
        ("paragraph", PARAGRAPHS, 0),
        ("paragraph", PARAGRAPHS.replace("\n\n", "\n"), 1),
        ("paragraph", PARAGRAPHS.replace("\n\n", "\r\n\r\n"), 0),
        ("draft", PARAGRAPHS, 1),
        ("draft", "We saw a red house.", 0),
    ],
)
def test_within_is_the_unit_in_which_operands_meet(
    tmp_path: Path, within: str, text: str, count: int
) -> None:
    policy = policy_of(tmp_path, {"all": [RED, BLUE], "within": within})
    assert len(quotes(policy, text, "en")) == count


@pytest.mark.parametrize(
    ("at_least", "text", "found"),
    [
        (1, "We saw red, green and blue things.", ["red", "green", "blue"]),
        (2, "We saw red, green and blue things.", ["red, green and blue"]),
        (2, "We saw red things and red things.", []),
        (2, "We saw green things and red things.", ["green things and red"]),
        (3, "We saw red and green things.", []),
        (3, "We saw red, green and blue things.", ["red, green and blue"]),
    ],
)
def test_any_of_counts_different_operands(
    tmp_path: Path, at_least: int, text: str, found: list[str]
) -> None:
    policy = policy_of(tmp_path, {"any_of": [RED, BLUE, GREEN], "at_least": at_least})
    assert quotes(policy, text, "en") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We saw a red house today.", ["red"]),
        ("We saw a red house and a blue car.", []),
        ("We saw a red house. They had a blue car.", ["red"]),
        ("We saw a green and red house today.", []),
    ],
)
def test_none_of_forbids_in_the_same_sentence(tmp_path: Path, text: str, found: list[str]) -> None:
    assert (
        quotes(policy_of(tmp_path, {"all": [RED, {"none_of": [BLUE, GREEN]}]}), text, "en") == found
    )


def test_none_of_may_forbid_in_a_wider_unit(tmp_path: Path) -> None:
    forbidden = {"none_of": [{**BLUE, "within": "draft"}]}
    policy = policy_of(tmp_path, {"all": [RED, forbidden]})
    assert quotes(policy, "We saw a red house.\n\nThey had a blue car.", "en") == []
    assert quotes(policy, "We saw a red house.\n\nThey had a green car.", "en") == ["red"]


def test_a_wider_operand_counts_but_does_not_widen_the_quote(tmp_path: Path) -> None:
    policy = policy_of(tmp_path, {"all": [{**BLUE, "within": "draft"}, RED]})
    assert quotes(policy, "We saw a red house.\n\nThere was a blue car.", "en") == ["red"]
    assert quotes(policy, "We saw a blue and red house.", "en") == ["red"]
    assert quotes(policy, "We saw a red house.", "en") == []


def test_an_alternative_may_reach_further_than_its_neighbours(tmp_path: Path) -> None:
    either = {"any_of": [BLUE, {**GREEN, "within": "draft"}]}
    policy = policy_of(tmp_path, {"all": [RED, either]})
    assert quotes(policy, "We saw a red house. A green car.", "en") == ["red"]
    assert quotes(policy, "We saw a red house. A blue car.", "en") == []
    assert quotes(policy, "We saw a red and blue house.", "en") == ["red and blue"]


@pytest.mark.parametrize(
    ("between", "found"), [(110, False), (113, True), (114, False), (300, False)]
)
def test_a_cover_over_120_characters_quotes_the_first_operand(
    tmp_path: Path, between: int, found: bool
) -> None:
    # red + blanks and letters + blue is 7 signs longer than what lies between
    middle = " " + ("x" * 9 + " ") * (between // 10 - 1)
    middle += "y" * (between - len(middle) - 1) + " "
    policy = policy_of(tmp_path, {"all": [BLUE, RED]})
    cover = f"red{middle}blue"
    assert len(middle) == between
    expected = cover if len(cover) <= 120 else "blue"
    assert (len(cover) == 120) == found
    assert quotes(policy, f"We saw {cover} there.", "en") == [expected]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We saw a red house. It is a blue day.", []),
        ("We saw a red house. It is a nice day.\n\nWe saw a red car.", ["red", "red"]),
    ],
)
def test_requires_quotes_the_words_that_ask_for_what_is_missing(
    tmp_path: Path, text: str, found: list[str]
) -> None:
    policy = policy_of(tmp_path, {"requires": {"if": RED, "then_missing": BLUE}})
    assert quotes(policy, text, "en") == found


def test_requires_within_a_paragraph(tmp_path: Path) -> None:
    when = {"requires": {"if": RED, "then_missing": BLUE}, "within": "paragraph"}
    text = "We saw a red house. It is a blue day.\n\nWe saw a red car."
    found = findings(policy_of(tmp_path, when), text, "en")
    assert [finding.start for finding in found] == [text.rindex("red")]


@pytest.mark.parametrize(
    ("of", "text", "quote", "count"),
    [
        ("hashtags", "One #a two #b three #c four #d.", "#c", 4),
        ("mentions", "Thanks @anna, @bo, @cy and @di.", "@cy", 4),
        ("exclamations", "Yes! Yes! Yes! Yes!", "!", 4),
        ("links", "See https://a.example https://b.example https://c.example now.", "https://c.example", 3),
        ("capitals", "This is REALLY VERY MUCH TOO LOUD.", "MUCH", 4),
        ("characters", "abc", "c", 3),
    ],
)  # fmt: skip
def test_a_limit_quotes_the_first_one_too_many(
    tmp_path: Path, of: str, text: str, quote: str, count: int
) -> None:
    policy = policy_of(
        tmp_path, {"limit": {"of": of, "most": 2}}, en={"message": "{count}: {found}"}
    )
    found = findings(policy, text, "en")
    assert [finding.quote for finding in found] == [quote]
    assert found[0].message == f"{count}: {quote}"


def test_a_limit_that_is_kept_finds_nothing(tmp_path: Path) -> None:
    policy = policy_of(tmp_path, {"limit": {"of": "hashtags", "most": 2}})
    assert quotes(policy, "One #a two #b.", "en") == []


def test_a_swap_offers_its_better_word(tmp_path: Path) -> None:
    swap = {
        "when": {"swap": {"salesman": "salesperson", "chairman": "chair"}},
        "message": "{better}!",
    }
    policy = build_policy(tmp_path, make_rule("titles", languages=["en"], en=swap))
    found = findings(policy, "Our new Salesmen met the chairman today.", "en")
    assert [(f.quote, f.replacement, f.message) for f in found] == [
        ("Salesmen", "salesperson", "salesperson!"),
        ("chairman", "chair", "chair!"),
    ]


@pytest.mark.parametrize(
    ("unless", "text", "found"),
    [
        (BLUE, "We saw a red and blue house.", []),
        (BLUE, "We saw a red house. It was blue.", ["red"]),
        ({**BLUE, "within": "paragraph"}, "We saw a red house. It was blue.", []),
        ({**BLUE, "within": "paragraph"}, "We saw a red house.\n\nIt was blue.", ["red"]),
        ({**BLUE, "within": "draft"}, "We saw a red house.\n\nIt was blue.", []),
    ],
)
def test_unless_excuses_in_its_unit(
    tmp_path: Path, unless: dict[str, Any], text: str, found: list[str]
) -> None:
    assert quotes(policy_of(tmp_path, RED, unless=[unless]), text, "en") == found


def test_unless_is_tested_in_the_unit_of_the_rule(tmp_path: Path) -> None:
    when = {"all": [RED, GREEN], "within": "paragraph"}
    policy = policy_of(tmp_path, when, unless=[BLUE])
    assert quotes(policy, "A red house. A green car. A blue sky.", "en") == []
    assert len(quotes(policy, "A red house. A green car.\n\nA blue sky.", "en")) == 1


MIXED = "Das rote Haus steht am Fluss in der Stadt.\n\nThe red house stands near the river."


def test_a_block_may_have_a_condition_besides_the_common_one(tmp_path: Path) -> None:
    rule = make_rule("colours", RED, de={"when": {"terms": ["rot"]}})
    assert quotes(build_policy(tmp_path, rule), MIXED) == ["rote", "red"]


@pytest.mark.parametrize("block", [{}, {"when": {"terms": ["Stadt"]}}])
def test_an_unless_of_a_block_is_added_to_the_common_ones(
    tmp_path: Path, block: dict[str, Any]
) -> None:
    both = {"terms": {"de": ["rot"], "en": ["red"]}}
    rule = make_rule("colours", both, de={**block, "unless": [{"terms": ["Fluss"]}]})
    assert quotes(build_policy(tmp_path, rule), MIXED) == ["red"]


def test_an_unless_of_one_language_leaves_the_condition_of_another(tmp_path: Path) -> None:
    rule = make_rule(
        "colours",
        de={"when": {"terms": ["Haus"], "within": "draft"}},
        nl={"when": {"terms": ["huis"]}},
        en={"when": {"terms": ["green"]}, "unless": [{"terms": ["river"], "within": "draft"}]},
    )
    assert quotes(build_policy(tmp_path, rule), MIXED) == ["Haus"]


def test_a_pattern_runs_over_folded_text_and_quotes_as_written(tmp_path: Path) -> None:
    policy = policy_of(tmp_path, {"pattern": r"\bcode-?\d{3}\b"})
    assert quotes(policy, "Das ist C\u00adÖde‑123 und Code999.", "de") == [
        "C\u00adÖde‑123",
        "Code999",
    ]


@pytest.mark.parametrize(
    ("when", "problem"),
    [
        ({"all": []}, "joins nothing"),
        ({"vocabulary": "no-such-list"}, "no vocabulary"),
        ({"all": [RED], "any_of": [BLUE]}, "exactly one thing"),
        ({}, "no condition"),
        ({"terms": ["red"]}, "need their language"),
        ({"swap": {"old": "new"}}, "belongs to a language"),
        ({"limit": {"of": "hashtag", "most": 2}}, "Did you mean “hashtags”"),
        ({"limit": {"of": "hashtags", "most": "2"}}, "whole number"),
        ({"limit": {"of": "hashtags"}}, "no `most`"),
        ({"requires": {"if": RED}}, "no `then_missing`"),
        ({**RED, "within": "page"}, "within “page” is not known"),
        ({**RED, "wthin": "draft"}, "Did you mean “within”"),
        ({"detector": "person", "kind": "ful"}, "Did you mean “full”"),
        ({"detector": "person", "sort": "full"}, "takes no “sort”"),
        ({"pattern": "(?=red)"}, "RE2 cannot run"),
        ({"pattern": r"(r)\1"}, "RE2 cannot run"),
        ({"pattern": "r" * 601}, "too long"),
    ],
)  # fmt: skip
def test_a_condition_that_makes_no_sense_is_refused(
    tmp_path: Path, when: dict[str, Any], problem: str
) -> None:
    with pytest.raises(ContentError) as refused:
        policy_of(tmp_path, when)
    assert problem in str(refused.value)
    assert refused.value.line > 0
