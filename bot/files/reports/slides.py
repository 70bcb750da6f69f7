"""A report as slides: one figure each, native charts, and in the notes how it is worked out."""

import io

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Inches, Length, Pt

from bot.core.programme.proof.telling import Row, Told, ToldReport

_ACCENT, _INK, _SOFT = RGBColor(15, 107, 92), RGBColor(29, 37, 35), RGBColor(85, 97, 95)
_SHAPES = {
    "bars": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "rows": XL_CHART_TYPE.BAR_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
_MOST_ROWS, _MOST_LABELLED = 8, 12
_BLANK = 5  # the layout with a title only
_LEFT, _WIDTH = Inches(0.7), Inches(11.9)


def write_slides(report: ToldReport) -> bytes:
    """Write the slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    first = _add_slide(deck, report.title)
    _add_text(first, report.period, Inches(1.6), 22, _ACCENT)
    _add_text(first, report.lead, Inches(2.2), 16, _INK)
    told = [f"{one.title}: {one.value}" for one in report.figures if one.is_headline and one.value]
    if told:
        _add_text(first, "\n".join(_clean(line) for line in told), Inches(3.1), 20, _ACCENT)
    _add_text(first, report.rounding, Inches(6.4), 14, _SOFT)
    for one in report.figures:
        if one.is_told:
            _add_figure(deck, one, report)
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def _add_figure(deck: Deck, one: Told, report: ToldReport) -> None:
    words = report.wording
    slide = _add_slide(deck, one.title)
    if one.value:
        _add_text(slide, _clean(one.value), Inches(1.3), 32, _ACCENT)
    _add_text(slide, one.note, Inches(2.05), 14, _SOFT)
    _add_text(slide, one.means, Inches(6.05), 15, _INK)
    _add_text(slide, one.means_not, Inches(6.55), 15, _SOFT)
    if one.chart is not None:
        data = CategoryChartData()
        marks = one.chart.marks
        ordered = list(reversed(marks)) if one.chart.shape == "rows" else list(marks)
        data.categories = [_clean(mark.label) for mark in ordered]
        data.add_series(one.title, [mark.value for mark in ordered])
        place = (_LEFT, Inches(2.5), _WIDTH, Inches(3.5))
        frame = slide.shapes.add_chart(_SHAPES[one.chart.shape], *place, data)
        chart = frame.chart
        chart.has_legend = chart.has_title = False
        chart.font.size = Pt(12)
        chart.plots[0].has_data_labels = len(marks) <= _MOST_LABELLED
        chart.plots[0].series[0].format.fill.solid()
        chart.plots[0].series[0].format.fill.fore_color.rgb = _ACCENT
        if one.chart.shape == "line":
            chart.plots[0].series[0].format.line.color.rgb = _ACCENT
        chart.value_axis.minimum_scale = 0
        chart.value_axis.major_gridlines.format.line.color.rgb = RGBColor(223, 226, 220)
    elif one.rows:
        last = "\n".join(_clean(_tell_row(row, report)) for row in one.rows[-_MOST_ROWS:])
        _add_text(slide, last, Inches(2.7), 18, _INK)
    slide.notes_slide.notes_text_frame.text = "\n".join(
        (
            f"{report.period}. {one.note}",
            f"{words.formula}: {one.formula}",
            f"{words.means}: {one.means}",
            f"{words.means_not}: {one.means_not}",
        )
    )


def _tell_row(row: Row, report: ToldReport) -> str:
    more = f" · {report.wording.up_to}: {row.more}" if row.more else ""
    return f"{row.label}: {row.shown}{more}"


def _add_slide(deck: Deck, title: str) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts[_BLANK])
    box = slide.shapes.title
    box.left, box.top, box.width, box.height = _LEFT, Inches(0.4), _WIDTH, Inches(0.9)
    box.text_frame.text = _clean(title)
    paragraph = box.text_frame.paragraphs[0]
    paragraph.font.size, paragraph.font.bold = Pt(30), True
    paragraph.font.color.rgb = _INK
    paragraph.alignment = 1
    return slide


def _add_text(slide: Slide, text: str, top: Length, size: int, colour: RGBColor) -> None:
    box = slide.shapes.add_textbox(_LEFT, top, _WIDTH, Inches(0.5))
    box.text_frame.word_wrap = True
    box.text_frame.text = text
    for paragraph in box.text_frame.paragraphs:
        paragraph.font.size = Pt(size)
        paragraph.font.color.rgb = colour


def _clean(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
