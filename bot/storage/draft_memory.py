"""Drafts in the memory of this process, for JOURFIX_DRAFT_DAYS=0. Nothing here touches a disk."""

from collections import OrderedDict

from bot.core.ports import RememberedDraft

_MOST = 1_000


class DraftMemory:
    """The drafts used last, up to a bound; the one unused for longest goes first."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._drafts: OrderedDict[tuple[str, str], RememberedDraft] = OrderedDict()

    def recall(self, author: str, conversation: str) -> RememberedDraft | None:
        """Give the draft of a conversation."""
        draft = self._drafts.get((author, conversation))
        if draft is not None:
            self._drafts.move_to_end((author, conversation))
        return draft

    def remember(self, author: str, conversation: str, draft: RememberedDraft) -> None:
        """Keep a draft in place of the one before."""
        self._drafts[(author, conversation)] = draft
        self._drafts.move_to_end((author, conversation))
        if len(self._drafts) > self._most:
            self._drafts.popitem(last=False)

    def forget(self, author: str, conversation: str) -> bool:
        """Drop the draft of a conversation; says whether there was one."""
        return self._drafts.pop((author, conversation), None) is not None

    def count(self, author: str) -> int:
        """Count the drafts of an author."""
        return sum(1 for owner, _ in self._drafts if owner == author)

    def forget_author(self, author: str) -> int:
        """Drop every draft of an author; says how many there were."""
        theirs = [place for place in self._drafts if place[0] == author]
        for place in theirs:
            del self._drafts[place]
        return len(theirs)
