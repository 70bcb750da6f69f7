"""The file of aliases: what it must hold, and how it complains."""

import shutil
from pathlib import Path

import pytest

from bot.core.errors import ContentError
from bot.core.model import LANGUAGES
from bot.core.programme.numbers import FIELDS, LEAVE_OUT
from bot.files.exports.aliases import load_aliases
from tests.conftest import POLICIES


def test_every_field_has_a_header_in_three_languages() -> None:
    aliases = load_aliases(POLICIES).aliases
    for field in (*FIELDS, LEAVE_OUT):
        assert {alias.language for alias in aliases if alias.field == field} == set(LANGUAGES), (
            field
        )


def test_only_what_somebody_saw_is_called_sure() -> None:
    """No export in German or Dutch has been seen: there only our own headers are sure."""
    for alias in load_aliases(POLICIES).aliases:
        if alias.language != "en":
            assert alias.sureness in ("ours", "guessed"), alias.header


@pytest.mark.parametrize(("change", "complaint"), [
    (("header: Post URL, sure: seen", "header: Post URL, sure: sean"), "“sean” is not known. Did you mean “seen”?"),
    (("sure: seen, source: member-export", "sure: seen"), "“Post URL” is seen, but where?"),
    (("source: member-export", "source: member-exprt"), "there is no source “member-exprt”. Did you mean “member-export”?"),
    (("  impressions:\n", "  impresions:\n"), "fields has no key “impresions”. Did you mean “impressions”?"),
    (("header: Clicks,", "header: Impressions,"), "“Impressions” means “impressions” and “clicks”"),
    (("sheets:\n  top-posts:", "sheets:\n  top-post:"), "sheets has no key “top-post”. Did you mean “top-posts”?"),
    (("header: Post URL, ", ""), "the alias has no “header”"),
    (("sources:\n", "sorces:\n"), "the aliases has no key “sorces”. Did you mean “sources”?"),
    (("    title: linklytics", "    titel: linklytics"), "a source has no key “titel”. Did you mean “title”?"),
])  # fmt: skip
def test_a_mistake_is_named_with_its_line(
    tmp_path: Path, change: tuple[str, str], complaint: str
) -> None:
    shutil.copytree(POLICIES / "exports", tmp_path / "exports")
    file = tmp_path / "exports" / "aliases.yaml"
    text = file.read_text("utf-8")
    assert change[0] in text
    file.write_text(text.replace(*change, 1), "utf-8")
    with pytest.raises(ContentError, match=r"exports/aliases\.yaml:[0-9]+: ") as caught:
        load_aliases(tmp_path)
    assert complaint in str(caught.value)
