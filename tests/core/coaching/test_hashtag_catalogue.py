"""The curated catalogue itself: enough tags, none that must never be offered."""

import datetime
import re
from pathlib import Path

import pytest

from bot.core.errors import ContentError
from bot.core.model import Context, Draft
from bot.core.policy.engine import check
from bot.files.hashtags import load_hashtags

POLICIES = Path(__file__).parents[3] / "policies"
DAY = datetime.date(2026, 11, 22)
LANGUAGES = ("de", "nl", "en")
NEVER = {
    "health", "healthcare", "success", "erfolg", "succes", "zorg", "care", "innovation", "innovatie",
    "pharma", "farma", "medizin", "medicine", "team", "teamwork", "leadership", "motivation", "proud",
    "trots", "stolz", "dankbar", "grateful", "blessed", "happy", "gesundheit", "gezondheid", "work",
    "job", "karriere", "career", "diversity", "nachhaltigkeit", "sustainability", "follow", "like",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_enough_tags(catalogue, language):
    assert len(catalogue.shelves[language].tags) >= 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_tag_is_a_commonplace_a_mood_or_a_year(catalogue, language):
    for tag in catalogue.shelves[language].tags:
        assert tag.tag[1:].lower() not in NEVER
        assert not re.search(r"(19|20)\d\d", tag.tag)
        assert tag.about.endswith(".")
        assert not tag.ask or tag.ask.endswith("?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_engine_objects_to_no_tag_and_no_question(
    catalogue, policy, organisation, resemblance, language
):
    for tag in catalogue.shelves[language].tags:
        draft = Draft(f"{tag.ask} {tag.tag}", Context(DAY, organisation), language=language)
        found = [f for f in check(draft, policy, resemblance).findings if f.severity != "consider"]
        assert not found, (tag.tag, found[0].rule)


def test_a_complaint_names_file_and_line(tmp_path):
    folder = tmp_path / "policies" / "hashtags"
    folder.mkdir(parents=True)
    (folder / "en.yaml").write_text(
        '- tag: "#Good"\n  about: x\n  words: [x]\n- tag: nonsense\n  about: x\n  words: [x]\n'
    )
    with pytest.raises(ContentError) as caught:
        load_hashtags(tmp_path / "policies")
    assert "hashtags/en.yaml" in str(caught.value)
    assert "4" in str(caught.value)


def test_the_real_catalogue_loads():
    assert load_hashtags(POLICIES).shelves.keys() == set(LANGUAGES)
