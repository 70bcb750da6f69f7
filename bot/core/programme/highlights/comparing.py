"""Compare a post with what its own author is used to; never with anybody else. Pure."""

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.programme.posts.figures import Figure
from bot.core.programme.posts.post import Post

FEWEST = 3  # posts with numbers; of fewer there is no middle
_BY: tuple[Figure, ...] = ("impressions", "reactions", "comments")
_CLEARLY = 1.25


@dataclass(frozen=True)
class Compared:
    """A number of a post, and the median of its author's own posts in the same network."""

    figure: Figure
    number: int
    median: float
    posts: int

    @property
    def is_more(self) -> bool:
        """Say whether it is clearly more than usual."""
        return self.number >= _CLEARLY * self.median and self.number > self.median


@dataclass(frozen=True)
class TooFew:
    """There are not enough posts with numbers to compare with."""

    posts: int


@dataclass(frozen=True)
class Untold:
    """No numbers were told."""


Comparison = Compared | TooFew | Untold


def compare_with_own(post: Post, posts: Iterable[Post]) -> Comparison:
    """Compare a post with those its author handed in; posts of others are passed by."""
    own = {one.id: one for one in posts if _is_alike(one, post)} | {post.id: post}
    told = [figure for figure in _BY if post.figures.tell(figure) is not None]
    if not told:
        return Untold()
    most = 0
    for figure in told:
        numbers = [one.figures.tell(figure) for one in own.values()]
        known = [number for number in numbers if number is not None]
        most = max(most, len(known))
        number = post.figures.tell(figure)
        if number is not None and len(known) >= FEWEST:
            return Compared(figure, number, float(statistics.median(known)), len(known))
    return TooFew(most)


def _is_alike(one: Post, post: Post) -> bool:
    return one.person == post.person and one.network == post.network and one.is_shared
