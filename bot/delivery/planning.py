"""Plan a mailing: who is sent to in which chunk. Nothing here is written or sent.

A chunk is about a minute of sending in one workspace. Who may be written to within that minute
goes now; the others wait by the hour at which their turn comes, so that few chunks wait for many.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from bot.core.programme.mailings import Recipient
from bot.storage.mailing_parts import PlannedChunk, PlannedPerson

SECONDS_A_CHUNK = 60
_FEWEST, _MOST = 20, 5_000  # people in a chunk
UNREACHABLE = "unreachable"  # our word for a channel that nothing is delivered to


def name_channel(person: str) -> str:
    """Name the channel of a person: it is how their name begins."""
    return person.partition(":")[0]


def name_workspace(person: str) -> str:
    """Name the workspace of a person: their name holds it after the channel."""
    return ":".join(person.split(":")[:2])


def plan_chunks(
    recipients: Sequence[Recipient],
    now: datetime.datetime,
    limits: Mapping[str, float | None],
    name_person: Callable[[str], str],
    name_lane: Callable[[str], str],
) -> list[PlannedChunk]:
    """Divide the people of a mailing into chunks.

    Args:
        recipients: Who, each once; of several of one person the first counts.
        now: The moment.
        limits: Messages a second, by channel; None for as many as can be. Who is in a channel
            that is not named here cannot be reached.
        name_person: Gives the pseudonym of a person.
        name_lane: Gives the pseudonym of a workspace.
    """
    soon = now + datetime.timedelta(seconds=SECONDS_A_CHUNK)
    groups: dict[tuple[datetime.datetime, str, str], dict[str, PlannedPerson]] = defaultdict(dict)
    seen: set[str] = set()
    for recipient in recipients:
        author = name_person(recipient.person)
        if author in seen:
            continue
        seen.add(author)
        moment = max(recipient.not_before, now)
        hour = now if moment <= soon else moment.replace(minute=0, second=0, microsecond=0)
        channel = name_channel(recipient.person)
        person = PlannedPerson(
            author, recipient.variant, moment, "" if channel in limits else UNREACHABLE
        )
        groups[hour, name_workspace(recipient.person), channel][author] = person
    chunks: list[PlannedChunk] = []
    for (_, workspace, channel), people in sorted(groups.items()):
        size = _count_people(limits.get(channel))
        ordered = sorted(people.values(), key=lambda one: one.not_before)
        for first in range(0, len(ordered), size):
            some = ordered[first : first + size]
            number = len(chunks) + 1
            chunks.append(
                PlannedChunk(number, channel, name_lane(workspace), some[0].not_before, some)
            )
    return chunks


def _count_people(limit: float | None) -> int:
    """Count the people of a minute."""
    if limit is None:
        return _MOST
    return min(max(round(limit * SECONDS_A_CHUNK), _FEWEST), _MOST)
