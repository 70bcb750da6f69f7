"""Help with names that nobody knows: the nearest known one, or all of them."""

import difflib
from collections.abc import Iterable


def nearest_name(text: str, known: Iterable[str]) -> str:
    """Say which known name is nearest, or which there are."""
    listed = sorted(known)
    close = difflib.get_close_matches(text, listed, 1)
    return f"Did you mean “{close[0]}”?" if close else f"One of: {', '.join(listed)}."
