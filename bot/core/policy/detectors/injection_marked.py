"""Orders in places that readers do not see, or in signs: comments, hidden tags, pictures, tags."""

import re
from collections.abc import Iterator

from bot.core.language.fold import fold
from bot.core.policy.reading import Reading
from bot.core.policy.shape import Shape

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
_TICK = "(?:\u2705|\U0001f44d|\U0001f7e2|\u2714|\U0001f197)"
_EMOJI_ORDER = re.compile(_ROBOT + ".{0,6}" + _TICK)
_EYES_SHUT = re.compile(  # a machine that sleeps, is silent or covers its eyes, and a tick
    _ROBOT
    + r"[^\w\n]{0,6}(?:\U0001f648|\U0001f64a|\U0001f4a4|\U0001f634|\U0001f92b|\U0001f910)[^\w\n]{0,6}"
    + _TICK
)
_TAG_SIGN = re.compile("[\U000e0020-\U000e007e]")
_FEW_TAGS = 8
_LONG_INVISIBLE = re.compile("[\u200b-\u200d\u2060-\u2064\ufeff]{6,}")


def find_marked(reading: Reading, *, may_describe: bool) -> Iterator[tuple[int, int, str]]:
    """Find marked places and what is said there; without words where the signs say enough."""
    text = reading.text
    for expression, is_worth_it in (
        (_COMMENT, any(sign in text for sign in _COMMENT_SIGNS)),
        (_HIDDEN_TAG, "<" in text),
    ):
        for match in expression.finditer(text) if is_worth_it else ():
            yield *match.span(), match.group()
    for match in _ALT.finditer(text) if may_describe else ():
        yield *match.span(), match.group(1)


def find_signs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Find signs that no honest text has: tag characters, long invisible runs, shut eyes."""
    text = reading.text
    if text.isascii():
        return
    for expression, is_worth_it in (
        (_EYES_SHUT, _ROBOT in text),
        # what cannot be seen is not in the folded text, which then knows where its signs were
        (_LONG_INVISIBLE, reading.parsed.folded.origins is not None),
    ):
        for match in expression.finditer(text) if is_worth_it else ():
            yield match.span()
    tagged = [match.start() for match in _TAG_SIGN.finditer(text)]
    if len(tagged) > _FEW_TAGS:
        yield tagged[0], tagged[-1] + 1


def find_odd_letters(text: str) -> Iterator[tuple[int, int]]:
    """Find orders in letters upside down, in one long tag, and a robot beside a tick."""
    for match in _RUN_TOGETHER.find_all(text):
        yield match.span()
    if text.isascii():
        return
    for expression, is_worth_it in (
        (_UPSIDE_DOWN, _TURNED.search(text) is not None),
        (_EMOJI_ORDER, _ROBOT in text),
    ):
        for match in expression.finditer(text) if is_worth_it else ():
            yield match.span()


def names_order(text: str) -> bool:
    """Say whether words that stand where nobody looks name an order, or a checker."""
    return bool(text) and _ORDERS.search(fold(text).text) is not None
