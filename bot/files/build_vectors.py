"""Embed our own texts, example questions and what hashtags are about. Run by `make vectors`."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bot.core.language.hashed import hash_text
from bot.files.answers import load_answers
from bot.files.embedder import SentenceEncoder
from bot.files.hashtags import load_hashtags
from bot.files.known_vectors import VECTORS
from bot.files.words import open_lexicon

POLICIES = Path(__file__).parent.parent.parent / "policies"


def list_texts(policies: Path) -> Iterator[str]:
    """List the texts that a running Jourfix embeds whatever anybody writes."""
    for answer in load_answers(policies / "answers", open_lexicon()).answers:
        for told in answer.texts.values():
            yield from told.questions
    for shelf in load_hashtags(policies).shelves.values():
        for tag in shelf.tags:
            yield tag.about


def main() -> int:
    """Write the vectors and say how many."""
    texts = sorted(set(list_texts(POLICIES)))
    rows = SentenceEncoder().embed(texts).astype(np.float16)
    keys = np.array([hash_text(text) for text in texts], np.uint64)
    np.savez_compressed(VECTORS, keys=keys, rows=rows)
    sys.stdout.write(f"{VECTORS.name}: {len(texts)} texts\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
