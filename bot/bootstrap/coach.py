"""Build the coach out of settings."""

from bot.core.coaching.context import Contexts
from bot.core.coaching.review import Coach
from bot.core.ports import Embedder, Resemblance
from bot.files.embedder import SentenceEncoder
from bot.files.hashtags import load_hashtags
from bot.files.known_vectors import KnownVectors
from bot.files.resemblance import LearnedResemblance
from bot.files.roles import load_roles
from bot.files.trusted import load_trusted_policy
from bot.settings import Settings


def open_embedder(settings: Settings) -> Embedder:
    """Open what turns sentences into vectors; it knows our own texts."""
    return KnownVectors(SentenceEncoder(settings.cache), settings.cache)


def open_resemblance(embedder: Embedder) -> Resemblance:
    """Open the second signal; large once it is used, so coach and questions share one."""
    return LearnedResemblance(embedder)


def build_coach(
    settings: Settings, resemblance: Resemblance, embedder: Embedder | None = None
) -> Coach:
    """Build the coach under the policies of the settings.

    Args:
        settings: Where the policies are.
        resemblance: The second signal, where a cue asks for it.
        embedder: Also rank hashtags by meaning, which asks for it with every draft.
    """
    policy = load_trusted_policy(settings.policies, settings.cache, resemblance)
    hashtags = load_hashtags(settings.policies)
    return Coach(policy, hashtags, embedder, resemblance)


def build_contexts(settings: Settings) -> Contexts:
    """Build what says for whom and where a draft is checked."""
    return Contexts(load_roles(settings.policies), settings.house_hours)
