"""Make the name lists in bot/files/data from Faker's. Run by `make words`.

First and last names as people in Germany, the Netherlands, Belgium, Austria, Switzerland and the
United Kingdom have them, with names common among their colleagues from Turkey, Poland and beyond.
"""

import importlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.core.language.fold import fold_word

DATA = Path(__file__).parent / "data"
LOCALES = (
    "de_DE", "de_AT", "de_CH", "nl_NL", "nl_BE", "en_GB", "en_IE", "en_US",
    "fr_FR", "it_IT", "es_ES", "tr_TR", "pl_PL",
)  # fmt: skip
_HEADER = "# Names, folded. Made by bot/files/build_names.py from Faker (MIT).\n"


def main() -> int:
    """Write both lists and say how long they are."""
    first: set[str] = set()
    last: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for name in dir(provider):
            values = getattr(provider, name)
            if name.startswith("first_names"):
                first |= fold_names(values)
            elif name.startswith("last_names"):
                last |= fold_names(values)
    for title, names in (("first-names", first), ("last-names", last)):
        (DATA / f"{title}.txt").write_text(_HEADER + "\n".join(sorted(names)) + "\n", "utf-8")
        sys.stdout.write(f"{title}.txt: {len(names)} names\n")
    return 0


def fold_names(values: Iterable[object]) -> set[str]:
    """Fold names of one word, in the German and in the plain way."""
    found: set[str] = set()
    for value in values:
        if isinstance(value, str) and re.fullmatch(r"[^\W\d_]{2,20}", value):
            found |= {fold_word(value, "de"), fold_word(value, "en")}
    return found


if __name__ == "__main__":
    sys.exit(main())
