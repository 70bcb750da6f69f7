"""House rules from a draft to a version: immutable, numbered, with author, reason and hash.

A version is kept once under a name of its own and never written again; what is in force is one
small thing, the head, that is changed as it stands: of two who publish at once, one is told.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.house_rules.house import hash_files
from bot.core.house_rules.versions import (
    Draft,
    Editor,
    Head,
    Outcome,
    Proposal,
    Signature,
    Trial,
    Version,
)
from bot.core.ports import Clock
from bot.core.programme.ports import Shelf, Shelves

_HEAD = "house"


@dataclass(frozen=True)
class Publishing:
    """Keeps drafts and versions of the house rules.

    Args:
        shelves: Where they stand.
        clock: Tells when.
        wants_second: Whether another colleague confirms each version.
    """

    shelves: Shelves
    clock: Clock
    wants_second: bool = False

    @property
    def _heads(self) -> Shelf[Head]:
        return self.shelves.open_shelf("policy-head", Head)

    @property
    def _versions(self) -> Shelf[Version]:
        return self.shelves.open_shelf("policy-versions", Version)

    @property
    def _drafts(self) -> Shelf[Draft]:
        return self.shelves.open_shelf("policy-drafts", Draft)

    @property
    def _signatures(self) -> Shelf[Signature]:
        return self.shelves.open_shelf("policy-signatures", Signature)

    @property
    def _proposals(self) -> Shelf[Proposal]:
        return self.shelves.open_shelf("policy-proposals", Proposal)

    @property
    def _trials(self) -> Shelf[Trial]:
        return self.shelves.open_shelf("policy-trials", Trial)

    async def prepare(self) -> None:
        """Make the place where it stands what is in force; done once, when a process starts."""
        if await self._heads.find(_HEAD) is None:
            await self._heads.keep(_HEAD, Head())

    async def find_head(self) -> Head:
        """Find what is in force; number 0: no version yet."""
        return await self._heads.find(_HEAD) or Head()

    async def find_current(self) -> Version | None:
        """Find the version in force."""
        head = await self.find_head()
        return await self._versions.find(head.key) if head.key else None

    async def list_versions(self) -> Sequence[Version]:
        """List the versions that were in force, the newest first."""
        known = {version.key: version for version in await self._versions.list_things()}
        listed: list[Version] = []
        key = (await self.find_head()).key
        while key in known:
            listed.append(known.pop(key))
            key = listed[-1].previous
        return listed

    async def list_signatures(self) -> Mapping[tuple[str, str], str]:
        """Give the names of who published and confirmed, by version; but of nobody forgotten."""
        signed = await self._signatures.list_things()
        return {(one.key, one.what): one.name for one in signed}

    async def open_draft(self) -> Draft:
        """Open what is being written; where nobody writes, what is in force."""
        draft = await self._drafts.find(_HEAD)
        if draft is not None:
            return draft
        current = await self.find_current()
        return Draft(dict(current.files), current.key) if current else Draft({}, "")

    async def change_draft(
        self, changed: Mapping[str, str | None], seen: Mapping[str, str]
    ) -> bool:
        """Put files into the draft, or take them out (None).

        Args:
            changed: The files.
            seen: The files as their writer saw them; "" where there was none.

        Returns:
            Whether they stood so still; else nothing is changed.
        """
        if await self._drafts.find(_HEAD) is None:
            await self._drafts.keep(_HEAD, await self.open_draft())
        did: list[bool] = []

        def change(draft: Draft) -> Draft:
            did.append(all(draft.files.get(path, "") == text for path, text in seen.items()))
            if not did[-1]:
                return draft
            files = {**draft.files, **changed}
            return replace(
                draft, files={path: text for path, text in files.items() if text is not None}
            )

        await self._drafts.change(_HEAD, change)
        return bool(did) and did[-1]

    async def drop_draft(self) -> None:
        """Throw away what is being written."""
        await self._drafts.remove(_HEAD)

    async def keep_trial(self, trial: Trial) -> None:
        """Keep what came of trying a draft, in place of the one before."""
        await self._trials.keep(_HEAD, trial)

    async def find_trial(self, draft: Draft) -> Trial | None:
        """Find what came of trying exactly this draft against what is in force."""
        trial, head = await self._trials.find(_HEAD), await self.find_head()
        if trial is None or (trial.hash, trial.base) != (hash_files(draft.files), head.key):
            return None
        return trial

    async def publish_draft(self, editor: Editor, reason: str) -> Outcome:
        """Publish the draft once it was tried; or let it wait for a second pair of eyes."""
        draft, head = await self.open_draft(), await self.find_head()
        current = await self.find_current()
        if dict(draft.files) == dict(current.files if current else {}):
            return "same"
        if draft.base != head.key:
            return "late"
        trial = await self.find_trial(draft)
        if trial is None:
            return "untried"
        if trial.complaints:
            return "broken"
        done = await self._bring(
            Proposal(
                "", head.key, editor.person, editor.name, reason, self.clock.now(), draft.files
            )
        )
        if done in ("published", "waits"):
            await self.drop_draft()
        return done

    async def publish_files(self, editor: Editor, reason: str, files: Mapping[str, str]) -> Outcome:
        """Publish files that were tried by whoever calls."""
        current = await self.find_current()
        if dict(files) == dict(current.files if current else {}):
            return "same"
        base = current.key if current else ""
        return await self._bring(
            Proposal("", base, editor.person, editor.name, reason, self.clock.now(), files)
        )

    async def roll_back(self, editor: Editor, number: int, reason: str) -> Outcome:
        """Bring an older version back, as a new one that equals it."""
        versions = await self.list_versions()
        old = next((version for version in versions if version.number == number), None)
        if old is None:
            return "gone"
        if old.files == versions[0].files:
            return "same"
        return await self._bring(
            Proposal(
                "", versions[0].key, editor.person, editor.name, reason, self.clock.now(),
                old.files, old.number,
            )
        )  # fmt: skip

    async def list_proposals(self) -> Sequence[Proposal]:
        """List what waits for a second pair of eyes."""
        return await self._proposals.list_things()

    async def confirm(self, editor: Editor, key: str) -> Outcome:
        """Confirm what somebody else proposed."""
        proposal = await self._proposals.find(key)
        if proposal is None:
            return "gone"
        if proposal.author == editor.person:
            return "not-yours"
        if not await self._proposals.remove(key):
            return "gone"  # somebody else pressed at the same time
        return await self._put_in_force(proposal, editor)

    async def take_back(self, key: str) -> bool:
        """Take a proposal away; says whether it was there."""
        return await self._proposals.remove(key)

    async def _bring(self, proposal: Proposal) -> Outcome:
        if not self.wants_second:
            return await self._put_in_force(proposal, None)
        key = secrets.token_hex(8)
        await self._proposals.keep(key, replace(proposal, key=key), proposal.author)
        return "waits"

    async def _put_in_force(self, proposal: Proposal, second: Editor | None) -> Outcome:
        head = await self.find_head()
        if head.key != proposal.base:
            return "late"
        key = secrets.token_hex(8)
        version = Version(
            key, head.number + 1, head.key, self.clock.now(), proposal.reason,
            hash_files(proposal.files), proposal.files, proposal.equals,
        )  # fmt: skip
        await self._versions.keep(key, version)
        await self._heads.change(
            _HEAD, lambda now: Head(key, version.number) if now == head else now
        )
        if (await self.find_head()).key != key:
            await self._versions.remove(key)  # it never was in force
            return "late"
        author = Signature(key, proposal.name)
        await self._signatures.keep(f"{key} author", author, proposal.author)
        if second is not None:
            confirmed = Signature(key, second.name, "second")
            await self._signatures.keep(f"{key} second", confirmed, second.person)
        return "published"
