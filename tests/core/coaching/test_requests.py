"""What is said to us around a draft is taken off; a question alone or about a like stays."""

import pytest

from bot.core.coaching.requests import take_off_request

DRAFT = "Heute haben wir im Labor den neuen Brutschrank gefeiert."
BEFORE = """Darf ich das posten?
Darf ich das so auf LinkedIn posten?
Kannst du bitte drüberschauen:
Kannst du das kurz prüfen?
Passt das?
Hallo, ist das so okay?
Can I post this?
Is this ok?
Could you please review this:
Hi, is it fine to publish this?
Mag ik dit posten?
Klopt dit zo?
Kun je even meekijken:
Kan ik dit zo plaatsen?""".split("\n")
BEHIND = [
    "Passt das so?",
    "Kann ich das so posten?",
    "Is this ok?",
    "Klopt dit zo?",
    "Can I post this?",
]


@pytest.mark.parametrize("between", ["\n\n", "\n", " "])
@pytest.mark.parametrize("request_", BEFORE)
def test_a_request_in_front_is_taken_off(request_: str, between: str) -> None:
    assert take_off_request(f"{request_}{between}{DRAFT}") == DRAFT


@pytest.mark.parametrize("request_", BEHIND)
def test_a_request_behind_is_taken_off(request_: str) -> None:
    assert take_off_request(f"{DRAFT}\n\n{request_}") == DRAFT


@pytest.mark.parametrize(
    "text",
    [
        "Darf ich das posten?",
        "Can I post this?",
        "Mag ik dit posten?",
        f"Darf ich das liken?\n\n{DRAFT}",
        f"Mag ik dit delen?\n\n{DRAFT}",
        f"Can I share this?\n\n{DRAFT}",
        "Darf ich ein Selfie vom Kongress posten?",
        f"{DRAFT}\n\nWas meint ihr?",
        f"{DRAFT}\n\nWhat do you think?",
        f"Endlich:\n{DRAFT}",
        DRAFT,
    ],
)
def test_questions_and_drafts_stay_whole(text: str) -> None:
    assert not take_off_request(text)
