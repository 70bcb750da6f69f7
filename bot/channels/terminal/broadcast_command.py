"""`jourfix broadcast ...`: what editors do with broadcasts, at a terminal.

Exit status: 0 done; 1 refused, with the reason on stderr; 3 done, but of some nobody knows whether
they have it.
"""

import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from bot.channels.terminal.broadcast_order import Order, compose_ordered
from bot.channels.terminal.broadcast_watch import Sleep, watch
from bot.channels.terminal.render import plain, print_message
from bot.core.desk.audit import AuditLog, Deed
from bot.core.model import Language
from bot.core.programme.broadcasts.broadcast import Broadcast, Dossier
from bot.core.programme.broadcasts.checks import check_texts
from bot.core.programme.broadcasts.describing import (
    describe_people,
    describe_when,
    describe_whom,
    name_broadcast,
)
from bot.core.programme.broadcasts.dispatch import Dispatch
from bot.core.programme.broadcasts.following import Following
from bot.core.programme.broadcasts.letters import compose_letter, list_hints
from bot.core.programme.broadcasts.messages import compose_findings
from bot.core.programme.broadcasts.office import Obstacle
from bot.core.programme.broadcasts.ports import Tips
from bot.core.programme.broadcasts.reports import write_report
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS

DONE, REFUSED, IN_DOUBT = 0, 1, 3
Turn = Callable[[str], Awaitable[Dossier | None]]
_LISTED = 20


@dataclass(frozen=True)
class BroadcastCommand:
    """Carries out one command of an editor's.

    Args:
        dispatch: Sends; its office keeps.
        following: Lets the editor see in chat how a broadcast goes on.
        editor: Who acts, as their channel names them; checked before.
        language: The comms team's.
        tips: The library; None where there is none.
        console: Where to print.
        sleep: Waits between two looks.
        audit: Notes what is done, before it is done.
    """

    dispatch: Dispatch
    following: Following
    editor: str
    language: Language
    tips: Tips | None
    console: Console
    sleep: Sleep
    audit: AuditLog

    async def list_latest(self) -> int:
        """List the latest broadcasts."""
        wording = BROADCAST_WORDINGS[self.language]
        table = Table(box=None, title_justify="left")
        for column in ("id", "state", "for", "begins"):
            table.add_column(column)
        for one in await self.dispatch.office.list_latest(_LISTED):
            name = name_broadcast(one.broadcast, self.language)
            whom = describe_whom(one.broadcast.whom, self.language)
            table.add_row(
                one.draft.id, wording.states[one.state], Line(plain(whom)), Line(plain(name))
            )
        self.console.print(table if table.row_count else wording.list_none)
        return DONE

    async def show(self, name: str) -> int:
        """Show what people get, in each language, and for whom it is."""
        dossier = await self.dispatch.office.find(name)
        if dossier is None:
            return self._refuse("gone")
        await self._show(dossier.broadcast)
        return DONE

    async def send(self, order: Order) -> int:
        """Send or plan a broadcast, or show what would happen."""
        office = self.dispatch.office
        composed = await compose_ordered(order, office, self.tips, self.language)
        if not isinstance(composed, Broadcast):
            return self._complain(composed)
        obstacle = await office.find_obstacle(composed, self.language)
        await self._show(composed)
        await self._show_findings(composed)
        if obstacle is not None:
            return self._refuse(obstacle, composed)
        if order.is_dry:
            self.console.print("Nothing was sent: this was a dry run.", style="bold")
            return DONE
        await self._note("broadcast-sent", composed.id)
        kept = await office.edit(composed.id, lambda _: composed)
        sent: Dossier | Obstacle = "not-now"
        if isinstance(kept, Broadcast):
            sent = await self.dispatch.send(composed.id, kept.fingerprint, self.language)
        if not isinstance(sent, Dossier):
            await office.discard(composed.id)
            return self._refuse(sent, composed)
        await self._follow(composed.id)
        self.console.print(
            f"{composed.id} · {BROADCAST_WORDINGS[self.language].states[sent.state]}"
        )
        return await self.watch(composed.id) if order.watches else DONE

    async def _follow(self, name: str) -> None:
        """Let the editor see it in their chat too, if they joined the programme."""
        ambassador = await self.dispatch.office.ambassadors.find(self.editor)
        if ambassador is not None:
            await self.following.enlist(name, ambassador.to, self.language)

    async def pause(self, name: str) -> int:
        """Let nothing more go out until resumed."""
        return await self._turn(name, "broadcast-paused", self.dispatch.pause, ("paused",))

    async def resume(self, name: str) -> int:
        """Go on."""
        return await self._turn(name, "broadcast-resumed", self.dispatch.resume, ("sending",))

    async def stop(self, name: str) -> int:
        """Let nothing more go out, for good; what is only planned becomes a draft again."""
        dossier = await self.dispatch.office.find(name)
        if dossier is not None and dossier.state == "scheduled":
            ends = ("draft", "stopped")
            return await self._turn(name, "broadcast-unscheduled", self.dispatch.unschedule, ends)
        return await self._turn(name, "broadcast-stopped", self.dispatch.stop, ("stopped",))

    async def _turn(self, name: str, action: str, turn: Turn, wanted: Sequence[str]) -> int:
        """Note what is done to a broadcast, do it, and print how it stands then."""
        if await self.dispatch.office.find(name) is None:
            return self._refuse("gone")
        await self._note(action, name)
        return self._tell(await turn(name), wanted)

    async def report(self, name: str) -> int:
        """Print the delivery report."""
        dossier = await self.dispatch.office.find(name)
        if dossier is None:
            return self._refuse("gone")
        self._print_report(dossier)
        in_doubt = dossier.progress is not None and dossier.progress.in_doubt
        return IN_DOUBT if in_doubt else DONE

    async def resolve(self, name: str, *, send_again: bool) -> int:
        """Decide over those of whom nobody knows whether they have it."""
        if await self.dispatch.office.find(name) is not None:
            decision = "send-again" if send_again else "leave"
            await self._note("broadcast-settled", name, decision=decision)
        count = await self.dispatch.settle(name, send_again=send_again)
        if not count:
            return self._complain(f"Of {name[:20]} nobody is in doubt.")
        return await self.report(name)

    async def watch(self, name: str) -> int:
        """Stay until it is through, or waits for a later hour."""
        await watch(self.dispatch.office, name, self.language, self.console, self.sleep)
        return await self.report(name)

    async def _note(self, action: str, name: str, **details: str) -> None:
        """Note it as a press in chat is noted, by the same words."""
        told = {"channel": "terminal", **details}
        await self.audit.append(Deed(self.editor, action, name, told))

    async def _show(self, broadcast: Broadcast) -> None:
        wording = BROADCAST_WORDINGS[self.language]
        for language in broadcast.languages:
            self.console.rule(wording.languages[language])
            print_message(compose_letter(broadcast, language), self.console)
        self.console.rule()
        headcount = await self.dispatch.office.count(broadcast)
        lines = (
            wording.whom_line.format(whom=plain(describe_whom(broadcast.whom, self.language))),
            wording.when_line.format(when=describe_when(broadcast.when, self.language)),
            wording.people_line.format(people=describe_people(headcount, self.language)),
            *(wording.hints[hint] for hint in list_hints(broadcast)),
        )
        self._print_lines(lines)

    async def _show_findings(self, broadcast: Broadcast) -> None:
        proofreading = self.dispatch.office.proofreading
        checked = await check_texts(broadcast, proofreading, self.language)
        findings = compose_findings(broadcast, checked, self.language)
        if findings is not None:
            print_message(replace(findings, parts=findings.parts[:-1]), self.console)

    def _print_report(self, dossier: Dossier) -> None:
        report = write_report(dossier, self.dispatch.office.zone, self.language)
        name = plain(name_broadcast(dossier.broadcast, self.language))
        self.console.print(Line(f"{dossier.draft.id} · {name}: {report.title}", style="bold"))
        table = Table(box=None, show_header=False)
        for row in report.rows:
            table.add_row(row.label, row.count, Line(plain("\n".join(row.notes))))
        if report.rows:
            self.console.print(table)

    def _print_lines(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.console.print(line, markup=False, highlight=False)

    def _tell(self, dossier: Dossier | None, wanted: Sequence[str]) -> int:
        if dossier is None:
            return self._refuse("gone")
        self._print_report(dossier)
        if dossier.state in wanted:
            return DONE
        return self._refuse("not-now", dossier.broadcast, dossier.state)

    def _refuse(
        self, obstacle: Obstacle, broadcast: Broadcast | None = None, state: str = "draft"
    ) -> int:
        wording = BROADCAST_WORDINGS[self.language]
        sentences = {
            **wording.obstacles,
            "gone": wording.gone,
            "not-now": wording.not_now,
            "never": wording.never,
            "waits": f"{wording.waits} (--cleared)",
        }
        tight = self.dispatch.office.list_tight(broadcast) if broadcast else []
        states = {str(name): words for name, words in wording.states.items()}
        values = {"state": states.get(state, state), "channels": ", ".join(tight)}
        return self._complain(sentences[obstacle].format(**values))

    def _complain(self, sentence: str) -> int:
        print(f"jourfix: {plain(sentence)}", file=sys.stderr)  # noqa: T201 - this is the console
        return REFUSED
