"""`jourfix review` and `jourfix policies`, each run as a process of its own."""

import datetime
import json
from pathlib import Path

import pytest

from bot.channels.terminal.review_command import Flags, Frame
from bot.channels.terminal.rows import Row
from bot.core.coaching.context import Contexts, Told
from bot.core.model import Organisation
from tests.channels.terminal.conftest import Command, to_lines
from tests.fakes.ports import FakeClock

REVIEW = [
    "id", "verdict", "language", "policy", "checked", "skipped", "off", "findings", "coach",
]  # fmt: skip
FINDING = [
    "rule", "topic", "severity", "quote", "start", "end", "message", "why", "fix", "replacement",
    "source", "by",
]  # fmt: skip
COACH = ["lead", "hooks", "hashtags", "preview", "notes", "question"]


def review(jourfix: Command, text: str | bytes, *words: str) -> dict:
    data = text.encode() if isinstance(text, str) else text
    answer = jourfix("review", "-", "--json", *words, stdin=data)
    assert answer.status == 0, answer.err
    return answer.json


def rules(found: dict) -> list[str]:
    return [finding["rule"] for finding in found["findings"]]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("We saw a quiet house.", "go"),
        ("We saw a tulip there.", "go"),
        ("We saw a crimson house.", "adjust"),
        ("We saw a scarlet house.", "ask"),
    ],
)
def test_the_exit_status_is_0_whatever_the_verdict(
    jourfix: Command, text: str, verdict: str
) -> None:
    assert review(jourfix, text)["verdict"] == verdict
    assert jourfix("review", stdin=text.encode()).status == 0


def test_the_json_has_the_keys_of_the_contract(jourfix: Command) -> None:
    found = review(jourfix, "We saw a crimson house. I never told anybody why I cried there.")
    assert list(found) == REVIEW
    assert [list(finding) for finding in found["findings"]] == [FINDING]
    assert list(found["coach"]) == COACH
    finding = found["findings"][0]
    assert {key: finding[key] for key in FINDING if key != "source"} == {
        "rule": "loud-word", "topic": "conduct", "severity": "adjust", "quote": "crimson",
        "start": 9, "end": 16, "message": "en: crimson", "why": "Why.", "fix": "Fix.",
        "replacement": None, "by": "rule",
    }  # fmt: skip
    assert finding["source"] == {
        "title": "House rules", "section": "1", "address": None, "verified": True,
    }  # fmt: skip
    assert found["policy"].startswith("sha256:")
    assert found["checked"] == ["test@1"]
    assert (found["skipped"], found["off"]) == ([], [])
    assert found["id"] == "-"
    assert all(note["text"] for note in found["coach"]["notes"])


def test_an_ask_finding_makes_the_coach_wait(jourfix: Command) -> None:
    coach = review(jourfix, "We saw a scarlet house. I never told anybody why I cried.")["coach"]
    assert coach["lead"] is coach["preview"] is coach["question"] is None
    assert coach["hooks"] == coach["hashtags"] == []


@pytest.mark.parametrize(
    "text",
    [
        "🎉🎉 We saw a crimson house 👩‍⚕️.",
        "We saw it.\r\n\r\nA crimson house\r\nand a scarlet car.",
        "We saw\ra crimson house.",
        "\u200bWe saw a crim\u00adson house.",
        "e\u0301e\u0301 We saw a CRIMSON house.",
        "We saw\u2028a crimson house.",
    ],
)
def test_spans_count_code_points_of_the_text_as_received(jourfix: Command, text: str) -> None:
    found = review(jourfix, text)
    assert found["findings"]
    for finding in found["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"] != ""


def test_a_byte_order_mark_is_no_part_of_the_text(jourfix: Command) -> None:
    found = review(jourfix, b"\xef\xbb\xbfcrimson houses are here.")
    assert (found["findings"][0]["start"], found["findings"][0]["end"]) == (0, 7)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no text"),
        (b" \r\n\t ", "no text"),
        (b"\xef\xbb\xbf", "no text"),
        (b"We saw \xff\xfe there.", "UTF-8"),
        ("We saw it.".encode("utf-16"), "UTF-8"),
        (b"We saw \xed\xa0\x80 there.", "UTF-8"),
        (b"We saw \x00 there.", "NUL"),
        (b"a" * 10_001, "10001"),
        ("🎉" * 10_001).encode() and (("🎉" * 10_001).encode(), "10001"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_exit_2(
    jourfix: Command, data: bytes, words: str
) -> None:
    answer = jourfix("review", "-", "--json", stdin=data)
    assert answer.status == 2
    assert answer.out == b""
    assert words in answer.err
    assert answer.err.startswith("jourfix: ")
    assert answer.err.count("\n") == 1


def test_ten_thousand_code_points_are_read(jourfix: Command) -> None:
    assert review(jourfix, "🎉" * 10_000)["verdict"] == "go"


def test_a_file_is_named_by_its_name(jourfix: Command, tmp_path: Path) -> None:
    path = tmp_path / "Entwurf 1.txt"
    path.write_text("We saw a crimson house.")
    answer = jourfix("review", str(path), "--json")
    assert answer.json["id"] == "Entwurf 1.txt"
    assert rules(answer.json) == ["loud-word"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["none.txt"], "cannot be read"),
        (["."], "cannot be read"),
        (["--jsonl", "none.jsonl"], "cannot be read"),
        (["--jsonl", "."], "cannot be read"),
        (["-", "--date", "tomorrow"], "2026-11-22"),
        (["-", "--date", "2026-02-30"], "2026-11-22"),
        (["-", "--country", "FR"], "invalid choice"),
        (["-", "--network", "myspace"], "invalid choice"),
        (["-", "--setting", "bakery"], "invalid choice"),
        (["-", "--language", "fr"], "invalid choice"),
        (["-", "--organisation", "none.yaml"], "none.yaml"),
        (["-", "--organisation", "acme=none.yaml"], "none.yaml"),
        (["-", "--organisation", "acme="], "cannot be read"),
        (["-", "--organisation", "x" * 5000], "cannot be read"),
        (["--no-such-flag"], "unrecognized"),
    ],
)
def test_a_command_that_makes_no_sense_is_exit_2(
    jourfix: Command, words: list[str], complaint: str
) -> None:
    answer = jourfix("review", *words, stdin=b"We saw a quiet house.")
    assert answer.status == 2
    assert answer.out == b""
    assert complaint in answer.err


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"JOURFIX_POLICIES": "nowhere"}, "JOURFIX_POLICIES"),
        ({"JOURFIX_HOUSE_HOURS": "many"}, "JOURFIX_HOUSE_HOURS"),
        ({"JOURFIX_ORGANISATION": "nowhere.yaml"}, "nowhere.yaml"),
    ],
)
def test_a_setting_that_makes_no_sense_is_exit_2(
    jourfix: Command, settings: dict[str, str], complaint: str
) -> None:
    policies = settings.pop("JOURFIX_POLICIES", None)
    if policies:
        answer = jourfix("policies", "list", JOURFIX_POLICIES=policies)
    else:
        answer = jourfix("review", "-", stdin=b"We saw it.", **settings)
    assert answer.status == 2
    assert complaint in answer.err


# Flags


@pytest.mark.parametrize(
    ("flags", "text", "found"),
    [
        (["--country", "NL"], "An azure house.", ["dutch-only"]),
        (["--country", "UK"], "An azure house.", []),
        ([], "An azure house.", ["dutch-only"]),
        (["--setting", "care"], "An indigo house.", ["care-only"]),
        (["--setting", "pharma"], "An indigo house.", []),
        (["--network", "x"], "A maroon house.", ["on-x-only"]),
        ([], "A maroon house.", []),
        (["--role", "board"], "A violet house.", ["board-only"]),
        (["--role", "Chief of something"], "A violet house.", ["board-only"]),
        (["--role", "gardener"], "A violet house.", []),
        (["--organisation", "acme.yaml"], "An azure, indigo house.", ["dutch-only"]),
        (["--organisation", "beta.yaml"], "An azure house.", []),
        (["--organisation", "beta.yaml", "--country", "NL"], "An azure house.", ["dutch-only"]),
    ],
)
def test_flags_say_what_a_draft_is_checked_for(
    jourfix: Command, flags: list[str], text: str, found: list[str]
) -> None:
    assert rules(review(jourfix, text, *flags)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [("2026-11-30", ["closed"]), ("2026-12-01", []), ("2026-01-01", ["closed"])],
)
def test_the_date_flag_moves_the_day(
    jourfix: Command, installation: Path, day: str, found: list[str]
) -> None:
    example = str(installation / "policies" / "organisation.example.yaml")
    flags = ("--organisation", example, "--date", day)
    assert rules(review(jourfix, "We saw HORIZON-2 there.", *flags)) == found


def test_languages_of_draft_and_answer(jourfix: Command) -> None:
    found = review(jourfix, "Crimson tulip", "--language", "nl", "--answer-language", "de")
    assert found["language"] == "nl"
    assert [finding["message"] for finding in found["findings"]] == ["de: Crimson", "de: tulip"]


# Files of drafts


def test_reviews_come_in_the_order_of_the_drafts(jourfix: Command, tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    words = ["quiet", "crimson", "scarlet", "tulip"] * 5
    path.write_bytes(
        to_lines([{"id": f"d{n}", "text": f"A {word} house."} for n, word in enumerate(words)])
    )
    answer = jourfix("review", "--jsonl", str(path))
    assert answer.status == 0
    assert [line["id"] for line in answer.lines] == [f"d{n}" for n in range(20)]
    verdicts = {"quiet": "go", "crimson": "adjust", "scarlet": "ask", "tulip": "go"}
    assert [line["verdict"] for line in answer.lines] == [verdicts[word] for word in words]
    assert all(list(line) == REVIEW for line in answer.lines)


BROKEN: list[tuple[object, str]] = [
    (b"{", "no_json"),
    (b"[1]", "no_json"),
    (b"null", "no_json"),
    (b'"text"', "no_json"),
    (b"[" * 60_000, "no_json"),
    (b'{"id": "x", "text": "\xff"}', "unreadable"),
    ({"text": None}, "no_text"),
    ({"text": 5}, "no_text"),
    ({"text": ["We saw it."]}, "no_text"),
    ({}, "no_text"),
    ({"text": ""}, "empty"),
    ({"text": " \n"}, "empty"),
    ({"text": "a\x00b"}, "unreadable"),
    ({"text": "a" * 10_001}, "too_long"),
    (b'{"text": "' + b"a" * 400_001 + b'"}', "too_long"),
    ({"text": "We saw it.", "date": "tomorrow"}, "bad_date"),
    ({"text": "We saw it.", "date": "2026-13-01"}, "bad_date"),
    ({"text": "We saw it.", "date": {"day": 1}}, "bad_date"),
]


def test_a_broken_line_is_an_error_line_and_the_rest_goes_on(jourfix: Command) -> None:
    rows: list[object] = []
    for row, _ in BROKEN:
        rows += [row, {"text": "A crimson house."}]
    answer = jourfix("review", "--jsonl", "-", stdin=to_lines(rows))
    assert answer.status == 1
    assert len(answer.lines) == len(rows)
    for number, (row, code) in enumerate(BROKEN):
        error, good = answer.lines[2 * number], answer.lines[2 * number + 1]
        assert list(error) == ["id", "error"], row
        assert list(error["error"]) == ["code", "message"]
        assert error["error"]["code"] == code, row
        assert error["id"] == str(2 * number + 1)
        assert error["error"]["message"].endswith(".")
        assert rules(good) == ["loud-word"]
        assert good["id"] == str(2 * number + 2)


def test_ids_may_be_missing_repeated_or_of_any_kind(jourfix: Command) -> None:
    text = "We saw it."
    rows = [
        {"text": text}, {"id": None, "text": text}, {"id": "", "text": text},
        {"id": 7, "text": text}, {"id": "7", "text": text}, {"id": "ü🎉", "text": text},
        {"id": [1], "text": text}, b"", b"   ", {"text": text}, {"id": "ü🎉", "text": text},
    ]  # fmt: skip
    answer = jourfix("review", "--jsonl", "-", stdin=to_lines(rows))
    assert [line["id"] for line in answer.lines] == [
        "1", "2", "3", "7", "7", "ü🎉", "[1]", "10", "ü🎉",
    ]  # fmt: skip
    errors = [number for number, line in enumerate(answer.lines) if "error" in line]
    assert errors == [4, 8]
    assert answer.lines[4]["error"]["code"] == "repeated_id"
    assert answer.status == 1


def test_lone_surrogates_are_quoted_as_they_came(jourfix: Command) -> None:
    rows = [
        rb'{"id": "\udfff", "text": "We saw a \ud800 crimson\udc00 house."}',
        rb'{"id": "b", "text": "Emoji \ud83c\udf89 and a crim\ud800son house."}',
    ]
    answer = jourfix("review", "--jsonl", "-", stdin=to_lines(rows))
    assert answer.status == 0
    answer.out.decode("utf-8")  # what is printed is UTF-8 all the same
    for row, line in zip(rows, answer.lines, strict=True):
        text = json.loads(row)["text"]
        for finding in line["findings"]:
            assert text[finding["start"] : finding["end"]] == finding["quote"]
    assert rules(answer.lines[0]) == ["loud-word"]
    assert answer.lines[0]["id"] == "\udfff"


def test_a_first_byte_order_mark_and_carriage_returns_are_left_out(jourfix: Command) -> None:
    lines = b'\xef\xbb\xbf{"id": "a", "text": "A crimson house."}\r\n{"id": "b", "text": "x"}'
    answer = jourfix("review", "--jsonl", "-", stdin=lines)
    assert answer.status == 0
    assert [line["id"] for line in answer.lines] == ["a", "b"]


def test_an_empty_file_gives_nothing(jourfix: Command) -> None:
    answer = jourfix("review", "--jsonl", "-", stdin=b"\n\n")
    assert (answer.status, answer.out) == (0, b"")


def test_a_row_counts_more_than_a_flag(jourfix: Command) -> None:
    rows = [
        {"id": "a", "text": "An azure, maroon house."},
        {"id": "b", "text": "An azure, maroon house.", "country": "nl"},
        {"id": "c", "text": "An azure, maroon house.", "platform": "X"},
        {"id": "d", "text": "An azure, violet house.", "role": "board", "country": "NL"},
        {"id": "e", "text": "An indigo house.", "setting": "care"},
        {"id": "f", "text": "Crimson", "lang": "de"},
        {"id": "g", "text": "An azure house.", "country": "Atlantis"},
    ]
    flags = ("--country", "UK", "--setting", "pharma")
    answer = jourfix("review", "--jsonl", "-", *flags, stdin=to_lines(rows))
    assert {line["id"]: rules(line) for line in answer.lines} == {
        "a": [], "b": ["dutch-only"], "c": ["on-x-only"], "d": ["dutch-only", "board-only"],
        "e": ["care-only"], "f": ["loud-word"], "g": ["dutch-only"],
    }  # fmt: skip
    assert answer.lines[5]["language"] == "de"


def test_rows_choose_their_organisation_by_name(jourfix: Command) -> None:
    rows = [
        {"id": "a", "text": "An azure house.", "organisation": "acme"},
        {"id": "b", "text": "An azure house.", "profile": "beta"},
        {"id": "c", "text": "An azure house.", "organisation": "gamma"},
        {"id": "d", "text": "An azure house."},
    ]
    flags = ("--organisation", "acme=acme.yaml", "--organisation", "beta=beta.yaml")
    answer = jourfix("review", "--jsonl", "-", *flags, stdin=to_lines(rows))
    assert answer.status == 1
    assert rules(answer.lines[0]) == ["dutch-only"]
    assert rules(answer.lines[1]) == []
    assert answer.lines[2]["error"]["code"] == "unknown_organisation"
    assert "acme, beta" in answer.lines[2]["error"]["message"]
    assert rules(answer.lines[3]) == ["dutch-only"]  # nothing known: everything is checked


def test_a_plain_organisation_is_that_of_rows_that_name_none(jourfix: Command) -> None:
    rows = [
        {"id": "a", "text": "An azure house."},
        {"id": "b", "text": "An azure house.", "organisation": "acme"},
        {"id": "c", "text": "An azure house.", "organisation": "gamma"},
    ]
    flags = ("--organisation", "beta.yaml", "--organisation", "acme=acme.yaml")
    answer = jourfix("review", "--jsonl", "-", *flags, stdin=to_lines(rows))
    assert [rules(line) for line in answer.lines] == [[], ["dutch-only"], []]


def test_today_is_that_of_each_organisations_time_zone() -> None:
    late = FakeClock(datetime.datetime(2026, 11, 22, 23, 30, tzinfo=datetime.UTC))
    zones = {"": "Europe/Berlin", "uk": "Europe/London", "far": "America/New_York"}
    known = {name: Organisation("A", timezone=zone) for name, zone in zones.items()}
    frame = Frame(known, Flags(Told(), None, None), late, Contexts())
    days = {name: frame.compose(Row("1", "x", Told(), profile=name)).date.day for name in known}
    assert days == {"": 23, "uk": 22, "far": 22}


# For people


def test_a_review_for_people_has_words_without_colour(jourfix: Command) -> None:
    answer = jourfix("review", "-", stdin="Wir sahen heute ein crimson Haus. 🎉".encode())
    text = answer.out.decode()
    assert answer.status == 0
    assert "\x1b" not in text
    assert "de: crimson" in text
    assert "House rules, 1" in text


def test_a_terminal_that_knows_few_signs_still_gets_its_answer(jourfix: Command) -> None:
    answer = jourfix(
        "review", "-", stdin="A crimson house 🎉 für alle.".encode(), PYTHONIOENCODING="ascii"
    )
    assert answer.status == 0
    assert b"en: crimson" in answer.out


@pytest.mark.parametrize(
    "words",
    [[], ["--help"], ["review", "--help"], ["ask", "--help"], ["policies", "--help"],
     ["policies", "show", "--help"], ["policies", "check", "--help"]],
)  # fmt: skip
def test_help_is_a_text_and_no_error(jourfix: Command, words: list[str]) -> None:
    answer = jourfix(*words)
    assert answer.status == 0
    assert answer.err == ""
    assert answer.out.startswith(b"usage: jourfix")


def test_the_help_of_review_names_every_flag_and_exit_status(jourfix: Command) -> None:
    text = jourfix("review", "--help").out.decode()
    flags = "organisation language answer-language network country setting role date json jsonl"
    for flag in flags.split():
        assert f"--{flag}" in text
    assert "exit status is 0 whatever the verdict, 1" in text


def test_policies_list_names_packs_rules_and_who_signs(jourfix: Command) -> None:
    answer = jourfix("policies", "list")
    text = answer.out.decode()
    assert answer.status == 0
    assert "test@1: Comms" in text
    assert "Legal" in text
    for rule in ("calm-word", "loud-word", "grave-word", "closed"):
        assert rule in text


def test_policies_show_prints_one_rule_in_one_or_all_languages(jourfix: Command) -> None:
    text = jourfix("policies", "show", "loud-word").out.decode()
    assert all(f"[{language}] {language}: " in text for language in ("de", "nl", "en"))
    assert "House rules, 1" in text
    dutch = jourfix("policies", "show", "loud-word", "--language", "nl").out.decode()
    assert "[nl]" in dutch
    assert "[de]" not in dutch


@pytest.mark.parametrize("words", [["show", "loud-wort"], ["check", "tset"]])
def test_a_name_that_nobody_knows_is_exit_2_with_the_nearest(
    jourfix: Command, words: list[str]
) -> None:
    answer = jourfix("policies", *words)
    assert answer.status == 2
    assert "Did you mean “" in answer.err


def test_policies_check_runs_every_example(jourfix: Command) -> None:
    for words in ([], ["test"]):
        answer = jourfix("policies", "check", *words)
        assert answer.status == 0, answer.out
        assert "1 packs, 8 rules, 120 examples, 0 complaints" in answer.err


def test_policies_check_names_file_and_line_of_what_fails(
    jourfix: Command, installation: Path, tmp_path: Path
) -> None:
    import shutil

    policies = tmp_path / "policies"
    shutil.copytree(installation / "policies", policies)
    rule = policies / "test" / "loud-word.yaml"
    rule.write_text(rule.read_text().replace("We saw [[crimson]]", "We saw [[a crimson]]"))
    answer = jourfix("policies", "check", JOURFIX_POLICIES=str(policies))
    assert answer.status == 1
    assert "loud-word.yaml:" in answer.out.decode()
    started = jourfix("review", "-", stdin=b"We saw it.", JOURFIX_POLICIES=str(policies))
    assert started.status == 2
    assert "loud-word.yaml:" in started.err
