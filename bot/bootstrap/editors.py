"""Build who may steer the programme."""

from bot.core.desk.staff import HERE
from bot.core.programme.editors import Editors
from bot.settings import Settings, split_list


def build_editors(settings: Settings) -> Editors:
    """Build the editors of the settings; where nobody signs in, also whoever sits here."""
    here = frozenset() if split_list(settings.desk_sign_in) else frozenset({HERE})
    return Editors(frozenset(split_list(settings.editors)) | here)
