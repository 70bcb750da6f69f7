"""Load an organisation file. Complaints name the key, its line and the remedy."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.model import (
    COUNTRIES,
    LANGUAGES,
    NETWORKS,
    SETTINGS,
    Blackout,
    Embargo,
    Language,
    Organisation,
    OwnTag,
    Product,
    Site,
)
from bot.files.contacts import read_contacts
from bot.files.entries import Entry, parse_yaml, read_yaml, refuse_unknown_keys
from bot.files.words import open_knowledge

_KEYS = (
    "company", "aliases", "country", "countries", "setting", "settings", "sites", "timezone",
    "listed",
    "products", "competitors", "hashtags", "catalogue", "handles", "blackout", "embargoes",
    "contacts", "holidays",
)  # fmt: skip
ADDED = ("products", "hashtags", "catalogue", "blackout", "embargoes", "contacts")
_PRODUCT_KEYS = ("brand", "inn", "status", "indication", "countries", "approved", "described_as")
_STATUSES = ("rx", "otc", "pipeline", "device")
_HASHTAG = re.compile(r"#?\w{2,80}")
_CATALOGUE_KEYS = ("language", "tag", "about", "words", "ask")


def load_organisation(path: Path) -> Organisation:
    """Load an organisation file.

    Raises:
        ContentError: the file makes no sense.
    """
    entry = read_yaml(path)
    fields = entry.mapping("an organisation file")
    refuse_unknown_keys(fields, _KEYS, "an organisation file")
    if "company" not in fields:
        raise entry.refuse("the organisation has no “company”", "Add its name as people say it.")
    return _read(fields)


def read_additions(text: str) -> Organisation:
    """Read what editors add to their organisation file at the desk; nothing else fits there.

    Raises:
        ContentError: it makes no sense.
    """
    entry = parse_yaml(text.encode(), "organisation.yaml")
    fields = {} if entry.value is None else entry.mapping("what is added to the organisation")
    refuse_unknown_keys(fields, ADDED, "what is added to the organisation")
    return _read({**fields, "company": Entry("-", entry.path, entry.line)})


def _read(fields: Mapping[str, Entry]) -> Organisation:
    products = tuple(_read_product(item) for item in _items(fields, "products"))
    return Organisation(
        company=fields["company"].text("company"),
        aliases=_texts(fields, "aliases"),
        countries=_choices(fields, ("country", "countries"), COUNTRIES),
        settings=_choices(fields, ("setting", "settings"), SETTINGS),
        sites=tuple(_read_site(item) for item in _items(fields, "sites")),
        timezone=_read_timezone(fields.get("timezone")),
        listed=_flag(fields.get("listed")),
        products=tuple(_weigh_substances(product, products) for product in products),
        competitors=_texts(fields, "competitors"),
        hashtags=tuple(_read_hashtag(item) for item in _items(fields, "hashtags")),
        catalogue=tuple(_read_own_tag(item) for item in _items(fields, "catalogue")),
        handles=_named_texts(fields.get("handles"), NETWORKS, "handles"),
        blackout=tuple(_read_blackout(item) for item in _items(fields, "blackout")),
        embargoes=tuple(_read_embargo(item) for item in _items(fields, "embargoes")),
        contacts=read_contacts(fields.get("contacts")),
        holidays=frozenset(item.day("holidays") for item in _items(fields, "holidays")),
    )


def _items(fields: Mapping[str, Entry], key: str) -> list[Entry]:
    return fields[key].items(key) if key in fields else []


def _texts(fields: Mapping[str, Entry], key: str) -> tuple[str, ...]:
    return fields[key].texts(key) if key in fields else ()


def _choices(
    fields: Mapping[str, Entry], keys: Iterable[str], among: Iterable[str]
) -> tuple[str, ...]:
    known = list(among)
    return tuple(
        value for key in keys if key in fields for value in fields[key].choices(key, known)
    )


def _flag(entry: Entry | None) -> bool:
    if entry is None:
        return False
    if not isinstance(entry.value, bool):
        raise entry.refuse("this must be true or false", "Write true or false without quotes.")
    return entry.value


def _named_texts(entry: Entry | None, known: Iterable[str], what: str) -> Mapping[str, str]:
    if entry is None:
        return {}
    fields = entry.mapping(what)
    refuse_unknown_keys(fields, known, what)
    return {key: value.text(key) for key, value in fields.items()}


def _read_hashtag(entry: Entry) -> str:
    text = entry.text("a hashtag")
    if not _HASHTAG.fullmatch(text):
        raise entry.refuse(f"“{text[:60]}” is no hashtag", "Write it as #TeamAcme.")
    return text


def _read_own_tag(entry: Entry) -> OwnTag:
    """Read what the organisation adds to the hashtag catalogue."""
    fields = entry.mapping("a tag")
    refuse_unknown_keys(fields, _CATALOGUE_KEYS, "a tag")
    for needed in ("language", "tag", "about", "words"):
        if needed not in fields:
            raise entry.refuse(f"this tag has no “{needed}”", "Add it.")
    spoken = fields["language"].choice("language", LANGUAGES)
    language: Language = next(one for one in LANGUAGES if one == spoken)
    tag = _read_hashtag(fields["tag"])
    words = fields["words"].texts("words")
    if not words:
        raise fields["words"].refuse("this tag has no words", "Name those that people write.")
    return OwnTag(
        language,
        tag if tag.startswith("#") else f"#{tag}",
        fields["about"].text("about"),
        words,
        _optional_text(fields.get("ask"), "ask"),
    )


def _read_timezone(entry: Entry | None) -> str:
    if entry is None:
        return "Europe/Berlin"
    name = entry.text("timezone")
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise entry.refuse(
            f"there is no time zone “{name}”", "Write it as Europe/Amsterdam."
        ) from error
    return name


def _read_site(entry: Entry) -> Site:
    if not isinstance(entry.value, dict):
        return Site(entry.text("a site"))
    fields = entry.mapping("a site")
    refuse_unknown_keys(fields, ("name", "country", "setting"), "a site")
    if "name" not in fields:
        raise entry.refuse("this site has no name", "Add it.")
    return Site(
        fields["name"].text("name"),
        fields["country"].choice("country", COUNTRIES) if "country" in fields else "",
        fields["setting"].choice("setting", SETTINGS) if "setting" in fields else "",
    )


def _read_product(entry: Entry) -> Product:
    fields = entry.mapping("a product")
    refuse_unknown_keys(fields, _PRODUCT_KEYS, "a product")
    for needed in ("brand", "status"):
        if needed not in fields:
            raise entry.refuse(f"this product has no “{needed}”", "Add it.")
    approved = fields["approved"].mapping("approved") if "approved" in fields else {}
    return Product(
        brand=fields["brand"].text("brand"),
        status=fields["status"].choice("status", _STATUSES),
        inn=_read_substances(fields.get("inn")),
        indication=_optional_text(fields.get("indication"), "indication"),
        countries=_texts(fields, "countries"),
        approved={country: day.day("approved") for country, day in approved.items()},
        described_as=_texts(fields, "described_as"),
    )


def _optional_text(entry: Entry | None, what: str) -> str:
    return "" if entry is None or entry.value is None else entry.text(what)


def _read_substances(entry: Entry | None) -> tuple[str, ...]:
    """Read `inn`: a text split at “/”, “,” and “(”, a list, or nothing."""
    if entry is None or entry.value is None:
        return ()
    parts: list[str] = []
    for text in entry.texts("inn"):
        parts += [part.strip(" )") for part in re.split(r"[/,(]", text)]
    return tuple(part for part in parts if part)


def _weigh_substances(product: Product, products: Iterable[Product]) -> Product:
    """Keep of a prescription product's substances those that no OTC product or OTC list has.

    A free text such as “lidocaine/dexpanthenol mouthwash” is reduced to the names in it.
    """
    over_the_counter = {
        name.lower() for other in products if other.status == "otc" for name in other.inn
    } | open_knowledge().otc_medicines
    kept = []
    for name in product.inn:
        words = name.lower().split()
        if product.status in ("rx", "pipeline", "device") and any(
            word in over_the_counter for word in words
        ):
            continue
        if len(words) <= 2:
            kept.append(name)
    return Product(
        product.brand,
        product.status,
        tuple(kept),
        product.indication,
        product.countries,
        product.approved,
        product.described_as,
    )


def _read_blackout(entry: Entry) -> Blackout:
    fields = entry.mapping("a closed period")
    refuse_unknown_keys(fields, ("start", "end", "why", "terms", "kind"), "a closed period")
    for needed in ("start", "end"):
        if needed not in fields:
            raise entry.refuse(f"this closed period has no “{needed}”", "Add the day.")
    start, end = fields["start"].day("start"), fields["end"].day("end")
    if end < start:
        raise fields["end"].refuse("the closed period ends before it starts", "Swap the days.")
    kind = fields["kind"].choice("kind", ("figures", "deal", "other")) if "kind" in fields else ""
    why = _optional_text(fields.get("why"), "why")
    return Blackout(start, end, why, _texts(fields, "terms"), kind or "figures")


def _read_embargo(entry: Entry) -> Embargo:
    fields = entry.mapping("an embargo")
    refuse_unknown_keys(fields, ("topic", "terms", "until"), "an embargo")
    for needed in ("terms", "until"):
        if needed not in fields:
            raise entry.refuse(f"this embargo has no “{needed}”", "Add it.")
    return Embargo(
        _optional_text(fields.get("topic"), "topic"),
        fields["terms"].texts("terms"),
        fields["until"].day("until"),
    )
