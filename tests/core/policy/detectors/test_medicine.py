"""Medicines: own names however they are written, substances, known names, and what is none."""

import pytest

from bot.core.model import Organisation, Product
from tests.core.policy.detectors.conftest import Found

ACME = Organisation(
    "Acme",
    products=(
        Product("Zelvaro", "rx", ("nortesimab",), described_as=("migraine pen",)),
        Product("NH-204", "pipeline", ("ravoglutide",)),
        Product("Halsofin", "otc", ("cetylpyridinium",)),
        Product("PulsWacht", "device"),
        Product("Pumpino", "device", ("belapril",)),
    ),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We talked about Zelvaro today.", "Zelvaro"),
        ("We talked about ZELVARO today.", "ZELVARO"),
        ("Zelvaro's name is new to us.", "Zelvaro's"),
        ("Das Zelvaro-Team feiert heute im Garten.", "Zelvaro"),
        ("Der Zelvaroabend war wieder sehr schön.", "Zelvaroabend"),
        ("We are all so happy today #Zelvaro", "Zelvaro"),
        ("We are all so happy today #zelvaroteam", "zelvaroteam"),
        ("We talked about Z e l v a r o today.", "Z e l v a r o"),
        ("We talked about Z3lvar0 today.", "Z3lvar0"),
        ("We talked about Zelvarro today.", "Zelvarro"),
        ("We talked about Zelv*ro today.", "Zelv*ro"),
        ("We talked about Zel\u00advaro today.", "Zel\u00advaro"),
        ("We talked about nortesimab today.", "nortesimab"),
        ("We talked about the migraine pen today.", "migraine pen"),
        ("We talked about NH-204 today.", "NH-204"),
        ("We talked about NH 204 today.", "NH 204"),
        ("We talked about nh204 today.", "nh204"),
    ],
)
def test_an_own_name_is_found_however_it_is_written(found: Found, text: str, words: str) -> None:
    assert found("medicine", text, {"own": "yes"}, organisation=ACME) == [words]


@pytest.mark.parametrize(
    ("status", "text", "words"),
    [
        ("rx", "We talked about Zelvaro today.", ["Zelvaro"]),
        ("pipeline", "We talked about NH-204 today.", ["NH-204"]),
        ("otc", "We talked about Halsofin today.", ["Halsofin"]),
        ("device", "We talked about PulsWacht today.", ["PulsWacht"]),
        ("rx", "We talked about Pumpino today.", ["Pumpino"]),  # a device with a substance
        ("device", "We talked about Pumpino today.", []),
        ("rx", "We talked about Halsofin today.", []),
        ("otc", "Heute nehme ich Ibuprofen gegen die Schmerzen.", ["Ibuprofen"]),
        ("rx", "Heute nehme ich Ibuprofen gegen die Schmerzen.", []),
        ("rx", "Wir reden heute über Semaglutid im Kurs.", ["Semaglutid"]),
        ("rx", "Die Semaglutidspritze ist heute Thema im Kurs.", ["Semaglutidspritze"]),
        ("rx", "We hebben het vandaag over semaglutide gehad.", ["semaglutide"]),
        ("rx", "Today we talked about quirotinib in class.", ["quirotinib"]),  # by its stem
    ],
)
def test_the_status_is_that_of_name_or_substance(
    found: Found, status: str, text: str, words: list[str]
) -> None:
    assert found("medicine", text, {"status": status}, organisation=ACME) == words


@pytest.mark.parametrize(
    "text",
    [
        "Im April haben wir ein neues Konzept.",
        "Dit recept komt uit het concept van april.",
        "Our Celgene friends drank cognac near the thermostat.",
        "Die vergangenen Börsen und Kursen sind stimmig.",
        "The mongrel ran along the shoreline for a moment.",
        "Petersen und Andersen tranken Cognac am Kamin.",
    ],
)
def test_words_that_end_like_a_substance_are_none(found: Found, text: str) -> None:
    assert found("medicine", text, organisation=ACME) == []


@pytest.mark.parametrize(
    "text",
    [
        "Seit ich Dolvenzia nehme, schlafe ich wieder durch.",
        "Sinds ik Dolvenzia slik, slaap ik weer door.",
        "Since I started Dolvenzia I sleep through the night.",
    ],
)
def test_an_invented_brand_is_seen_without_an_employers_file(found: Found, text: str) -> None:
    assert found("coined_name", text) == ["Dolvenzia"]


@pytest.mark.parametrize(
    "text",
    [
        "Meine Kollegin Valentina kommt aus Brandenburg und liebt Pralinen.",
        "Mijn collega Valentina uit Apeldoorn houdt van drop.",
        "My colleague Valentina from Manchester loves Tuesday bingo.",
        "Since I started at ACME I sleep through the night.",
    ],
)
def test_people_places_and_words_are_no_invented_brands(found: Found, text: str) -> None:
    assert found("coined_name", text) == []


def test_a_name_of_the_profile_is_no_invented_brand(found: Found) -> None:
    text = "Since I started Zelvaro I sleep through the night."
    assert found("coined_name", text, organisation=ACME) == []
