"""For whom and where a person's texts are checked, and how they change it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.core.coaching import messages, replies
from bot.core.coaching.context import Contexts, Told, today_of
from bot.core.coaching.wording import WORDINGS
from bot.core.message import Incoming, Message
from bot.core.model import Context, Language, Organisation
from bot.core.ports import Clock, Embargoes, Person, Records


@dataclass(frozen=True)
class Surroundings:
    """The contexts of one organisation's people."""

    organisation: Organisation
    contexts: Contexts
    records: Records
    clock: Clock
    embargoes: Embargoes | None

    async def find_context(self, incoming: Incoming, person: Person) -> Context:
        """Say for whom and where somebody's texts are checked."""
        told = Told(
            country=incoming.told.get("country", person.country),
            setting=incoming.told.get("setting", person.setting),
            role=incoming.told.get("role", person.role),
            network=incoming.told.get("network", person.network),
        )
        today = today_of(self.organisation, self.clock)
        return self.contexts.compose(await self.find_organisation(), today, told)

    async def find_organisation(self) -> Organisation:
        """Give the organisation with everything that must wait for now."""
        if self.embargoes is None:
            return self.organisation
        return await self.embargoes.add_to(self.organisation)

    async def change_context(
        self, incoming: Incoming, person: Person, told: Mapping[str, str], language: Language
    ) -> Message:
        """Note what a person told of their country, setting or network, and say it back.

        Raises:
            StorageError: The notes cannot be written.
        """
        changed = replace(
            person,
            greeted=True,
            country=told.get("country", person.country),
            setting=told.get("setting", person.setting),
            network=told.get("network", person.network),
        )
        await self.records.remember_person(incoming.person, changed)
        wording = WORDINGS[language]
        context = messages.describe_context(await self.find_context(incoming, changed), wording)
        words = wording.context_changed.format(context=context)
        return replies.say("context-changed", words, language, in_place=True)
