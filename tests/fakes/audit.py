"""An audit log in memory."""

from bot.core.desk.audit import Deed, Entry, Verified
from bot.core.errors import StorageError


class FakeAuditLog:
    """Implements AuditLog: it keeps deeds, or, broken, refuses them."""

    def __init__(self) -> None:
        self.deeds: list[Deed] = []
        self.is_broken = False

    async def append(self, deed: Deed) -> None:
        if self.is_broken:
            raise StorageError("broken")
        self.deeds.append(deed)

    async def list_newest(self, most: int, before: int | None = None) -> tuple[Entry, ...]:
        raise NotImplementedError

    async def verify(self, noted: str = "") -> Verified:
        raise NotImplementedError
