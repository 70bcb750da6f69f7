"""An invitation: what a calendar takes in, changes and takes out. Pure; bot.files writes it.

The same `uid` with a higher `sequence` is the same meeting, changed.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

from bot.core.programme.recurrence import Recurrence
from bot.core.programme.zones import check_days, open_zone

Method = Literal["REQUEST", "CANCEL", "PUBLISH"]
_LONGEST_TITLE, _LONGEST_TEXT, _LONGEST_NAME = 200, 4_000, 200
_LONGEST_MEETING = 24 * 60  # minutes
_MAIL = re.compile(r"[^\s@\"'<>(),:;\\\x00-\x1f\x7f]+@[^\s@\"'<>(),:;\\\x00-\x1f\x7f]+")
_WEB = re.compile(r"https?://[!-~]+", re.ASCII)
_NAME = re.compile(r"[!-~]+", re.ASCII)


@dataclass(frozen=True)
class Once:
    """A single date, by the clock on the wall of a zone.

    Raises:
        ValueError: there is no such zone, or the day is in no year of ours.
    """

    zone: str
    day: datetime.date
    time: datetime.time

    def __post_init__(self) -> None:
        open_zone(self.zone)
        check_days(self.day)


@dataclass(frozen=True)
class Mailbox:
    """Somebody's e-mail address.

    Raises:
        ValueError: it is none.
    """

    address: str
    name: str = ""

    def __post_init__(self) -> None:
        if len(self.address) > _LONGEST_NAME or not _MAIL.fullmatch(self.address):
            raise ValueError("This is no e-mail address. Write it as name@company.example.")
        _limit(self.name, _LONGEST_NAME, "name")


@dataclass(frozen=True)
class Invitation:
    """What stands in somebody's calendar.

    Args:
        uid: Names the meeting in all calendars, for good; letters, figures and signs, no spaces.
        sequence: Raised with every change.
        stamp: When this version was made.
        title: What it is called.
        when: Once, or again and again.
        minutes: How long it takes.
        text: More about it.
        place: A room, or where online.
        link: A web address.
        organiser: Who invites by e-mail; without one it can be published, but not answered.
        guest: Who is invited.
        is_cancelled: Whether it does not take place.

    Raises:
        ValueError: a part makes no sense; the message says what to do.
    """

    uid: str
    sequence: int
    stamp: datetime.datetime
    title: str
    when: Recurrence | Once
    minutes: int = 60
    text: str = ""
    place: str = ""
    link: str = ""
    organiser: Mailbox | None = None
    guest: Mailbox | None = None
    is_cancelled: bool = False

    def __post_init__(self) -> None:
        if len(self.uid) > _LONGEST_NAME or not _NAME.fullmatch(self.uid):
            raise ValueError("The name of a meeting has letters, figures and signs, no spaces.")
        if self.sequence < 0:
            raise ValueError("Versions are counted from 0.")
        if not 1 <= self.minutes <= _LONGEST_MEETING:
            raise ValueError("A meeting takes between one minute and a day.")
        if not any(sign.isprintable() and not sign.isspace() for sign in self.title):
            raise ValueError("A meeting needs a title.")
        _limit(self.title, _LONGEST_TITLE, "title")
        _limit(self.text, _LONGEST_TEXT, "text")
        _limit(self.place, _LONGEST_TITLE, "place")
        if self.link and (len(self.link) > _LONGEST_TEXT or not _WEB.fullmatch(self.link)):
            raise ValueError("This is no web address. It begins with https://.")
        if isinstance(self.when, Recurrence) and self.when.find_first() is None:
            raise ValueError("This series has no date. Give it a later last day.")

    @property
    def method(self) -> Method:
        """What a calendar shall do with it.

        Only what somebody organises can be asked for or called off (RFC 5546, 3.2); what is merely
        published is called off by publishing it once more.
        """
        if self.organiser is None:
            return "PUBLISH"
        if self.is_cancelled:
            return "CANCEL"
        return "REQUEST" if self.guest is not None else "PUBLISH"

    @property
    def start(self) -> datetime.date:
        """Its first day, before any move."""
        if isinstance(self.when, Once):
            return self.when.day
        return self.when.find_first() or self.when.anchor


def _limit(text: str, most: int, what: str) -> None:
    if len(text) > most:
        raise ValueError(f"This {what} is too long: {most} characters at most.")
