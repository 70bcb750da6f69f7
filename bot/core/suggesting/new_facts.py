"""Find what a written text states and the original does not: numbers, names, organisations.

What is the case only the author knows. So each of these must stand in what they wrote; wording may
differ, facts may not. German writes every noun with a capital, so there a name is told from a noun
only by being rare; where the text is to be the author's own, a rare noun that they did not use is a
new thing in any case.
"""

import re
from collections.abc import Iterator

from bot.core.language.words import Sentence, Word
from bot.core.policy.detectors.ages import find_ages
from bot.core.policy.detectors.places import find_places, find_towns
from bot.core.policy.reading import Reading
from bot.core.policy.word_patterns import is_number
from bot.core.suggesting.kept_words import list_forms

_NAMING = ("person", "organisation", "competitor", "medicine", "coined_name", "identifier")
_LINKED = re.compile(r"[#@]\w+|(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|de|nl|eu|uk)\b")
_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_SEPARATORS = re.compile(r"[.,:]")
_ORDINARY = 4.4  # Zipf: commoner words are rarely meant as a name
_KNOWN = 1.0  # Zipf: below it a German word that is no compound is a name
_BEGINS = 3.4  # Zipf: a word with a capital at the beginning of a sentence is mostly none
_SHORT_FORM = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9]+")


def find_new_facts(
    original: str, written: Reading, *, may_be_nouns: bool = False
) -> tuple[str, ...]:
    """Find the words of facts that do not stand in the original, in the order of the text.

    Args:
        original: Everything that the author told.
        written: The text that was made of it, read by the engine.
        may_be_nouns: Rare German nouns are facts too: it is to be the author's own text.
    """
    told = set(list_forms(original))
    numbers = set(_list_numbers(original))
    linked = {place[0].lower() for place in _LINKED.finditer(original)}
    found = [
        place.span() for place in _LINKED.finditer(written.text) if place[0].lower() not in linked
    ]
    found += [
        place.span()
        for place in _DIGITS.finditer(written.text)
        if _SEPARATORS.sub("", place[0]) not in numbers
    ]
    named = [*_list_named(written)]
    if may_be_nouns:
        named += _list_rare_nouns(written, told)
    for start, end in named:
        if not all(_stands_in(form, told) for form in list_forms(written.text[start:end])):
            found.append((start, end))
    return tuple(dict.fromkeys(_quote_longest(found, written.text)))


def _quote_longest(places: list[tuple[int, int]], text: str) -> Iterator[str]:
    """Quote the places in order, without those that begin inside another."""
    done = 0
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= done:
            yield text[start:end]
            done = end


def _stands_in(form: str, told: set[str]) -> bool:
    return form in told or form.removesuffix("s") in told or form + "s" in told


def _list_numbers(text: str) -> Iterator[str]:
    for place in _DIGITS.finditer(text):
        yield _SEPARATORS.sub("", place[0])


def _list_named(written: Reading) -> Iterator[tuple[int, int]]:
    """List the places of names, of whatever kind, and of numbers in letters."""
    for name in _NAMING:
        for hit in written.detect(name):
            yield hit.start, hit.end
    for hit in (*find_towns(written), *find_places(written), *find_ages(written)):
        yield hit.start, hit.end
    for sentence in written.parsed.sentences:
        for at in range(sentence.first, sentence.last):
            word = written.parsed.words[at]
            is_first = at == sentence.first
            is_counted = is_number(word.form, sentence.language) and not word.form[0].isdigit()
            if is_counted or _is_name(word, sentence, written, is_first=is_first):
                yield word.start, word.end


def _is_name(word: Word, sentence: Sentence, written: Reading, *, is_first: bool) -> bool:
    """Say whether a single word looks like a name where it stands."""
    if not word.written[:1].isupper():
        return False
    if _SHORT_FORM.fullmatch(word.written):
        return True
    knowledge = written.policy.knowledge
    form = word.form.removesuffix("'s")
    common = knowledge.lexicon.commonness(form, sentence.language)
    if form in knowledge.first_names and common < _ORDINARY:
        return True
    if sentence.language == "de":
        parts = knowledge.lexicon.part_groups(form, "de")
        return common < _KNOWN and len(parts) <= 1
    return common < (_BEGINS if is_first else _ORDINARY)


def _list_rare_nouns(written: Reading, told: set[str]) -> Iterator[tuple[int, int]]:
    """List the rare German nouns that share no part with a word of the original."""
    lexicon = written.policy.knowledge.lexicon
    known = {group for form in told for group in lexicon.part_groups(form, "de")}
    for sentence in written.parsed.sentences:
        for word in written.parsed.words[sentence.first : sentence.last]:
            if (
                sentence.language == "de"
                and word.written[:1].isupper()
                and lexicon.commonness(word.form, "de") < _ORDINARY
                and known.isdisjoint(lexicon.part_groups(word.form, "de"))
            ):
                yield word.start, word.end
