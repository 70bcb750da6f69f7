"""Compose the messages about somebody's connection to LinkedIn."""

from collections.abc import Sequence

from bot.core.coaching.replies import say
from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Link, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.connections.connection import Connection
from bot.core.programme.connections.wording import CONNECTION_WORDINGS
from bot.core.programme.posts.messages import OPEN as POSTS
from bot.core.programme.posts.wording import POST_WORDINGS

OPEN, AGAIN, FETCH, END = "linkedin", "linkedin-consent", "linkedin-fetch", "linkedin-end"


def compose_consent(address: str, language: Language) -> Message:
    """Say what is read, and lead to where somebody consents."""
    wording = CONNECTION_WORDINGS[language]
    parts = (
        Paragraph(wording.title, "strong"),
        Paragraph(wording.what),
        Listing("", wording.promises),
        Link(wording.consent, address),
        Paragraph(wording.yours_alone, "quiet"),
    )
    return Message("linkedin-consent", wording.title, parts, language)


def compose_connected(language: Language) -> Message:
    """Say that it worked."""
    wording = CONNECTION_WORDINGS[language]
    buttons = Choices((Choice(wording.fetch, FETCH, "", "primary"), Choice(wording.end, END)))
    parts = (Paragraph(wording.connected, "strong"), Paragraph(wording.daily), buttons)
    return Message("linkedin-connected", wording.connected, parts, language)


def compose_status(connection: Connection, language: Language) -> Message:
    """Say how it stands."""
    wording = CONNECTION_WORDINGS[language]
    title = wording.over if connection.is_over else wording.since
    title = title.format(day=write_day(connection.since, language))
    parts: list[Part] = [Paragraph(title, "strong"), *map(Paragraph, _tell(connection, language))]
    first = (
        Choice(wording.again, AGAIN, "", "primary")
        if connection.is_over
        else Choice(wording.fetch, FETCH, "", "primary")
    )
    posts = Choice(POST_WORDINGS[language].door, POSTS)
    parts.append(Choices((first, posts, Choice(wording.end, END, "", "danger"))))
    return Message("linkedin", title, tuple(parts), language)


def _tell(connection: Connection, language: Language) -> Sequence[str]:
    wording = CONNECTION_WORDINGS[language]
    if connection.asked_at is None:
        return (wording.daily,)
    day = write_day(connection.asked_at, language)
    counted = wording.counted[0 if connection.counted == 1 else 1]
    lines = [counted.format(day=day, count=connection.counted)]
    if connection.other_links:
        others = wording.other_links[0 if connection.other_links == 1 else 1]
        lines.append(others.format(count=connection.other_links))
    return lines


def compose_ended(language: Language, *, was_there: bool) -> Message:
    """Say that nothing is kept any more."""
    wording = CONNECTION_WORDINGS[language]
    sentence = wording.ended if was_there else wording.was_not
    return say("linkedin-ended", sentence, language, in_place=True)
