"""Where a channel is installed: what it needs to speak there, kept encrypted."""

from typing import Protocol


class Installations(Protocol):
    """What channels keep of the places they are installed in. Every method may raise StorageError.

    A place is named by its channel (a workspace, a tenant); what is kept is the channel's own text.
    """

    @property
    def signing_key(self) -> bytes:
        """A key that every process of this installation has: whoever began need not be who ends."""
        ...

    async def keep_installation(self, channel: str, place: str, text: str) -> None:
        """Keep an installation, or its next state."""
        ...

    async def find_installation(self, channel: str, place: str) -> str | None:
        """Find what was kept."""
        ...

    async def forget_installation(self, channel: str, place: str) -> None:
        """Erase it."""
        ...

    async def claim_renewal(self, channel: str, place: str, seconds: float) -> bool:
        """Claim to renew it, for so long; False while another process has the claim."""
        ...
