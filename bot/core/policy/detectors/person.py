"""People named in a draft: with a title or role, with first and last name, or by an initial."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.core.language.words import Word
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.policy import Knowledge
from bot.core.policy.reading import Hit, Reading

_TITLES = frozenset(
    "herr herrn frau dr prof professor professorin doktor meneer mevrouw mw dhr mr mrs ms miss sir "
    "schwester pfleger zuster broeder nurse sister oma opa tante onkel oom aunt uncle "
    "kollege kollegin collega colleague chef chefin oberarzt oberaerztin chefarzt chefaerztin "
    "stationsleitung dokter doctor doc consultant matron".split()
)
_COURTESY = frozenset("herr herrn frau meneer mevrouw mw dhr mr mrs ms miss".split())
_KIN = frozenset("oma opa tante onkel oom aunt uncle".split())
_OFFICES = frozenset(
    "minister ministerin doktor professor professorin gott direktor direktorin kollege kollegin"
    " nachbar nachbarin "
    "president praesident praesidentin chairman burgemeester wethouder voorzitter kanzler"
    " kanzlerin right "
    "buergermeister buergermeisterin universe world wereld holle und and en".split()
)
_OFFICE_ENDINGS = (
    "direktor",
    "direktorin",
    "direktion",
    "leiter",
    "leiterin",
    "leitung",
    "minister",
    "ministerin",
    "vorstand",
    "vorsitzender",
    "vorsitzende",
    "praesident",
    "praesidentin",
    "sekretaer",
    "professor",
    "inspektor",
    "kommissar",
    "verwalter",
    "beauftragter",
    "beauftragte",
    "directeur",
    "voorzitter",
    "manager",
    "bestuurder",
    "speaker",
    "robot",
    "roboter",
)
_PARTICLES = frozenset("de der den van von ten ter zu te d'".split())
_SHORTEST_NAME = 3
_RARE_INITIALLED = 2.7  # Zipf: below it a capitalised word after "J." is a name
_RARE_WORD = 3.0  # Zipf: below it a capitalised word after a title is a name
_ORDINARY = 4.3  # Zipf: a capitalised word commoner than this is rarely meant as a name
# First names that are first of all things.
_THINGS = frozenset(
    "silvester brett salami advent augustus mops wonder king prince duke sunny star angel".split()
)
_HANDLE = re.compile(r"(?<![\w.])@[\w][\w.-]{1,}")


def detect_handle(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find @handles that are not the employer's own."""
    own = {handle.lower() for handle in reading.context.organisation.handles.values()}
    return [
        Hit(match.start(), match.end())
        for match in _HANDLE.finditer(reading.text)
        if match.group()[1:].lower().rstrip(".") not in own
    ]


def detect_person(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find named people; `kind` narrows to titled, full or initial."""
    if parameters:
        return narrow_hits(reading.detect("person"), parameters, "kind")
    taken = reading.detect("medicine") + reading.detect("organisation")
    return [
        hit
        for sentence in reading.parsed.sentences
        for hit in _find_people(
            reading.parsed.words[sentence.first : sentence.last], reading, sentence.start
        )
        if not any(hit.covers(other) for other in taken)
    ]


def _find_people(words: Sequence[Word], reading: Reading, sentence_start: int) -> Iterator[Hit]:
    at = 0
    while at < len(words):
        hit, following = _person_at(words, at, reading, sentence_start)
        if hit:
            yield hit
        at = max(following, at + 1)


def _person_at(
    words: Sequence[Word], at: int, reading: Reading, sentence_start: int
) -> tuple[Hit | None, int]:
    knowledge = reading.policy.knowledge
    word = words[at]
    if word.tag:
        return None, at + 1
    if word.form in _TITLES:
        end = _name_end(words, at + 1, reading, knowledge, courtesy=word.form in _COURTESY)
        if end > at + 1:
            kind = "initial" if _is_initial(words[end - 1]) else "titled"
            return Hit(word.start, words[end - 1].end, {"kind": kind}), end
        return None, at + 1
    if _is_initial(word) and reading.text[word.end : word.end + 2] == ". " and at + 1 < len(words):
        last = words[at + 1]  # "J. Hoekstra"
        form = last.form.removesuffix("'s")
        rare = knowledge.lexicon.commonness(form, reading.parsed.language) < _RARE_INITIALLED
        written = _is_capitalised(last) and len(form) > _SHORTEST_NAME and not last.tag
        if written and (rare or form in knowledge.last_names):
            return Hit(word.start, last.end, {"kind": "initial"}), at + 2
        return None, at + 1
    if _is_capitalised(word) and word.form in knowledge.first_names:
        end = _name_end(words, at + 1, reading, knowledge)
        if end > at + 1 and _touches(words, at, end, reading):
            kind = "initial" if _is_initial(words[end - 1]) else "full"
            if _believable(word, words[end - 1], reading, at_start=word.start == sentence_start):
                return Hit(word.start, words[end - 1].end, {"kind": kind}), end
    return None, at + 1


def _name_end(
    words: Sequence[Word],
    at: int,
    reading: Reading,
    knowledge: Knowledge,
    *,
    courtesy: bool = False,
) -> int:
    """Give the exclusive end of a last name that begins at `at`, or `at`."""
    end = at
    while end < len(words) and end - at < 3 and words[end].form in (_PARTICLES | _TITLES):
        end += 1
    if end >= len(words) or words[end].tag:
        return at
    word = words[end]
    if _is_initial(word) and _dot_follows(word, reading):
        return end + 1
    if courtesy and not _may_follow_courtesy(word):
        return at
    named = courtesy or _looks_like_name(word, reading, knowledge)
    if not _is_capitalised(word) or not named:
        return at
    following = end + 1
    if (
        following < len(words)
        and _is_capitalised(words[following])
        and words[following].form in knowledge.last_names
        and reading.text[word.end : words[following].start] in (" ", "-")
    ):
        return following + 1
    return following


def _may_follow_courtesy(word: Word) -> bool:
    """Say whether a capitalised word after Mrs, Frau or meneer is a name: all but offices are."""
    return (
        len(word.form) >= _SHORTEST_NAME
        and word.form not in _OFFICES
        and not word.form.endswith(_OFFICE_ENDINGS)
    )


def _looks_like_name(word: Word, reading: Reading, knowledge: Knowledge) -> bool:
    form = word.form.removesuffix("'s")
    if form in knowledge.last_names or form in knowledge.first_names:
        return True
    language = reading.parsed.language
    return len(form) > 2 and knowledge.lexicon.commonness(form, language) < _RARE_WORD


def _believable(first: Word, last: Word, reading: Reading, *, at_start: bool) -> bool:
    """Say whether an untitled pair is a name: nouns and sentence starts are capitalised."""
    lexicon, language = reading.policy.knowledge.lexicon, reading.parsed.language
    if lexicon.commonness(first.form, language) > (4.0 if at_start else _ORDINARY + 0.4):
        return False
    return lexicon.commonness(last.form.removesuffix("'s"), language) < _ORDINARY + 0.6


def _touches(words: Sequence[Word], at: int, end: int, reading: Reading) -> bool:
    between = reading.text[words[at].end : words[end - 1].start]
    return not re.search(r"[.,;:!?\n()]", between.replace("St.", ""))


def _is_capitalised(word: Word) -> bool:
    return word.written[:1].isupper() and (len(word.written) == 1 or not word.written.isupper())


def _is_initial(word: Word) -> bool:
    return len(word.written) == 1 and word.written.isupper()


def _dot_follows(word: Word, reading: Reading) -> bool:
    following = reading.text[word.end : word.end + 1]
    return following in (".", "", ",", " ", ")")


def is_of_staff(person: Hit, reading: Reading) -> bool:
    """Say whether a named person is introduced as staff: Dr, Schwester, colleague."""
    first = next(iter(reading.words_in(person.start, person.end)), None)
    return first is not None and first.form in _TITLES - _COURTESY - _KIN


def find_single_names(reading: Reading) -> Iterator[Hit]:
    """Find first names that stand alone ("Jonas, 19"), where the word is hardly used otherwise."""
    lexicon, first_names = reading.policy.knowledge.lexicon, reading.policy.knowledge.first_names
    taken = reading.detect("organisation")
    for sentence in reading.parsed.sentences:
        for at in range(sentence.first, sentence.last):
            word = reading.parsed.words[at]
            if word.tag or not _is_capitalised(word) or len(word.form) < _SHORTEST_NAME:
                continue
            form = word.form.removesuffix("'s")
            if at > sentence.first and _is_our_own(reading.parsed.words[at - 1], word, reading):
                yield Hit(word.start, word.end, {"kind": "first"})
                continue
            if form not in first_names:
                form = form.removesuffix("s")
                if form not in first_names:
                    continue
            limit = 3.4 if at == sentence.first else _ORDINARY
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
    if not _is_capitalised(word) or len(word.form) < _SHORTEST_NAME or common > _RARE_NAME:
        return None
    if language == "de" and _is_rather_noun(word.form, reading.policy.knowledge):
        return None
    return Hit(word.start, word.end)


def _is_rather_noun(form: str, knowledge: Knowledge) -> bool:
    """Say whether a German word is an ordinary noun: all of them are capitalised."""
    if form in knowledge.first_names or form in knowledge.last_names:
        return False
    return (
        knowledge.lexicon.commonness(form, "de") >= _RARE_WORD
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
_FROM = {
    "de": frozenset("aus in bei nahe von hinter vor".split()),
    "nl": frozenset("uit in bij van achter op".split()),
    "en": frozenset("from in near of outside at".split()),
}
_TOWN = "town"  # Leeds, Köln, Delft: known, so commoner words
_TOWARDS = frozenset(
    "te nabij richting near outside round bei nahe bij naar in uit aus from op auf of".split()
)
_SAINTS = frozenset(
    "bad sankt st klein gross neu alt ober unter nieder sint oud nieuw groot great little upper"
    " lower market saint port chipping north south east west".split()
)
_PLACE_ENDING = re.compile(
    r"(?:hausen|dorf|stadt|berg|burg|bach|feld|ingen|ungen|kirchen|zarten|walde|rode|itz|ow|wedel"
    r"|buttel|furt|bruck|brunn|moor|holm|tal|see|dam|drecht|hoven|wijk|veen|dijk|huizen|loo|kerk|daal"
    r"|stede|ham|ton|ford|bury|mouth|worth|chester|wick|dale|minster|thorpe|bridge)$"
)
_BEFORE_TOWN = 12  # characters in which the word before a town stands
_PLACE_COMMON = 3.3  # a capitalised word commoner than this is rather no small town


def find_towns(reading: Reading) -> Iterator[Hit]:
    """Find well-known towns said to be somebody's: "from Leeds", "bij Delft", "44, Sylt, ..."."""
    for hit in reading.hits(_TOWN):
        if not reading.quote(hit)[:1].isupper():
            continue
        before = reading.text[max(0, hit.start - _BEFORE_TOWN) : hit.start]
        words = before.split()
        if before.endswith((", ", "(")) or (words and words[-1].lower() in _TOWARDS):
            yield hit


def find_places(reading: Reading) -> Iterator[Hit]:
    """Find names of places hardly anybody knows: "from Skelby", "aus Zeulenroda"."""
    knowledge = reading.policy.knowledge
    taken = [*reading.detect("organisation"), *reading.detect("medicine")]
    for sentence in reading.parsed.sentences:
        words = reading.parsed.words[sentence.first : sentence.last]
        for before, word in itertools.pairwise(words):
            if (
                before.form in _SAINTS
                and _is_capitalised(before)
                and _is_capitalised(word)
                and knowledge.lexicon.commonness(word.form, sentence.language) < _PLACE_COMMON
            ):
                yield Hit(before.start, word.end)  # "Bad Muskau", "Klein Zecher"
                continue
            if before.form not in _FROM[sentence.language] or word.tag:
                continue
            if (
                not _is_capitalised(word)
                or len(word.form) <= _SHORTEST_NAME
                or word.form in knowledge.first_names
            ):
                continue
            if knowledge.lexicon.commonness(word.form, sentence.language) >= _PLACE_COMMON:
                continue
            parts = len(knowledge.lexicon.part_groups(word.form, sentence.language))
            if parts > 1 and not _PLACE_ENDING.search(word.form):
                continue
            hit = Hit(word.start, word.end)
            if not any(hit.covers(other) for other in taken):
                yield hit
