"""What Slack tells of people: in memory only, and not for long."""

import time
from dataclasses import dataclass, field
from typing import Any

_SECONDS = 3_600.0
_MOST_KNOWN = 5_000
_LONGEST_TITLE = 100


@dataclass(frozen=True)
class Colleague:
    """A person's language in Slack, their name, and the title of their job."""

    locale: str = ""
    name: str = ""
    title: str = ""  # of their job, as their profile says


@dataclass
class Colleagues:
    """Who was asked about lately, by workspace and person."""

    _known: dict[tuple[str, str], tuple[float, Colleague]] = field(default_factory=dict)

    def find(self, team: str, user: str) -> tuple[Colleague | None, bool]:
        """Give what is known of somebody, and whether it is still fresh."""
        until, colleague = self._known.get((team, user), (0.0, None))
        return colleague, until > time.monotonic()

    def keep(self, team: str, user: str, colleague: Colleague) -> None:
        """Keep what Slack told for an hour."""
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        self._known[team, user] = time.monotonic() + _SECONDS, colleague


def read_colleague(user: object) -> Colleague:
    """Read what users.info says; what it does not say is empty."""
    told: dict[str, Any] = user if isinstance(user, dict) else {}
    given = told.get("profile")
    profile: dict[str, Any] = given if isinstance(given, dict) else {}
    names = (profile.get("display_name"), profile.get("real_name"), told.get("name"))
    name = next((one for one in names if isinstance(one, str) and one), "")
    title = profile.get("title")
    return Colleague(
        str(told.get("locale") or "")[:20],
        name[:80],
        title[:_LONGEST_TITLE] if isinstance(title, str) else "",
    )
