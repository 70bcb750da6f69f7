"""The pages about what editors said before: choose sentences of a case, list, withdraw."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.core.desk.case import Case
from bot.core.desk.ports import Cases
from bot.core.desk.precedents import LONGEST_ADVICE, LONGEST_SENTENCE, Precedents
from bot.core.desk.staff import Role
from bot.core.model import LANGUAGES
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.frame import Frame, Section
from bot.web.console.precedent_wording import PRECEDENT_PAGE_WORDINGS

_EDITORS: frozenset[Role] = frozenset({"editor"})
_MOST_SENTENCES = 60
SECTION = Section(
    "/precedents",
    {language: PRECEDENT_PAGE_WORDINGS[language].label for language in LANGUAGES},
    _EDITORS,
)


@dataclass(frozen=True)
class Line:
    """A sentence on the form."""

    number: int
    text: str
    is_chosen: bool
    complaint: str = ""


@dataclass(frozen=True)
class PrecedentPages:
    """Their pages."""

    frame: Frame
    cases: Cases
    precedents: Precedents

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        remember = "/cases/{name}/remember"
        return (
            Page("/precedents", self.show_list, _EDITORS),
            Page(
                "/precedents/{name}/withdraw",
                self.withdraw,
                _EDITORS,
                "POST",
                "precedent-withdrawn",
            ),
            Page(remember, self.show_form, _EDITORS),
            Page(remember, self.keep, _EDITORS, "POST", "precedent-kept"),
        )

    async def show_list(self, visit: Visit) -> Response:
        """List what is kept."""
        wording = PRECEDENT_PAGE_WORDINGS[visit.language]
        return self.frame.show(
            "precedents.html",
            visit.language,
            visit.session,
            visit.roles,
            at=SECTION.path,
            wording=wording,
            kept=await self.precedents.list_kept(),
            done=wording.done.get(visit.read_query("done", 20), ""),
        )

    async def withdraw(self, visit: Visit) -> Response:
        """Withdraw one."""
        await self.precedents.withdraw(str(visit.request.path_params["name"])[:32])
        return RedirectResponse(f"{DESK}{SECTION.path}?done=withdrawn", 303)

    async def show_form(self, visit: Visit) -> Response:
        """Show the sentences of a case as they would be kept."""
        case = await self._find(visit)
        sentences, advice = await self.precedents.propose(case)
        lines = [
            Line(number, sentence.text, sentence.is_marked)
            for number, sentence in enumerate(sentences[:_MOST_SENTENCES])
        ]
        return self._show(visit, case, lines, advice)

    async def keep(self, visit: Visit) -> Response:
        """Keep what was chosen, if nothing of it tells on anybody; else say what does."""
        case, wording = await self._find(visit), PRECEDENT_PAGE_WORDINGS[visit.language]
        advice = visit.read_field("advice").strip()
        lines = [await self._read_line(visit, number) for number in range(_MOST_SENTENCES)]
        known = [line for line in lines if line is not None]
        chosen = [line for line in known if line.is_chosen]
        complaint = "" if chosen else wording.nothing
        if len(advice) > LONGEST_ADVICE:
            complaint = wording.too_long.format(most=LONGEST_ADVICE)
        elif words := await self.precedents.find_telling(advice):
            complaint = wording.telling.format(words=words)
        if complaint or any(line.complaint for line in chosen):
            return self._show(visit, case, known, advice, complaint)
        for line in chosen:
            await self.precedents.keep(case, line.text, advice)
        return RedirectResponse(f"{DESK}{SECTION.path}?done=kept", 303)

    async def _read_line(self, visit: Visit, number: int) -> Line | None:
        name = f"sentence-{number}"
        if name not in visit.form:
            return None
        wording = PRECEDENT_PAGE_WORDINGS[visit.language]
        text, is_chosen = visit.read_field(name).strip(), f"keep-{number}" in visit.form
        complaint = ""
        if is_chosen and len(text) > LONGEST_SENTENCE:
            complaint = wording.too_long.format(most=LONGEST_SENTENCE)
        elif is_chosen and not text:
            complaint = wording.nothing
        elif is_chosen and (words := await self.precedents.find_telling(text)):
            complaint = wording.telling.format(words=words)
        return Line(number, text, is_chosen, complaint)

    async def _find(self, visit: Visit) -> Case:
        """Find an answered case; of an open one there is nothing to remember."""
        case = await self.cases.find_case(str(visit.request.path_params["name"])[:32])
        if case is None or case.is_open:
            raise HTTPException(404)
        return case

    def _show(
        self, visit: Visit, case: Case, lines: Sequence[Line], advice: str, complaint: str = ""
    ) -> Response:
        return self.frame.show(
            "remember.html",
            visit.language,
            visit.session,
            visit.roles,
            at=f"/cases/{case.id}",
            wording=PRECEDENT_PAGE_WORDINGS[visit.language],
            case=case,
            lines=lines,
            advice=advice,
            complaint=complaint,
        )
