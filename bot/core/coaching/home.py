"""Compose a person's own page: what is always fine, what is checked for, whom to ask."""

from collections.abc import Sequence

from bot.core.coaching.callings import Calling
from bot.core.coaching.callings_wording import CALLING_WORDINGS
from bot.core.coaching.messages import CHANGE_CONTEXT, describe_context
from bot.core.coaching.replies import find_contact
from bot.core.coaching.wording import WORDINGS
from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Listing, Message, Paragraph, Part, Section
from bot.core.model import Context, Language, Verdict
from bot.core.ports import ReviewedOn

_CONTACTS = ("comms", "drug_safety", "privacy", "legal")


def compose_home(
    context: Context,
    latest: Sequence[ReviewedOn],
    language: Language,
    calling: Calling | None = None,
) -> Message:
    """Compose the page; encouragement comes first, and in it what fits somebody's calling."""
    wording = WORDINGS[language]
    own = CALLING_WORDINGS[language][calling].allowed if calling else ()
    checked = wording.checked_for.format(context=describe_context(context, wording))
    whom = tuple(
        dict.fromkeys(find_contact(context.organisation, name, language) for name in _CONTACTS)
    )
    parts: list[Part] = [
        Paragraph(wording.greeting, "strong"),
        Listing(wording.allowed_title, (*own, *wording.allowed)),
        Choices((Choice(wording.change, CHANGE_CONTEXT),), checked),
        Section(wording.whom_title, (Listing("", whom),)),
    ]
    if latest:
        lines = tuple(
            wording.latest.format(
                day=write_day(one.day, language),
                verdict=wording.verdict_title[Verdict(one.verdict)],
            )
            for one in latest
        )
        parts.append(Section(wording.latest_title, (Listing("", lines),)))
    return Message("home", wording.greeting, tuple(parts), language)
