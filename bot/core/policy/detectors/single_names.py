"""A name that stands alone: “Jonas, 19”, “our regular Manny”."""

from collections.abc import Iterator

from bot.core.language.words import Word
from bot.core.policy.policy import Knowledge
from bot.core.policy.reading import Hit, Reading

SHORTEST_NAME = 3
RARE_WORD = 3.0  # Zipf: below it a capitalised word after a title is a name
ORDINARY = 4.3  # Zipf: a capitalised word commoner than this is rarely meant as a name
# First names that are first of all things.
_THINGS = frozenset(
    "silvester brett salami advent augustus mops wonder king prince duke sunny star angel".split()
)


def is_capitalised(word: Word) -> bool:
    """Say whether a word begins with a capital but is not all in capitals."""
    return word.written[:1].isupper() and (len(word.written) == 1 or not word.written.isupper())


def find_single_names(reading: Reading) -> Iterator[Hit]:
    """Find first names that stand alone ("Jonas, 19"), where the word is hardly used otherwise."""
    lexicon, first_names = reading.policy.knowledge.lexicon, reading.policy.knowledge.first_names
    taken = reading.detect("organisation")
    for sentence in reading.parsed.sentences:
        for at in range(sentence.first, sentence.last):
            word = reading.parsed.words[at]
            if word.tag or not is_capitalised(word) or len(word.form) < SHORTEST_NAME:
                continue
            form = word.form.removesuffix("'s")
            if at > sentence.first and _is_our_own(reading.parsed.words[at - 1], word, reading):
                yield Hit(word.start, word.end, {"kind": "first"})
                continue
            if form not in first_names:
                form = form.removesuffix("s")
                if form not in first_names:
                    continue
            limit = 3.4 if at == sentence.first else ORDINARY
            # "This" is no name in the genitive: the word as written must be as rare
            if (
                max(lexicon.commonness(each, sentence.language) for each in (form, word.form))
                > limit
            ):
                continue
            if word.form in _THINGS:
                continue
            hit = Hit(word.start, word.end, {"kind": "first"})
            if not any(hit.covers(other) for other in taken):
                yield hit


def find_name_after(person: Hit, reading: Reading) -> Hit | None:
    """Find a name that follows a word for a person at once: "our regular Manny"."""
    words = reading.words_in(person.end, person.end + _LONGEST_NAME)
    if not words or reading.text[person.end : words[0].start] != " ":
        return None
    word, language = words[0], reading.parsed.language
    common = reading.policy.knowledge.lexicon.commonness(word.form, language)
    if not is_capitalised(word) or len(word.form) < SHORTEST_NAME or common > _RARE_NAME:
        return None
    if language == "de" and _is_rather_noun(word.form, reading.policy.knowledge):
        return None
    return Hit(word.start, word.end)


def _is_rather_noun(form: str, knowledge: Knowledge) -> bool:
    """Say whether a German word is an ordinary noun: all of them are capitalised."""
    if form in knowledge.first_names or form in knowledge.last_names:
        return False
    return (
        knowledge.lexicon.commonness(form, "de") >= RARE_WORD
        or len(knowledge.lexicon.part_groups(form, "de")) > 1
    )


def _is_our_own(before: Word, word: Word, reading: Reading) -> bool:
    """Say whether "our Josie" names somebody: capitals mean little in German, much elsewhere."""
    language = reading.parsed.language
    return (
        before.form in ("our", "onze", "ons")
        and language != "de"
        and reading.policy.knowledge.lexicon.commonness(word.form, language) < _RARE_NAME
    )


_LONGEST_NAME = 25
_RARE_NAME = 3.6
