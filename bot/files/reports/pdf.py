"""A report as PDF, by typst with the fonts it brings. Texts go in as data, never as markup."""

import json
from pathlib import Path

import typst

from bot.core.model import Language
from bot.core.programme.proof.charts import draw_chart
from bot.core.programme.proof.telling import Told, ToldReport

_TEMPLATE = Path(__file__).with_name("report.typ")


def write_pdf(report: ToldReport, language: Language) -> bytes:
    """Write the PDF."""
    return typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs=_tell(report, language),
        ignore_system_fonts=True,
    )


def _tell(report: ToldReport, language: Language) -> dict[str, str]:
    words = report.wording
    data = {
        "language": language,
        "title": report.title,
        "period": report.period,
        "lead": report.lead,
        "rounding": report.rounding,
        "formula": words.formula,
        "means": words.means,
        "means_not": words.means_not,
        "months": words.months,
        "part": words.part,
        "value": words.value,
        "up_to": words.up_to,
        "figures": [_tell_figure(one) for one in report.figures if one.is_told],
    }
    return {"report": json.dumps(data, ensure_ascii=False)}


def _tell_figure(one: Told) -> dict[str, object]:
    return {
        "title": one.title,
        "value": one.value,
        "note": one.note,
        "formula": one.formula,
        "means": one.means,
        "means_not": one.means_not,
        "svg": _draw(one),
        "headline": one.is_headline,
        "more": one.is_times,
        "by_part": one.is_by_part,
        "rows": [[row.label, row.shown, row.more, row.value] for row in one.rows],
    }


def _draw(one: Told) -> str:
    """Draw what has a course; parts are bars of the page itself, with their whole names."""
    has_course = one.chart is not None and not one.is_by_part
    return draw_chart(one.chart, is_for_file=True) if one.chart is not None and has_course else ""
