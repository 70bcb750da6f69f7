"""Cut the file of a prompt into its front matter, its `# system` part and its `# user` parts."""

from dataclasses import dataclass

from bot.core.errors import ContentError

_FENCE = "---"
_SYSTEM, _USER = "# system", "# user"


@dataclass(frozen=True)
class Section:
    """One part; `line` is the line of its heading."""

    text: str
    line: int


def split_sections(data: bytes, shown: str) -> tuple[bytes, list[Section]]:
    """Give the front matter, with its lines where they stood, and the parts: system, users.

    Raises:
        ContentError: the file is not of this form.
    """
    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise ContentError(shown, "this file is not UTF-8", "Save it as UTF-8.") from error
    if lines[:1] != [_FENCE] or _FENCE not in lines[1:]:
        hint = "Begin with a line ---, keys below it, and a second line ---."
        raise ContentError(shown, "this prompt has no front matter", hint, 1)
    end = lines.index(_FENCE, 1)
    headings = [at for at in range(end + 1, len(lines)) if lines[at].startswith("# ")]
    _refuse_headings(lines, headings, end, shown)
    bounds = zip(headings, [*headings[1:], len(lines)], strict=True)
    sections = [Section("\n".join(lines[at + 1 : stop]), at + 1) for at, stop in bounds]
    return "\n".join(lines[:end]).encode(), sections


def _refuse_headings(lines: list[str], headings: list[int], end: int, shown: str) -> None:
    first = next((at for at in range(end + 1, len(lines)) if lines[at].strip()), end)
    if lines[first] != _SYSTEM:
        problem = "the first part is not the system's"
        raise ContentError(shown, problem, "Begin it with a line `# system`.", first + 1)
    for at in headings[1:]:
        if lines[at] != _USER:
            problem = "a part is `# system`, which comes once, or `# user`"
            hint = "Make it a `## ` heading if it belongs to the part above."
            raise ContentError(shown, problem, hint, at + 1)
    if len(headings) == 1:
        problem = "this prompt has no user part"
        raise ContentError(shown, problem, "Add `# user` and an untrusted input below it.")
