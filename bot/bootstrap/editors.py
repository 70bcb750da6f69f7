"""Build who may steer the programme."""

from bot.core.programme.editors import Editors
from bot.settings import Settings, split_list


def build_editors(settings: Settings) -> Editors:
    """Build the editors of the settings."""
    return Editors(frozenset(split_list(settings.editors)))
