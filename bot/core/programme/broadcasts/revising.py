"""Write a broadcast on one page: all its words, whom it is for and when, at once or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.model import LANGUAGES, Language
from bot.core.programme.broadcasts.audience import change_whom, sign_cohort
from bot.core.programme.broadcasts.broadcast import (
    LONGEST_TEXT,
    Broadcast,
    Text,
    Wall,
    Whom,
    read_text,
)
from bot.core.programme.broadcasts.messages import describe_too_long
from bot.core.programme.broadcasts.moments import Unusable, read_wall
from bot.core.programme.broadcasts.office import Obstacle, Office
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS


@dataclass(frozen=True)
class Written:
    """What stands on the page of a broadcast when an editor saves it, as it was written.

    Args:
        texts: By language; an empty one is none.
        fallback: Whose text those get whose language has none.
        whom: `cohort`, `language`, `level`, `network`, as the page has them.
        moment: When, in words; empty: as soon as it is sent.
        seen: The fingerprint of the broadcast as the page showed it first; empty: of none.
    """

    texts: Mapping[Language, str] = field(default_factory=dict)
    fallback: str = ""
    whom: Mapping[str, str] = field(default_factory=dict)
    moment: str = ""
    seen: str = ""


@dataclass(frozen=True)
class Complaint:
    """A field that cannot be taken as it is, and what to do."""

    field: str
    sentence: str


MEANWHILE = "meanwhile"  # somebody else saved it while this page was open


async def save_written(
    name: str, written: Written, office: Office, language: Language
) -> Broadcast | Obstacle | list[Complaint]:
    """Save a page; complaints say what is to be changed first, and nothing is saved."""
    texts: dict[Language, Text] = {
        one: read_text(written.texts[one])
        for one in LANGUAGES
        if written.texts.get(one, "").strip()
    }
    when = read_wall(written.moment, office.now()) if written.moment.strip() else None
    complaints = _list_complaints(texts, when, language)
    if complaints or isinstance(when, Unusable):
        return complaints
    whom = _read_whom(written.whom, await office.list_cohorts())
    wished = [one for one in LANGUAGES if one == written.fallback and one in texts]

    def change(draft: Broadcast) -> Broadcast:
        known = [one for one in texts if one == draft.fallback]
        fallback = [*wished, *known, *texts][0]
        return replace(draft, texts=texts, fallback=fallback, whom=whom, when=when)

    dossier = await office.find(name)
    is_other = dossier is not None and written.seen != dossier.draft.fingerprint
    if dossier is not None and is_other and change(dossier.draft) != dossier.draft:
        return [Complaint(MEANWHILE, "")]  # the same pressed twice is no quarrel
    return await office.edit(name, change)


def _list_complaints(
    texts: Mapping[Language, Text], when: Wall | Unusable | None, language: Language
) -> list[Complaint]:
    wording = BROADCAST_WORDINGS[language]
    found = [
        Complaint(f"text-{one}", describe_too_long(len(text.whole), language))
        for one, text in texts.items()
        if len(text.whole) > LONGEST_TEXT
    ]
    if not texts:
        found.append(Complaint(f"text-{language}", wording.empty))
    if isinstance(when, Unusable):
        found.append(Complaint("moment", wording.troubles[when.trouble]))
    return found


def _read_whom(named: Mapping[str, str], cohorts: Sequence[str]) -> Whom:
    whom = Whom()
    for kind in ("cohort", "language", "level", "network"):
        value = named.get(kind, "")
        whom = change_whom(whom, kind, sign_cohort(value) if kind == "cohort" else value, cohorts)
    return whom
