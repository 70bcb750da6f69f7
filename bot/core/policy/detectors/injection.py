"""Text that speaks to the checker instead of to readers, also where readers would not see it.

An order alone (skip it, say yes) is everyday talk, and so is the word bot. Two of these in one
sentence or in neighbouring ones speak to the checker: somebody who checks is spoken to, an order
that a checker could follow, the claim that somebody has approved, the words “this post”. Some
orders can be meant for nobody else. Whoever tells readers about such tricks is left in peace.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.core.language.fold import fold
from bot.core.policy.reading import Hit, Reading
from bot.core.policy.shape import Shape, Shapes

_PHRASES = "checker-address"  # orders that only a checker can be meant by
_ADDRESSEE = "checker-addressee"  # dear bot, note for the reviewer
_ORDER = "checker-order"  # approve, skip, say ready
_CLAIM = "approval-claim"  # legal has signed it off
_DRAFT = "draft-word"  # this post
_FRAMES_SAID = "checker-frame"  # rules said to be off, roles for one answer, dictated verdicts
_MACHINE = "machine-name"  # computer, tin head, algorithm
_WORK = "check-talk"  # what a checker does and gives: warnings, rules, lines, ticks
_SPOKEN_TO = "checker-spoken-to"  # you, please, imperatives
_TALK = "ai-talk"  # a story about such tricks
_LONGEST = 120  # characters of a quote; a longer cover quotes the order only

_COMMENT_SIGNS = ("<!--", "/*", "{#", "{{", "[//]:")
_COMMENT = re.compile(
    r"<!--.{0,2000}?-->|<!--.{1,400}$|/\*.{1,400}?\*/|\{#.{1,400}?#\}|\{\{.{1,200}?\}\}"
    r"|\[//\]:\s?#.{1,300}?$",
    re.DOTALL | re.MULTILINE,
)
_HIDDEN_TAG = re.compile(
    r"<[a-z]{1,10}[^>]{0,200}(?:display:\s?none|visibility:\s?hidden|\shidden\b|font-size:\s?0"
    r"|color:\s?(?:white|#fff))[^>]{0,200}>.{0,300}",
    re.IGNORECASE,
)
_ALT = re.compile(
    r"(?:\balt(?:[-\s]?text)?\s?[=:]\s?[\"'“„]?|!\[)([^\n\]\"”]{8,300})", re.IGNORECASE
)
_BASE64 = Shape(
    r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,1000}[A-Za-z0-9+/]{0,1000}={0,2}(?![A-Za-z0-9+/=])",
    wider="[A-Za-z0-9+/]{16}",
)
_ORDERS = re.compile(
    r"\b(?:ignor(?:e|ier|ez|a)|negeer|approv|freigeb|freigabe|gib .{0,20}frei|goedkeur|"
    r"keur .{0,20}goed|"
    r"verdict|system|prompt|complian|instruction|anweisung|instructie|checker|pruef|pruf|reviewer|"
    r"skip|uberspring|sla .{0,20}over|ready|status|unbedenklich|akkoord|findings|"
    r"fundstellen|bevindingen|"
    # answers that are dictated, and what is to be forgotten
    r"antwort(?:e|en) mit|antwoord(?:en)? met|(?:answer|reply|respond) with|in ordnung|in orde|"
    r"vergiss|vergeet|forget|overslaan|oordeel|urteil|genehmigt|vrijgegeven|freigegeben|cleared|"
    r"ki-|bot\b|legal)"
)
# Bare forms of conversations with models: fences and answers that no reader is meant to see.
_FENCES = Shape(
    r"<\|[^>\n]{1,24}\|?>|</?(?:system|im_start|im_end|assistant|instructions?|endoftext)[^>\n]{0,20}>"
    r"|\[/?inst\]|<<sys>>|(?<!#)#{2,6}(?!#)\s{0,2}(?:system|instructions?)"
    r"|(?<!#)#{2,6}(?!#)\s{0,2}(?:end of draft|ende des entwurfs|einde concept)"
    r"|(?:^|[\s{(\[,;])[\"']?verdict[\"']?\s{0,2}[=:]\s{0,2}[\"']?[a-z]+"
    r"|\b(?:assessment|result|status|outcome|rating|bewertung|ergebnis|urteil|einstufung"
    r"|resultaat|oordeel|uitkomst)"
    r"\s?=\s?[\"']?(?:pass|ok|go|ready|green|clear|approved|bestanden|frei|unbedenklich|gr[u]n"
    r"|genehmigt|geslaagd|goed|akkoord|groen|vrij)\w*"
    r"|[\"'](?:assessment|result|status|outcome|rating|bewertung|ergebnis|urteil|einstufung|resultaat"
    r"|oordeel|uitkomst|approved|freigabe)[\"']\s?:\s?[\"']?[a-z]+"
    r"|(?:^|[\s{(\[,;])[\"']?(?:labels|findings|befunde|bevindingen|severity)[\"']?\s{0,2}[=:]\s{0,2}(?:\[\s?\]|none|null|0)"
)
# [for the AI] … : a bracket that names its reader.
_BRACKETS = Shape(
    r"[\[({<]\s{0,2}(?:nur |only |alleen |ps |p\.s\. |@)?"
    r"(?:an|fur|for|to|voor|aan|hinweis|note|noot|notiz|notitie|opmerking|vermerk|info|message|bericht)\s"
    r"(?:(?:an|fur|for|to|voor|aan|die|den|das|dem|the|de|het|alle|all|any|our|unser\w*|onze"
    r"|automat\w+|geautomat\w+|digital\w*|intern\w*|screening|compliance)\s){0,3}"
    r"(?:ki|ai|llms?|(?:chat|pruf)?bots?|checker|reviewer|moderator|screener|prufer|prufung|kontrolleur"
    r"|kontroll(?:e|programm|system)|prufprogramm|filter|tool|algorithm(?:us|e)?|algoritme|software"
    r"|controleur|controle(?:programma|systeem)?|nakijker|beoordelaar|machine"
    r"|sprachmodelle?|taalmodel(?:len)?)\b"
)
# A role at the beginning of a line or bracket counts only before an order.
_ROLES = Shape(
    r"(?m:(?:^|[\[(<{*_]|[.!?]\s)[ \t>#*_`]{0,6}(?:system|assistant|developer|admin|root"
    r"|sysop|override|moderator"
    r"|ai|ki|bot|checker|reviewer|prufer|prufung|ai-controle|ki-prufung|ai-check|controle)"
    r"(?:[ -](?:override|note|message|prompt|hinweis|nachricht|bericht|melding|instruction"
    r"|mode))?[\])*_`]{0,3}\s{0,2}:)"
)
# Letters turned upside down, and an order run together as one tag: #botpleaseignorethis.
_UPSIDE_DOWN = re.compile(
    "(?:[a-z]{0,3}[\u01dd\u0254\u025f\u0183\u0265\u0131\u027e\u029e\u026f\u0279\u0287\u028c\u028d\u028e\u0250]){3,}[^.!?]{0,60}"
)
_TURNED = re.compile(
    "[\u01dd\u0254\u025f\u0183\u0265\u0131\u027e\u029e\u026f\u0279\u0287\u028c\u028d\u028e\u0250]"
)
_CHECKER_TOLD = (
    r"(?:checker|reviewer|moderator|bot|algorithm|algoritme|pr[uü]fer)"
    r"(?:please|bitte|graag)?(?:ignor|approv|skip|pass|clear|durchwink|freigeb|negeer|goedkeur|laatdoor)"
)
_RUN_TOGETHER = Shape(
    rf"(?i:#?[a-z]{{0,20}}{_CHECKER_TOLD}[a-z]{{0,30}})", wider=f"(?i:{_CHECKER_TOLD})"
)
_ROBOT = "\U0001f916"
_IN_TEXT = Shapes(_BASE64, _RUN_TOGETHER)
# What the folded text has wherever the text has an `_ALT`, but for pictures in Markdown.
_ALT_SAID = Shape(r"(?s:alt(?:.?text)?.?[=:])")
_IN_FOLDED = Shapes(_FENCES, _BRACKETS, _ROLES, _ALT_SAID)
_EMOJI_ORDER = re.compile(_ROBOT + ".{0,6}(?:\u2705|\U0001f44d|\U0001f7e2|\u2714|\U0001f197)")
_TAG_SIGN = re.compile("[\U000e0020-\U000e007e]")
_FEW_TAGS = 8
_LONG_INVISIBLE = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]{6,}")


def detect_injection(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find text for the checker: orders, hidden or encoded orders, frames."""
    hits: list[Hit] = []
    possible = _IN_FOLDED.list_possible(reading.parsed.folded.text)
    may_describe = _ALT_SAID in possible or "![" in reading.text
    for start, end in (
        *_find_marked(reading.text, may_describe=may_describe),
        *_find_by_sign(reading),
        *_find_frames(possible, reading),
    ):
        _add(Hit(start, min(end, start + _LONGEST)), hits)
    for hit in _find_spoken(reading):
        _add(hit, hits)
    return hits


def _add(hit: Hit, hits: list[Hit]) -> None:
    if not any(hit.covers(other) for other in hits):
        hits.append(hit)


def _find_spoken(reading: Reading) -> Iterator[Hit]:
    """Find orders to a checker, and pairs of the words that make one."""
    orders, addressees = reading.hits(_ORDER), reading.hits(_ADDRESSEE)
    if not (orders or addressees or reading.hits(_PHRASES) or reading.hits(_FRAMES_SAID)):
        return
    claims, drafts = reading.hits(_CLAIM), reading.hits(_DRAFT)
    told = {_sentence(hit, reading) for hit in reading.hits(_TALK)}
    told |= {sentence + 1 for sentence in told}
    named = [*addressees, *reading.hits(_MACHINE), *drafts]
    framed = _find_pairs(reading.hits(_FRAMES_SAID), named, 0, reading)
    for hit in (*reading.hits(_PHRASES), *framed):
        if not told & _sentences(hit, reading):
            yield hit
    for hit in _find_addressed(addressees, reading):
        if not told & _sentences(hit, reading):
            yield hit
    for first, others, reach in (
        (orders, addressees, 1),
        (orders, claims, 1),
        (claims, addressees, 0),
        (orders, drafts, 0),
    ):
        for hit in _find_pairs(first, others, reach, reading):
            if not told & _sentences(hit, reading):
                yield hit


def _find_addressed(addressees: Sequence[Hit], reading: Reading) -> Iterator[Hit]:
    """Find a checker spoken to about its work, where a word of address stands by."""
    spoken = {_sentence(hit, reading) for hit in reading.hits(_SPOKEN_TO)}
    work = [hit for hit in reading.hits(_WORK) if _sentence(hit, reading) in spoken]
    yield from _find_pairs(work, addressees, 0, reading)


def _sentences(hit: Hit, reading: Reading) -> set[int]:
    """Number the sentences that a hit reaches over."""
    last = reading.unit(max(hit.start, hit.end - 1), "sentence")
    return set(range(_sentence(hit, reading), last + 1))


def _find_pairs(
    firsts: Sequence[Hit], others: Sequence[Hit], reach: int, reading: Reading
) -> Iterator[Hit]:
    for first in firsts:
        near = [
            other
            for other in others
            if not other.covers(first)
            and abs(_sentence(other, reading) - _sentence(first, reading)) <= reach
        ]
        if near:
            other = min(near, key=lambda hit: abs(hit.start - first.start))
            start, end = min(first.start, other.start), max(first.end, other.end)
            yield Hit(start, end) if end - start <= _LONGEST else first


def _sentence(hit: Hit, reading: Reading) -> int:
    return reading.unit(hit.start, "sentence")


def _find_marked(text: str, *, may_describe: bool) -> Iterator[tuple[int, int]]:
    """Find orders in comments, hidden tags, descriptions of pictures, codes and long tags."""
    for expression, is_worth_it in (
        (_COMMENT, any(sign in text for sign in _COMMENT_SIGNS)),
        (_HIDDEN_TAG, "<" in text),
        (_ALT, may_describe),
    ):
        for match in expression.finditer(text) if is_worth_it else ():
            if _holds_order(match.group()):
                yield match.span()
    possible = _IN_TEXT.list_possible(text)
    if _BASE64 in possible:
        for match in _BASE64.exact.finditer(text):
            if _holds_order(_decode(match.group())):
                yield match.span()
    if _RUN_TOGETHER in possible:
        for match in _RUN_TOGETHER.exact.finditer(text):
            yield match.span()


def _find_by_sign(reading: Reading) -> Iterator[tuple[int, int]]:
    """Find orders that signs give away: letters upside down, a robot's tick, invisible ones."""
    text = reading.text
    if text.isascii():
        return
    for expression, is_worth_it in (
        (_UPSIDE_DOWN, _TURNED.search(text) is not None),
        (_EMOJI_ORDER, _ROBOT in text),
        # what cannot be seen is not in the folded text, which then knows where its signs were
        (_LONG_INVISIBLE, reading.parsed.folded.origins is not None),
    ):
        for match in expression.finditer(text) if is_worth_it else ():
            yield match.span()
    tagged = [match.start() for match in _TAG_SIGN.finditer(text)]
    if len(tagged) > _FEW_TAGS:
        yield tagged[0], tagged[-1] + 1


def _find_frames(possible: Sequence[Shape], reading: Reading) -> Iterator[tuple[int, int]]:
    folded = reading.parsed.folded
    for shape in (_FENCES, _BRACKETS):
        for match in shape.exact.finditer(folded.text) if shape in possible else ():
            start, end = folded.span(*match.span())
            yield start, max(end, _end_of_line(reading.text, start))
    for match in _ROLES.exact.finditer(folded.text) if _ROLES in possible else ():
        start, end = folded.span(*match.span())
        stop = _end_of_line(reading.text, end)
        if _speaks_of_checking(start, stop, reading):
            yield start, stop


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start + 1)
    return len(text) if end < 0 else end


def _speaks_of_checking(start: int, end: int, reading: Reading) -> bool:
    return any(
        start <= hit.start < end
        for vocabulary in (_PHRASES, _ORDER, _CLAIM)
        for hit in reading.hits(vocabulary)
    )


def _decode(code: str) -> str:
    try:
        return base64.b64decode(code + "=" * (-len(code) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""


def _holds_order(text: str) -> bool:
    return bool(text) and _ORDERS.search(fold(text).text) is not None
