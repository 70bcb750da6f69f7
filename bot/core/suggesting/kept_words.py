"""How much of a text is its author's: the share of its words that stand in what they wrote.

A word counts 1, a word of up to three letters ½: "und" and "the" stand in every text and say
nothing of whose it is. It is kept in full where it stands in the original, as often as it stands
there; it is kept by half where only another form of it does (all but its last two letters, four
at least, begin a word of the original). So

    share = (what is kept) / (what there is),  from 0 to 1, and 0 for a text without words.

The share is of the written text: to leave something out costs nothing, to add costs.
"""

import re
from collections import Counter

from bot.core.language.fold import fold

_WORD = re.compile(r"[^\W_]+")
_LONGEST_SMALL = 3  # letters of a word that counts half
_ENDING, _SHORTEST_STEM = 2, 4
_SMALL, _FULL, _OTHER_FORM = 0.5, 1.0, 0.5


def measure_kept(original: str, written: str) -> float:
    """Measure which share of a written text is words of the original, from 0 to 1."""
    told = Counter(list_forms(original))
    left = told.copy()
    stems = {_cut_stem(form) for form in told}
    there = kept = 0.0
    for form in list_forms(written):
        weight = _FULL if len(form) > _LONGEST_SMALL or form.isdigit() else _SMALL
        there += weight
        if left[form] > 0:
            left[form] -= 1
            kept += weight
        elif form not in told and len(form) > _SHORTEST_STEM and _cut_stem(form) in stems:
            kept += weight * _OTHER_FORM
    return kept / there if there else 0.0


def list_forms(text: str) -> list[str]:
    """List the words of a text in their order, folded."""
    return _WORD.findall(fold(text).text)


def _cut_stem(form: str) -> str:
    return form[: max(_SHORTEST_STEM, len(form) - _ENDING)]
