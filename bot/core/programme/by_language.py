"""What an editor writes in one field for readers of several languages. Pure.

A line that begins with “de:”, “nl:” or “en:” starts what only readers of that language see; what
stands before any such line is for everybody who has nothing in theirs.
"""

import re
from collections.abc import Mapping

from bot.core.model import LANGUAGES, Language

EVERYBODY = ""
Lines = Mapping[str, tuple[str, ...]]  # by language, EVERYBODY among them
_HEAD = re.compile(r"(?i)\s*(de|nl|en)\s*:(.*)")
_BULLET = re.compile(r"^[\s\-*•–·]+(?=\S)")


def read_lines(text: str) -> Lines:
    """Read the lines of a field; empty ones are dropped, and so are signs of a list."""
    found: dict[str, list[str]] = {}
    language = EVERYBODY
    for line in text.splitlines():
        head = _HEAD.fullmatch(line)
        language = head[1].lower() if head else language
        words = _BULLET.sub("", head[2] if head else line).strip()
        if words:
            found.setdefault(language, []).append(words)
    return {key: tuple(lines) for key, lines in found.items()}


def write_lines(lines: Lines) -> str:
    """Write lines as they are read, to be changed."""
    blocks = ["\n".join(lines.get(EVERYBODY, ()))]
    present = [language for language in LANGUAGES if language in lines]
    blocks += ["\n".join((f"{language}:", *lines[language])) for language in present]
    return "\n".join(block for block in blocks if block)


def choose_lines(lines: Lines, language: Language) -> tuple[str, ...]:
    """Give the lines for a reader: their language's, or else everybody's.

    Where there is neither they get the first language there is: better than nothing.
    """
    order = (language, EVERYBODY, *LANGUAGES)
    return next((lines[one] for one in order if one in lines), ())


def measure_lines(lines: Lines) -> tuple[int, int]:
    """Give the number of lines that the longest choice has, and the length of the longest line."""
    most = max((len(choose_lines(lines, language)) for language in LANGUAGES), default=0)
    return most, max((len(line) for block in lines.values() for line in block), default=0)
