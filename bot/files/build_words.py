"""Make the word tables in bot/files/data from simplemma and wordfreq. Run by `make words`.

Both libraries stay out of the running process: together they cost 500 MB and several seconds.
A table holds three arrays per language (see `bot/core/language/lexicon.py`), sorted by key.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bot.core.language.fold import fold_word
from bot.core.language.lexicon import lemma_group, word_key
from bot.core.model import LANGUAGES, Language

DATA = Path(__file__).parent / "data"
# A form is kept when it or its lemma is at least this common (about one in ten million words).
_RAREST = 1e-7
_LONGEST = 40
_SHORTEST_JOINED = 4  # letters


def main() -> int:
    """Build one table a language and say how many words each holds."""
    for language in LANGUAGES:
        rows = collect_rows(language)
        path = DATA / f"words-{language}.bin"
        write_table(path, rows)
        sys.stdout.write(f"{path.name}: {len(rows)} words, {path.stat().st_size} bytes\n")
    return 0


def collect_rows(language: Language) -> dict[int, tuple[int, int]]:
    """Collect key -> (lemma group, commonness) for every form worth keeping."""
    import wordfreq  # noqa: PLC0415

    frequencies: dict[str, float] = wordfreq.get_frequency_dict(language, wordlist="best")
    commonness: dict[str, float] = {}
    lemmas: dict[str, set[str]] = {}
    for form, lemma in list_lemmas(language, frequencies):
        own = frequencies.get(form.lower(), 0.0)
        if max(own, frequencies.get(lemma.lower(), 0.0)) < _RAREST:
            continue
        folded = fold_word(form, language)
        if folded.isalpha() and len(folded) <= _LONGEST:
            commonness[folded] = max(own, commonness.get(folded, 0.0))
            lemmas.setdefault(folded, set()).add(fold_word(lemma, language))
    names = name_groups(lemmas, commonness)
    return {
        word_key(form): (lemma_group(names[form]), to_commonness(commonness[form]))
        for form in lemmas
    }


def list_lemmas(language: Language, frequencies: dict[str, float]) -> Iterator[tuple[str, str]]:
    """List (form, lemma): simplemma's dictionary, and its rules for common forms beside it."""
    import simplemma  # noqa: PLC0415
    import simplemma.strategies.dictionaries.dictionary_factory as factory  # noqa: PLC0415

    known = factory.DefaultDictionaryFactory().get_dictionary(language)
    for form, lemma in known.items():
        yield form, lemma.replace("_", "")
    for form in frequencies:
        if form not in known:
            yield form, simplemma.lemmatize(form, lang=language).replace("_", "")


def name_groups(lemmas: dict[str, set[str]], commonness: dict[str, float]) -> dict[str, str]:
    """Give each form the name of its group.

    One spelling can be a form of two lemmas (“suche”: the noun, and a form of “suchen”), and a lemma
    can have a lemma (“geltenden”, “geltend”, “gelten”): such lemmas are one group, since nobody can
    tell them apart without grammar. A group is never joined over very common words, which would
    make everything one.
    """
    names: dict[str, str] = {}

    def find(form: str) -> str:
        while names.get(form, form) != form:
            names[form] = names.get(names[form], names[form])
            form = names[form]
        return form

    for form, found in lemmas.items():
        for lemma in found:
            if is_joinable(form, lemma, found, commonness):
                names[find(form)] = find(lemma)
    return {form: find(form) for form in lemmas}


def is_joinable(form: str, lemma: str, found: set[str], commonness: dict[str, float]) -> bool:
    """Say whether a form may pull its lemma into its group: not when it is short or ambiguous."""
    if len(found) == 1:
        return True
    if min(len(form), len(lemma)) < _SHORTEST_JOINED:
        return form == lemma or lemma == max(found, key=lambda one: commonness.get(one, 0.0))
    return form[:3] == lemma[:3]


def to_commonness(frequency: float) -> int:
    """Turn a frequency into its Zipf value times 25, at least 0."""
    if frequency <= 0:
        return 0
    return int(max(0.0, min(8.0, float(np.log10(frequency)) + 9)) * 25)


def write_table(path: Path, rows: dict[int, tuple[int, int]]) -> None:
    """Write the sorted arrays: a count, the keys, the groups, the commonness."""
    keys = sorted(rows)
    arrays: list[np.ndarray[Any, Any]] = [
        np.array([len(keys)], np.uint64),
        np.array(keys, np.uint64),
        np.array([rows[key][0] for key in keys], np.uint32),
        np.array([rows[key][1] for key in keys], np.uint8),
    ]
    path.write_bytes(b"".join(array.tobytes() for array in arrays))


if __name__ == "__main__":
    sys.exit(main())
