"""The proof of value: the report as a page and as files, and what editors enter for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from bot.core.desk.staff import Role
from bot.core.model import LANGUAGES, Language
from bot.core.programme.proof.charts import Chart, draw_chart
from bot.core.programme.proof.entry import FOLLOWERS, Entry, read_count, read_kind
from bot.core.programme.proof.months import Period, read_month, read_period, write_month
from bot.core.programme.proof.ports import FORMATS, Press
from bot.core.programme.proof.proof import Proof
from bot.core.programme.proof.telling import tell_period, tell_report
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.frame import Frame, Section
from bot.web.console.proof_wording import PROOF_PAGES_WORDINGS

_READERS: frozenset[Role] = frozenset({"editor", "reviewer", "reader"})
_EDITORS: frozenset[Role] = frozenset({"editor"})
_AT, _ENTRIES = "/proof", "/proof/entries"
_KINDS = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
SECTION = Section(
    _AT, {language: PROOF_PAGES_WORDINGS[language].label for language in LANGUAGES}, _READERS
)


@dataclass(frozen=True)
class ProofPages:
    """Its pages.

    Args:
        frame: Renders them.
        proof: Knows the figures.
        press: Makes files.
        rules: The names of rules, by language.
    """

    frame: Frame
    proof: Proof
    press: Press
    rules: Mapping[Language, Mapping[str, str]]

    @property
    def pages(self) -> Sequence[Page]:
        """List them."""
        return (
            Page(_AT, self.show, _READERS),
            Page(f"{_AT}/file/{{form}}", self.send_file, _READERS),
            Page(_ENTRIES, self.show_entries, _EDITORS),
            Page(_ENTRIES, self.enter, _EDITORS, "POST", "proof-entered", noted=("about", "month")),
            Page(
                f"{_ENTRIES}/remove",
                self.remove,
                _EDITORS,
                "POST",
                "proof-removed",
                noted=("month",),
            ),
        )

    async def show(self, visit: Visit) -> Response:
        """Show the report of a year, a quarter, or of everything."""
        return await self._show(visit)

    async def _show(self, visit: Visit, complaint: str = "") -> Response:
        asked, language = visit.read_query("period", 10), visit.language
        period, periods = read_period(asked), await self.proof.list_periods()
        if asked and period not in periods:
            return self.frame.miss(language)
        report = await self.proof.make_report(period)
        told = tell_report(report, language, self.rules[language]) if report is not None else None
        return self.frame.show(
            "proof.html",
            language,
            visit.session,
            visit.roles,
            503 if complaint else 200,
            at=_AT,
            wording=PROOF_PAGES_WORDINGS[language],
            told=told,
            period=period.name if period is not None else "",
            years=_group_by_year(periods, language),
            formats=FORMATS,
            draw=_draw,
            complaint=complaint,
        )

    async def send_file(self, visit: Visit) -> Response:
        """Send the report as a file."""
        named = visit.request.path_params.get("form", "")
        form = next((known for known in FORMATS if known == named), None)
        asked = visit.read_query("period", 10)
        period = read_period(asked)
        report = await self.proof.make_report(period)
        if form is None or report is None or (asked and period is None):
            return self.frame.miss(visit.language)
        rules = self.rules[visit.language]
        data = await self.press.make_file(report, form, visit.language, rules)
        if data is None:
            return await self._show(visit, PROOF_PAGES_WORDINGS[visit.language].too_busy)
        name = f"jourfix-{period.name if period else 'all'}-{visit.language}.{form}"
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        }
        return Response(data, media_type=_KINDS[form], headers=headers)

    async def show_entries(self, visit: Visit) -> Response:
        """Show what was entered, and the form."""
        return await self._show_entries(visit, ())

    async def enter(self, visit: Visit) -> Response:
        """Enter a cost or a number of followers."""
        wording = PROOF_PAGES_WORDINGS[visit.language]
        month = read_month(visit.read_field("month", 20).strip())
        amount = read_count(visit.read_field("amount", 40))
        what = read_kind(visit.read_field("kind", 200))
        kind = FOLLOWERS if visit.read_field("about") == FOLLOWERS else what
        if kind == FOLLOWERS and visit.read_field("about") != FOLLOWERS:
            kind = wording.followers  # a cost that is called so is still a cost
        complaints = [
            sentence
            for is_bad, sentence in (
                (month is None, wording.bad_month),
                (not kind, wording.bad_kind),
                (amount is None, wording.bad_amount),
            )
            if is_bad
        ]
        if month is None or amount is None or complaints:
            return await self._show_entries(visit, complaints)
        await self.proof.enter(Entry(month, kind, amount))
        return RedirectResponse(f"{DESK}{_ENTRIES}?done=entered", 303)

    async def remove(self, visit: Visit) -> Response:
        """Take an entry away."""
        await self.proof.take_back(visit.read_field("key", 100))
        return RedirectResponse(f"{DESK}{_ENTRIES}?done=removed", 303)

    async def _show_entries(self, visit: Visit, complaints: Sequence[str]) -> Response:
        wording = PROOF_PAGES_WORDINGS[visit.language]
        names = ("month", "kind", "amount", "about")
        return self.frame.show(
            "proof_entries.html",
            visit.language,
            visit.session,
            visit.roles,
            422 if complaints else 200,
            at=_ENTRIES,
            wording=wording,
            complaints=complaints,
            done=wording.done.get(visit.read_query("done"), ""),
            typed={name: visit.read_field(name, 200) for name in names},
            entries=[
                (
                    write_month(one.month),
                    wording.followers if one.kind == FOLLOWERS else one.kind,
                    one.value,
                    one.key,
                )
                for one in await self.proof.list_entries()
            ],
        )


def _draw(chart: Chart) -> Markup:
    return Markup(draw_chart(chart))  # noqa: S704 - every text in it is escaped where it is drawn


def _group_by_year(
    periods: Sequence[Period], language: Language
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give each year with its quarters, their names in addresses and in words."""
    return [
        (
            one.name,
            [
                (other.name, tell_period(other, language))
                for other in periods
                if other.year == one.year and other.quarter
            ],
        )
        for one in periods
        if not one.quarter
    ]
