"""The embargoes of open pilots, joined to the organisation's own for every review."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.errors import StorageError
from bot.core.model import Embargo, Organisation
from bot.core.programme.pilots.pilot import Pilot
from bot.core.programme.ports import Shelf


@dataclass
class PilotEmbargoes:
    """Implements the Embargoes port. It remembers the last organisation that it made.

    What the coach learnt of its own texts holds as long as the organisation is the same object.
    """

    pilots: Shelf[Pilot]
    _made: tuple[Organisation, tuple[Embargo, ...], Organisation] | None = None

    async def add_to(self, organisation: Organisation) -> Organisation:
        """Add what open pilots keep back; where they cannot be read, what was known last."""
        try:
            added = list_embargoes(await self.pilots.list_things())
        except StorageError:
            added = self._made[1] if self._made else ()
        if not added:
            return organisation
        if self._made is None or self._made[0] is not organisation or self._made[1] != added:
            joined = replace(organisation, embargoes=(*organisation.embargoes, *added))
            self._made = (organisation, added, joined)
        return self._made[2]


def list_embargoes(pilots: Sequence[Pilot]) -> tuple[Embargo, ...]:
    """List the embargoes of open pilots, each under the name of its pilot.

    They hold from the moment the pilot is open, for what must wait until the congress is told in
    the weeks before it; and up to their own day, also when the pilot is over by then.
    """
    return tuple(
        replace(embargo, topic=pilot.title)
        for pilot in pilots
        if pilot.state == "open"
        for embargo in pilot.embargoes
    )
