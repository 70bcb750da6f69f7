"""Take values out of a platform's JSON, which may hold anything in any place."""

from collections.abc import Mapping
from typing import Any


def mapping(value: object) -> Mapping[str, Any]:
    """Give a value that should be an object, or an empty one."""
    return value if isinstance(value, dict) else {}


def word(value: object, most: int = 100) -> str:
    """Give a value that should be a short text, or an empty one."""
    return value[:most] if isinstance(value, str) else ""
