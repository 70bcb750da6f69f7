"""The house's own rules: what is being written, trying it, publishing it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from starlette.responses import RedirectResponse, Response

from bot.core.computing import Compute
from bot.core.desk.staff import HERE, Role
from bot.core.house_rules.house import (
    ORGANISATION_FILE,
    PACK_FILE,
    list_changed,
    name_words_file,
    read_rule_name,
)
from bot.core.house_rules.ports import RuleFiles
from bot.core.house_rules.publishing import Publishing
from bot.core.house_rules.trying import Trying
from bot.core.house_rules.versions import Editor
from bot.core.model import LANGUAGES
from bot.web.console.access import DESK, Page, Visit
from bot.web.console.asked_wording import ASKED_WORDINGS
from bot.web.console.frame import Frame, Section
from bot.web.console.house_wording import HOUSE_WORDINGS
from bot.web.console.loader_words import translate_complaint
from bot.web.console.organisation_wording import ORGANISATION_WORDINGS
from bot.web.console.wording import FRAME_WORDINGS

EDITORS: frozenset[Role] = frozenset({"editor"})
BOTH: frozenset[Role] = frozenset({"editor", "reviewer"})
AT = "/house-rules"
SECTION = Section(AT, {language: HOUSE_WORDINGS[language].label for language in LANGUAGES}, BOTH)
_LONGEST_REASON = 500
_LONGEST_FILE = 60_000


def go(path: str) -> Response:
    """Lead to a page after something was done."""
    return RedirectResponse(f"{DESK}{path}", 303)


def name_editor(visit: Visit) -> Editor:
    """Say who this is, as versions show it."""
    colleague = visit.colleague
    here = colleague.person == HERE
    name = FRAME_WORDINGS[visit.language].here if here else colleague.name or colleague.person
    return Editor(colleague.person, name[:100])


@dataclass(frozen=True)
class HousePages:
    """The pages around the draft of the house rules.

    Args:
        frame: Renders them.
        publishing: Keeps draft and versions.
        trying: Tries the draft.
        files: Checks what is written.
        compute: Where rules are checked: the knowledge of words is no place for two.
        look_soon: Takes what was published into this process.
    """

    frame: Frame
    publishing: Publishing
    trying: Trying
    files: RuleFiles
    compute: Compute
    look_soon: Callable[[], None]

    @property
    def pages(self) -> Sequence[Page]:
        """List its pages."""
        return (
            Page(AT, self.show, BOTH),
            Page(f"{AT}/file", self.show_file, EDITORS),
            Page(
                f"{AT}/file/keep",
                self.keep_file,
                EDITORS,
                "POST",
                "house-file-kept",
                noted=("path",),
            ),
            Page(f"{AT}/file/check", self.check_file, EDITORS, "POST", is_dry=True),
            Page(
                f"{AT}/remove", self.remove, EDITORS, "POST", "house-file-removed", noted=("path",)
            ),
            Page(f"{AT}/discard", self.discard, EDITORS, "POST", "house-draft-discarded"),
            Page(f"{AT}/try", self.begin_trial, EDITORS, "POST", "house-rules-tried"),
            Page(f"{AT}/trial", self.show_trial, BOTH),
            Page(f"{AT}/publish", self.publish, EDITORS, "POST", "house-rules-published"),
        )

    async def show(self, visit: Visit) -> Response:
        """Show what is being written, and what differs from what is in force."""
        draft, current = await self.publishing.open_draft(), await self.publishing.find_current()
        before = dict(current.files) if current else {}
        changed = list_changed(before, draft.files)
        head = await self.publishing.find_head()
        done = visit.read_query("done", 20)
        return self._show(
            visit,
            "house.html",
            rules=[(path, name) for path in sorted(draft.files) if (name := read_rule_name(path))],
            words=[path for path in sorted(draft.files) if path.startswith("vocabularies/")],
            changed=changed,
            gone=[path for path in changed if path not in draft.files],
            head=head,
            is_late=draft.base != head.key,
            trial=await self.publishing.find_trial(draft),
            is_busy=self.trying.is_busy,
            proposals=await self.publishing.list_proposals(),
            me=visit.colleague.person,
            asked=ASKED_WORDINGS[visit.language],
            data=ORGANISATION_WORDINGS[visit.language],
            done=HOUSE_WORDINGS[visit.language].done.get(done, ""),
            is_fine=done in ("kept", "removed", "discarded", "published", "waits", "back"),
        )

    async def show_file(self, visit: Visit) -> Response:
        """Show a file as it is written: word lists, the organisation, what the form cannot show."""
        path = visit.read_query("path", 120)
        draft = await self.publishing.open_draft()
        if path and path not in draft.files and path != ORGANISATION_FILE:
            return self.frame.miss(visit.language)
        text = draft.files.get(path, "")
        if not path:
            text = "about: \nen: |\n  \n"
        elif not text:
            text = "embargoes: []\nblackout: []\nproducts: []\nhashtags: []\n"
        return self._show_file(visit, path, text, draft.files.get(path, ""), "")

    async def check_file(self, visit: Visit) -> Response:
        """Say whether a file fits, and keep nothing."""
        path, text, seen = self._read_file(visit)
        return self._show_file(
            visit, path, text, seen, await self._complain(visit, path, text) or "ok"
        )

    async def keep_file(self, visit: Visit) -> Response:
        """Keep a file in the draft."""
        path, text, seen = self._read_file(visit)
        problem = await self._complain(visit, path, text)
        if problem is None and not await self.publishing.change_draft({path: text}, {path: seen}):
            problem = HOUSE_WORDINGS[visit.language].done["late"]
        if problem is not None:
            return self._show_file(visit, path, text, seen, problem)
        return go(f"{AT}?done=kept")

    def _read_file(self, visit: Visit) -> tuple[str, str, str]:
        name = visit.read_field("name", 60).strip()
        path = visit.read_field("path", 120) or name_words_file(name) or "?"
        text = visit.read_field("text", _LONGEST_FILE).replace("\r\n", "\n")
        return path, text, visit.read_field("seen", _LONGEST_FILE).replace("\r\n", "\n")

    async def _complain(self, visit: Visit, path: str, text: str) -> str | None:
        draft = await self.publishing.open_draft()
        files = {"": ""} if path == "?" else {**draft.files, path: text}
        told = await self.compute(partial(self.files.check_files, files))
        return translate_complaint(told, visit.language) if told else None

    def _show_file(self, visit: Visit, path: str, text: str, seen: str, told: str) -> Response:
        shown = "" if path == "?" else path
        return self._show(
            visit, "house_file.html", path=shown, text=text, seen=seen,
            typed_name=visit.read_field("name", 60), problem="" if told == "ok" else told,
            fits=told == "ok",
        )  # fmt: skip

    async def remove(self, visit: Visit) -> Response:
        """Take a file out of the draft."""
        path = visit.read_field("path", 120)
        draft = await self.publishing.open_draft()
        if path not in draft.files or path == PACK_FILE:
            return go(f"{AT}?done=gone")
        left = [one for one in draft.files if read_rule_name(one) and one != path]
        changed: dict[str, str | None] = {path: None}
        if read_rule_name(path) and not left:
            changed[PACK_FILE] = None
        pauses = self.files.read_pauses(draft.files)
        if any(pause.rule == read_rule_name(path) for pause in pauses):
            kept_pauses = [pause for pause in pauses if pause.rule != read_rule_name(path)]
            changed.update(self.files.write_pauses(kept_pauses))
        was = {path: draft.files[path]}
        kept = await self.publishing.change_draft(changed, was)
        return go(f"{AT}?done={'removed' if kept else 'late'}")

    async def discard(self, visit: Visit) -> Response:
        """Throw the draft away."""
        del visit
        await self.publishing.drop_draft()
        return go(f"{AT}?done=discarded")

    async def begin_trial(self, visit: Visit) -> Response:
        """Begin to try the draft."""
        del visit
        self.trying.begin()
        return go(f"{AT}/trial")

    async def show_trial(self, visit: Visit) -> Response:
        """Show how far the trial is, or what came of it."""
        trial = await self.publishing.find_trial(await self.publishing.open_draft())
        complaints = trial.complaints if trial else ()
        return self._show(
            visit,
            "house_trial.html",
            is_busy=self.trying.is_busy,
            progress=self.trying.progress,
            trial=trial,
            complaints=[translate_complaint(one, visit.language) for one in complaints],
            wants_second=self.publishing.wants_second,
        )

    async def publish(self, visit: Visit) -> Response:
        """Publish the draft."""
        reason = visit.read_field("reason", _LONGEST_REASON).strip()
        if not reason:
            return go(f"{AT}?done=reason")
        done = await self.publishing.publish_draft(name_editor(visit), reason)
        self.look_soon()
        return go(f"{AT}?done={done}")

    def _show(self, visit: Visit, template: str, **told: object) -> Response:
        return self.frame.show(
            template, visit.language, visit.session, visit.roles,
            status=200,
            at=AT, wording=HOUSE_WORDINGS[visit.language], **told,
        )  # fmt: skip
