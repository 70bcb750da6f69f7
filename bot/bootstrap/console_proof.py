"""Build the proof of value: its figures, its pages, and the chore that closes months."""

import re
from collections.abc import Callable, Mapping
from textwrap import shorten
from zoneinfo import ZoneInfo

from bot.bootstrap.house import House
from bot.core.coaching.hashtags import HashtagCatalogue
from bot.core.language.fold import fold
from bot.core.model import LANGUAGES, Language
from bot.core.programme.posts.post import Post
from bot.core.programme.proof.disclosure import Closed
from bot.core.programme.proof.entry import Entry
from bot.core.programme.proof.proof import ENTRIES_SHELF, MONTHS_SHELF, Proof
from bot.files.lessons import load_lessons
from bot.files.reports.press import ReportPress
from bot.storage.proof_source import ProofSource
from bot.web.console.frame import Frame
from bot.web.console.proof_pages import ProofPages

_LONGEST_NAME = 70
_PLACE = re.compile(r"\{[^}]*\}")  # where a message has the words of a draft, a name has none


def build_proof(house: House) -> Proof:
    """Build what knows the figures and closes months."""
    storage, zone = house.storage, ZoneInfo(house.conversation.organisation.timezone)
    source = ProofSource(
        storage.database,
        storage.shelves,
        zone,
        build_theme_naming(house.conversation.coach.catalogue),
    )
    return Proof(
        source,
        storage.shelves.open_shelf(MONTHS_SHELF, Closed),
        storage.shelves.open_shelf(ENTRIES_SHELF, Entry),
        storage.ledger.clock,
        zone,
    )


def build_proof_pages(house: House, frame: Frame) -> ProofPages:
    """Build the pages."""
    return ProofPages(frame, build_proof(house), ReportPress(), _name_rules(house))


def build_theme_naming(catalogue: HashtagCatalogue) -> Callable[[Post], str]:
    """Build what says which theme of the hashtag catalogue a post is about."""

    def name_theme(post: Post) -> str:
        shelf = catalogue.shelves.get(post.language)
        if shelf is None:
            return ""
        hits = list(shelf.find(fold(f"{post.about}\n{post.title}").text))
        return shelf.tags[min(hits, key=lambda hit: hit.start).tag].tag if hits else ""

    return name_theme


def _name_rules(house: House) -> Mapping[Language, Mapping[str, str]]:
    """Name every rule by its first message in each language, and every lesson by its title."""
    rules = house.conversation.coach.policy.rules
    lessons = load_lessons(house.settings.policies)
    return {
        language: {lesson.id: lesson.texts[language].title for lesson in lessons}
        | {
            rule.id: shorten(
                _PLACE.sub("…", rule.blocks[language].message), _LONGEST_NAME, placeholder=" …"
            )
            for rule in rules
            if language in rule.blocks
        }
        for language in LANGUAGES
    }
