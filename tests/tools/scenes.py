"""Tell the rules' examples that retell another language's scene from those of their own.

`python -m tests.tools.scenes` prints the figures; with names of rules, their examples and twins.

Two examples of one topic are twins when the encoder finds them near each other across languages:
in one rule from a cosine of 0.30, in different rules from 0.45. Bad ones are also compared with
gaps, because what one language's rule finds another's may miss. A scene that languages share is
kept by one of them and counts for no other.

How good that is, judged by one reader on the examples of November 2026, 96 pairs at eight levels
and 60 or 120 fresh ones at the thresholds chosen. Nearest neighbours told the same scene at 0.50
and more in 36 of 36 pairs, at 0.45 in 6 of 12 (3 more shared the idea), at 0.40 in 1 (4), at 0.35
in 1 (3), at 0.30 in 1, at 0.25 in none; those below 0.40 stood in one rule (“Likdoorns”,
“Hühneraugen”). Of 120 examples without a twin 2 (2 %) were translations after all, 2 more until
bad ones were compared with gaps, and 8 (7 %) had the idea in common with other facts; of 60 with a
twin, for 7 (12 %) the nearest one was another scene: the count of own examples errs on the low
side. Shared numbers and names are no cue: of 28 such pairs below 0.40 none was a translation, and
translations change both (Heinz, Harry).
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Literal

import numpy as np

from bot.core.model import LANGUAGES, TOPICS, Language
from bot.core.policy.policy import Policy
from bot.core.ports import Embedder
from bot.files.embedder import SentenceEncoder
from bot.files.policies import load_policy

PLACES = ("pharma", "hospital")
LEAST: Mapping[str, int] = {"bad": 5, "good": 5, "gap": 2}
SAME = 0.45
SAME_IN_RULE = 0.30
Cell = tuple[str, Language, str, str]  # topic, language, place, kind
Twins = Mapping[int, Set[int]]


@dataclass(frozen=True)
class Scene:
    """An example of a rule, and the cells of the requirement that it counts in."""

    topic: str
    rule: str
    language: Language
    kind: Literal["bad", "good", "gap"]
    places: tuple[str, ...]
    text: str

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple((self.topic, self.language, place, self.kind) for place in self.places)


def list_scenes(policy: Policy) -> list[Scene]:
    """List every example; one without a setting counts in both places, care with the hospital."""
    scenes = []
    for rule in policy.rules:
        for language, block in rule.blocks.items():
            for example in block.examples:
                place = "pharma" if example.setting == "pharma" else "hospital"
                places = (place,) if example.setting else PLACES
                scenes.append(
                    Scene(rule.topic, rule.id, language, example.kind, places, example.text)
                )
    return scenes


def find_twins(scenes: Sequence[Scene], embedder: Embedder) -> Twins:
    """Find for each example those of the other languages, same topic and kind, that it retells."""
    vectors = np.asarray(embedder.embed([scene.text for scene in scenes]), np.float32)
    pools: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, scene in enumerate(scenes):
        pools[scene.topic, scene.kind == "good"].append(at)
    twins: dict[int, set[int]] = {at: set() for at in range(len(scenes))}
    for pool in pools.values():
        rules = np.array([scenes[at].rule for at in pool])
        least = np.where(rules[:, None] == rules, SAME_IN_RULE, SAME)
        for row, column in zip(*np.nonzero(vectors[pool] @ vectors[pool].T >= least), strict=True):
            if scenes[pool[row]].language != scenes[pool[column]].language:
                twins[pool[row]].add(pool[column])
    return twins


def keep_own(scenes: Sequence[Scene], twins: Twins) -> set[int]:
    """Choose which language keeps each shared scene; no two kept examples are twins.

    Those without a twin are kept. Of the others the cell that lacks most takes one at a time, first
    those whose twins are fewest.
    """
    kept = {at for at in range(len(scenes)) if not twins[at]}
    counts = Counter(cell for at in kept for cell in scenes[at].cells)
    waiting: dict[Cell, list[int]] = defaultdict(list)
    for at in sorted(twins, key=lambda at: -len(twins[at])):
        for cell in scenes[at].cells:
            if at not in kept:
                waiting[cell].append(at)
    while waiting:
        cell = min(waiting, key=lambda cell: (counts[cell] / LEAST[cell[3]], cell))
        at = waiting[cell].pop()
        if not waiting[cell]:
            del waiting[cell]
        if at not in kept and not twins[at] & kept:
            kept.add(at)
            counts.update(scenes[at].cells)
    return kept


def count_own(scenes: Sequence[Scene], kept: Set[int]) -> Mapping[Cell, int]:
    """Count the kept examples of each cell of the requirement, the empty ones too."""
    counts = Counter(cell for at in kept for cell in scenes[at].cells)
    return {
        (topic, language, place, kind): counts[topic, language, place, kind]
        for topic in TOPICS
        for language in LANGUAGES
        for place in PLACES
        for kind in LEAST
    }


def measure_shares(scenes: Sequence[Scene], twins: Twins) -> dict[tuple[str, str], float]:
    """Give per pair of languages the share of their examples that have a twin in the other."""
    shares: dict[tuple[str, str], float] = {}
    for pair in combinations(LANGUAGES, 2):
        both = [at for at, scene in enumerate(scenes) if scene.language in pair]
        shared = [at for at in both if any(scenes[twin].language in pair for twin in twins[at])]
        shares[pair] = len(shared) / len(both)
    return shares


def main(rules: Sequence[str]) -> int:
    """Print the shares and the cells; or, of the rules named, each example with its twins."""
    scenes = list_scenes(load_policy(Path(__file__).parents[2] / "policies"))
    twins = find_twins(scenes, SentenceEncoder())
    kept = keep_own(scenes, twins)
    for at, scene in enumerate(scenes):
        if scene.rule in rules:
            print(f"{scene.language} {scene.kind} {'own' if at in kept else '-'}: {scene.text}")
            for twin in sorted(twins[at]):
                print(f"    {scenes[twin].language} {scenes[twin].rule}: {scenes[twin].text}")
    if rules:
        return 0
    print(f"{len(scenes)} examples, {sum(not found for found in twins.values())} without a twin")
    for pair, share in measure_shares(scenes, twins).items():
        print("-".join(pair), f"{share:.0%} shared")
    counts = count_own(scenes, kept)
    for cell, own in counts.items():
        if own < LEAST[cell[3]]:
            print("short:", *cell, f"{own} of {LEAST[cell[3]]}")
    print(sum(own < LEAST[cell[3]] for cell, own in counts.items()), "of", len(counts), "short")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
