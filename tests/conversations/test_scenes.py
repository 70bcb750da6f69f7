"""Every scene of the programme: played as written, in its language, and no button leads nowhere."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.coaching.review import Coach
from bot.core.language.words import detect_language
from bot.core.message import Message
from bot.core.model import Organisation
from bot.files.hashtags import load_hashtags
from bot.files.resemblance import LearnedResemblance
from bot.files.trusted import load_trusted_policy
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.conversations.outside import CODE, LINKEDIN_POSTS
from tests.conversations.scene import Scene, open_scene, read_lines, read_script
from tests.fakes.linkedin.platform import FakeLinkedIn

SCENES = sorted((Path(__file__).parent / "scenes").glob("*.yaml"))
_shown: dict[Path, set[str]] = {}  # what was answered in each scene, by kind
_LONG = 60  # characters; in fewer a language can hardly be told
_NOWHERE = "not-yet"
_IN_ALL = ("broadcast-page", "broadcast")  # an editor sees what is sent in every language
_RESTS_ON = ("Worauf sich das stützt", "Waar dit op steunt", "What this rests on")  # titles


@pytest.fixture(scope="module")
def coach(resemblance: LearnedResemblance) -> Coach:
    policy = load_trusted_policy(POLICIES, shared_cache())
    return Coach(policy, load_hashtags(POLICIES), None, resemblance)


@pytest.fixture
async def platform() -> AsyncIterator[FakeLinkedIn]:
    running = FakeLinkedIn(posts=LINKEDIN_POSTS, codes={CODE})
    await running.start()
    yield running
    await running.stop()


async def play(
    path: Path, coach: Coach, organisation: Organisation, platform: FakeLinkedIn
) -> Scene:
    cast, turns = read_script(path)
    scene = await open_scene(cast, coach, organisation, platform)
    await scene.play(turns)
    _shown.setdefault(path, {message.kind for _, message in scene.heard})
    return scene


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.stem)
async def test_a_scene(
    path: Path, coach: Coach, organisation: Organisation, platform: FakeLinkedIn
) -> None:
    scene = await play(path, coach, organisation, platform)
    foreign = [
        (name, message.kind, line)
        for name, message in scene.heard
        for line in list_foreign(scene, name, message)
    ]
    assert not foreign
    nowhere = [
        (name, choice.label)
        for name, choice, answers in await scene.press_everything()
        if not answers or any(one.kind == _NOWHERE for one in answers)
    ]
    assert not nowhere


def list_foreign(scene: Scene, name: str, message: Message) -> list[str]:
    """List the lines of a message that are not in the language of whoever reads it."""
    wanted = scene.players[name].language
    if message.kind in _IN_ALL:
        return []
    if message.language != wanted:
        return [message.summary]
    return [
        line
        for line in read_lines(message)
        if len(line) >= _LONG
        and line not in scene.written
        and not line.startswith(("[", *_RESTS_ON))
        if detect_language(line) not in (wanted, None)
    ]


async def test_whatever_one_language_is_shown_the_others_are(
    coach: Coach, organisation: Organisation
) -> None:
    """Each step of each flow that a scene goes through is gone through in all three languages."""
    for path in SCENES:
        if path not in _shown:  # its own test did not run, or not here
            platform = FakeLinkedIn(posts=LINKEDIN_POSTS, codes={CODE})
            await platform.start()
            await play(path, coach, organisation, platform)
            await platform.stop()
    by_language: dict[str, set[str]] = {}
    for path, kinds in _shown.items():
        by_language.setdefault(read_script(path)[0]["language"], set()).update(kinds)
    everything = set().union(*by_language.values())
    assert len(everything) > 140
    assert {language: everything - kinds for language, kinds in by_language.items()} == {
        "de": set(), "nl": set(), "en": set()
    }  # fmt: skip


def test_every_scene_is_told_in_three_languages() -> None:
    languages = [read_script(path)[0]["language"] for path in SCENES]
    assert languages.count("de") == languages.count("nl") == languages.count("en") > 0
