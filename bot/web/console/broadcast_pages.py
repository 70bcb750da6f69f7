"""The pages of broadcasts: the list, writing one with its preview, and how far one is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from starlette.responses import RedirectResponse, Response

from bot.core.message import Choices, Message, Part
from bot.core.model import Language
from bot.core.programme.broadcasts import messages, tracking
from bot.core.programme.broadcasts.broadcast import Broadcast, Dossier
from bot.core.programme.broadcasts.checks import check_texts
from bot.core.programme.broadcasts.describing import describe_when, describe_whom, name_broadcast
from bot.core.programme.broadcasts.letters import compose_letter
from bot.core.programme.broadcasts.office import EDITABLE, Office, make_name
from bot.core.programme.broadcasts.reports import is_told_vaguely, write_report
from bot.core.programme.broadcasts.revising import (
    MEANWHILE,
    Complaint,
    Written,
    save_written,
)
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS
from bot.core.programme.census import LEAST_TOLD, Census
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.broadcast_form import read_written, show_written, tell_fields
from bot.web.console.broadcast_wording import BROADCAST_PAGE_WORDINGS
from bot.web.console.drawing import Drawn, Rendered, draw, draw_in_browser
from bot.web.console.parts import Sending, render_message
from bot.web.console.programme_frame import EDITORS, HOME, PRESS, ProgrammeFrame

_LISTED = 15
_PATH = "/broadcasts"
_NAME = re.compile(r"[0-9a-f]{6}")
_ITSELF = frozenset(  # what a press answers that the page shows anyway
    {"broadcasts", "broadcast-page", "broadcast-progress", "broadcast-report",
     "broadcast-scheduled", "broadcast-begun", "broadcast-missed"}
)  # fmt: skip
_TAGS = {"done": "go", "sending": "go", "paused": "adjust", "missed": "ask", "stopped": "ask"}
Render = Callable[[Message], Sequence[Rendered]]


@dataclass(frozen=True)
class BroadcastPages:
    """The pages of broadcasts.

    Args:
        programme: The frame of the section.
        office: Keeps broadcasts.
        census: Counts whom one reaches.
        render: Gives what each channel would be sent.
    """

    programme: ProgrammeFrame
    office: Office
    census: Census
    render: Render

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        path = f"{HOME}{_PATH}"
        return (
            Page(path, self.list_latest, EDITORS),
            Page(f"{path}/new", self.begin, EDITORS),
            Page(f"{path}/{{name}}", self.show, EDITORS),
            Page(f"{path}/{{name}}/save", self.save, EDITORS, "POST", "broadcast-written"),
        )

    async def list_latest(self, visit: Visit) -> Response:
        """List the latest broadcasts."""
        wording = BROADCAST_PAGE_WORDINGS[visit.language]
        told = visit.read_query("skip", 5)
        skip = int(told) if told.isascii() and told.isdecimal() else 0
        found = await self.office.list_latest(_LISTED + 1, skip)
        rows = [self._tell(one, visit) for one in found[:_LISTED]]
        return await self.programme.show(
            "broadcasts.html",
            visit,
            _PATH,
            wording=wording,
            rows=rows,
            hidden=_ITSELF,
            newer=max(0, skip - _LISTED) if skip else None,
            older=skip + _LISTED if len(found) > _LISTED else None,
        )

    def _tell(self, dossier: Dossier, visit: Visit) -> dict[str, str]:
        words, language = BROADCAST_WORDINGS[visit.language], visit.language
        broadcast, progress = dossier.broadcast, dossier.progress
        is_coming = dossier.state in (*EDITABLE, "scheduled")
        when = describe_when(broadcast.when, language) if is_coming else _day(dossier, self.office)
        numbers = ""
        if progress is not None and progress.total:
            numbers = BROADCAST_PAGE_WORDINGS[language].of.format(
                delivered=_say(progress.delivered, dossier, words.some),
                total=_say(progress.total, dossier, words.some),
            )
        return {
            "path": f"{DESK}{HOME}{_PATH}/{dossier.draft.id}",
            "name": name_broadcast(broadcast, language) or dossier.draft.id,
            "state": words.states[dossier.state],
            "tag": _TAGS.get(dossier.state, ""),
            "whom": describe_whom(broadcast.whom, language),
            "when": when,
            "numbers": numbers,
        }

    async def begin(self, visit: Visit) -> Response:
        """Begin a new one: nothing is kept before it is saved."""
        draft = Broadcast(make_name(), self.office.clock.now(), fallback=visit.language)
        return await self._show_form(visit, Dossier(draft), show_written(draft, is_new=True))

    async def show(self, visit: Visit) -> Response:
        """Show one: as a page to write on, or how far it is."""
        dossier = await self._find(visit)
        if dossier is None:
            return self.programme.frame.miss(visit.language)
        if dossier.state in EDITABLE:
            return await self._show_form(visit, dossier, show_written(dossier.draft))
        return await self._show_progress(visit, dossier)

    async def _find(self, visit: Visit) -> Dossier | None:
        name = str(visit.request.path_params.get("name", ""))
        return await self.office.find(name) if _NAME.fullmatch(name) else None

    async def save(self, visit: Visit) -> Response:
        """Save what was written; what cannot be taken is shown again as it was written."""
        name = str(visit.request.path_params.get("name", ""))
        if not _NAME.fullmatch(name):
            return self.programme.frame.miss(visit.language)
        written = read_written(visit)
        saved = await save_written(name, written, self.office, visit.language)
        self.office.roll.forget()
        if isinstance(saved, Broadcast):
            return RedirectResponse(f"{DESK}{HOME}{_PATH}/{name}#preview", 303)
        dossier = await self.office.find(name)
        if dossier is None:
            dossier = Dossier(Broadcast(name, self.office.clock.now(), fallback=visit.language))
        if not isinstance(saved, list):  # it went out meanwhile, or is gone
            return RedirectResponse(f"{DESK}{HOME}{_PATH}/{name}", 303)
        if any(one.field == MEANWHILE for one in saved):
            written = replace(written, seen=dossier.draft.fingerprint)
        return await self._show_form(visit, dossier, written, saved)

    async def _show_form(
        self, visit: Visit, dossier: Dossier, written: Written, complaints: Sequence[Complaint] = ()
    ) -> Response:
        draft, language = dossier.draft, visit.language
        wording, words = BROADCAST_PAGE_WORDINGS[language], BROADCAST_WORDINGS[language]
        count = await self.census.count()
        is_saved = bool(draft.texts)
        told: dict[str, object] = {"findings": None, "ready": None, "drawn": []}
        if is_saved and not complaints:
            told = await self._preview(visit, draft)
        missed = tracking.compose_missed(dossier, language) if dossier.state == "missed" else None
        sentences = {one.field: one.sentence or wording.meanwhile for one in complaints}
        return await self.programme.show(
            "broadcast_form.html",
            visit,
            f"{_PATH}/{draft.id}",
            status=422 if complaints else 200,
            hidden=_ITSELF,
            wording=wording,
            words=words,
            draft=draft,
            title=name_broadcast(draft, language) or wording.write,
            state=words.states[dossier.state] if is_saved else "",
            tag=_TAGS.get(dossier.state, ""),
            missed=missed.summary if missed else "",
            is_saved=is_saved,
            complaints=sentences,
            fields=tell_fields(written, count.cohorts, language),
            press=f"{DESK}{PRESS}/broadcasts-{draft.id}",
            discard=f"{messages.DISCARD} {draft.id}",
            **told,
        )

    async def _preview(self, visit: Visit, draft: Broadcast) -> dict[str, object]:
        """Show the very messages in each channel, what was found in them, and how to send them."""
        language = visit.language
        sending = Sending(f"{PRESS}/broadcasts-{draft.id}", visit.session.guard)
        checked = await check_texts(draft, self.office.proofreading, language)
        found = messages.compose_findings(draft, checked, language)
        headcount = (await self.census.count()).count(draft, self.office.clock.now())
        ready = messages.compose_ready(draft, headcount, self.office.list_tight(draft), language)
        is_held = any(one.is_never for one in checked) or (
            any(one.waits for one in checked) and not draft.is_cleared
        )
        return {
            "findings": render_message(_keep_clearing(found), sending) if found else None,
            "ready": None
            if is_held
            else render_message(_leave_out(ready, {messages.OPEN}), sending),
            "drawn": self._draw(draft, language),
        }

    def _draw(
        self, broadcast: Broadcast, reader: Language
    ) -> list[tuple[str, Language, list[Drawn]]]:
        """Draw what people get, by language and channel."""
        drawings = []
        for of in broadcast.languages:
            letter = compose_letter(broadcast, of)
            drawn = [*(draw(one) for one in self.render(letter)), draw_in_browser(letter)]
            drawings.append((BROADCAST_WORDINGS[reader].languages[of], of, drawn))
        return drawings

    async def _show_progress(self, visit: Visit, dossier: Dossier) -> Response:
        language, zone = visit.language, self.office.zone
        words = BROADCAST_WORDINGS[language]
        broadcast, progress = dossier.broadcast, dossier.progress
        sending = Sending(f"{PRESS}/broadcasts-{dossier.draft.id}", visit.session.guard)
        state = tracking.compose_state(dossier, zone, language)
        buttons = replace(
            state, parts=tuple(part for part in state.parts if isinstance(part, Choices))
        )
        buttons = _leave_out(buttons, {messages.LIST})
        is_vague = is_told_vaguely(dossier)
        total = progress.total if progress else 0
        return await self.programme.show(
            "broadcast.html",
            visit,
            f"{_PATH}/{dossier.draft.id}",
            hidden=_ITSELF,
            wording=BROADCAST_PAGE_WORDINGS[language],
            words=words,
            title=name_broadcast(broadcast, language),
            state=words.states[dossier.state],
            tag=_TAGS.get(dossier.state, ""),
            is_live=dossier.state == "sending",
            whom=describe_whom(broadcast.whom, language),
            when=state.summary if dossier.state == "scheduled" else _day(dossier, self.office),
            report=write_report(dossier, zone, language),
            total=total if total and not is_vague else 0,
            done=total - progress.waiting if progress else 0,
            buttons=render_message(buttons, sending) if buttons.parts else "",
            drawn=self._draw(broadcast, language),
        )


def _day(dossier: Dossier, office: Office) -> str:
    begun = dossier.find_mark("begun")
    return begun.at.astimezone(office.now().tzinfo).strftime("%Y-%m-%d %H:%M") if begun else ""


def _say(number: int, dossier: Dossier, some: str) -> str:
    is_hidden = is_told_vaguely(dossier) and 0 < number < LEAST_TOLD
    return some if is_hidden else str(number)


def _keep_clearing(message: Message) -> Message:
    """Leave out what leads to chat's forms: the texts stand on the same page."""
    return _leave_out(message, {messages.WRITE})


def _leave_out(message: Message, actions: set[str]) -> Message:
    parts: list[Part] = []
    for part in message.parts:
        if not isinstance(part, Choices):
            parts.append(part)
            continue
        kept = tuple(one for one in part.choices if one.action not in actions)
        if kept:
            parts.append(replace(part, choices=kept))
    return replace(message, parts=tuple(parts))
