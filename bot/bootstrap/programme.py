"""Build the programme out of settings."""

from bot.bootstrap.events import build_event_features
from bot.core.conversation import Conversation
from bot.core.model import LANGUAGES
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.editors import Editors
from bot.core.programme.events.events import Events
from bot.core.programme.library.choosing import LessonOrders
from bot.core.programme.library.dilemma_votes import Dilemmas, Vote
from bot.core.programme.library.ideas import Ideas
from bot.core.programme.library.library import Library
from bot.core.programme.library.wording import LIBRARY_WORDINGS
from bot.core.programme.mailings import Mailings
from bot.core.programme.people.enrolment import Enrolment
from bot.core.programme.ports import Shelves
from bot.core.programme.programme import Programme
from bot.files.dilemmas import load_dilemmas
from bot.files.lessons import load_lessons
from bot.files.prompts import load_prompts
from bot.settings import Settings, split_list


def build_programme(
    settings: Settings,
    conversation: Conversation,
    shelves: Shelves,
    events: Events,
    mailings: Mailings,
) -> Programme:
    """Build the programme beside a conversation, with what it keeps on shelves."""
    ambassadors = shelves.open_shelf("ambassadors", Ambassador)
    zone = conversation.organisation.timezone
    lessons = LessonOrders(load_lessons(settings.policies))
    topics = {
        topic: {language: LIBRARY_WORDINGS[language].topics[topic] for language in LANGUAGES}
        for topic in dict.fromkeys(lesson.topic for lesson in lessons.lessons)
    }
    prompts = load_prompts(settings.policies)
    dilemmas = load_dilemmas(settings.policies)
    votes = shelves.open_shelf("votes", Vote)
    records, clock = conversation.records, conversation.clock
    contexts, organisation = conversation.contexts, conversation.organisation
    editors = Editors(frozenset(split_list(settings.editors)))
    features = (
        Enrolment(ambassadors, records, clock, zone, topics),
        Library(lessons, ambassadors, records, contexts, clock, organisation),
        Dilemmas(dilemmas, votes, records, clock, organisation),
        Ideas(prompts, ambassadors, records, contexts, clock, organisation),
        *build_event_features(events, mailings, conversation, editors),
    )
    return Programme(features, editors)
