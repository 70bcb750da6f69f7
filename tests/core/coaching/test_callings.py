"""Roles as people write them, and what they may always tell."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.coaching.callings import CALLINGS, tell_calling
from bot.core.coaching.callings_wording import CALLING_WORDINGS
from bot.core.coaching.context import UNKNOWN_ROLE, Contexts, Told
from bot.core.coaching.home import compose_home
from bot.core.message import Listing
from bot.core.model import LANGUAGES, NO_ORGANISATION, Language
from bot.files.roles import load_roles
from tests.fakes.policies import ROOT

ROLES = {
    "doctor": (
        "Oberärztin", "Assistenzarzt Innere", "huisarts", "Arts in opleiding", "Consultant Surgeon",
        "GP and doctor", "Fachärztin für Anästhesie", "Kardiologin", "cardioloog", "Neurologist",
    ),
    "nurse": (
        "Pflegefachfrau", "Gesundheits- und Krankenpfleger", "wijkverpleegkundige", "Staff Nurse",
        "Verzorgende IG", "Hebamme", "Medizinische Fachangestellte", "doktersassistente", "nurse",
    ),
    "sales": (
        "Außendienst Nord", "Key Account Manager", "artsenbezoeker", "Sales Representative",
        "Pharmareferentin", "Rayonmanager", "Vertriebsleitung", "sales",
    ),
    "research": (
        "Laborantin", "Research Scientist", "Forschung & Entwicklung", "onderzoeker", "analist",
        "Leiterin Labor", "Biologin", "R&D lab", "research",
    ),
    "hr": (
        "HR Business Partner", "Recruiterin", "Personalreferent", "Human Resources", "personeelszaken",
        "People & Culture", "hr",
    ),
}  # fmt: skip
OTHERS = (
    "", "Führungskraft", "Collaboration Manager", "Architekt", "Arts & Culture Manager", "Ninja",
    "Spare Parts Manager", "Arztsekretärin", "Koch", "communications", "board", "CEO", "Persönlich",
)  # fmt: skip


@pytest.mark.parametrize(
    ("role", "calling"), [(role, name) for name, roles in ROLES.items() for role in roles]
)
def test_a_role_is_told_from_its_words(role: str, calling: str) -> None:
    assert tell_calling(role) == calling


@pytest.mark.parametrize("role", OTHERS)
def test_other_roles_make_no_difference(role: str) -> None:
    assert tell_calling(role) is None


@given(st.text(max_size=500))
def test_any_words_are_read(words: str) -> None:
    assert tell_calling(words) in (None, *CALLINGS)


def test_short_signs_of_a_class_count_only_where_a_word_begins() -> None:
    contexts = Contexts(load_roles(ROOT / "policies"))
    assert contexts.classify_role("HR Business Partner") == "office"
    assert contexts.classify_role("IT-Support") == "office"
    assert contexts.classify_role("Laborantin") == "research"
    assert contexts.classify_role("Führungskraft") == UNKNOWN_ROLE
    assert contexts.classify_role("Jupiter") == UNKNOWN_ROLE


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_says_first_what_fits_the_calling(language: Language) -> None:
    context = Contexts().compose(NO_ORGANISATION, datetime.date(2026, 11, 22), Told())
    for calling in CALLINGS:
        wording = CALLING_WORDINGS[language][calling]
        page = compose_home(context, [], language, calling)
        listing = next(part for part in page.parts if isinstance(part, Listing))
        assert listing.items[: len(wording.allowed)] == wording.allowed
        assert len(listing.items) > len(wording.allowed)
