"""The organisation file: every key is read, every complaint names its line and the remedy."""

import datetime
from pathlib import Path

import pytest

from bot.core.errors import ContentError
from bot.core.model import Blackout, Embargo, Organisation, Product, Site
from bot.files.organisation import load_organisation

WHOLE = """\
company: Acme Zorg
aliases: [Acme, AZ]
countries: [NL, DE]
settings: [hospital, care]
sites:
  - {name: De Vaart, country: NL, setting: hospital}
  - Haus Abend
timezone: Europe/Amsterdam
listed: true
products:
  - brand: Zelvaro
    inn: nortesimab
    status: rx
    indication: migraine
    countries: [NL]
    approved: {NL: 2025-02-01}
    described_as: [migraine pen]
competitors: [Brixham]
hashtags: ["#TeamAcme"]
handles: {linkedin: acme-zorg}
blackout:
  - {start: 2026-10-10, end: 2026-11-05, why: figures, terms: [tulip], kind: deal}
  - {start: 2026-12-01, end: 2026-12-01}
embargoes:
  - {topic: the ward, terms: [Kinderhaus], until: 2026-09-01}
contacts: {comms: a@acme.example, drug_safety: b, privacy: c, legal: d}
holidays: [2026-12-25, 2027-01-01]
"""


def load(folder: Path, text: str) -> Organisation:
    path = folder / "acme.yaml"
    path.write_text(text, "utf-8")
    return load_organisation(path)


def test_every_key_is_read(tmp_path: Path) -> None:
    day = datetime.date
    assert load(tmp_path, WHOLE) == Organisation(
        company="Acme Zorg",
        aliases=("Acme", "AZ"),
        countries=("NL", "DE"),
        settings=("hospital", "care"),
        sites=(Site("De Vaart", "NL", "hospital"), Site("Haus Abend")),
        timezone="Europe/Amsterdam",
        listed=True,
        products=(
            Product(
                "Zelvaro", "rx", ("nortesimab",), "migraine", ("NL",), {"NL": day(2025, 2, 1)},
                ("migraine pen",),
            ),
        ),
        competitors=("Brixham",),
        hashtags=("#TeamAcme",),
        handles={"linkedin": "acme-zorg"},
        blackout=(
            Blackout(day(2026, 10, 10), day(2026, 11, 5), "figures", ("tulip",), "deal"),
            Blackout(day(2026, 12, 1), day(2026, 12, 1), "", (), "figures"),
        ),
        embargoes=(Embargo("the ward", ("Kinderhaus",), day(2026, 9, 1)),),
        contacts={"comms": "a@acme.example", "drug_safety": "b", "privacy": "c", "legal": "d"},
        holidays=frozenset({day(2026, 12, 25), day(2027, 1, 1)}),
    )  # fmt: skip


def test_the_company_alone_is_enough(tmp_path: Path) -> None:
    assert load(tmp_path, "company: Acme") == Organisation("Acme")


def test_a_byte_order_mark_and_carriage_returns_are_no_part_of_it(tmp_path: Path) -> None:
    assert load(tmp_path, "\ufeffcompany: Acme\r\nlisted: true\r\n") == Organisation(
        "Acme", listed=True
    )


def test_one_country_and_one_setting_may_stand_alone(tmp_path: Path) -> None:
    loaded = load(tmp_path, "company: Acme\ncountry: UK\nsetting: patient_org\n")
    assert (loaded.countries, loaded.settings) == (("UK",), ("patient_org",))


def test_norway_is_no_false(tmp_path: Path) -> None:
    assert load(tmp_path, "company: no\naliases: [yes, off]").names == ("no", "yes", "off")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("nortesimab", ("nortesimab",)),
        ("nortesimab/belapril", ("nortesimab", "belapril")),
        ("nortesimab, belapril", ("nortesimab", "belapril")),
        ("nortesimab (belapril)", ("nortesimab", "belapril")),
        ("nortesimab / belapril, ravoglutide", ("nortesimab", "belapril", "ravoglutide")),
        ("[nortesimab, belapril]", ("nortesimab", "belapril")),
        ("[nortesimab/belapril]", ("nortesimab", "belapril")),
        ("null", ()),
        ("", ()),
        ("[]", ()),
        ('"/"', ()),
    ],
)
def test_substances_are_a_text_a_list_or_nothing(
    tmp_path: Path, written: str, read: tuple[str, ...]
) -> None:
    text = f"company: Acme\nproducts:\n  - brand: Zelvaro\n    status: rx\n    inn: {written}\n"
    assert load(tmp_path, text).products[0].inn == read


@pytest.mark.parametrize(
    ("status", "kept"),
    [("rx", ("nortesimab",)), ("device", ("nortesimab",)), ("otc", ("nortesimab", "ibuprofen"))],
)
def test_a_substance_that_is_sold_over_the_counter_makes_no_prescription(
    tmp_path: Path, status: str, kept: tuple[str, ...]
) -> None:
    text = (
        "company: Acme\nproducts:\n"
        f"  - {{brand: Duovar, status: {status}, inn: nortesimab/ibuprofen}}\n"
    )
    assert load(tmp_path, text).products[0].inn == kept


def test_a_substance_of_an_own_otc_product_makes_no_prescription(tmp_path: Path) -> None:
    text = (
        "company: Acme\nproducts:\n  - {brand: Duovar, status: rx, inn: belapril}\n"
        "  - {brand: Mildo, status: otc, inn: belapril}\n"
    )
    assert [product.inn for product in load(tmp_path, text).products] == [(), ("belapril",)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, ["must be a mapping"]),
        ("- Acme", 1, ["must be a mapping"]),
        ("country: NL", 1, ["no “company”"]),
        ("company:", 1, ["company must be a text"]),
        ("company: Acme\ncompetitor: X", 2, ["no key “competitor”", "Did you mean “competitors”?"]),
        ("company: Acme\nembargo:\n  - topic: x", 2, ["no key “embargo”", "“embargoes”"]),
        ("company: Acme\ncompany: Beta", 2, ["“company” stands twice"]),
        ("company: Acme\ncountry: GB", 2, ["country “GB” is not known", "DE, EU, NL, UK"]),
        ("company: Acme\ncountries:\n  - DE\n  - NLD", 4, ["“NLD”", "Did you mean “NL”?"]),
        ("company: Acme\nsetting: hospitel", 2, ["Did you mean “hospital”?"]),
        ("company: Acme\nlisted: \"yes\"", 2, ["true or false"]),
        ("company: Acme\ntimezone: Europe/Amsterdm", 2, ["no time zone “Europe/Amsterdm”"]),
        ("company: Acme\ntimezone: ../etc/passwd", 2, ["no time zone"]),
        ("company: Acme\naliases: {a: b}", 2, ["aliases must be a list"]),
        ("company: Acme\naliases: [a, '']", 2, ["aliases must be a text"]),
        ("company: Acme\nsites:\n  - {nam: X}", 3, ["Did you mean “name”?"]),
        ("company: Acme\nsites:\n  - {country: NL}", 3, ["no name"]),
        ("company: Acme\nsites:\n  - {name: X, country: FR}", 3, ["“FR” is not known"]),
        ("company: Acme\nproducts:\n  - {status: rx}", 3, ["no “brand”"]),
        ("company: Acme\nproducts:\n  - {brand: X}", 3, ["no “status”"]),
        ("company: Acme\nproducts:\n  - {brand: X, status: RX}", 3, ["“RX” is not known", "rx"]),
        ("company: Acme\nproducts:\n  - brand: X\n    status: rx\n    innn: a", 5, ["“inn”?"]),
        ("company: Acme\nproducts:\n  - {brand: X, status: rx, approved: {NL: soon}}", 3, ["a day"]),
        ("company: Acme\nhandles: {linkedn: x}", 2, ["Did you mean “linkedin”?"]),
        ("company: Acme\ncontacts: {drugsafety: x}", 2, ["Did you mean “drug_safety”?"]),
        ("company: Acme\ncontacts: [x]", 2, ["contacts must be a mapping"]),
        ("company: Acme\nholidays:\n  - Christmas", 3, ["must be a day", "2026-11-22"]),
        ("company: Acme\nblackout:\n  - {end: 2026-01-01}", 3, ["no “start”"]),
        ("company: Acme\nblackout:\n  - {start: 2026-01-01}", 3, ["no “end”"]),
        ("company: Acme\nblackout:\n  - start: 2026-01-02\n    end: 2026-01-01", 4, ["before it starts"]),
        ("company: Acme\nblackout:\n  - {start: 01.02.2026, end: 2026-02-02}", 3, ["2026-11-22"]),
        ("company: Acme\nblackout:\n  - {start: 2026-02-30, end: 2026-03-02}", 3, ["2026-11-22"]),
        ("company: Acme\nblackout:\n  - {start: 2026-02-01 10:00:00, end: 2026-03-02}", 3, ["a day"]),
        ("company: Acme\nblackout:\n  - {start: 2026-02-01, end: 2026-03-02, kind: numbers}", 3,
         ["“numbers” is not known", "figures"]),
        ("company: Acme\nblackout:\n  - {start: 2026-02-01, end: 2026-03-02, wy: x}", 3, ["“why”?"]),
        ("company: Acme\nembargoes:\n  - {topic: x, until: 2026-01-01}", 3, ["no “terms”"]),
        ("company: Acme\nembargoes:\n  - {topic: x, terms: [a]}", 3, ["no “until”"]),
        ("company: Acme\nembargoes:\n  - {terms: [a], untill: 2026-01-01}", 3, ["“until”?"]),
        ("company: [Acme", 2, ["no YAML"]),
        ("company: Acme\n\tlisted: true", 2, ["no YAML"]),
        ("company: &a [*a]", 1, ["used twice"]),
        ("company: !!python/object:os.system x", 1, ["no YAML"]),
        ("company: Acme\x07", 0, ["no YAML"]),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_with_line_and_remedy(
    tmp_path: Path, text: str, line: int, words: list[str]
) -> None:
    with pytest.raises(ContentError) as refused:
        load(tmp_path, text)
    assert refused.value.line == line
    assert refused.value.path.endswith("acme.yaml")
    for word in words:
        assert word in str(refused.value)
    assert refused.value.hint.endswith((".", "?"))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"company: \xff\xfe", "not UTF-8"),
        (b"company: " + b"x" * 2_000_001, "too large"),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "acme.yaml"
    path.write_bytes(data)
    with pytest.raises(ContentError, match=problem):
        load_organisation(path)


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(ContentError, match="cannot be read") as refused:
            load_organisation(path)
        assert refused.value.path == str(path)


def test_aliases_of_yaml_do_not_grow_without_end(tmp_path: Path) -> None:
    lines = ["company: Acme", "x0: &x0 [a, a]"]
    lines += [f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(ContentError):
        load(tmp_path, "\n".join(lines))
