"""Names of firms and institutions that no profile tells: capital words that no language knows."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.language.words import Word
from bot.core.model import LANGUAGES
from bot.core.policy.reading import Hit, Reading

_SHORTEST = 4  # letters of a name
_RARE = 2.3  # Zipf frequency up to which a word counts as unknown
_TITLES = frozenset(
    {"herr", "herrn", "frau", "dr", "prof", "schwester", "pfleger", "meneer", "mevrouw", "mr"}
    | {"mrs", "ms", "miss", "sister", "zuster", "dokter", "doctor", "professor", "dhr", "mw"}
)
_NO_NAME = frozenset({"linkedin", "instagram", "facebook", "tiktok", "whatsapp", "chatgpt"})


def detect_firm_name(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find capital words that no language knows and that are no person's name, nor the employer's.

    Villages, pets and brands have such names too, so a rule must demand words of business.
    """
    own = reading.detect("organisation")
    persons = [hit for hit in reading.detect("person") if hit.details.get("kind") != "first"]
    known = [*own, *persons, *reading.detect("handle")]
    hits: list[Hit] = []
    for sentence in reading.parsed.sentences:
        words = reading.parsed.words[sentence.first : sentence.last]
        for at, word in enumerate(words):
            hit = Hit(word.start, word.end)
            if _is_firm(words, at, reading) and not any(one.covers(hit) for one in known):
                hits.append(hit)
    return hits


def _is_firm(words: Sequence[Word], at: int, reading: Reading) -> bool:
    word = words[at]
    written = word.written.replace("\u2019", "'").removesuffix("'s")
    if word.tag or len(written) < _SHORTEST or not written[0].isupper() or not written.isalpha():
        return False
    form = written.lower()
    if form in _NO_NAME or (written.isupper() and len(written) > _SHORTEST):
        return False  # shouted, or the name of a trial
    before = words[at - 1].form if at else ""
    knowledge = reading.policy.knowledge
    if before in _TITLES or before in knowledge.first_names or form in knowledge.first_names:
        return False
    if any(letter.isupper() for letter in written[1:]) and not written.isupper():
        return True  # UitzendPlus, BioNord
    lexicon = knowledge.lexicon
    if any(lexicon.commonness(word.form, one) > _RARE for one in LANGUAGES):
        return False
    return all(len(lexicon.part_groups(word.form, one)) == 1 for one in LANGUAGES)
