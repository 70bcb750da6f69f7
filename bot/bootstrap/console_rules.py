"""Build the section with rules: browsing, house rules, versions, what authors handed over."""

import datetime
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.bootstrap.conversation import make_filling, open_organisation
from bot.bootstrap.house import House
from bot.bootstrap.house_rules import build_loader, build_publishing, build_trying
from bot.core.coaching.context import today_of
from bot.core.house_rules.asked import draft_rule
from bot.core.house_rules.form import RuleForm
from bot.core.model import Language
from bot.web.console.asked_pages import AskedPages
from bot.web.console.console import Pages
from bot.web.console.disputes_pages import DisputesPages
from bot.web.console.frame import Frame
from bot.web.console.house_pages import HousePages
from bot.web.console.house_rule_pages import HouseRulePages
from bot.web.console.organisation_pages import OrganisationPages
from bot.web.console.rules_pages import RulesPages
from bot.web.console.versions_pages import VersionsPages


def build_rules_pages(house: House, frame: Frame) -> Sequence[Pages]:
    """Build its pages."""
    settings, storage, conversation = house.settings, house.storage, house.conversation
    publishing, loader = build_publishing(settings, storage), build_loader(settings)
    trying = build_trying(settings, storage, publishing)
    compute, look_soon = conversation.compute, house.following.look_soon
    zone = ZoneInfo(conversation.organisation.timezone)
    book = conversation.questions.book

    def suggest(name: str, language: Language) -> RuleForm | None:
        answer = next((one for one in book.answers if one.id == name), None)
        return draft_rule(answer, conversation.coach.policy, language) if answer else None

    def find_today() -> datetime.date:
        return today_of(conversation.organisation, conversation.clock)

    return (
        RulesPages(frame, lambda: conversation.coach.policy),
        HousePages(frame, publishing, trying, loader, compute, look_soon),
        HouseRulePages(frame, publishing, loader, compute, suggest),
        OrganisationPages(
            frame, publishing, loader, open_organisation(settings), compute, find_today
        ),
        AskedPages(frame, storage.asked, book, make_filling(conversation), find_today),
        VersionsPages(frame, publishing, zone, look_soon),
        DisputesPages(
            frame, publishing, loader, storage.disputes, trying.sets, conversation, compute
        ),
    )
