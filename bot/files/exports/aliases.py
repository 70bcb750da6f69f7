"""Load policies/exports/aliases.yaml: what the headers of exports mean, and how sure that is."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.core.model import LANGUAGES, Language
from bot.core.naming import nearest_name
from bot.core.programme.number_tables import SURENESSES, Alias, HeaderAliases, Sureness
from bot.core.programme.numbers import FIELDS, LEAVE_OUT, fold_header
from bot.files.entries import Entry, read_yaml, refuse_unknown_keys

_FILE = "exports/aliases.yaml"
_SHEETS = ("top-posts", "performance", "page-posts", "audience")
_NEED_SOURCE = ("seen", "documented")


def load_aliases(policies: Path) -> HeaderAliases:
    """Load the aliases of a policies folder.

    Raises:
        ContentError: the file makes no sense.
    """
    entry = read_yaml(policies / _FILE, f"policies/{_FILE}")
    fields = entry.mapping("the aliases")
    refuse_unknown_keys(fields, ("sources", "sheets", "fields"), "the aliases")
    for needed in ("sources", "sheets", "fields"):
        if needed not in fields:
            raise entry.refuse(f"“{needed}” is missing", "Add it.")
    sources = fields["sources"].mapping("sources")
    for source in sources.values():
        keys = source.mapping("a source")
        refuse_unknown_keys(keys, ("title", "address"), "a source")
        if "title" not in keys:
            raise source.refuse("the source has no title", "Say what it is.")
    sheets = fields["sheets"].mapping("sheets")
    refuse_unknown_keys(sheets, _SHEETS, "sheets")
    names = {kind: names.texts("a sheet's name") for kind, names in sheets.items()}
    return HeaderAliases(list(_read_fields(fields["fields"], sources)), names)


def _read_fields(entry: Entry, sources: Mapping[str, Entry]) -> Iterator[Alias]:
    fields = entry.mapping("fields")
    refuse_unknown_keys(fields, (*FIELDS, LEAVE_OUT), "fields")
    told: dict[str, str] = {}
    for field, blocks in fields.items():
        by_language = blocks.mapping(field)
        refuse_unknown_keys(by_language, LANGUAGES, field)
        for language in LANGUAGES:
            if language not in by_language:
                continue
            for item in by_language[language].items(f"{field}, {language}"):
                alias = _read_alias(item, field, language, sources)
                other = told.setdefault(fold_header(alias.header), field)
                if other != field:
                    problem = f"“{alias.header}” means “{other}” and “{field}”"
                    raise item.refuse(problem, "Keep it where it belongs.")
                yield alias


def _read_alias(
    entry: Entry, field: str, language: Language, sources: Mapping[str, Entry]
) -> Alias:
    keys = entry.mapping("an alias")
    refuse_unknown_keys(keys, ("header", "sure", "source"), "an alias")
    for needed in ("header", "sure"):
        if needed not in keys:
            raise entry.refuse(f"the alias has no “{needed}”", "Add it.")
    header = keys["header"].text("header")
    sureness: Sureness = next(
        known for known in SURENESSES if known == keys["sure"].choice("sure", SURENESSES)
    )
    if sureness in _NEED_SOURCE:
        if "source" not in keys:
            raise entry.refuse(f"“{header}” is {sureness}, but where?", "Name its source.")
        name = keys["source"].text("source")
        if name not in sources:
            raise entry.refuse(f"there is no source “{name}”", nearest_name(name, sources))
    return Alias(header, field, language, sureness)
