"""The pages of cases: the queue of what authors sent, one case, and what is done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.core.desk.case import DECISIONS, TEAMS, Answer, Case, count_due
from bot.core.desk.casework import LONGEST_REPLY, Casework, Turned
from bot.core.desk.staff import Role
from bot.core.model import LANGUAGES, Language
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.case_view import list_rows, view_case
from bot.web.console.case_wording import CASE_WORDINGS
from bot.web.console.frame import Frame, Section
from bot.web.console.home import Waiting

_COLLEAGUES: frozenset[Role] = frozenset({"editor", "reviewer"})
_SAFETY: frozenset[Role] = frozenset({"drug-safety"})
_ALL = _COLLEAGUES | _SAFETY
_SHOWS = ("open", "mine", "answered")
_MOST_ANSWERED = 200
SECTION = Section(
    "/cases", {language: CASE_WORDINGS[language].label for language in LANGUAGES}, _ALL
)
Typed = Mapping[str, str]


@dataclass(frozen=True)
class CasePages:
    """The pages of cases.

    Drug safety sees what was handed over to drug safety, and nothing else.
    """

    frame: Frame
    casework: Casework

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page("/cases", self.show_queue, _ALL),
            Page("/cases/{name}", self.show_case, _ALL),
            Page("/cases/{name}/take", self.take, _ALL, "POST", "case-taken"),
            Page("/cases/{name}/give-back", self.give_back, _ALL, "POST", "case-given-back"),
            Page(
                "/cases/{name}/answer",
                self.answer,
                _ALL,
                "POST",
                "case-answered",
                noted=("decision",),
            ),
            Page(
                "/cases/{name}/hand-over",
                self.hand_over,
                _COLLEAGUES,
                "POST",
                "case-handed-over",
                noted=("team",),
            ),
        )

    async def show_queue(self, visit: Visit) -> Response:
        """Show what waits, what somebody has taken, or what was answered."""
        asked = visit.read_query("show", 20)
        show = asked if asked in _SHOWS else "open"
        if show == "answered":
            cases = await self.casework.cases.list_answered(_MOST_ANSWERED)
        else:
            cases = await self.casework.cases.list_open()
        shown = [case for case in cases if _may_see(case, visit.roles)]
        now = self.casework.clock.now()
        soon, over = count_due([case.due_at for case in shown if case.is_open], now)
        if show == "mine":
            shown = [case for case in shown if case.owner == visit.colleague.person]
        return self.frame.show(
            "cases.html",
            visit.language,
            visit.session,
            visit.roles,
            at=SECTION.path,
            wording=CASE_WORDINGS[visit.language],
            show=show,
            rows=list_rows(shown, visit.language, now, self.casework.zone),
            soon=soon,
            over=over,
        )

    async def show_case(self, visit: Visit) -> Response:
        """Show a case."""
        return self._show(visit, await self._find(visit))

    async def take(self, visit: Visit) -> Response:
        """Take a case."""
        case = await self._find(visit)
        turned = await self.casework.take(case.id, visit.colleague)
        return self._lead_on(visit, case, turned, "taken")

    async def give_back(self, visit: Visit) -> Response:
        """Give a case back."""
        case = await self._find(visit)
        turned = await self.casework.give_back(case.id, visit.colleague)
        return self._lead_on(visit, case, turned, "given-back")

    async def answer(self, visit: Visit) -> Response:
        """Answer a case."""
        case, wording = await self._find(visit), CASE_WORDINGS[visit.language]
        typed = {name: visit.read_field(name) for name in ("decision", "reply", "suggested")}
        decision = next((one for one in DECISIONS if one == typed["decision"]), None)
        if decision is None:
            return self._show(visit, case, typed, wording.no_decision)
        if max(len(typed["reply"]), len(typed["suggested"])) > LONGEST_REPLY:
            return self._show(visit, case, typed, wording.too_long.format(most=LONGEST_REPLY))
        answer = Answer(decision, typed["reply"], typed["suggested"])
        turned = await self.casework.answer(case.id, answer, visit.colleague)
        if turned.word == "no-words":
            return self._show(visit, case, typed, wording.no_words)
        return self._lead_on(visit, case, turned, "answered", typed)

    async def hand_over(self, visit: Visit) -> Response:
        """Hand a case over to another team."""
        case = await self._find(visit)
        asked = visit.read_field("team", 20)
        team = next((one for one in TEAMS if one == asked), None)
        if team is None:
            return self._show(visit, case, {}, CASE_WORDINGS[visit.language].no_team)
        turned = await self.casework.hand_over(case.id, team, visit.colleague)
        return self._lead_on(visit, case, turned, "handed-over")

    async def find_waiting(self, language: Language) -> Sequence[Waiting]:
        """Say what waits for editors and reviewers."""
        dues = await self.casework.cases.list_open_dues()
        soon, over = count_due(dues, self.casework.clock.now())
        wording = CASE_WORDINGS[language]
        text = wording.waiting.format(open=len(dues))
        if soon or over:
            text += f" {wording.warning.format(soon=soon, over=over)}"
        return (Waiting(text, SECTION.path),) if dues else ()

    async def find_waiting_for_safety(self, language: Language) -> Sequence[Waiting]:
        """Say what waits for drug safety."""
        cases = await self.casework.cases.list_open()
        count = sum(_may_see(case, _SAFETY) for case in cases)
        text = CASE_WORDINGS[language].waiting_safety.format(open=count)
        return (Waiting(text, SECTION.path),) if count else ()

    async def _find(self, visit: Visit) -> Case:
        """Find the case of a page, for whoever may see it; for others there is none."""
        case = await self.casework.cases.find_case(str(visit.request.path_params["name"])[:32])
        if case is None or not _may_see(case, visit.roles):
            raise HTTPException(404)
        return case

    def _lead_on(
        self, visit: Visit, case: Case, turned: Turned, done: str, typed: Typed | None = None
    ) -> Response:
        """Go back to the page of a case; where somebody else was first, what was typed stays."""
        wording = CASE_WORDINGS[visit.language]
        if turned.case is None:
            raise HTTPException(404)
        if turned.word == "done":
            return RedirectResponse(f"{DESK}{SECTION.path}/{case.id}?done={done}", 303)
        told = {
            "answered": wording.first.format(editor=turned.case.answered_by[1] or wording.somebody),
            "taken": wording.has_it.format(editor=turned.case.owner_name or wording.somebody),
        }
        return self._show(visit, turned.case, typed, told.get(turned.word, wording.changed))

    def _show(
        self, visit: Visit, case: Case, typed: Typed | None = None, complaint: str = ""
    ) -> Response:
        done = CASE_WORDINGS[visit.language].done.get(visit.read_query("done", 20), "")
        return self.frame.show(
            "case.html",
            visit.language,
            visit.session,
            visit.roles,
            at=f"{SECTION.path}/{case.id}",
            wording=CASE_WORDINGS[visit.language],
            case=case,
            view=view_case(case, visit.language, visit.colleague.person, self.casework),
            may_hand_over=bool(visit.roles & _COLLEAGUES),
            may_remember="editor" in visit.roles,
            typed={"decision": "", "reply": "", "suggested": "", **(typed or {})},
            complaint=complaint,
            done="" if complaint else done,
        )


def _may_see(case: Case, roles: frozenset[Role]) -> bool:
    return bool(roles & _COLLEAGUES) or (bool(roles & _SAFETY) and case.handed_to == "drug_safety")
