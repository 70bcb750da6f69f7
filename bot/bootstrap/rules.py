"""Build the commands that list, show and check rules, from the files that editors write."""

from bot.bootstrap.coach import open_embedder
from bot.channels.terminal.policies_command import PoliciesCommand
from bot.files.lessons import load_lessons
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.resemblance import LearnedResemblance
from bot.files.trusted import EXAMPLE_ORGANISATION
from bot.settings import load_settings


def build_policies_command() -> PoliciesCommand:
    """Build the commands that list, show and check rules."""
    settings = load_settings()
    example = settings.policies / EXAMPLE_ORGANISATION
    resemblance = LearnedResemblance(open_embedder(settings))
    return PoliciesCommand(
        load_policy(settings.policies),
        load_organisation(example),
        resemblance,
        load_lessons(settings.policies),
    )
