"""What headlines talk about: themes, counted; never persons. Pure.

Names are not told from other words with certainty, so it is the other way round: a word counts only
where something speaks for its being none. It is one of our topic words, or has one in it; it is
written small; it ends as words for things do; or it is a short abbreviation.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.language.fold import fold_word
from bot.core.language.lexicon import Lexicon
from bot.core.language.words import detect_language
from bot.core.model import LANGUAGES, Language
from bot.core.programme.talk.headline import Headline
from bot.core.programme.talk.stop_words import ENDINGS, STOP_WORDS

MOST_THEMES = 5
_HEADLINES_A_THEME = 2
_LEAST_HEADLINES = 2  # one headline is no theme
_LONGEST_GRAM = 3
_SHORTEST_WORD, _LONGEST_SHORT, _SHORTEST_PART = 4, 4, 5
_MOST_SHARED = 0.5  # of its headlines with a theme that was chosen before
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
Spans = Collection[tuple[int, int]]
Key = tuple[int, ...]


@dataclass(frozen=True)
class Theme:
    """A theme, and headlines to read; none of those names anybody we know to be a person."""

    name: str
    headlines: tuple[Headline, ...]
    count: int


@dataclass(frozen=True)
class ThemeWords:
    """What is known of words.

    Args:
        lexicon: Groups the forms of a word.
        topics: Our topic words, folded, by language.
        names: First and last names, folded.
    """

    lexicon: Lexicon
    topics: Mapping[Language, frozenset[str]]
    names: Collection[str] = field(repr=False)

    def holds_topic(self, form: str, language: Language) -> bool:
        """Say whether a word is one of our topic words, or begins or ends with one."""
        topics = self.topics.get(language, frozenset())
        if form in topics:
            return True
        sizes = range(_SHORTEST_PART, len(form))
        return any(form[:size] in topics or form[-size:] in topics for size in sizes)

    def is_word(self, written: str, language: Language) -> bool:
        """Say whether something speaks for a word's being no name."""
        form = fold_word(written, language)
        if form in STOP_WORDS[language] or form.isdecimal():
            return False
        if written.isupper():
            return 2 <= len(written) <= _LONGEST_SHORT and form not in self.names
        if len(form) < _SHORTEST_WORD:
            return False
        if form in self.names and not written.islower():
            return False
        is_thing = len(form) > 6 and form.endswith(ENDINGS[language])
        return written.islower() or is_thing or self.holds_topic(form, language)


@dataclass
class _Gram:
    """A run of words that several headlines have."""

    size: int
    written: Counter[str] = field(default_factory=Counter)
    headlines: dict[int, None] = field(default_factory=dict)
    feeds: set[str] = field(default_factory=set)

    @property
    def weight(self) -> float:
        """Longer runs say more; what several feeds have is no single editor's hobby."""
        return len(self.headlines) * (1 + 0.5 * (self.size - 1)) + len(self.feeds)


def find_themes(
    headlines: Sequence[Headline],
    words: ThemeWords,
    find_names: Callable[[str], Spans],
) -> Mapping[Language, Sequence[Theme]]:
    """Find up to five themes for each language of the headlines.

    Args:
        headlines: All there are; the same words of two feeds count once.
        words: What is known of words.
        find_names: Finds where a headline names a person.
    """
    by_language: dict[Language, list[tuple[Headline, Spans]]] = defaultdict(list)
    seen: set[str] = set()
    for headline in headlines:
        language = detect_language(headline.title)
        known = headline.title.casefold()
        if language is not None and known not in seen:
            seen.add(known)
            by_language[language].append((headline, find_names(headline.title)))
    return {
        language: _choose_themes(by_language[language], words, language)
        for language in LANGUAGES
        if language in by_language
    }


def _choose_themes(
    headlines: Sequence[tuple[Headline, Spans]], words: ThemeWords, language: Language
) -> Sequence[Theme]:
    grams = _count_grams(headlines, words, language)
    ranked = sorted(
        (one for one in grams.values() if len(one.headlines) >= _LEAST_HEADLINES),
        key=lambda one: (-one.weight, min(one.written)),
    )
    chosen: list[_Gram] = []
    themes: list[Theme] = []
    for gram in ranked:
        told = {number for one in chosen for number in one.headlines}
        if len(told & gram.headlines.keys()) > _MOST_SHARED * len(gram.headlines):
            continue
        shown = [headlines[number] for number in gram.headlines]
        nameless = [headline for headline, spans in shown if not spans]
        if nameless:
            chosen.append(gram)
            name = gram.written.most_common(1)[0][0]
            themes.append(Theme(name, _take_varied(nameless), len(gram.headlines)))
        if len(themes) == MOST_THEMES:
            break
    return themes


def _take_varied(headlines: Sequence[Headline]) -> tuple[Headline, ...]:
    """Take two headlines, of two feeds where there are."""
    first = headlines[0]
    others = [one for one in headlines[1:] if one.feed != first.feed] or headlines[1:]
    return (first, *others[: _HEADLINES_A_THEME - 1])


def _count_grams(
    headlines: Sequence[tuple[Headline, Spans]], words: ThemeWords, language: Language
) -> Mapping[Key, _Gram]:
    grams: dict[Key, _Gram] = {}
    for number, (headline, spans) in enumerate(headlines):
        for key, written in _list_grams(headline.title, spans, words, language):
            gram = grams.setdefault(key, _Gram(len(key)))
            gram.written[written] += 1
            gram.headlines[number] = None
            gram.feeds.add(headline.feed)
    return grams


def _list_grams(
    title: str, spans: Spans, words: ThemeWords, language: Language
) -> Iterator[tuple[Key, str]]:
    """List the runs of words that may be themes: nothing lies between them but a space."""
    found = list(_WORD.finditer(title))
    keys: list[int] = []
    for word in found:
        is_named = any(start < word.end() and word.start() < end for start, end in spans)
        fits = not is_named and words.is_word(word.group(), language)
        form = fold_word(word.group(), language)
        keys.append(words.lexicon.group(form, language) if fits else 0)
    for first in range(len(found)):
        for size in range(1, _LONGEST_GRAM + 1):
            last = first + size - 1
            if last >= len(found) or not keys[last]:
                break
            if size > 1 and title[found[last - 1].end() : found[last].start()] != " ":
                break
            if size > 1 or _says_enough(found[first].group(), words, language):
                written = title[found[first].start() : found[last].end()]
                yield tuple(keys[first : last + 1]), written


def _says_enough(written: str, words: ThemeWords, language: Language) -> bool:
    """Say whether a word says something alone: many a small one does not."""
    if not written.islower():
        return True
    form = fold_word(written, language)
    return words.holds_topic(form, language) or form.endswith(ENDINGS[language])
