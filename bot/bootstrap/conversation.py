"""Build the conversations and what answers questions out of settings."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from bot.bootstrap.coach import build_coach, build_contexts, open_resemblance
from bot.core.coaching.context import today_of
from bot.core.coaching.questions import Questions, fill_answer
from bot.core.conversation import Conversation
from bot.core.model import NO_ORGANISATION, Context, Language, Organisation
from bot.core.policy.policy import Policy
from bot.core.ports import Embedder, Records, Resemblance
from bot.files.answers import load_answers, load_cues
from bot.files.organisation import load_organisation
from bot.files.words import open_lexicon
from bot.scheduling.clock import SystemClock
from bot.scheduling.computing import ComputingThread
from bot.settings import Settings


def build_questions(
    settings: Settings, policy: Policy, embedder: Embedder, resemblance: Resemblance
) -> Questions:
    """Build what answers questions.

    The embedder knows other ways of asking; a pasted post gets the second signal a draft gets.
    """
    folder = settings.policies / "answers"
    lexicon = open_lexicon()
    book = load_answers(folder, lexicon, embedder)
    return Questions(book, load_cues(folder, lexicon), policy, resemblance)


def open_organisation(settings: Settings) -> Organisation:
    """Open the organisation of the settings; without a file it is nobody's."""
    return load_organisation(settings.organisation) if settings.organisation else NO_ORGANISATION


def build_conversation(settings: Settings, records: Records, embedder: Embedder) -> Conversation:
    """Build the conversations of the organisation of the settings."""
    resemblance = open_resemblance(embedder)
    coach = build_coach(settings, resemblance, embedder)
    organisation = open_organisation(settings)
    return Conversation(
        coach,
        build_questions(settings, coach.policy, embedder, resemblance),
        records,
        SystemClock(ZoneInfo(organisation.timezone)),
        organisation,
        settings.draft_days,
        build_contexts(settings),
        compute=ComputingThread(),
    )


def make_filling(conversation: Conversation) -> Callable[[str, Language], str]:
    """Make what fills the organisation's contacts and names into an answer."""
    organisation = conversation.organisation

    def fill(text: str, language: Language) -> str:
        context = Context(today_of(organisation, conversation.clock), organisation)
        return fill_answer(text, context, language)

    return fill
