"""No language lives on translations: each has scenes of its own in every topic and setting."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from bot.core.model import TOPICS
from bot.core.policy.policy import Policy
from bot.files.embedder import SentenceEncoder
from tests.tools.scenes import (
    LEAST,
    Cell,
    Scene,
    Twins,
    count_own,
    find_twins,
    keep_own,
    list_scenes,
)

_SPOKEN = {"de": "German", "nl": "Dutch", "en": "English"}


@pytest.fixture(scope="module")
def scenes(policy: Policy) -> list[Scene]:
    return list_scenes(policy)


@pytest.fixture(scope="module")
def twins(scenes: list[Scene], encoder: SentenceEncoder) -> Twins:
    """Embed every example once; some seven seconds."""
    return find_twins(scenes, encoder)


@pytest.fixture(scope="module")
def own(scenes: list[Scene], twins: Twins) -> Mapping[Cell, int]:
    return count_own(scenes, keep_own(scenes, twins))


@pytest.mark.parametrize("topic", TOPICS)
def test_each_language_has_scenes_of_its_own(own: Mapping[Cell, int], topic: str) -> None:
    complaints = [
        f"{topic} in {_SPOKEN[language]} for {place} has {count} `{kind}` examples of its own, not "
        f"{LEAST[kind]}; its others retell scenes of another language. Write {LEAST[kind] - count} "
        f"with a fresh scene (setting: {place}), as people there would tell it; "
        "`python -m tests.tools.scenes RULE` shows which scenes are shared."
        for (of, language, place, kind), count in own.items()
        if of == topic and count < LEAST[kind]
    ]
    assert not complaints, "\n".join(complaints)


def test_one_language_keeps_a_shared_scene(scenes: list[Scene], twins: Twins) -> None:
    kept = keep_own(scenes, twins)
    assert not any(twins[at] & kept for at in kept)
    left = set(twins) - kept
    assert all(twins[at] & kept for at in left)


class _Placed:
    """An embedder that puts each text where its first word says."""

    def embed(self, sentences: Sequence[str]) -> np.ndarray:
        places = {"same": (1.0, 0.0), "near": (0.4, 0.9165), "far": (0.0, 1.0)}
        return np.array([places[one.split()[0]] for one in sentences], np.float32)


def _scene(language: str, kind: str, text: str, rule: str = "one") -> Scene:
    return Scene("conduct", rule, language, kind, ("pharma",), text)


def test_translations_are_told_from_scenes_of_their_own() -> None:
    told = [
        _scene("de", "bad", "same Heinz"),
        _scene("en", "bad", "same Harry"),
        _scene("nl", "gap", "same Henk", rule="two"),
        _scene("nl", "good", "same Henk"),
        _scene("de", "bad", "same Horst"),
        _scene("en", "bad", "far away"),
    ]
    twins = find_twins(told, _Placed())
    assert twins == {0: {1, 2}, 1: {0, 2, 4}, 2: {0, 1, 4}, 3: set(), 4: {1, 2}, 5: set()}


def test_within_a_rule_less_likeness_is_enough() -> None:
    told = [_scene("de", "bad", "same word"), _scene("en", "bad", "near word")]
    assert find_twins(told, _Placed())[0] == {1}
    told[1] = _scene("en", "bad", "near word", rule="two")
    assert find_twins(told, _Placed())[0] == set()


def test_the_language_that_lacks_most_keeps_a_shared_scene() -> None:
    told = [_scene("de", "bad", "far"), _scene("de", "bad", "same"), _scene("en", "bad", "same")]
    kept = keep_own(told, {0: set(), 1: {2}, 2: {1}})
    assert kept == {0, 2}
