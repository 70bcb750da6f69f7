"""Load the hashtag catalogue from policies/hashtags/. Every complaint names its line."""

import re
from pathlib import Path

from bot.core.coaching.hashtags import CatalogueTag, HashtagCatalogue, TagShelf
from bot.core.errors import ContentError
from bot.core.model import LANGUAGES, Language
from bot.files.entries import Entry, read_yaml, refuse_unknown_keys

_KEYS = ("tag", "about", "words", "ask")
_TAG = re.compile(r"#[A-ZÄÖÜ0-9][A-Za-z0-9ÄÖÜäöüßéëïó]+")


def load_hashtags(folder: Path) -> HashtagCatalogue:
    """Load the catalogue of a policies folder; without one, no tag is offered.

    Raises:
        ContentError: a file makes no sense; the message names file, line and remedy.
    """
    shelves: dict[Language, TagShelf] = {}
    for language in LANGUAGES:
        path = folder / "hashtags" / f"{language}.yaml"
        if path.exists():
            shelves[language] = _read_shelf(path, str(path.relative_to(folder.parent)))
    return HashtagCatalogue(shelves)


def _read_shelf(path: Path, name: str) -> TagShelf:
    seen: dict[str, int] = {}
    tags = []
    for entry in read_yaml(path, name).items("the catalogue"):
        tag = _read_tag(entry)
        if tag.tag.lower() in seen:
            raise ContentError(
                name, f"{tag.tag} stands twice", f"See line {seen[tag.tag.lower()]}.", entry.line
            )
        seen[tag.tag.lower()] = entry.line
        tags.append(tag)
    return TagShelf(tuple(tags))


def _read_tag(entry: Entry) -> CatalogueTag:
    fields = entry.mapping("a tag")
    refuse_unknown_keys(fields, _KEYS, "a tag")
    for needed in ("tag", "about", "words"):
        if needed not in fields:
            raise entry.refuse(f"the tag has no “{needed}”", "Add it.")
    written = fields["tag"].text("tag")
    if not _TAG.fullmatch(written):
        raise fields["tag"].refuse(f"“{written}” is no hashtag", "Write it as #NightShift.")
    return CatalogueTag(
        written,
        fields["about"].text("about"),
        fields["words"].texts("words"),
        fields["ask"].text("ask") if "ask" in fields else "",
    )
