"""Make the word tables in bot/files/data from simplemma and wordfreq. Run by `make words`.

Both libraries stay out of the running process: together they cost 500 MB and several seconds.
A table holds three arrays per language (see `bot/core/language/lexicon.py`), sorted by key.
"""

import sys
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


def collect_rows(language: Language) -> dict[int, tuple[int, int]]:
    """Collect key -> (lemma group, commonness) for every form worth keeping."""
    import simplemma.strategies.dictionaries.dictionary_factory as factory  # noqa: PLC0415
    import wordfreq  # noqa: PLC0415

    lemmas = factory.DefaultDictionaryFactory().get_dictionary(language)
    frequencies: dict[str, float] = wordfreq.get_frequency_dict(language, wordlist="best")
    chosen: dict[str, tuple[float, str]] = {}
    for form, lemma in lemmas.items():
        keep_form(chosen, frequencies, form, lemma.replace("_", ""), language)
    for form in frequencies:
        if fold_word(form, language) not in chosen:
            keep_form(chosen, frequencies, form, form, language)
    return {
        word_key(form): (lemma_group(lemma), to_commonness(frequency))
        for form, (frequency, lemma) in chosen.items()
    }


def keep_form(
    chosen: dict[str, tuple[float, str]],
    frequencies: dict[str, float],
    form: str,
    lemma: str,
    language: Language,
) -> None:
    """Keep the form under its folded spelling; of two with one spelling the commoner wins."""
    own = frequencies.get(form.lower(), 0.0)
    if max(own, frequencies.get(lemma.lower(), 0.0)) < _RAREST:
        return
    folded = fold_word(form, language)
    if not folded.isalpha() or len(folded) > _LONGEST:
        return
    known = chosen.get(folded)
    if known is None or own > known[0]:
        chosen[folded] = (own, fold_word(lemma, language))


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
