"""What the engine keeps of all hits, where rules apply, and what a finding says."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.coaching.review import Coach
from bot.core.model import Blackout, Context, Draft, Organisation, Severity, Verdict
from bot.core.policy.engine import applies
from bot.core.policy.policy import Policy
from tests.fakes.policies import (
    DAY,
    ROOT,
    RuleData,
    build_coach,
    build_policy,
    check_text,
    everywhere,
    findings,
    make_rule,
    quotes,
    write_policy,
)

GERMAN = {"local_sources": {"DE": {"document": "german-law", "section": "§ 1"}}}


def rules_found(policy: Policy, text: str, **context: Any) -> list[str]:
    return [finding.rule for finding in findings(policy, text, "en", **context)]


# One finding per overlap and topic


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ({"severity": "ask"}, {"severity": "adjust"}, ["first"]),
        ({"severity": "adjust"}, {"severity": "ask"}, ["second"]),
        ({}, GERMAN, ["second"]),
        ({"severity": "ask"}, GERMAN, ["first"]),
        ({"topic": "disclosure"}, {}, ["first", "second"]),
    ],
)
def test_of_two_overlapping_findings_the_strictest_then_the_local_stays(
    tmp_path: Path, first: dict[str, Any], second: dict[str, Any], kept: list[str]
) -> None:
    policy = build_policy(
        tmp_path,
        make_rule("first", everywhere("red house"), **first),
        make_rule("second", everywhere("red house"), **second),
    )
    assert rules_found(policy, "We saw a red house today.", countries=("DE",)) == kept


def test_of_two_alike_the_shortest_stays(tmp_path: Path) -> None:
    policy = build_policy(
        tmp_path,
        make_rule("long", everywhere("a red house")),
        make_rule("short", everywhere("house")),
    )
    assert rules_found(policy, "We saw a red house today.") == ["short"]


def test_neighbours_that_do_not_overlap_both_stay(tmp_path: Path) -> None:
    policy = build_policy(
        tmp_path, make_rule("noun", everywhere("house")), make_rule("colour", everywhere("red"))
    )
    assert rules_found(policy, "We saw a red house today.") == ["colour", "noun"]


def test_findings_come_in_reading_order_whatever_their_weight(tmp_path: Path) -> None:
    policy = build_policy(
        tmp_path,
        make_rule("a-late", everywhere("blue"), severity="ask", topic="injection"),
        make_rule("z-early", everywhere("red"), severity="consider", topic="style"),
    )
    assert rules_found(policy, "A red house and a blue car.") == ["z-early", "a-late"]


# Severity and verdict


@pytest.mark.parametrize(
    ("chosen", "severity"),
    [
        (("hospital",), "adjust"),
        (("pharma",), "consider"),
        (("care",), "ask"),
        (("hospital", "pharma"), "adjust"),
        (("hospital", "care"), "ask"),
        ((), "ask"),  # nothing known: all settings
    ],
)
def test_the_severity_follows_the_setting(
    tmp_path: Path, chosen: tuple[str, ...], severity: str
) -> None:
    weights = {"default": "consider", "hospital": "adjust", "care": "ask"}
    policy = build_policy(tmp_path, make_rule("words", everywhere("red"), severity=weights))
    assert findings(policy, "A red house.", "en", settings=chosen)[0].severity == severity


@pytest.mark.parametrize(
    ("severities", "verdict"),
    [
        ([], Verdict.GO),
        (["consider"], Verdict.GO),
        (["consider", "adjust"], Verdict.ADJUST),
        (["adjust", "ask", "consider"], Verdict.ASK),
    ],
)
def test_the_verdict_is_the_highest_severity_found(
    tmp_path: Path, severities: list[str], verdict: Verdict
) -> None:
    words = ["red", "blue", "green"]
    rules = [
        make_rule(word, everywhere(word), severity=severity)
        for word, severity in zip(words, severities, strict=False)
    ]
    policy = build_policy(tmp_path, *rules, make_rule("other", everywhere("yellow")))
    text = "We saw a red house, a blue car and a green tree."
    assert build_coach(policy).review(Draft(text, Context(DAY))).verdict is verdict


# Where a rule applies


@pytest.mark.parametrize(
    ("limits", "context", "speaks"),
    [
        ({}, {}, True),
        ({"countries": ["EU"]}, {"countries": ("DE",)}, True),
        ({"countries": ["EU"]}, {"countries": ("NL",)}, True),
        ({"countries": ["EU"]}, {"countries": ("EU",)}, True),
        ({"countries": ["EU"]}, {"countries": ("UK",)}, False),
        ({"countries": ["EU"]}, {"countries": ("UK", "NL")}, True),
        ({"countries": ["EU"]}, {}, True),
        ({"countries": ["DE"]}, {"countries": ("NL",)}, False),
        ({"countries": ["DE"]}, {"countries": ("NL", "DE")}, True),
        ({"countries": ["UK"]}, {"countries": ("DE",)}, False),
        ({"countries": ["UK"]}, {}, True),
        ({"settings": ["care"]}, {"settings": ("hospital",)}, False),
        ({"settings": ["care"]}, {"settings": ("hospital", "care")}, True),
        ({"settings": ["care"]}, {}, True),
        ({"networks": ["x"]}, {}, False),
        ({"networks": ["x"]}, {"network": "x"}, True),
        ({"networks": "any"}, {"network": "x"}, True),
        ({"roles": ["board"]}, {}, False),
        ({"roles": ["board"]}, {"role": "board"}, True),
        ({"roles": ["board", "unknown"]}, {}, True),
        ({"listed": True}, {"organisation": Organisation("A", listed=True)}, True),
        ({"listed": True}, {"organisation": Organisation("A")}, False),
        ({"listed": False}, {"organisation": Organisation("A")}, True),
        ({"listed": False}, {"organisation": Organisation("A", listed=True)}, False),
        ({"listed": True}, {}, True),
    ],
)
def test_a_rule_speaks_only_where_it_applies(
    tmp_path: Path, limits: dict[str, Any], context: dict[str, Any], speaks: bool
) -> None:
    policy = build_policy(tmp_path, make_rule("words", everywhere("red"), applies=limits))
    assert bool(quotes(policy, "A red house.", "en", **context)) is speaks
    assert applies(policy.rules[0], Context(DAY, **context)) is speaks


@pytest.mark.parametrize(
    ("author", "employer", "title"),
    [
        (("NL",), (), "Dutch law"),
        (("NL", "DE"), ("DE",), "Dutch law"),
        (("DE", "NL"), ("NL",), "German law"),
        ((), ("DE",), "German law"),
        (("UK",), ("NL",), "Dutch law"),
        (("UK",), (), "House rules"),
        ((), (), "House rules"),
    ],
)
def test_the_source_is_that_of_the_author_then_of_the_employer(
    tmp_path: Path, author: tuple[str, ...], employer: tuple[str, ...], title: str
) -> None:
    local = {
        "DE": {"document": "german-law", "section": "§ 1"},
        "NL": {"document": "dutch-law", "section": "art. 2"},
    }
    policy = build_policy(tmp_path, make_rule("words", everywhere("red"), local_sources=local))
    organisation = Organisation("A", countries=employer)
    found = findings(policy, "A red house.", "en", countries=author, organisation=organisation)
    assert found[0].source.title == title
    assert found[0].source.verified is (title != "Dutch law")


# Protected speech

PROTECTED = {"protected-speech": {"de": ["Betriebsrat"], "nl": ["vakbond"], "en": ["union"]}}
UNION = "The union says red."
ELSEWHERE = "The union met today.\n\nWe saw red."


@pytest.mark.parametrize(
    ("topic", "severity", "silent"),
    [
        ("conduct", "adjust", True),
        ("confidential", "ask", True),
        ("disclosure", "adjust", True),
        ("style", "consider", True),
        ("conduct", "ask", False),  # threats and hate
        ("patient_privacy", "ask", False),
        ("personal_data", "adjust", False),
        ("inside_information", "ask", False),
        ("rx_promotion", "ask", False),
        ("injection", "ask", False),
    ],
)
def test_protected_speech_silences_some_topics_in_its_paragraph(
    tmp_path: Path, topic: str, severity: str, silent: bool
) -> None:
    policy = build_policy(
        tmp_path,
        make_rule("words", everywhere("red"), topic=topic, severity=severity),
        vocabularies=PROTECTED,
    )
    assert (quotes(policy, UNION, "en") == []) is silent
    assert quotes(policy, ELSEWHERE, "en") == ["red"]


@pytest.mark.parametrize(
    "when",
    [
        {"detector": "date_window"},
        {"all": [{"detector": "date_window"}, everywhere("red")]},
        {"any_of": [{"all": [{"detector": "date_window"}]}, everywhere("yellow")]},
    ],
)
def test_protected_speech_does_not_silence_a_live_closed_period(
    tmp_path: Path, when: dict[str, Any]
) -> None:
    rule = make_rule("closed", when, topic="confidential", severity="ask")
    policy = build_policy(tmp_path, rule, vocabularies=PROTECTED)
    organisation = Organisation("A", blackout=(Blackout(DAY, DAY, "figures", ("tulip",)),))
    text = "The union says red about the tulip plan."
    assert rules_found(policy, text, organisation=organisation) == ["closed"]
    assert rules_found(policy, text) == []


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ({"detector": "identifier"}, "The union says call Anna at home: 0171 2345678."),
        ({"detector": "identifier"}, "The union saw the NHS number 943 476 5919 of somebody."),
    ],
)
def test_protected_speech_does_not_silence_an_identifier(
    tmp_path: Path, when: dict[str, Any], text: str
) -> None:
    rule = make_rule("identified", when, topic="personal_data", severity="ask")
    policy = build_policy(tmp_path, rule, vocabularies=PROTECTED)
    assert rules_found(policy, text) == ["identified"]


# What did not run


def test_a_topic_that_speaks_another_language_only_is_skipped_and_asks(tmp_path: Path) -> None:
    policy = build_policy(
        tmp_path,
        make_rule("german", everywhere("rot"), languages=["de"], topic="rx_promotion"),
        make_rule("all", everywhere("red"), topic="conduct"),
    )
    review = build_coach(policy).review(Draft("This is a quiet English sentence.", Context(DAY)))
    assert [(skip.check, skip.severity) for skip in review.skipped] == [
        ("rx_promotion", Severity.ADJUST)
    ]
    assert review.findings == ()
    assert review.verdict is Verdict.ASK
    assert "rx_promotion" in review.coaching.notes[0].text


def test_a_skipped_tip_does_not_ask(tmp_path: Path) -> None:
    style = make_rule(
        "tips", everywhere("rot"), languages=["de"], topic="style", severity="consider"
    )
    policy = build_policy(tmp_path, style, make_rule("all", everywhere("red")))
    review = build_coach(policy).review(Draft("This is a quiet English sentence.", Context(DAY)))
    assert [skip.check for skip in review.skipped] == ["style"]
    assert review.verdict is Verdict.GO


@pytest.mark.parametrize(
    "text",
    [
        "Aujourd'hui nous avons fêté le départ de notre chère collègue avec beaucoup de gâteau.",
        "Wir feiern heute im Garten mit allen Kolleginnen und Kollegen.\n"
        "Dziękujemy wszystkim pacjentom i pracownikom za ten wspaniały dzień w ogrodzie.",
    ],
)
def test_a_sentence_in_a_language_we_do_not_read_asks(tmp_path: Path, text: str) -> None:
    policy = build_policy(tmp_path, make_rule("words", everywhere("red")))
    review = build_coach(policy).review(Draft(text, Context(DAY)))
    assert [skip.check.split()[0] for skip in review.skipped] == ["language"]
    assert review.verdict is Verdict.ASK
    assert review.coaching.notes[0].kind == "skipped"


def test_nothing_is_skipped_where_every_topic_speaks(tmp_path: Path) -> None:
    policy = build_policy(tmp_path, make_rule("words", everywhere("red")))
    for text in ("Das ist ein ruhiger Satz.", "Dit is een rustige zin.", "This is a quiet line."):
        review = build_coach(policy).review(Draft(text, Context(DAY)))
        assert review.skipped == ()
        assert review.verdict is Verdict.GO


# Placeholders


def test_placeholders_are_filled_from_the_organisation(tmp_path: Path) -> None:
    message = "{found} {company} {contact.comms} {contact.legal} {hours}"
    rule = make_rule("words", everywhere("red"), en={"message": message})
    policy = build_policy(tmp_path, rule)
    organisation = Organisation("Acme", contacts={"comms": "ann@acme.example"})
    found = findings(policy, "A red house.", "en", organisation=organisation)
    assert found[0].message == "red Acme ann@acme.example your legal team 24"
    assert findings(policy, "A red house.", "en")[0].message.startswith("red [company] your comm")


@pytest.mark.parametrize(
    "words",
    [
        "{contact.comms}",
        "{company}",
        "{found}",
        "{{found}}",
        "%s",
        r"\g<0>",
        r"\1",
        "{0}",
        "${company}",
    ],
)
def test_what_a_draft_says_is_never_read_as_a_placeholder(tmp_path: Path, words: str) -> None:
    rule = make_rule("words", {"pattern": "red .* house"}, en={"message": "“{found}” {company}"})
    policy = build_policy(tmp_path, rule)
    organisation = Organisation("Acme", contacts={"comms": "ann@acme.example"})
    found = findings(policy, f"A red {words} house.", "en", organisation=organisation)
    assert found[0].message == f"“red {words} house” Acme"


def test_a_long_quote_is_shortened_in_the_message_only(tmp_path: Path) -> None:
    rule = make_rule("words", {"pattern": "red .* house"}, en={"message": "{found}"})
    found = findings(build_policy(tmp_path, rule), f"A red {'big ' * 60}house.", "en")
    assert len(found[0].quote) > 200
    assert len(found[0].message) < 100
    assert " … " in found[0].message


def test_message_and_fix_come_in_the_authors_language_the_better_word_in_the_drafts(
    tmp_path: Path,
) -> None:
    swap = {"when": {"swap": {"salesman": "salesperson"}}}
    rule = make_rule(
        "titles", nl={"when": {"swap": {"verkoper": "x"}}}, en=swap, languages=["nl", "en"]
    )
    policy = build_policy(tmp_path, rule)
    draft = Draft("Our new salesman starts today.", Context(DAY), answer_language="nl")
    review = build_coach(policy).review(draft)
    assert review.findings[0].message == "nl: salesman"
    assert review.findings[0].replacement == "salesperson"
    assert (review.language, review.answer_language) == ("en", "nl")


# One process, several organisations


def test_two_policies_in_one_process_give_their_own_answers(tmp_path: Path) -> None:
    red = build_policy(
        tmp_path / "one", make_rule("words", {"vocabulary": "mine"}),
        vocabularies={"mine": {"en": ["red"]}},
    )  # fmt: skip
    blue = build_policy(
        tmp_path / "two", make_rule("words", {"vocabulary": "mine"}),
        vocabularies={"mine": {"en": ["blue"]}},
    )  # fmt: skip
    text = "We saw a red house and a blue car."
    for _ in range(2):
        assert quotes(red, text, "en") == ["red"]
        assert quotes(blue, text, "en") == ["blue"]
    assert red.hash != blue.hash


def test_two_organisations_under_one_policy_get_their_own_answers(tmp_path: Path) -> None:
    policy = build_policy(tmp_path, make_rule("employer", {"detector": "organisation"}))
    text = "We work at Zorvanto and they at Quillmere."
    for company in ("Zorvanto", "Quillmere", "Zorvanto"):
        assert quotes(policy, text, "en", organisation=Organisation(company)) == [company]


# The same again

WORDS = st.sampled_from(
    ["red", "Haus", "blue", "de", "!", "\n\n", "Zelvaro", "#RedHouse", "🎉", "\ud800"]
)


@settings(max_examples=60)
@given(words=st.lists(WORDS, max_size=25))
def test_the_same_draft_gives_the_same_review(shared_coach: Coach, words: list[str]) -> None:
    draft = Draft(" ".join(["We", *words]), Context(DAY), "x")
    review = shared_coach.review(draft)
    shared_coach.review(Draft("Something else entirely, in blue.", Context(DAY)))
    assert shared_coach.review(draft) == review
    for finding in review.findings:
        assert draft.text[finding.start : finding.end] == finding.quote != ""


@pytest.fixture(scope="module")
def shared_coach(tmp_path_factory: pytest.TempPathFactory) -> Coach:
    return build_coach(build_policy(tmp_path_factory.mktemp("shared"), *SEVERAL))


SEVERAL: list[RuleData] = [
    make_rule("colours", {"any_of": [everywhere("red"), everywhere("blue")], "at_least": 2}),
    make_rule("red-things", everywhere("red"), en={"unless": [{"terms": ["Haus"]}]}),
    make_rule(
        "loud", {"limit": {"of": "exclamations", "most": 1}}, topic="style", severity="consider"
    ),
]


def test_another_process_with_another_hash_seed_gives_the_same_findings(tmp_path: Path) -> None:
    folder = write_policy(tmp_path, *SEVERAL)
    script = (
        "import sys; from pathlib import Path; from bot.files.policies import load_policy;"
        "from tests.fakes.policies import findings;"
        "policy = load_policy(Path(sys.argv[1]));"
        "text = 'Das rote Haus ist red und blue! Ja! The red house and blue car are nice here!';"
        "print(policy.hash, findings(policy, text))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script, str(folder)],
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(answers) == 1
    assert "red-things" in answers.pop()


def test_a_review_names_the_policy_and_its_packs(tmp_path: Path) -> None:
    write_policy(tmp_path, make_rule("colours", everywhere("red")), pack="second")
    policy = build_policy(tmp_path, make_rule("words", everywhere("blue")))
    review = build_coach(policy).review(Draft("A red house and a blue car.", Context(DAY), "d1"))
    assert review.policy == policy.hash
    assert review.policy.startswith("sha256:")
    assert review.checked == ("second@1", "test@1")
    assert review.id == "d1"
    assert {finding.rule for finding in review.findings} == {"colours", "words"}


def test_one_rule_does_not_repeat_itself_endlessly(tmp_path: Path) -> None:
    policy = build_policy(tmp_path, make_rule("words", everywhere("red")))
    found = check_text(policy, "We saw red. " * 40, "en").findings
    assert [finding.start for finding in found] == [7, 19, 31, 43, 55]
