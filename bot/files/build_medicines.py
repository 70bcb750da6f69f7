"""Make bot/files/data/medicines.txt from drug-named-entity-recognition. Run by `make words`.

Only names that a reader would call a medicine stay: known to MedlinePlus or the NHS, or to DrugBank
and Wikipedia; single words of five letters or more; never an ordinary word of our three languages.
German and Dutch spellings of substance names are derived by rule.
"""

import bz2
import pickle
import re
import sys
from pathlib import Path
from typing import Any

from bot.core.language.fold import fold_word
from bot.core.model import LANGUAGES

DATA = Path(__file__).parent / "data"
_SHORTEST = 5
# Zipf 2.4 keeps real substances (metformin is 3.0 in English) only by the allow list below.
_ORDINARY = 2.4
# Brands and synonyms are more often surnames and towns as well: only the rare ones stay.
_ORDINARY_BRAND = 0.9
# Substances and brands so well known that they are ordinary words by frequency.
_KNOWN = frozenset(
    "metformin insulin morphine morphin fentanyl oxycodone oxycodon ketamine methadone codeine diazepam "
    "prozac viagra xanax ritalin botox ozempic wegovy mounjaro humira warfarin statin tamoxifen "
    "prednisone prednison prednisolone cortisone cortison penicillin amoxicillin levothyroxine "
    "omeprazole pantoprazol simvastatin atorvastatin methotrexate semaglutide remdesivir tramadol "
    "lipitor voltaren xarelto nexium humira lyrica seroquel tamiflu crestor januvia zyrtec zantac panadol "
    "nurofen ventolin imodium aleve motrin lexapro abilify cymbalta lantus trulicity victoza saxenda "
    "stelara cosentyx dupixent enbrel remicade opdivo ibrance revlimid repatha "
    "dexamethasone hydroxychloroquine ivermectin heparin adderall valium zoloft xarelto "
    "eliquis keytruda lorazepam quetiapine sertraline fluoxetine citalopram duloxetine venlafaxine".split()
)
# Real entries of the source that are no medicines in a post: nutrients, metals, solvents, plants,
# foods, drugs of abuse, first names, places, companies.
_LEFT_OUT = frozenset(
    "water oxygen alcohol ethanol glucose sucrose fructose lactose caffeine nicotine cocaine heroin "
    "cannabis marijuana silver copper gold iron zinc calcium magnesium potassium sodium phosphorus "
    "oregano ovid tetris claudine allegra colgate maxim aida diane bella yasmin yasmine elvive rhein "
    "celgene acacia garlic ginger ginkgo ginseng honey kelp lavender lemon menthol oats peppermint "
    "sage thyme vanilla vinegar yeast urea acetone charcoal chocolate cinnamon clove coconut coffee "
    "cotton eucalyptus fennel glycerin glycerine glycerol helium histamine lycopene melatonin "
    "mercury nitrogen ozone palladium platinum platin quartz selenium serotonin soybean spinach "
    "sulfur taurine titanium turmeric vaseline wheat xenon estrogen testosterone dopamine".split()
)
_DE = (
    (r"ides?$", "id"),
    (r"oles?$", "ol"),
    (r"ones?$", "on"),
    (r"ines?$", "in"),
    (r"ates?$", "at"),
    (r"enes?$", "en"),
    (r"th", "t"),
    (r"cillins?$", "cillin"),
    (r"ium$", "ium"),
)
_NL = (
    (r"in$", "ine"),
    (r"ole$", "ol"),
    (r"one$", "on"),
    (r"th", "t"),
    (r"ide$", "ide"),
    (r"ate$", "aat"),
    (r"statin$", "statine"),
)


def main() -> int:
    """Write the list and say how long it is."""
    names = sorted(collect_names())
    header = (
        "# Medicine names, folded. Made by bot/files/build_medicines.py from\n"
        "# drug-named-entity-recognition (MIT; data: DrugBank Open, MeSH, NHS, MedlinePlus, Wikipedia).\n"
    )
    (DATA / "medicines.txt").write_text(header + "\n".join(names) + "\n", encoding="utf-8")
    sys.stdout.write(f"medicines.txt: {len(names)} names\n")
    return 0


def collect_names() -> set[str]:
    """Collect every folded name worth knowing."""
    import drug_named_entity_recognition  # noqa: PLC0415

    package = Path(drug_named_entity_recognition.__file__).parent
    with bz2.open(package / "drug_ner_dictionary.pkl.bz2") as file:
        # The pickle is part of a pinned, hashed package and is read at build time only.
        source: dict[str, dict[str, Any]] = pickle.load(file)  # noqa: S301
    data = source["drug_canonical_to_data"]
    names: set[str] = set()
    for variant, canonicals in source["drug_variant_to_canonical"].items():
        if any(is_medicine(data.get(canonical, {})) for canonical in canonicals):
            limit = _ORDINARY if variant in data else _ORDINARY_BRAND
            names |= {name for name in spellings(variant) if is_worth_keeping(name, limit)}
    return names | _KNOWN


def is_medicine(entry: dict[str, Any]) -> bool:
    """Say whether the source's entry is a medicine that people are given."""
    patient_pages = entry.get("medline_plus_id") or entry.get("nhs_url")
    return bool(patient_pages or (entry.get("drugbank_id") and entry.get("wikipedia_url")))


def spellings(variant: str) -> set[str]:
    """Give the folded name with its German and Dutch spellings; none for names of several words."""
    name = fold_word(variant, "en")
    if not re.fullmatch(r"[a-z]{5,30}", name):
        return set()
    found = {name}
    for rules in (_DE, _NL):
        local = name
        for pattern, better in rules:
            local = re.sub(pattern, better, local)
        found.add(local)
    return found


def is_worth_keeping(name: str, limit: float) -> bool:
    """Say whether a name is long enough, rare enough in our languages, and not left out."""
    import wordfreq  # noqa: PLC0415

    if len(name) < _SHORTEST or name in _LEFT_OUT:
        return False
    return all(wordfreq.zipf_frequency(name, language) < limit for language in LANGUAGES)


if __name__ == "__main__":
    sys.exit(main())
