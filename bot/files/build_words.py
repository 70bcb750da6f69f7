"""Make the word tables in bot/files/data from simplemma and wordfreq. Run by `make words`.

Both libraries stay out of the running process: together they cost 500 MB and several seconds.
A table holds four arrays per language (see `bot/core/language/lexicon.py`), sorted by key.
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


def main() -> int:
    """Build one table a language and say how many words each holds."""
    for language in LANGUAGES:
        rows = collect_rows(language)
        path = DATA / f"words-{language}.bin"
        write_table(path, rows)
        sys.stdout.write(f"{path.name}: {len(rows)} words, {path.stat().st_size} bytes\n")
    return 0


def collect_rows(language: Language) -> dict[int, tuple[int, int, int]]:
    """Collect key -> (group, second group, commonness) for every form worth keeping."""
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
    return {
        word_key(form): (
            *choose_groups(form, lemmas, commonness),
            to_commonness(commonness[form]),
        )
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


def choose_groups(
    form: str, lemmas: dict[str, set[str]], commonness: dict[str, float]
) -> tuple[int, int]:
    """Give a form's two groups; the second is 0 where there is one.

    One spelling can be a form of two lemmas (“suche”: the noun, and a form of “suchen”). Both are
    kept, but groups are never joined: that would make “geschafft” a form of “Schaf” by way of
    words between them.
    """
    found = set(lemmas[form])
    for lemma in lemmas[form]:
        further = lemmas.get(lemma, {lemma})
        if lemma not in further:
            found |= further  # “geltenden” is “geltend” is “gelten”
    ranked = sorted(found, key=lambda one: (one != form, -commonness.get(one, 0.0), one))
    second = lemma_group(ranked[1]) if len(ranked) > 1 else 0
    return lemma_group(ranked[0]), second


def to_commonness(frequency: float) -> int:
    """Turn a frequency into its Zipf value times 25, at least 0."""
    if frequency <= 0:
        return 0
    return int(max(0.0, min(8.0, float(np.log10(frequency)) + 9)) * 25)


def write_table(path: Path, rows: dict[int, tuple[int, int, int]]) -> None:
    """Write the sorted arrays: a count, the keys, both groups, the commonness."""
    keys = sorted(rows)
    arrays: list[np.ndarray[Any, Any]] = [
        np.array([len(keys)], np.uint64),
        np.array(keys, np.uint64),
        np.array([rows[key][0] for key in keys], np.uint32),
        np.array([rows[key][1] for key in keys], np.uint32),
        np.array([rows[key][2] for key in keys], np.uint8),
    ]
    path.write_bytes(b"".join(array.tobytes() for array in arrays))


if __name__ == "__main__":
    sys.exit(main())
