"""What comes of one request to a model: words that were heard, or a trouble. No exceptions.

An SDK's exception holds the request and the answer. It ends where it is caught; what goes on is a
trouble, which holds neither.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

TroubleKind = Literal[
    "unreachable",  # no connection, or it broke
    "busy",  # too many requests, or the server's own failure
    "slow",  # not done in time, or nothing came for too long
    "denied",  # the key, or what it may do
    "unpaid",  # no credit left there
    "unknown",  # the model, or the address
    "moved",  # somebody points elsewhere
    "not-taken",  # the request has something that the server does not know
    "too-long",  # for the model's window
    "garbled",  # no answer in the form of this API
    "too-large",  # more than we read
    "refused",  # the model will not answer this
    "cut",  # the reply was longer than allowed
    "unfit",  # not what was asked for, even after a repair
]
GONE: frozenset[TroubleKind] = frozenset(
    {"unreachable", "busy", "slow", "denied", "unpaid", "unknown", "moved", "not-taken", "garbled"}
)
"""With these the model is unavailable; with the others it answered, and what it said is no use."""


@dataclass(frozen=True)
class Trouble:
    """Why there is no answer.

    Args:
        kind: What it was.
        status: The HTTP status; 0 without one.
        wait: For so many seconds the server wants to be left alone, where it said so.
        complaint: What the server says is wrong with a request: to look for names of parameters
            in, never to be shown or kept.
        detail: Words of ours.
    """

    kind: TroubleKind
    status: int = 0
    wait: float | None = None
    complaint: str = field(default="", repr=False)
    detail: str = ""


@dataclass
class Heard:
    """What one answer said so far."""

    pieces: list[str] = field(default_factory=list, repr=False)
    length: int = 0
    is_accepted: bool = False  # the server began to answer: from then on it costs
    finish: str = ""
    is_refusal: bool = False
    thought: int = 0  # characters that a reasoning model thought aloud before it answered
    tokens_in: int | None = None
    tokens_out: int | None = None
    on_words: Callable[["Heard"], None] | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self.pieces)
