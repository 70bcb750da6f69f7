"""Let rules rest, and end that: a change of the draft like any other, until it is published.

A version's file says which rule, how, until when and why. Who it was stands with the version, in
the signatures: it goes when they are forgotten, and the version stays as it was.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.core.coaching.context import today_of
from bot.core.house_rules.house import PACK, PAUSES_FILE, is_too_much, name_rule_file
from bot.core.house_rules.ports import RuleFiles
from bot.core.house_rules.publishing import Publishing
from bot.core.model import Organisation, Severity
from bot.core.policy.pause import LONGEST_WHY, MODES, NEVER_AT_REST, Mode, Pause
from bot.core.policy.rule import Rule
from bot.core.ports import Clock

# kept: in the draft; the others say why not: never at rest, no such rule any more, the day, the
# reason, somebody was faster, too many rules at once
Done = Literal["kept", "never", "gone", "until", "why", "late", "large"]


@dataclass(frozen=True)
class Wish:
    """How a rule shall rest, as it was typed."""

    mode: str
    until: str
    why: str


@dataclass(frozen=True)
class Beginning:
    """With which version a pause began, and whose it was; "" where nobody knows any more."""

    number: int
    author: str = ""
    second: str = ""


@dataclass(frozen=True)
class Pausing:
    """Puts pauses into the draft of the house rules, and takes them out.

    Args:
        publishing: Keeps the draft.
        files: Reads and writes it.
        organisation: Whose day it is.
        clock: Tells which.
    """

    publishing: Publishing
    files: RuleFiles
    organisation: Organisation
    clock: Clock

    @property
    def today(self) -> datetime.date:
        """Today, where the organisation is."""
        return today_of(self.organisation, self.clock)

    async def rest(self, rule: Rule, wish: Wish) -> Done:
        """Let a rule rest from today on, once the draft is published."""
        draft = await self.publishing.open_draft()
        if rule.topic in NEVER_AT_REST:
            return "never"
        if rule.pack == PACK and name_rule_file(rule.id) not in draft.files:
            return "gone"
        pause = self._read(rule, wish)
        return pause if isinstance(pause, str) else await self._change(rule.id, pause, draft.files)

    def _read(self, rule: Rule, wish: Wish) -> Pause | Done:
        try:
            until = datetime.date.fromisoformat(wish.until.strip())
        except ValueError:
            return "until"
        modes, why = list_modes(rule), " ".join(wish.why.split())
        mode: Mode = next((known for known in modes if known == wish.mode), modes[0])
        pause = Pause(rule.id, mode, self.today, until, why)
        if not why or len(why) > LONGEST_WHY:
            return "why"
        return pause if pause.is_sound else "until"

    async def end(self, rule: str) -> Done:
        """Let a rule speak again, once the draft is published."""
        draft = await self.publishing.open_draft()
        if all(pause.rule != rule for pause in self.files.read_pauses(draft.files)):
            return "gone"
        return await self._change(rule, None, draft.files)

    async def _change(self, rule: str, pause: Pause | None, files: Mapping[str, str]) -> Done:
        known = self.files.read_pauses(files)
        kept = [one for one in known if one.rule != rule and one.until > self.today]
        changed = self.files.write_pauses([*kept, pause] if pause else kept)
        after = {**files, **{path: text for path, text in changed.items() if text is not None}}
        if is_too_much(after):
            return "large"
        seen = {PAUSES_FILE: files.get(PAUSES_FILE, "")}
        return "kept" if await self.publishing.change_draft(changed, seen) else "late"

    async def find_in_draft(self) -> Mapping[str, Pause]:
        """Find which rules rest in the draft, by their ids."""
        draft = await self.publishing.open_draft()
        pauses = self.files.read_pauses(draft.files)
        return {pause.rule: pause for pause in pauses if pause.until > self.today}

    async def find_beginning(self, pause: Pause) -> Beginning | None:
        """Find with which version a pause began; None where no version in force has it."""
        begun = None
        for version in await self.publishing.list_versions():
            if pause not in self.files.read_pauses(version.files):
                break
            begun = version
        if begun is None:
            return None
        names = await self.publishing.list_signatures()
        author, second = (names.get((begun.key, what), "") for what in ("author", "second"))
        return Beginning(begun.number, author, second)


def list_modes(rule: Rule) -> tuple[Mode, ...]:
    """List how a rule may rest: what is a thought already can only say nothing."""
    is_light = set(rule.severity.values()) == {Severity.CONSIDER}
    return ("off",) if is_light else MODES
