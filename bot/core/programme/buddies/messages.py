"""Compose the messages about buddies."""

from collections.abc import Callable, Sequence

from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Listing, Message, Paragraph
from bot.core.model import Language
from bot.core.programme.buddies.pair import Pair
from bot.core.programme.buddies.wording import BUDDY_WORDINGS
from bot.core.programme.people.messages import BUDDY

# The actions of the buttons.
ON, OFF, STAY_OFF = "buddy-on", "buddy-off", "buddy-stay-off"
NO, GOOD, END = "buddy-no", "buddy-good", "buddy-end"
ROUND = "buddy-round"
SHOWN_FROM = 10  # pairs; fewer are not counted to editors

NameTopic = Callable[[str, Language], str]


def list_doors(language: Language, *, for_editors: bool) -> Sequence[Choice]:
    """Lead to one's own buddy, or to the next round."""
    wording = BUDDY_WORDINGS[language]
    return (Choice(wording.editors_door, ROUND) if for_editors else Choice(wording.door, BUDDY),)


def compose_offer(language: Language, *, is_reachable: bool) -> Message:
    """Say what a buddy is and what they learn of one, before anything is switched on."""
    wording = BUDDY_WORDINGS[language]
    choices = (
        Choice(wording.switch_on, ON, style="primary"),
        Choice(wording.not_now, STAY_OFF),
    )
    asking = (Listing(wording.told_title, wording.told), Choices(choices))
    parts = (
        Paragraph(wording.offer, "strong"),
        *(asking if is_reachable else (Paragraph(wording.unreachable),)),
    )
    return Message("buddy-offer", wording.offer, parts, language, in_place=True)


def compose_waiting(language: Language) -> Message:
    """Say that one's wish is noted."""
    wording = BUDDY_WORDINGS[language]
    off = Choices((Choice(wording.switch_off, OFF),))
    parts = (Paragraph(wording.on_page), off)
    return Message("buddy-waiting", wording.on_page, parts, language, in_place=True)


def compose_own(pair: Pair, language: Language, name_topic: NameTopic) -> Message:
    """Show one's buddy."""
    wording = BUDDY_WORDINGS[language]
    text = wording.since.format(name=pair.other_name, day=write_day(pair.paired_on, language))
    choices = (Choice(wording.end, END, pair.id), Choice(wording.switch_off, OFF))
    parts = (
        Paragraph(text, "strong"),
        Listing(wording.why, _list_reasons(pair, language, name_topic)),
        Choices(choices),
    )
    return Message("buddy", text, parts, language, in_place=True)


def compose_found(pair: Pair, language: Language, name_topic: NameTopic) -> Message:
    """Introduce two to one another, and say why the two."""
    wording = BUDDY_WORDINGS[language]
    found = wording.found.format(name=pair.other_name)
    parts = (
        Paragraph(found, "strong"),
        Listing(wording.why, _list_reasons(pair, language, name_topic)),
        Paragraph(wording.write.format(name=pair.other_name)),
        Paragraph(wording.refuse_hint, "quiet"),
        Choices((Choice(wording.refuse, NO, pair.id),)),
    )
    return Message("buddy-found", found, parts, language)


def _list_reasons(pair: Pair, language: Language, name_topic: NameTopic) -> tuple[str, ...]:
    wording = BUDDY_WORDINGS[language]
    reasons = [wording.other_level[pair.other_level].format(name=pair.other_name)]
    if pair.language:
        reasons.insert(0, wording.same_language.format(language=wording.languages[pair.language]))
    if pair.topics:
        topics = ", ".join(name_topic(topic, language) for topic in pair.topics)
        reasons.insert(0, wording.same_topics.format(topics=topics))
    return tuple(reasons)


def compose_check(pair: Pair, language: Language) -> Message:
    """Ask once how it is going; no answer is fine."""
    wording = BUDDY_WORDINGS[language]
    asked = wording.check.format(name=pair.other_name)
    choices = Choices((Choice(wording.good, GOOD, pair.id), Choice(wording.end, END, pair.id)))
    return Message("buddy-check", asked, (Paragraph(asked), choices), language)


def compose_round(pairs: int, language: Language) -> Message:
    """Tell an editor that a round is done; few pairs are not counted."""
    wording = BUDDY_WORDINGS[language]
    text = wording.round_few
    if pairs >= SHOWN_FROM:
        text = wording.round_some.format(count=pairs)
    return Message("buddy-round", text, (Paragraph(text),), language, in_place=True)
