"""Build the coach and the conversations out of settings."""

from zoneinfo import ZoneInfo

from bot.core.coaching.context import Contexts
from bot.core.coaching.questions import Questions
from bot.core.coaching.review import Coach
from bot.core.conversation import Conversation
from bot.core.model import NO_ORGANISATION
from bot.core.policy.policy import Policy
from bot.core.ports import Embedder, Records
from bot.files.answers import load_answers, load_cues
from bot.files.hashtags import load_hashtags
from bot.files.kept_vectors import KeptVectors
from bot.files.organisation import load_organisation
from bot.files.roles import load_roles
from bot.files.trusted import load_trusted_policy
from bot.files.words import open_lexicon
from bot.scheduling.clock import SystemClock
from bot.settings import Settings


def build_coach(settings: Settings, embedder: Embedder | None = None) -> Coach:
    """Build the coach under the policies of the settings; see Coach for the embedder."""
    policy = load_trusted_policy(settings.policies, settings.cache)
    return Coach(policy, load_hashtags(settings.policies), embedder)


def build_contexts(settings: Settings) -> Contexts:
    """Build what says for whom and where a draft is checked."""
    return Contexts(load_roles(settings.policies), settings.house_hours)


def build_questions(
    settings: Settings, policy: Policy, embedder: Embedder | None = None
) -> Questions:
    """Build what answers questions; with an embedder it understands more ways of asking."""
    folder = settings.policies / "answers"
    lexicon = open_lexicon()
    meaning = KeptVectors(embedder, settings.cache) if embedder else None
    return Questions(load_answers(folder, lexicon, meaning), load_cues(folder, lexicon), policy)


def build_conversation(
    settings: Settings, records: Records, embedder: Embedder | None = None
) -> Conversation:
    """Build the conversations of the organisation of the settings."""
    coach = build_coach(settings, embedder)
    organisation = (
        load_organisation(settings.organisation) if settings.organisation else NO_ORGANISATION
    )
    return Conversation(
        coach,
        build_questions(settings, coach.policy, embedder),
        records,
        SystemClock(ZoneInfo(organisation.timezone)),
        organisation,
        settings.draft_days,
        build_contexts(settings),
    )
