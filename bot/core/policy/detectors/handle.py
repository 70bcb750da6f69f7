"""Accounts named in a draft (@somebody), but for those of the employer."""

import re
from collections.abc import Mapping
from typing import Any

from bot.core.policy.reading import Hit, Reading

_HANDLE = re.compile(r"(?<![\w.])@[\w][\w.-]{1,}")


def detect_handle(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find @handles that are not the employer's own."""
    own = {handle.lower() for handle in reading.context.organisation.handles.values()}
    return [
        Hit(match.start(), match.end())
        for match in _HANDLE.finditer(reading.text)
        if match.group()[1:].lower().rstrip(".") not in own
    ]
