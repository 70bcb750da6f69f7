"""What of the house's rules waits for somebody, for the first page of the desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.house_rules.objections import Contesting
from bot.core.house_rules.pausing import Pausing
from bot.core.house_rules.publishing import Publishing
from bot.core.model import Language
from bot.core.policy.policy import Policy
from bot.web.console.home import Waiting
from bot.web.console.house_pages import AT
from bot.web.console.pauses_wording import PAUSES_WORDINGS

_LONGEST = 80  # characters of a reason: on a card


@dataclass(frozen=True)
class HouseWaiting:
    """Finds what waits. May raise StorageError."""

    publishing: Publishing
    pausing: Pausing
    contesting: Contesting
    find_policy: Callable[[], Policy]

    async def find_versions(self, language: Language) -> Sequence[Waiting]:
        """List the versions that wait for a second pair of eyes."""
        wording = PAUSES_WORDINGS[language]
        return [
            Waiting(
                wording.waits_second.format(reason=_shorten(one.reason)), f"{AT}/waiting/{one.key}"
            )
            for one in await self.publishing.list_proposals()
        ]

    async def find_contested(self, language: Language) -> Sequence[Waiting]:
        """Say which rules the desk proposes to let rest; not those that will."""
        wording, policy = PAUSES_WORDINGS[language], self.find_policy()
        found = await self.contesting.find_contested(policy, self.pausing.today)
        proposed = [one.rule for one in found if one.may_rest]
        if proposed:
            drafted = await self.pausing.find_in_draft()
            proposed = [rule for rule in proposed if rule not in drafted]
        if not proposed:
            return []
        many = wording.waits_many.format(count=len(proposed))
        text = wording.waits_one.format(rule=proposed[0]) if len(proposed) == 1 else many
        return [Waiting(text, f"{AT}/disputes")]


def _shorten(reason: str) -> str:
    return reason if len(reason) <= _LONGEST else f"{reason[: _LONGEST - 1]}…"
