"""Tell a report in a language: the same words and charts for page, PDF, slides and tables. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.model import Language
from bot.core.programme.posts.figures import show_number
from bot.core.programme.proof.charts import Chart, Mark
from bot.core.programme.proof.deeds import MANNERS
from bot.core.programme.proof.months import Period, write_month, write_months
from bot.core.programme.proof.report import HEADLINES, Figure, Point, Report
from bot.core.programme.proof.wording import PROOF_WORDINGS, ProofWording


@dataclass(frozen=True)
class Row:
    """A row of a figure's table: of which months or part, the number, and as it is written."""

    label: str
    value: int
    shown: str
    more: str = ""  # nine in ten, of times


@dataclass(frozen=True)
class Told:
    """One figure in words."""

    kind: str
    title: str
    value: str
    note: str
    formula: str
    means: str
    means_not: str
    rows: tuple[Row, ...]
    chart: Chart | None
    is_headline: bool
    is_by_part: bool
    is_times: bool

    @property
    def is_told(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.value or self.rows)


@dataclass(frozen=True)
class ToldReport:
    """A report in words."""

    title: str
    period: str
    lead: str
    rounding: str
    figures: tuple[Told, ...]
    wording: ProofWording


def tell_report(report: Report, language: Language, rules: Mapping[str, str]) -> ToldReport:
    """Tell a report; `rules` gives rules their names."""
    wording = PROOF_WORDINGS[language]
    period = wording.period.format(first=write_month(report.first), last=write_month(report.last))
    if report.period is not None:
        period = f"{tell_period(report.period, language)} ({period})"
    figures = tuple(_tell_figure(one, wording, language, rules) for one in report.figures)
    return ToldReport(wording.title, period, wording.lead, wording.rounding, figures, wording)


def tell_period(period: Period, language: Language) -> str:
    """Write a year or a quarter."""
    if not period.quarter:
        return period.name
    quarter = PROOF_WORDINGS[language].quarter
    return quarter.format(quarter=period.quarter, year=period.year)


def show_time(seconds: int, wording: ProofWording) -> str:
    """Write a class of time."""
    for size, one, many in (
        (86_400, wording.one_day, wording.days),
        (3_600, wording.one_hour, wording.hours),
        (60, wording.one_minute, wording.minutes),
    ):
        if seconds >= size and seconds % size == 0:
            count = seconds // size
            return one if count == 1 else many.format(count=count)
    return wording.one_second if seconds == 1 else wording.seconds.format(count=seconds)


def _tell_figure(
    figure: Figure, wording: ProofWording, language: Language, rules: Mapping[str, str]
) -> Told:
    words = wording.figures[figure.kind]
    rows = _make_rows(figure, wording, language, rules)
    is_times = figure.unit == "seconds"
    value = _show_value(figure, wording, language)
    note = wording.people.format(count=figure.people) if figure.people else wording.no_people
    if not value and not rows:
        by_people = figure.kind in MANNERS or figure.kind.startswith("cost-")
        note = wording.too_few if by_people else wording.no_people
    if figure.growth is not None and len(figure.points) > 1:
        note = f"{wording.growth.format(percent=f'{figure.growth:+d}')}. {note}"
    if is_times and rows:
        note = f"{wording.most.format(time=rows[-1].more)}. {note}"
    return Told(
        figure.kind,
        words.title,
        value,
        note,
        words.formula,
        words.means,
        words.means_not,
        rows,
        _draw(figure, words.title, rows, language),
        figure.kind in HEADLINES,
        figure.is_by_part,
        is_times,
    )


def _show_value(figure: Figure, wording: ProofWording, language: Language) -> str:
    if figure.value is None:
        return ""
    match figure.unit:
        case "percent":
            return f"{figure.value} %" if language != "en" else f"{figure.value}%"
        case "seconds":
            return wording.within.format(time=show_time(figure.value, wording))
        case _:
            shown = show_number(figure.value, language)
            return wording.at_least.format(value=shown) if figure.is_lower_bound else shown


def _make_rows(
    figure: Figure, wording: ProofWording, language: Language, rules: Mapping[str, str]
) -> tuple[Row, ...]:
    if figure.unit == "seconds":
        most = {(one.first, one.last): one.value for one in figure.points if one.part == "most"}
        return tuple(
            Row(
                write_months(one.first, one.last),
                one.value,
                show_time(one.value, wording),
                show_time(most[one.first, one.last], wording),
            )
            for one in figure.points
            if one.part == "half" and (one.first, one.last) in most
        )
    return tuple(
        Row(_name(one, rules), one.value, _show(one.value, figure, wording, language))
        for one in figure.points
    )


def _show(value: int, figure: Figure, wording: ProofWording, language: Language) -> str:
    if figure.unit == "percent":
        return f"{value} %" if language != "en" else f"{value}%"
    shown = show_number(value, language)
    return wording.at_least.format(value=shown) if figure.is_lower_bound else shown


def _name(point: Point, rules: Mapping[str, str]) -> str:
    return (
        rules.get(point.part, point.part) if point.part else write_months(point.first, point.last)
    )


def _draw(figure: Figure, title: str, rows: Sequence[Row], language: Language) -> Chart | None:
    """Draw what has a course or parts; one value alone, and classes of time, are no chart."""
    if not rows or figure.unit == "seconds" or (len(rows) < 2 and not figure.is_by_part):
        return None
    shape = "rows" if figure.is_by_part else "line" if figure.kind == "followers" else "bars"
    marks = [
        Mark(
            row.label if figure.is_by_part else row.label[-7:],
            row.value,
            show_number(row.value, language),
        )
        for row in rows
    ]
    described = "; ".join(f"{row.label}: {row.shown}" for row in rows[:60])
    top = show_number(max(row.value for row in rows), language)
    return Chart(title, described, marks, top, shape, f"chart-{figure.kind}")
