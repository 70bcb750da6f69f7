"""Draw a figure as SVG: bars over months or parts, or a line. Pure; no script, no style.

Colours are classes, for pages with their own, or a fixed one, for files.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 76, 12, 14, 34
_ROW, _LABELS, _END = 30, 230, 80
_MOST_LABELS = 8


@dataclass(frozen=True)
class Mark:
    """One bar, or one point of a line: its name, its value, and the value as it is written."""

    label: str
    value: int
    shown: str


@dataclass(frozen=True)
class Chart:
    """What is drawn.

    Args:
        title: What it shows, for who listens to it.
        description: The same in a sentence with its values.
        marks: The values.
        top: The end of the scale as it is written.
        shape: `bars` over time, a `line` over time, or `rows` by part.
        key: Names its title and description on the page.
    """

    title: str
    description: str
    marks: Sequence[Mark]
    top: str
    shape: str = "bars"
    key: str = "chart"


def draw_chart(chart: Chart, *, is_for_file: bool = False) -> str:
    """Draw it."""
    rows = chart.shape == "rows"
    height = _ROW * len(chart.marks) + 12 if rows else _HEIGHT
    inside = _draw_rows(chart) if rows else _draw_over_time(chart)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" font-size="13" role="img" class="chart" '
        f'aria-labelledby="{chart.key}-t {chart.key}-d">'
        f'<title id="{chart.key}-t">{escape(chart.title)}</title>'
        f'<desc id="{chart.key}-d">{escape(chart.description)}</desc>'
    )
    whole = f"{head}{inside}</svg>"
    if not is_for_file:
        return whole
    return (
        whole.replace('class="bar"', 'fill="#0f6b5c"')
        .replace('class="line"', 'fill="none" stroke="#0f6b5c" stroke-width="2.5"')
        .replace('font-size="13"', 'font-size="17"')  # it is shown at half the width of a page
        .replace('class="axis"', 'stroke="#c4cac6"')
        .replace("<text ", '<text fill="#1d2523" font-family="Libertinus Serif" ')
    )


def _draw_rows(chart: Chart) -> str:
    most = max((mark.value for mark in chart.marks), default=0) or 1
    width = _WIDTH - _LABELS - _END
    drawn = []
    for number, mark in enumerate(chart.marks):
        y = 6 + number * _ROW
        long = max(2, round(width * mark.value / most))
        drawn.append(
            f'<text x="{_LABELS - 10}" y="{y + 18}" text-anchor="end">{_cut(mark.label, 30)}</text>'
            f'<rect class="bar" x="{_LABELS}" y="{y + 3}" width="{long}" height="20" rx="3"/>'
            f'<text x="{_LABELS + long + 8}" y="{y + 18}">{escape(mark.shown)}</text>'
        )
    return "".join(drawn)


def _draw_over_time(chart: Chart) -> str:
    most = max((mark.value for mark in chart.marks), default=0) or 1
    floor, width = _HEIGHT - _BOTTOM, _WIDTH - _LEFT - _RIGHT
    step = width / max(1, len(chart.marks))
    places = [
        (_LEFT + step * (number + 0.5), floor - (floor - _TOP) * mark.value / most)
        for number, mark in enumerate(chart.marks)
    ]
    drawn = [
        f'<path class="axis" d="M{_LEFT} {_TOP}H{_WIDTH - _RIGHT}"/>',
        f'<path class="axis" d="M{_LEFT} {floor}H{_WIDTH - _RIGHT}"/>',
        f'<text x="{_LEFT - 8}" y="{_TOP + 5}" text-anchor="end">{escape(chart.top)}</text>',
        f'<text x="{_LEFT - 8}" y="{floor + 4}" text-anchor="end">0</text>',
    ]
    if chart.shape == "line":
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        drawn.append(f'<polyline class="line" points="{points}"/>')
        drawn += [f'<circle class="bar" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in places]
    else:
        wide = min(48, step * 0.7)
        drawn += [
            f'<rect class="bar" x="{x - wide / 2:.1f}" y="{y:.1f}" width="{wide:.1f}" '
            f'height="{max(1, floor - y):.1f}" rx="3"/>'
            for x, y in places
        ]
    every = -(-len(places) // _MOST_LABELS)
    drawn += [
        f'<text x="{x:.1f}" y="{floor + 22}" text-anchor="middle">{_cut(mark.label, 12)}</text>'
        for number, ((x, _), mark) in enumerate(zip(places, chart.marks, strict=True))
        if number % every == 0
    ]
    return "".join(drawn)


def _cut(text: str, most: int) -> str:
    return escape(text if len(text) <= most else text[: most - 1] + "…")
