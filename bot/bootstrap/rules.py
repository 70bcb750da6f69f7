"""Build the commands that list, show and check rules, from the files that editors write."""

from functools import partial

from bot.bootstrap.coach import open_embedder, open_resemblance
from bot.channels.terminal.policies_command import PoliciesCommand
from bot.files.dilemmas import load_dilemmas
from bot.files.launch_kit import load_launch_kit
from bot.files.lessons import load_lessons
from bot.files.organisation import load_organisation
from bot.files.policies import load_policy
from bot.files.prompts import load_prompts
from bot.files.trusted import EXAMPLE_ORGANISATION
from bot.settings import load_settings

_CONTENTS = (load_dilemmas, load_prompts, load_launch_kit)


def build_policies_command() -> PoliciesCommand:
    """Build the commands that list, show and check rules."""
    settings = load_settings()
    example = settings.policies / EXAMPLE_ORGANISATION
    resemblance = open_resemblance(open_embedder(settings))
    return PoliciesCommand(
        load_policy(settings.policies),
        load_organisation(example),
        resemblance,
        partial(load_lessons, settings.policies),
        [partial(load, settings.policies) for load in _CONTENTS],
    )
