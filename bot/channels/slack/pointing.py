"""The sentence where somebody used a command: the answer is in their own conversation."""

import re
from collections.abc import Mapping
from typing import Any

from bot.channels.payload import word
from bot.channels.slack.ingress import name_team
from bot.channels.slack.wording import SlackWording

_NAME = re.compile(r"[A-Z0-9]{2,30}")


def point_home(payload: Mapping[str, Any], wording: SlackWording) -> str:
    """Say where the answer stands, with a link there where Slack told how we are called.

    docs.slack.dev/interactivity/deep-linking: the tab of an app, by workspace and app.
    """
    team, app = name_team(payload), word(payload.get("api_app_id"))
    if not (_NAME.fullmatch(team) and _NAME.fullmatch(app)):
        return f"{wording.answered}."
    return f"<slack://app?team={team}&id={app}&tab=messages|{wording.answered}>."
