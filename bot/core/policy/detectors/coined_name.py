"""Invented brand names that no profile tells, whole or spelt out letter by letter."""

import functools
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from bot.core.language.fold import fold_word
from bot.core.language.words import Sentence, Word
from bot.core.model import LANGUAGES, Language, Organisation
from bot.core.policy.detectors.medicine import NO_LETTER
from bot.core.policy.detectors.parameters import narrow_hits
from bot.core.policy.medicine_names import SHORTEST_NAME
from bot.core.policy.policy import Knowledge
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape

# Letters spelt out one by one with hyphens, where no profile tells which name that is: D-o-r-i-v-a.
_SPELT = Shape(
    r"(?<![\w-])(?:(?:[A-Za-z][-._]){4,}|(?:[A-Za-z] ){4,}|(?:[A-Za-z] [-._] ){4,})[A-Za-z](?![\w-])"
)
# How invented brand names end; ordinary unknown words (compounds, verbs) mostly end otherwise.
_COINED = re.compile(
    # not as places and families do: Brackenside, Northmoor, Pellington, Ravelstein, Hoekstra
    r"(?!.*(?:side|moore?|fen|heim|erei|muir|more|ton|stein|by|ley|dale|mere|man|son|s[ck]h?i|ska|[dkl]stra|ema|zyk|ylla|anka)$)"
    r"(?=[a-z]{6,12}$)(?=.*[aeiouy].*[aeiouy])[a-z]+?(?:[aioy]|[aeiouy]x|iq|[ao]n[st]?|i[dlmrsv]|[yu]l|"
    r"[uy]s|[aou]r|[aeio]l|[ai]k|[aeiouy]z|[ai]v|[aou]q|ane|ine|ide)"
)
# A longer word that is an invented name and what people make of it: Zemoridelancering.
_COINED_TAIL = re.compile(
    "(.{6,12}?)(?:s|en|team|launch|start|lancering|introductie|spritze|prik|spuit|tabletten|folder)"
)
_SHORTEST, _LONGEST = 6, 12  # letters of an invented brand
_WORDS_REMEMBERED = 20_000  # whose letters have been looked at
# Words just before a name that make it a firm's: whom one works at, is paid by, buys from.
_FIRM = re.compile(
    r"\b(?:firmen?|agentur|kanzlei|konkurrent(?:en)?|mitbewerbers?|wettbewerbers?|anbieters?|herstellers?|"
    r"dienstleisters?|lieferanten?|zulieferers?|konzerns?|start-?up|verein|bei|"
    r"firma|bedrijf|bureau|concurrent|leverancier|fabrikant|aanbieder|stichting|bij|"
    r"firm|company|agency|competitor|rival|supplier|maker|manufacturer|at|by|inc|messrs)"
    r"(?: (?:namens|names|called|genaamd|heißt|heet|der|die|das|de|het|the))?[ „“”\"'‘’»«]*$",
    re.IGNORECASE,
)
# “The mats of Matrello”: a firm's; “the leaflet of Kardelis”: a medicine's.
_OF_WHOM = re.compile(
    r"\b(\w+)(?: (?:von|van)|(?<!switched)(?<!over)(?<!moved) from) $", re.IGNORECASE
)
_OF_A_BRAND = re.compile(
    r"(?:packungsbeilage|beipackzettel|bijsluiter|.*(?:packung|schachtel|charge|kampagne|start|einfuhrung|"
    r"doos|doosje|verpakking|campagne|lancering|introductie|wirkung|werking|tablette|tabletten|dosis|"
    r"spritze|spuit|prik|pen)(?:en)?|mg|farben|kleuren|vorteile|voordelen|fan|name|naam|milligramm?)",
    re.IGNORECASE,
)
_LOOKED_BACK = 32  # characters before a name in which a firm's word may stand
_AFTER_FIRM = re.compile(r"(?:['’]s)? (?:GmbH|AG|SE|BV|B\.V|NV|Ltd|plc|Inc|Pharma|Holding|Group)\b")


def detect_coined_name(reading: Reading, parameters: Mapping[str, Any]) -> list[Hit]:
    """Find words that look like an invented brand: capital, unknown in all languages, its ending.

    Firms, places and people have such names too, so a rule must demand a medicine's company; more
    so (`profile: listed`) where the employer's profile lists the products and this is none of them.
    """
    if parameters:
        return narrow_hits(reading.detect("coined_name"), parameters, "profile")
    profile = "listed" if reading.context.organisation.products else "none"
    hits = [
        Hit(start, end, {"product": reading.text[start:end], "profile": profile})
        for start, end in _find_spelt(reading)
    ]
    told: Collection[str] | None = None  # nearly every draft has nothing to compare with it
    for sentence in reading.parsed.sentences:
        for word in reading.parsed.words[sentence.first : sentence.last]:
            if not (word.written[:1].isupper() and _is_coined(word, sentence.language, reading)):
                continue
            if told is None:
                told = _told_names(reading.context.organisation)
            if (
                not any(name in word.form for name in told)
                and not _is_firm(word, reading.text)
                and not _is_part_of_a_name(word, sentence, reading)
            ):
                details = {"product": word.written, "profile": profile}
                hits.append(Hit(word.start, word.end, details))
    return hits


def _find_spelt(reading: Reading) -> Iterator[tuple[int, int]]:
    knowledge, language = reading.policy.knowledge, reading.parsed.language
    for match in _SPELT.find_all(reading.text):
        if _is_unknown(NO_LETTER.sub("", match.group()).lower(), language, knowledge):
            yield match.span()


def _is_firm(word: Word, text: str) -> bool:
    before = text[max(0, word.start - _LOOKED_BACK) : word.start]
    of_whom = _OF_WHOM.search(before)
    if of_whom and not _OF_A_BRAND.fullmatch(of_whom[1]):
        return True
    return bool(_FIRM.search(before) or _AFTER_FIRM.match(text, word.end))


def _is_part_of_a_name(word: Word, sentence: Sentence, reading: Reading) -> bool:
    """Rhona Sillars, Norvik Logistics: a first name before it; outside German a capital after it."""
    words = reading.parsed.words[sentence.first : sentence.last]
    before = next((one for one in words if one.end + 1 == word.start), None)
    after = next((one for one in words if one.start == word.end + 1), None)
    knowledge = reading.policy.knowledge
    if before and before.written[:1].isupper() and before.form in knowledge.first_names:
        return True
    if after is None or sentence.language == "de":
        return False
    return after.written[:1].isupper() and after.written.isalpha() and len(after.written) > 1


def _told_names(organisation: Organisation) -> set[str]:
    """Give the words that the employer's profile explains: firms, sites, products of every kind."""
    names = [*organisation.names, *organisation.competitors, *organisation.hashtags]
    names += [product.brand for product in organisation.products]
    words = (word for name in names for word in re.findall("[a-z]+", fold_word(name, "en")))
    return {word for word in words if len(word) >= SHORTEST_NAME}


def _is_coined(word: Word, language: Language, reading: Reading) -> bool:
    written = word.written
    if not written.isascii():
        written = _plain(written.replace("\u2019", "'"))
    written = written.removesuffix("'s")
    if not written.isascii() or not written.isalpha() or written.isupper():
        return False  # in capitals: the name of a trial, an authority, a campaign
    form = written.lower()
    names = _list_shaped(form)
    if not names:
        return False
    knowledge = reading.policy.knowledge
    tail = _COINED_TAIL.fullmatch(form)
    whole = tail is None or tail[0][len(tail[1]) :] in ("s", "en")
    if whole and not _is_unknown(form, language, knowledge):
        return False
    return any(
        (_COINED.fullmatch(name) is not None or _ends_in_in(name, language, knowledge))
        and _is_unknown(name, language, knowledge)
        for name in names
    )


@functools.lru_cache(maxsize=_WORDS_REMEMBERED)
def _list_shaped(form: str) -> Sequence[str]:
    """List what of a word may be an invented name by its letters alone: most often nothing."""
    tail = _COINED_TAIL.fullmatch(form)
    return [
        name
        for name in (form, tail[1] if tail else "")
        if _SHORTEST <= len(name) <= _LONGEST and (name.endswith("in") or _COINED.fullmatch(name))
    ]


def _plain(written: str) -> str:
    """Drop the accents that somebody put on a name; words with an umlaut are no brands."""
    if set(written.lower()) & set("äöüß"):
        return written
    return "".join(
        sign for sign in unicodedata.normalize("NFD", written) if not unicodedata.combining(sign)
    )


def _ends_in_in(name: str, language: Language, knowledge: Knowledge) -> bool:
    """Say whether a name ends in -in and is no German woman at work (Referentin, Kardiologin)."""
    if not name.endswith("in"):
        return False
    stem = name.removesuffix("in")
    is_woman = stem.endswith(("log", "er", "ent", "ant", "or", "ist", "eur", "graf", "path", "iat"))
    return language != "de" or (not is_woman and _is_unknown(stem, language, knowledge))


def _is_unknown(form: str, language: Language, knowledge: Knowledge) -> bool:
    """Say whether no language, no list of names knows a word; nor the author's, as a compound."""
    if form in knowledge.first_names or form in knowledge.last_names:
        return False
    if form in knowledge.not_stems or knowledge.medicine_names.classify(form) is not None:
        return False
    lexicon = knowledge.lexicon
    return (
        not lexicon.commonness(form, language)
        and not any(lexicon.commonness(form, one) for one in LANGUAGES)
        and len(lexicon.part_groups(form, language)) == 1
    )
