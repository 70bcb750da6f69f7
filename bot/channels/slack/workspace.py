"""One workspace by its plain bot token: the two-line installation."""

import logging
from dataclasses import dataclass

_log = logging.getLogger(__name__)


@dataclass
class OneWorkspace:
    """Holds the token from the settings, until Slack takes it no longer."""

    token: str
    _is_dropped: bool = False

    async def find_token(self, _team: str) -> str | None:
        """Give the token, whatever the workspace: there is one."""
        return None if self._is_dropped else self.token

    async def drop_token(self, _team: str, _token: str) -> bool:
        """Use the token no more; the next start tries again."""
        if not self._is_dropped:
            _log.error(
                "Slack no longer takes the bot token. Put a new one into JOURFIX_SLACK_BOT_TOKEN"
                " (in the app's settings: OAuth & Permissions) and restart."
            )
        self._is_dropped = True
        return False

    async def leave(self, team: str, _moment: float) -> None:
        """Use the token no more: the workspace removed us."""
        await self.drop_token(team, self.token)
