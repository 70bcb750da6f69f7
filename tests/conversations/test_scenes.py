"""Every scene of the programme: played as written, in its language, and no button leads nowhere."""

import copy
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.core.coaching.review import Coach
from bot.core.language.words import detect_language
from bot.core.message import Message
from bot.core.model import LANGUAGES, Language, Organisation
from bot.core.programme import programme
from bot.core.programme.spoken import Spoken
from bot.files.hashtags import load_hashtags
from bot.files.resemblance import LearnedResemblance
from bot.files.trusted import load_trusted_policy
from tests.channels.running import shared_cache
from tests.conftest import POLICIES
from tests.conversations.flows import (
    SCENES,
    Deeds,
    find_actions,
    list_scenes,
    list_shown,
    read_cast,
    read_flows,
)
from tests.conversations.outside import CODE, LINKEDIN_POSTS
from tests.conversations.scene import Scene, open_scene, read_lines, read_script
from tests.core.programme.house import build_house
from tests.fakes.linkedin.platform import FakeLinkedIn

_LONG = 60  # characters; in fewer a language can hardly be told
_FEWEST_KINDS = 140
_NOWHERE = "not-yet"
_IN_ALL = ("broadcast-page", "broadcast")  # an editor sees what is sent in every language
_RESTS_ON = ("Worauf sich das stützt", "Waar dit op steunt", "What this rests on")  # titles


@dataclass
class Stage:
    """Plays scenes, and knows from then on what was done in each."""

    coach: Coach
    organisation: Organisation
    done: dict[Path, Deeds] = field(default_factory=dict)

    @asynccontextmanager
    async def play(self, path: Path) -> AsyncIterator[Scene]:
        """Play a scene to its end; it can go on from there."""
        cast, turns = read_script(path)
        platform = FakeLinkedIn(posts=LINKEDIN_POSTS, codes={CODE})
        if "linkedin" in cast:
            await platform.start()
        try:
            scene = await open_scene(cast, self.coach, self.organisation, platform)
            await scene.play(turns)
            self.done[path] = copy.deepcopy(scene.deeds)
            yield scene
        finally:
            await platform.stop()

    async def look_up(self, path: Path) -> Deeds:
        """Say what was done in a scene; it is played if it was not yet."""
        if path not in self.done:
            async with self.play(path):
                pass
        return self.done[path]


@pytest.fixture(scope="module")
def stage(resemblance: LearnedResemblance, organisation: Organisation) -> Stage:
    policy = load_trusted_policy(POLICIES, shared_cache())
    return Stage(Coach(policy, load_hashtags(POLICIES), None, resemblance), organisation)


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.stem)
async def test_a_scene(path: Path, stage: Stage) -> None:
    async with stage.play(path) as scene:
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


async def test_whatever_one_language_is_shown_the_others_are(stage: Stage) -> None:
    """Each step that a scene goes through is gone through in all three languages."""
    shown: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for path in SCENES:
        shown[str(read_cast(path)["language"])] |= (await stage.look_up(path)).heard
    everything = set().union(*shown.values())
    assert len(everything) > _FEWEST_KINDS
    assert {language: everything - kinds for language, kinds in shown.items()} == {
        "de": set(), "nl": set(), "en": set()
    }  # fmt: skip


def test_every_scene_is_told_in_three_languages() -> None:
    languages = [read_cast(path)["language"] for path in SCENES]
    assert languages.count("de") == languages.count("nl") == languages.count("en") > 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_belongs_to_a_flow_is_done_in_a_scene_that_shows_it(
    stage: Stage, language: Language
) -> None:
    missing = []
    for name, flow in read_flows().items():
        deeds = [await stage.look_up(path) for path in list_scenes(name, language)]
        pressed = set().union(*(one.pressed for one in deeds))
        heard = set().union(*(one.heard for one in deeds))
        missing += [(name, one) for one in flow.in_scenes if one not in pressed]
        missing += [(name, one) for one in flow.gets if one not in heard]
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_scene_shows_what_it_says_and_offers_nothing_unknown(
    stage: Stage, language: Language
) -> None:
    known = {one for flow in read_flows().values() for one in flow.presses}
    others = find_actions("bot.core") - find_actions("bot.core.programme")
    for path in SCENES:
        if read_cast(path)["language"] == language:
            deeds, flows = await stage.look_up(path), read_flows()
            assert [one for one in list_shown(path) if not deeds.touches(flows[one])] == []
            assert deeds.offered - known - others == set(), path.name


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_word_that_can_be_typed_belongs_to_a_flow_and_is_typed(
    stage: Stage, language: Language, tmp_path: Path
) -> None:
    words = [word for flow in read_flows().values() for word in flow.types]
    typed = [
        text
        for path in SCENES
        if read_cast(path)["language"] == language
        for text in (await stage.look_up(path)).typed
    ]
    for spoken in list_spoken(tmp_path):
        assert any(spoken.read(word) is not None for word in words), spoken.forms["en"]
        assert any(spoken.read(text) is not None for text in typed), spoken.forms[language]


def list_spoken(folder: Path) -> list[Spoken]:
    """List all words that people type to reach something of the programme."""
    features = build_house(folder).programme.features
    return [*programme.SPOKEN, *(one for feature in features for one in feature.spoken)]
