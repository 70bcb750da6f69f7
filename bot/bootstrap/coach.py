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
from bot.files.resemblance import LearnedResemblance
from bot.files.roles import load_roles
from bot.files.trusted import load_trusted_policy
from bot.files.words import open_lexicon
from bot.scheduling.clock import SystemClock
from bot.settings import Settings


def build_coach(settings: Settings, embedder: Embedder, *, ranks: bool = True) -> Coach:
    """Build the coach under the policies of the settings.

    Args:
        settings: Where the policies are.
        embedder: Gives the second signal its meaning, where a cue asks for it.
        ranks: Also rank hashtags by meaning, which asks for it with every draft.
    """
    policy = load_trusted_policy(settings.policies, settings.cache)
    hashtags = load_hashtags(settings.policies)
    return Coach(policy, hashtags, embedder if ranks else None, LearnedResemblance(embedder))


def build_contexts(settings: Settings) -> Contexts:
    """Build what says for whom and where a draft is checked."""
    return Contexts(load_roles(settings.policies), settings.house_hours)


def build_questions(settings: Settings, policy: Policy, embedder: Embedder) -> Questions:
    """Build what answers questions; the embedder knows other ways of asking."""
    folder = settings.policies / "answers"
    lexicon = open_lexicon()
    meaning = KeptVectors(embedder, settings.cache)
    return Questions(load_answers(folder, lexicon, meaning), load_cues(folder, lexicon), policy)


def build_conversation(settings: Settings, records: Records, embedder: Embedder) -> Conversation:
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
