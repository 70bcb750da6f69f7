"""A post that its author handed in, and what they told of it. Pure.

Only the author's own words are kept, never the whole text, and nothing that a network was asked.
"""

import datetime
import hashlib
from dataclasses import dataclass, field
from typing import Literal

from bot.core.model import Language
from bot.core.programme.posts.figures import Figures

LeadKind = Literal["", "moment", "number", "contrast", "question"]
Deed = Literal["picture", "question", "replied", "asked"]
DEEDS: tuple[Deed, ...] = ("picture", "question", "replied", "asked")
LONGEST_TITLE, LONGEST_ABOUT = 90, 80
_A_MONTH_OR_SO = (datetime.timedelta(days=18), datetime.timedelta(days=62))


@dataclass(frozen=True)
class Post:
    """One post of one author.

    Args:
        id: Names it in buttons; made of author and link, so that none is handed in twice.
        person: Whose it is, as their channel names them.
        link: In its one form.
        network: Where it stands.
        handed_in_at: When we heard of it first.
        is_shared: Whether editors may see it and propose it for the jourfix.
        is_ours: Handed in by an editor, for the comms team.
        title: Its first words, out of the text that the author pasted.
        about: What it is about, in the author's words.
        lead: How it begins, read out of the pasted text; empty when nobody told.
        deeds: What the author says they did.
        figures: The numbers that the author told.
        credit: How the author's name stands where it is shown; the last they chose.
    """

    id: str
    person: str = field(repr=False)
    link: str = field(repr=False)
    network: str
    handed_in_at: datetime.datetime
    language: Language = "en"
    is_shared: bool = False
    is_ours: bool = False
    title: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    lead: LeadKind = ""
    deeds: tuple[Deed, ...] = ()
    figures: Figures = field(default_factory=Figures)
    credit: str = field(default="", repr=False)

    @property
    def is_told(self) -> bool:
        """Say whether its author told what they did."""
        return bool(self.lead or self.deeds)


def name_post(person: str, link: str) -> str:
    """Name a post: the same link of the same person gives the same name."""
    return hashlib.blake2b(f"{person}\n{link}".encode(), digest_size=5).hexdigest()


def is_once_a_month(before: datetime.datetime | None, now: datetime.datetime) -> bool:
    """Say whether somebody's last post was about a month ago: that is praised, and nothing else."""
    return before is not None and _A_MONTH_OR_SO[0] <= now - before <= _A_MONTH_OR_SO[1]
