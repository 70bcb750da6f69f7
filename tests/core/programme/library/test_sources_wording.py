"""Sources are named in the reader's language, except for what has one name everywhere."""

import re
from pathlib import Path

import pytest

from bot.core.model import Language, Source
from bot.core.programme.library.sources_wording import name_sources, translate_name
from bot.files.dilemmas import load_dilemmas
from bot.files.lessons import load_lessons

POLICIES = Path(__file__).parents[4] / "policies"
# Words that only an English description has: a law's own name or an article's title has none.
_ENGLISH = re.compile(r"\b(?:the|of|and|an?|on|with|for|experience|consent|employees?|your)\b")
_TITLES = ("MagicPost", "AuthoredUp: ", "Universal Design", "DSMN8", "LinkedInPreview", "IntoTheMinds",
    "GMC", "ABPI", "CAP and CMA", "Equality", "Socialnexis", "Ordinal", "Scribit")  # fmt: skip


def list_sources() -> list[Source]:
    texts = [*load_lessons(POLICIES), *load_dilemmas(POLICIES)]
    return [source for text in texts for source in text.sources]


@pytest.mark.parametrize("language", ["de", "nl"])
def test_no_description_of_a_source_stays_english(language: Language) -> None:
    sources = list_sources()
    assert len(sources) > 80
    left = {
        part
        for source in sources
        for part in (source.title, source.section)
        if _ENGLISH.search(part) and not part.startswith(_TITLES)
        and translate_name(part, language) == part
    }  # fmt: skip
    assert left == set()


def test_a_source_is_named_with_its_part() -> None:
    source = Source("GDPR (Regulation (EU) 2016/679)", "Art. 6 and 7: consent")
    named = {one: name_sources([source, Source("KNMG")], one) for one in ("de", "nl", "en")}  # type: ignore[arg-type]
    assert named == {
        "de": "DSGVO (Verordnung (EU) 2016/679), Art. 6 und 7: Einwilligung; KNMG",
        "nl": "AVG (Verordening (EU) 2016/679), art. 6 en 7: toestemming; KNMG",
        "en": "GDPR (Regulation (EU) 2016/679), Art. 6 and 7: consent; KNMG",
    }
