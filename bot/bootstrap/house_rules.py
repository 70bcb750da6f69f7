"""Build what tries, publishes and follows the house rules out of settings."""

import asyncio
from collections.abc import Mapping, Sequence

from bot.core.conversation import Conversation
from bot.core.errors import ContentError
from bot.core.house_rules.following import Following, HouseOrganisation
from bot.core.house_rules.impact import Impact
from bot.core.house_rules.publishing import Publishing
from bot.core.house_rules.sets import Line, SentenceSet
from bot.core.house_rules.trying import Tell, Trying
from bot.core.policy.policy import Policy
from bot.files.house_pack import HouseLoader
from bot.files.house_trial import Task, open_kept, run_trial
from bot.files.organisation import load_organisation, read_additions
from bot.files.trusted import EXAMPLE_ORGANISATION
from bot.settings import Settings
from bot.storage.opening import Storage


def build_publishing(settings: Settings, storage: Storage) -> Publishing:
    """Build what keeps drafts and versions."""
    return Publishing(storage.shelves, storage.ledger.clock, settings.second_pair_of_eyes)


def build_loader(settings: Settings) -> HouseLoader:
    """Build what checks house rules by the loader's own words."""
    folder = settings.policies.resolve()
    return HouseLoader(folder, load_organisation(folder / EXAMPLE_ORGANISATION))


def build_trying(settings: Settings, storage: Storage, publishing: Publishing) -> Trying:
    """Build what tries drafts in a process of its own."""

    async def run(
        before: Mapping[str, str],
        after: Mapping[str, str],
        sets: Mapping[str, Sequence[Line]],
        tell: Tell,
    ) -> tuple[tuple[str, ...], Impact]:
        folder, cache = str(settings.policies.resolve()), str(settings.cache.resolve())
        today = publishing.clock.now().date()
        told = await run_trial(Task(folder, cache, after, before, sets, today), tell)
        return told.complaints, told.impact

    return Trying(publishing, storage.shelves.open_shelf("policy-sets", SentenceSet), run)


def build_following(
    settings: Settings, storage: Storage, conversation: Conversation, added: HouseOrganisation
) -> Following:
    """Build what takes a published version into this process."""

    async def record(policy: Policy) -> None:
        company = conversation.organisation.company
        await storage.policies.record_policy(policy.hash, policy.checked, company)

    async def load(files: Mapping[str, str]) -> Policy:
        return await load_house_policy(settings, files)

    return Following(
        build_publishing(settings, storage),
        conversation.coach,
        conversation.questions,
        added,
        load,
        read_additions,
        record,
        conversation.compute,
    )


async def load_house_policy(settings: Settings, files: Mapping[str, str]) -> Policy:
    """Load all packs with the house's rules; where nobody did before, in a process of its own.

    Raises:
        ContentError: a file makes no sense, or an example does not hold.
    """
    folder = settings.policies.resolve()
    policy = await asyncio.to_thread(open_kept, folder, settings.cache, files)
    if policy is None:
        tried = await run_trial(
            Task(str(folder), str(settings.cache.resolve()), files), lambda _done, _all: None
        )
        if tried.complaints:
            raise ContentError("house", tried.complaints[0], "Mend it and publish again.")
        policy = await asyncio.to_thread(open_kept, folder, settings.cache, files)
    if policy is None:
        raise ContentError(
            str(settings.cache), "compiled rules cannot be kept here", "Set JOURFIX_CACHE."
        )
    return policy
