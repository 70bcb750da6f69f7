"""Estimate what a network shows of a post before "see more". Networks do not publish the rule.

Characters and rendered lines both count, blank lines too (domain/field.md, part d).
"""

from collections.abc import Mapping

PHONE_CHARACTERS = 140
_DESKTOP_CHARACTERS = 210
_PHONE_LINES, _DESKTOP_LINES = 3, 5
_PHONE_WIDTH, _DESKTOP_WIDTH = 48, 90  # characters in a rendered line


def preview_draft(text: str) -> Mapping[str, str]:
    """Give the part of a text that a phone and a desktop show at once."""
    return {
        "mobile": _cut(text, PHONE_CHARACTERS, _PHONE_LINES, _PHONE_WIDTH),
        "desktop": _cut(text, _DESKTOP_CHARACTERS, _DESKTOP_LINES, _DESKTOP_WIDTH),
    }


def is_cut(preview: Mapping[str, str]) -> bool:
    """Say whether anything of the text is hidden somewhere: else there is nothing to estimate."""
    return preview["mobile"].rstrip() != preview["desktop"].rstrip()


def _cut(text: str, characters: int, lines: int, width: int) -> str:
    end = min(_end_of_lines(text, lines, width), characters)
    if end >= len(text):
        return text
    shown = text[:end]
    if text[end].isspace() or shown[-1:].isspace():
        return shown.rstrip()
    at = max(shown.rfind(" "), shown.rfind("\n"))
    return shown[:at].rstrip() if at > end // 2 else shown


def _end_of_lines(text: str, lines: int, width: int) -> int:
    """Give the place where the rendered lines are used up."""
    at = 0
    for line in text.split("\n"):
        needed = max(1, -(-len(line) // width))
        if needed > lines:
            return at + lines * width
        lines -= needed
        at += len(line) + 1
        if lines == 0:
            return at - 1
    return len(text)
