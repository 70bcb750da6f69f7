"""Build the section with rules: browsing, house rules, versions, what authors handed over."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.bootstrap.conversation import make_filling, open_organisation
from bot.bootstrap.house import House
from bot.bootstrap.house_rules import build_loader, build_publishing, build_trying
from bot.core.coaching.context import today_of
from bot.core.desk.staff import Role
from bot.core.house_rules.asked import draft_rule
from bot.core.house_rules.form import RuleForm
from bot.core.house_rules.objections import Contesting
from bot.core.house_rules.pausing import Pausing
from bot.core.model import Language
from bot.core.policy.policy import Policy
from bot.web.console.asked_pages import AskedPages
from bot.web.console.console import Pages
from bot.web.console.disputes_pages import DisputesPages
from bot.web.console.frame import Frame
from bot.web.console.home import FindWaiting
from bot.web.console.house_pages import BOTH, EDITORS, HousePages
from bot.web.console.house_rule_pages import HouseRulePages
from bot.web.console.house_waiting import HouseWaiting
from bot.web.console.organisation_pages import OrganisationPages
from bot.web.console.pauses_pages import PausesPages
from bot.web.console.rules_pages import RulesPages
from bot.web.console.versions_pages import VersionsPages


@dataclass(frozen=True)
class RulesSection:
    """The pages with rules, and what of them waits for whom."""

    pages: Sequence[Pages]
    finders: Sequence[tuple[frozenset[Role], FindWaiting]]


def build_rules_section(house: House, frame: Frame) -> RulesSection:
    """Build its pages."""
    settings, storage, conversation = house.settings, house.storage, house.conversation
    publishing, loader = build_publishing(settings, storage), build_loader(settings)
    trying = build_trying(settings, storage, publishing)
    compute, look_soon = conversation.compute, house.following.look_soon
    zone, clock = ZoneInfo(conversation.organisation.timezone), storage.ledger.clock
    pausing = Pausing(publishing, loader, conversation.organisation, clock)
    contesting = Contesting(storage.disputes, clock)
    book = conversation.questions.book

    def find_policy() -> Policy:
        return conversation.coach.policy

    def suggest(name: str, language: Language) -> RuleForm | None:
        answer = next((one for one in book.answers if one.id == name), None)
        return draft_rule(answer, find_policy(), language) if answer else None

    def find_today() -> datetime.date:
        return today_of(conversation.organisation, conversation.clock)

    pages: Sequence[Pages] = (
        RulesPages(frame, find_policy, pausing),
        HousePages(frame, publishing, trying, loader, compute, look_soon),
        HouseRulePages(frame, publishing, loader, compute, suggest),
        OrganisationPages(
            frame, publishing, loader, open_organisation(settings), compute, find_today
        ),
        AskedPages(frame, storage.asked, book, make_filling(conversation), find_today),
        VersionsPages(frame, publishing, zone, look_soon),
        PausesPages(frame, pausing, trying, find_policy),
        DisputesPages(
            frame, publishing, loader, storage.disputes, trying.sets, conversation, compute,
            pausing, contesting,
        ),
    )  # fmt: skip
    waiting = HouseWaiting(publishing, pausing, contesting, find_policy)
    finders = ((BOTH, waiting.find_versions), (EDITORS, waiting.find_contested))
    return RulesSection(pages, finders)
