"""Print a scene of the programme as the talk it is: `python -m tests.tools.print_scene FILE`."""

import asyncio
import sys
from pathlib import Path

from bot.core.coaching.review import Coach
from bot.files.embedder import SentenceEncoder
from bot.files.hashtags import load_hashtags
from bot.files.organisation import load_organisation
from bot.files.resemblance import LearnedResemblance
from bot.files.trusted import load_trusted_policy
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.conversations.outside import CODE, LINKEDIN_POSTS
from tests.conversations.scene import open_scene, read_script
from tests.fakes.linkedin.platform import FakeLinkedIn


async def print_scene(path: Path) -> None:
    """Play it and print what was said, up to where it fails."""
    cast, turns = read_script(path)
    policy = load_trusted_policy(POLICIES, shared_cache())
    resemblance = LearnedResemblance(SentenceEncoder())
    coach = Coach(policy, load_hashtags(POLICIES), None, resemblance)
    organisation = load_organisation(POLICIES / "organisation.example.yaml")
    platform = FakeLinkedIn(posts=LINKEDIN_POSTS, codes={CODE})
    await platform.start()
    scene = await open_scene(cast, coach, organisation, platform)
    try:
        await scene.play(turns)
    finally:
        print("\n".join(scene.lines))
        await platform.stop()


if __name__ == "__main__":
    asyncio.run(print_scene(Path(sys.argv[1])))
