"""Who works at the comms desk, and as what. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["editor", "reviewer", "drug-safety", "reader"]
ROLES: tuple[Role, ...] = ("editor", "reviewer", "drug-safety", "reader")
EVERY_ROLE: frozenset[Role] = frozenset(ROLES)
# what stands there goes after a day
SESSIONS_SHELF, KEYS_SHELF, JOURNEYS_SHELF = "desk-sessions", "desk-keys", "desk-journeys"
ANSWERS_SHELF = "desk-answers"  # as these, and all of it when anybody is forgotten
HERE = "desk:here"  # whoever sits at this machine, where nobody signs in
AT_THE_DOOR = "desk:door"  # whoever tried to come in, as long as nobody vouches for them


@dataclass(frozen=True)
class Colleague:
    """Somebody who signed in.

    Args:
        person: As the chats name them, `slack:TEAM:USER` or `teams:TENANT:OBJECT-ID`, so that an
            editor is the same person in chat and here; or `desk:here`.
        name: How they are greeted.
        groups: The groups and roles that whoever signed them in told us of.
    """

    person: str
    name: str = ""
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Staff:
    """Who has which role.

    Args:
        people: The roles of people, as their channels name them.
        groups: The roles of groups, as their directory names them.
    """

    people: Mapping[str, frozenset[Role]] = field(default_factory=dict)
    groups: Mapping[str, frozenset[Role]] = field(default_factory=dict)

    def find_roles(self, colleague: Colleague) -> frozenset[Role]:
        """Find what a colleague works as; nothing for everybody else."""
        found = set(self.people.get(colleague.person, frozenset()))
        for group in colleague.groups:
            found |= self.groups.get(group, frozenset())
        return frozenset(found)


GROUP = "group:"  # before the name of a group in a setting


def read_staff(named: Mapping[Role, Iterable[str]]) -> Staff:
    """Read who has which role out of lists of people and of `group:NAME`."""
    people: dict[str, frozenset[Role]] = {}
    groups: dict[str, frozenset[Role]] = {}
    for role, names in named.items():
        for name in names:
            known, key = (
                (groups, name.removeprefix(GROUP)) if name.startswith(GROUP) else (people, name)
            )
            known[key] = known.get(key, frozenset()) | {role}
    return Staff(people, groups)
