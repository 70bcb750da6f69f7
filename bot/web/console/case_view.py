"""A case as rows and parts of a page."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.core.coaching.preview import is_cut, preview_draft
from bot.core.coaching.wording import WORDINGS
from bot.core.desk.case import TEAMS, Case, Noted
from bot.core.desk.casework import Casework
from bot.core.desk.messages import mark_case
from bot.core.desk.wording import DESK_WORDINGS
from bot.core.message import MarkedDraft, Preview
from bot.core.model import Language, Severity, Verdict
from bot.web.console.case_wording import CASE_WORDINGS
from bot.web.console.parts import render_marked, render_part


@dataclass(frozen=True)
class Row:
    """A case in the queue, as words."""

    name: str
    due: str
    state: str  # a word where it is late; empty: it is not
    tone: str  # of that word
    age: str
    owner: str
    offered: str
    language: str
    verdict: str
    verdict_label: str
    findings: int
    team: str


@dataclass(frozen=True)
class CaseView:
    """A case on its own page."""

    row: Row
    draft: Markup
    preview: Markup | None
    findings: Sequence[Noted]
    severities: dict[str, str]
    why: str
    source: str
    contact: str
    is_mine: bool
    is_free: bool
    answered: str
    reply: str
    reply_label: str
    suggested_label: str
    teams: Sequence[tuple[str, str, str]]  # name, label, contact


def list_rows(
    cases: Sequence[Case], language: Language, now: datetime.datetime, zone: datetime.tzinfo
) -> list[Row]:
    """List cases as rows."""
    return [_make_row(case, language, now, zone) for case in cases]


def view_case(case: Case, language: Language, person: str, casework: Casework) -> CaseView:
    """View a case as a colleague does."""
    wording, said, now = WORDINGS[language], DESK_WORDINGS[language], casework.clock.now()
    preview = preview_draft(case.text)
    contacts = casework.organisation.contacts
    answered = ""
    if case.answered_at is not None:
        answered = CASE_WORDINGS[language].answered.format(
            editor=case.answered_by[1] or said.somebody,
            when=case.answered_at.astimezone(casework.zone).strftime(said.moment),
        )
    return CaseView(
        row=_make_row(case, language, now, casework.zone),
        draft=render_marked(MarkedDraft("", case.text, mark_case(case.text, case.findings))),
        preview=_render_preview(preview["mobile"], preview["desktop"], language)
        if is_cut(preview)
        else None,
        findings=tuple({one.number: one for one in case.findings}.values()),
        severities={level.value: wording.severity[level] for level in Severity},
        why=wording.why,
        source=wording.source,
        contact=contacts.get(case.handed_to, "") if case.handed_to else "",
        is_mine=case.is_open and case.owner == person,
        is_free=case.is_free_for(person, now),
        answered=answered,
        reply=CASE_WORDINGS[language].decisions[case.decision] if case.decision else "",
        reply_label=said.reply,
        suggested_label=said.suggested,
        teams=[(team, said.teams[team], contacts.get(team, "")) for team in TEAMS],
    )


def _render_preview(mobile: str, desktop: str, language: Language) -> Markup:
    wording = WORDINGS[language]
    part = Preview(wording.preview, wording.mobile, mobile, wording.desktop, desktop)
    return render_part(part, None)


def _make_row(case: Case, language: Language, now: datetime.datetime, zone: datetime.tzinfo) -> Row:
    wording, said = CASE_WORDINGS[language], DESK_WORDINGS[language]
    state, tone = "", ""
    if case.is_over_due(now):
        state, tone = wording.over_due, "ask"
    elif case.is_nearly_due(now):
        state, tone = wording.due_soon, "adjust"
    owner = (case.owner_name or said.somebody) if case.owner else ""
    offered = ""
    if case.is_offered_again(now):
        since = (case.touched_at or case.opened_at).astimezone(zone).strftime(said.moment)
        offered = wording.offered.format(owner=owner, since=since)
    return Row(
        name=case.id,
        due=case.due_at.astimezone(zone).strftime(said.moment),
        state=state,
        tone=tone,
        age=_tell_age((case.answered_at or now) - case.opened_at, language),
        owner=owner or wording.nobody,
        offered=offered,
        language=wording.languages[case.language],
        verdict=case.verdict,
        verdict_label=WORDINGS[language].verdict_title[Verdict(case.verdict)],
        findings=len({one.number for one in case.findings}),
        team=said.teams[case.handed_to] if case.handed_to else "",
    )


def _tell_age(age: datetime.timedelta, language: Language) -> str:
    wording, minutes = CASE_WORDINGS[language], max(0, int(age.total_seconds() // 60))
    if minutes < 60:
        return wording.minutes.format(count=minutes)
    if minutes < 48 * 60:
        return wording.hours.format(count=minutes // 60)
    return wording.days.format(count=minutes // (24 * 60))
