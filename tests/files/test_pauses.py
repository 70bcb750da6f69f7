"""The file with the rules at rest: written and read alike; what makes no sense is said with its line."""

import datetime

import pytest

from bot.core.errors import ContentError
from bot.core.policy.pause import Pause
from bot.files.pauses import read_pauses, write_pauses

TOPICS = {"medicine-praise": "rx_promotion", "patient-story": "patient_privacy"}
DAY = datetime.date(2026, 11, 22)
PAUSE = Pause("medicine-praise", "off", DAY, datetime.date(2027, 2, 20), "„Zu viele“: <b>5</b> – #")
GOOD = {
    "rule": "medicine-praise",
    "mode": "consider",
    "since": "2026-11-22",
    "until": "2026-12-22",
    "why": "Too many objections",
}


def test_what_is_written_is_read() -> None:
    other = Pause("a-rule", "consider", DAY, DAY + datetime.timedelta(days=1), "Why")
    text = write_pauses([PAUSE, other])
    assert read_pauses(text.encode()) == (other, PAUSE)
    assert write_pauses(read_pauses(text.encode())) == text
    assert read_pauses(b"") == ()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("rule", "no-such-rule", "there is no rule"),
        ("rule", "patient-story", "never rests"),
        ("rule", "../../etc/passwd", "there is no rule"),
        ("mode", "gone", "not known"),
        ("until", "2026-11-22", "a day at least and 90 at most"),
        ("until", "2026-11-21", "a day at least and 90 at most"),
        ("until", "2027-02-21", "a day at least and 90 at most"),
        ("until", "soon", "must be a day"),
        ("since", "[1]", "must be a day"),
        ("why", "", "must be a text"),
        ("why", "x" * 301, "too long"),
        ("who", "slack:T1:U1", "no key"),
        ("until", None, "has no “until”"),
    ],
)
def test_what_makes_no_sense_is_said(field: str, value: str | None, said: str) -> None:
    lines = {**GOOD, field: value}
    text = "".join(f"  {key}: {given}\n" for key, given in lines.items() if given is not None)
    with pytest.raises(ContentError, match=said) as caught:
        read_pauses(f"-\n{text}".encode(), TOPICS.get)
    assert caught.value.line


@pytest.mark.parametrize("text", ["a", "rule: x", "- - -", "- 1\n- 2"])
def test_other_shapes_are_refused(text: str) -> None:
    with pytest.raises(ContentError):
        read_pauses(text.encode())


def test_a_rule_rests_once() -> None:
    one = "-\n" + "".join(f"  {key}: {given}\n" for key, given in GOOD.items())
    with pytest.raises(ContentError, match="a pause already"):
        read_pauses((one + one).encode())
