"""What a directory (Slack, Microsoft) says of whoever signs in, and how that names them. Pure.

A person is named as the chats name them, so that an editor is the same person in chat and at the
desk, and is let in by what the directory vouches for alone: never by an address of mail.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Refusal = Literal[
    "declined",  # they said no at the directory
    "stale",  # too late, a second time, or begun in another browser
    "later",  # the directory does not answer
    "misconfigured",  # the directory does not take us for who we are
    "not-trusted",  # what came is not from the directory, or not for us
    "other-place",  # from a workspace or an organisation that is not ours
    "nobody",  # nobody who works at the desk
    "groups-hidden",  # the same, and the directory did not say which groups they are in
    "limited",  # too often
]
SLACK, MICROSOFT = "slack", "microsoft"
_WORD = re.compile("[A-Za-z0-9._-]{1,80}")
_MOST_GROUPS = 400
_LONGEST_GROUP = 200
_LONGEST_NAME = 80
_SLACK = "https://slack.com/"  # how Slack's own claims begin, in every cloud of Slack's


@dataclass(frozen=True)
class Asked:
    """What we ask a directory with, once: nobody else can guess it."""

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)


@dataclass(frozen=True)
class Refused:
    """Nobody was let in.

    Args:
        reason: Why.
        detail: What kind of fault it was, for whoever runs us: a word, nothing that came in.
        person: Whom the directory vouched for all the same.
    """

    reason: Refusal
    detail: str = ""
    person: str = ""


@dataclass(frozen=True)
class Vouched:
    """Somebody whom a directory vouches for.

    Args:
        people: The names that the chats may have for them; one of them is known here, or none.
        name: How they are greeted.
        groups: The groups and roles that they have there.
        hides_groups: They are in so many groups that the directory did not list them.
    """

    people: tuple[str, ...]
    name: str = ""
    groups: frozenset[str] = frozenset()
    hides_groups: bool = False


class Directory(Protocol):
    """Signs people in elsewhere."""

    @property
    def place(self) -> str:
        """Name it, as a word for good."""
        ...

    @property
    def label(self) -> str:
        """Name it, as people do."""
        ...

    async def make_address(self, asked: Asked) -> str | Refused:
        """Make the address at which somebody signs in."""
        ...

    def read_error(self, error: str) -> Refused:
        """Read why somebody came back without a code."""
        ...

    async def identify(self, code: str, asked: Asked) -> Vouched | Refused:
        """Find out who came back with a code; it serves once."""
        ...


Claims = Mapping[str, Any]
ReadClaims = Callable[[Claims], Vouched | Refused]


def read_slack(claims: Claims, teams: frozenset[str]) -> Vouched | Refused:
    """Read what Slack vouches for: workspace and user.

    Where an organisation of workspaces (Enterprise Grid) has the app as a whole, the chat names
    its people by the organisation: both names are theirs.
    """
    user = _read_word(claims, f"{_SLACK}user_id")
    homes = [_read_word(claims, f"{_SLACK}{name}") for name in ("enterprise_id", "team_id")]
    if not user or not any(homes):
        return Refused("not-trusted", "claims")
    people = tuple(f"slack:{home}:{user}" for home in homes if home in teams)
    if not people:
        return Refused("other-place", "workspace")
    return Vouched(people, read_name(claims))


def read_microsoft(claims: Claims, tenants: frozenset[str]) -> Vouched | Refused:
    """Read what Microsoft vouches for: tenant and object, its groups and the roles of our app."""
    tenant, user = _read_word(claims, "tid"), _read_word(claims, "oid")
    if not tenant or not user:
        return Refused("not-trusted", "claims")
    if tenant not in tenants:
        return Refused("other-place", "tenant")
    groups = frozenset((*_read_list(claims, "groups"), *_read_list(claims, "roles")))
    elsewhere = claims.get("_claim_names")
    hides = isinstance(elsewhere, dict) and "groups" in elsewhere
    hides = hides or claims.get("hasgroups") in (True, "true")
    return Vouched((f"teams:{tenant}:{user}",), read_name(claims), groups, hides)


def read_name(claims: Claims) -> str:
    """Read how somebody is greeted: a line, whatever came."""
    name = claims.get("name")
    if not isinstance(name, str):
        return ""
    return "".join(sign for sign in name if sign.isprintable()).strip()[:_LONGEST_NAME]


def _read_word(claims: Claims, name: str) -> str:
    value = claims.get(name)
    return value if isinstance(value, str) and _WORD.fullmatch(value) else ""


def _read_list(claims: Claims, name: str) -> list[str]:
    value = claims.get(name)
    listed = value[:_MOST_GROUPS] if isinstance(value, list) else []
    return [one for one in listed if isinstance(one, str) and 0 < len(one) <= _LONGEST_GROUP]
