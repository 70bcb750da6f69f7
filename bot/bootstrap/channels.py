"""Channels that are written to by name: the comms team's, and the programme's."""

from bot.channels.slack import ingress as slack
from bot.channels.teams import naming as teams
from bot.channels.teams.places import read_channel
from bot.core.deliveries import Return
from bot.core.errors import SettingsError


def list_channels(
    in_slack: str, in_teams: str, home: str, owner: str, setting: str
) -> tuple[Return, ...]:
    """List the channels that settings name; what is written for them is a person's of no name.

    Args:
        in_slack: TEAM/C..., or C... where there is one workspace; empty: none.
        in_teams: A channel's link or id; empty: none.
        home: The tenant, where the channel tells none.
        owner: Whose channels they are, in a word.
        setting: Where the one in Teams was named, for the complaint.

    Raises:
        SettingsError: the channel in Teams is none.
    """
    found = []
    if in_slack:
        team, _, channel = in_slack.rpartition("/")
        place = {"team": team, "channel": channel, "thread": ""}
        found.append(Return(slack.CHANNEL, f"{slack.CHANNEL}:{owner}", place))
    if in_teams:
        tenant, channel = read_channel(in_teams, home)
        if not channel.startswith("19:"):
            raise SettingsError(
                f"{setting} is no channel: paste what “Get link to channel” gives,"
                " or its id, 19:...@thread.tacv2."
            )
        place = {"service": "", "conversation": channel, "tenant": tenant}
        found.append(Return(teams.CHANNEL, f"{teams.CHANNEL}:{owner}", place))
    return tuple(found)
