"""Numbers of one person: the test values of the authorities, and why a checksum is not enough."""

import pytest

from tests.core.policy.detectors.conftest import Found

IBANS = ["DE89 3704 0044 0532 0130 00", "NL91 ABNA 0417 1643 00", "GB29 NWBK 6016 1331 9268 19"]


@pytest.mark.parametrize(
    ("kind", "text", "number"),
    [
        ("bsn", "Zijn BSN is 111222333, dat weet ik.", "111222333"),
        ("bsn", "Haar burgerservicenummer: 123456782 staat erop.", "123456782"),
        ("nhs", "His NHS number is 943 476 5919, I saw it.", "943 476 5919"),
        ("nhs", "I saw 401 023 2137 on the wristband.", "401 023 2137"),
        ("nhs", "The NHS no. 9434765919 stood there.", "9434765919"),
        ("kvnr", "Die KVNR A123456780 stand auf dem Zettel.", "A123456780"),
        ("kvnr", "Versichertennummer M123456785 stand da.", "M123456785"),
        *(("iban", f"Mein Konto zu Hause: {number} bitte.", number) for number in IBANS),
        *(("iban", f"My account is {number.replace(' ', '')} now.", number.replace(" ", "")) for number in IBANS),
    ],
)  # fmt: skip
def test_a_named_number_is_found(found: Found, kind: str, text: str, number: str) -> None:
    assert found("identifier", text, {"kind": kind, "certainty": "clear"}) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Bestelling 111222333 kwam gisteren binnen.",
        "Wij verkochten 123456782 stuks in een jaar.",
        "Order 9434765919 came in yesterday.",
        "Ticket 4010232137 is finally closed now.",
        "Das Los A123456780 hat heute gewonnen.",
    ],
)
def test_a_checksum_alone_is_not_enough(found: Found, text: str) -> None:
    assert found("identifier", text, {"certainty": "clear"}) == []


def test_a_wrong_checksum_beside_no_name_is_nothing_at_all(found: Found) -> None:
    for text in ("Es waren 123456789 Leute dort.", "I saw 943 476 5918 there.", "Los A123456781."):
        assert found("identifier", text) == []


@pytest.mark.parametrize("size", [41, 60, 4301, 9000])
def test_very_long_runs_of_digits_are_read_without_harm(found: Found, size: int) -> None:
    for sign in ("1", "9", "1 ", "1-"):
        text = f"BSN NHS IBAN KVNR {(sign * size)[:9000]} stood there."
        assert found("identifier", text, {"kind": ["bsn", "kvnr"]}) == []
