"""The learned second signal and the encoder on disk: the same answers, and loud when broken."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.core.policy.policy import Policy
from bot.core.ports import Doubt
from bot.files.embedder import SentenceEncoder
from bot.files.passage_reader import PassageReader
from bot.files.resemblance import WEIGHTS, LearnedResemblance

SENTENCES = ("Heute war ein guter Tag.", "𝗕𝗼𝗹𝗱 text, naïve façade ½", "", "x" * 700)


class BrokenEncoder:
    """An encoder whose package is damaged."""

    def embed(self, _sentences: Sequence[str]) -> "np.ndarray[Any, np.dtype[np.float32]]":
        raise OSError


def are_the_same(found: Any, wanted: Any) -> bool:
    """Compare vectors: where an array lies in memory may change the last digit of a sum."""
    return bool(np.allclose(found, wanted, rtol=0, atol=1e-6))


def doubt(topic: str, sentence: str) -> Doubt:
    return Doubt(topic, frozenset(), (sentence,), 0)


@pytest.fixture(scope="module")
def learned(encoder: SentenceEncoder) -> LearnedResemblance:
    return LearnedResemblance(encoder)


def test_every_sign_of_a_rule_that_was_learned_is_still_known_by_its_name(policy: Policy) -> None:
    with np.load(WEIGHTS) as stored:
        learned = {str(name).split(":", 1)[1] for name in stored["sign_names"]}
    of_rules = {name for name in learned if "#" in name}
    known = {name for book in policy.books.values() for name in book.vocabularies}
    assert of_rules
    assert of_rules <= known


@pytest.mark.parametrize(
    ("topic", "said", "not_said"),
    [
        (
            "adverse_event",
            "Seit ich die Tabletten nehme, habe ich Ausschlag am ganzen Körper.",
            "Seit ich in der Kantine arbeite, esse ich viel mehr Gemüse.",
        ),
        (
            "patient_privacy",
            "De meneer van 87 uit Ommen in kamer 3 is vannacht rustig ingeslapen.",
            "De koffieautomaat op de derde verdieping doet het eindelijk weer.",
        ),
        (
            "inside_information",
            "Nobody outside knows yet that we are about to buy our competitor.",
            "Nobody outside knows how good the soup in our canteen is.",
        ),
    ],
)
def test_what_a_topic_is_about_weighs_more_than_a_look_alike(
    learned: LearnedResemblance, topic: str, said: str, not_said: str
) -> None:
    heavy, light = learned.weigh([doubt(topic, said), doubt(topic, not_said)]) or ()
    assert 0 <= light < heavy <= 1


def test_of_a_topic_that_no_draft_taught_the_rule_alone_decides(
    learned: LearnedResemblance,
) -> None:
    assert learned.weigh([doubt("house_topic", "Anything.")]) == [1.0]


def test_a_damaged_encoder_is_no_signal() -> None:
    assert LearnedResemblance(BrokenEncoder()).weigh([doubt("conduct", "a")]) is None


def test_missing_weights_are_no_signal(encoder: SentenceEncoder, tmp_path: Path) -> None:
    broken = LearnedResemblance(encoder, tmp_path / "none.npz")
    assert broken.weigh([doubt("conduct", "a")]) is None


def test_where_passages_cannot_be_read_there_is_no_signal(
    encoder: SentenceEncoder, tmp_path: Path
) -> None:
    broken = LearnedResemblance(encoder, reader=PassageReader(tmp_path))
    said = doubt("efficacy_claim", "Our pill heals every migraine within an hour, guaranteed.")
    assert broken.weigh([said]) is None
