"""A finding, and whatever else unfolds: a row to press, and what is below it.

The row can be reached with the keyboard; its title is what a screen reader says. A card cannot
unfold what stands in another activity, so what is too heavy to stay together is shown unfolded.
"""

from collections.abc import Iterator, Sequence

from bot.channels.teams.choices import render_buttons
from bot.channels.teams.elements import (
    LARGEST_UNIT,
    Element,
    shorten_text,
    weigh,
    write_run,
    write_text,
)
from bot.channels.teams.wording import TEAMS_WORDINGS
from bot.core.message import FindingPart
from bot.core.model import Language, Severity, Source

# Not "Warning" for the middle one: as a text on white, Teams shows it in a pale yellow.
_COLOURS = {Severity.ASK: "Attention", Severity.ADJUST: "Default", Severity.CONSIDER: "Accent"}
_LONGEST_TITLE = 200


def render_finding(part: FindingPart, language: Language, name: int) -> Iterator[Element]:
    """Give one finding; the first of a message is open, as an example of what is below."""
    colour = _COLOURS[part.severity]
    label = f"{part.number}. {part.severity_label}"
    head = write_text(
        write_run(f"{label}: ", weight="Bolder", color=colour), write_run(part.message)
    )
    rows = [
        *_render_row(part.why_label, part.why),
        *_render_row(part.fix_label, part.fix),
    ]
    if part.replacement:
        rows += _render_row(part.replacement_label, part.replacement)
    rows += _render_source(part.source_label, part.source, part.source_note)
    rows += render_buttons(part.choices, language)
    title = f"{label}: {part.message}"
    yield from fold(list(head), rows, name, title, language, is_open=part.number == 1)


def fold(
    head: Sequence[Element],
    inner: Sequence[Element],
    name: int,
    title: str,
    language: Language,
    *,
    is_open: bool = False,
) -> Iterator[Element]:
    """Give a row that shows and hides what is below it."""
    wording = TEAMS_WORDINGS[language]
    below, closed, opened = f"fold{name}", f"fold{name}.closed", f"fold{name}.open"
    toggle = {
        "type": "Action.ToggleVisibility",
        "title": f"{shorten_text(title, _LONGEST_TITLE)} ({wording.unfold}/{wording.fold})",
        "targetElements": [below, closed, opened],
    }
    row: Element = {
        "type": "ColumnSet",
        "selectAction": toggle,
        "columns": [
            {"type": "Column", "width": "stretch", "items": list(head)},
            {
                "type": "Column",
                "width": "auto",
                "items": [
                    *_render_sign(wording.unfold, closed, is_visible=not is_open),
                    *_render_sign(wording.fold, opened, is_visible=is_open),
                ],
            },
        ],
    }
    container: Element = {
        "type": "Container",
        "id": below,
        "isVisible": is_open,
        "spacing": "Small",
        "items": list(inner),
    }
    unit: Element = {
        "type": "Container",
        "separator": True,
        "spacing": "Large",
        "items": [row, container],
    }
    if weigh(unit) <= LARGEST_UNIT:
        yield unit
    else:
        yield from head
        yield from inner


def _render_sign(text: str, name: str, *, is_visible: bool) -> Iterator[Element]:
    for block in write_text(write_run(text, color="Accent"), spacing="None"):
        yield {**block, "id": name, "isVisible": is_visible}


def _render_row(label: str, text: str) -> Iterator[Element]:
    runs = (write_run(f"{label}: ", weight="Bolder"), write_run(text))
    yield from write_text(*runs, spacing="Small")


def _render_source(label: str, source: Source, note: str) -> Iterator[Element]:
    text = f"{source.title}, {source.section}".rstrip(", ")
    address = source.address or ""
    looks: dict[str, object] = {}
    if address.startswith("https://"):
        looks["selectAction"] = {"type": "Action.OpenUrl", "title": text, "url": address}
    runs = (
        write_run(f"{label}: ", weight="Bolder", isSubtle=True),
        write_run(text, isSubtle=True, **looks),
        write_run(f" ({note})" if note else "", isSubtle=True),
    )
    yield from write_text(*runs, spacing="Small")
