"""What is the case only the author knows: no number, name or organisation may be added."""

import pytest

from bot.core.model import Context, Draft, Language, Organisation
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.core.suggesting.new_facts import find_new_facts
from tests.conftest import TODAY

HOUSE = Organisation(company="Nordlicht Pharma", competitors=("Südkraft AG",))
DE = "Seit 2019 bin ich hier. Am Dienstag hat Anna 1.200 Becher gespült, und wir haben gelacht."
NL = "Sinds 2019 werk ik hier. Dinsdag waste Anna drie bekers af en we lachten."
EN = "I have been here since 2019. On Tuesday Anna washed three cups and we laughed."


@pytest.mark.parametrize(
    ("language", "told", "written", "found"),
    [
        ("de", DE, "Anna hat 1200 Becher gespült.", ()),
        ("de", DE, "Annas Becher: 1.200 an einem Dienstag.", ()),
        ("de", DE, "Anna hat 1300 Becher gespült.", ("1300",)),
        ("de", DE, "Zehn Kolleginnen haben gelacht.", ("Zehn",)),
        ("de", DE, "Bernd hat Becher gespült.", ("Bernd",)),
        ("de", DE, "Bei der Südkraft AG hat Anna gelacht.", ("Südkraft", "AG")),
        ("de", DE, "Nordlicht Pharma hat gelacht.", ("Nordlicht Pharma",)),
        ("de", DE, "Wir haben in Leipzig gelacht.", ("Leipzig",)),
        ("de", DE, "Das DRK hat gelacht.", ("DRK",)),
        ("de", DE, "Ein Dienstag in der Teeküche.", ()),
        ("nl", NL, "Novartis waste bekers af.", ("Novartis",)),
        ("en", EN, "Siemens washed cups.", ("Siemens",)),
        ("nl", NL, "Anna waste bekers af, en we lachten.", ()),
        ("nl", NL, "We lachten om Pieter.", ("Pieter",)),
        ("nl", NL, "Vier bekers waste Anna af.", ("Vier",)),
        ("en", EN, "Three cups, and Anna laughed.", ()),
        ("en", EN, "We laughed with Siemens.", ("Siemens",)),
        ("en", EN, "We laughed, see #Teamwork and @acme and www.acme.com", ("#Teamwork", "@acme", "www.acme.com")),
        ("en", EN, "Four cups, and we laughed.", ("Four",)),
    ],
)  # fmt: skip
def test_facts_that_were_not_told_are_found(
    policy: Policy, language: Language, told: str, written: str, found: tuple[str, ...]
) -> None:
    read = check(Draft(written, Context(TODAY, HOUSE), language=language), policy).reading
    assert find_new_facts(told, read) == found


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Wir haben bei Siemens gelacht.", ("Siemens",)),
        ("Wir haben in der Teeküche gelacht.", ("Teeküche",)),
        ("Wir haben am Becherrand gelacht.", ()),  # one of its parts was told
        ("Wir haben an einem Tag gelacht.", ()),
    ],
)
def test_in_an_authors_own_text_a_rare_noun_is_a_new_thing(
    policy: Policy, written: str, found: tuple[str, ...]
) -> None:
    read = check(Draft(written, Context(TODAY, HOUSE), language="de"), policy).reading
    assert find_new_facts(DE, read, may_be_nouns=True) == found
