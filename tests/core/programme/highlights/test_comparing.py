"""A post is compared with what its author is used to, never with anybody else."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.core.programme.highlights.comparing import Compared, TooFew, Untold, compare_with_own
from bot.core.programme.posts.figures import Figures
from bot.core.programme.posts.post import Post

NOW = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
COUNTS = st.none() | st.integers(0, 10**6)


@st.composite
def make_posts(draw: st.DrawFn, person: str) -> list[Post]:
    count = draw(st.integers(0, 6))
    return [
        Post(
            f"{person}{number}", person, f"https://x.com/{person}/status/{number}",
            draw(st.sampled_from(["x", "linkedin"])), NOW, is_shared=draw(st.booleans()),
            figures=Figures(draw(COUNTS), draw(COUNTS), draw(COUNTS)),
        )
        for number in range(count)
    ]  # fmt: skip


@given(make_posts("ada"), make_posts("ben"), make_posts("ben"))
def test_what_others_post_changes_nothing(
    own: list[Post], some: list[Post], others: list[Post]
) -> None:
    for post in own:
        assert compare_with_own(post, [*own, *some]) == compare_with_own(post, [*others, *own])


@given(make_posts("ada"))
def test_the_middle_needs_three_and_lies_among_them(own: list[Post]) -> None:
    for post in own:
        compared = compare_with_own(post, own)
        alike = [
            one for one in own if (one.network == post.network and one.is_shared) or one is post
        ]
        match compared:
            case Compared(figure=figure, number=number, median=median, posts=posts):
                told = [one.figures.tell(figure) for one in alike]
                known = [count for count in told if count is not None]
                assert number in known
                assert posts == len(known) >= 3
                assert min(known) <= median <= max(known)
                assert not (compared.is_more and number <= median)
            case TooFew(posts=posts):
                assert 1 <= posts < 3
            case Untold():
                assert not post.figures.told


def test_only_the_same_network_and_what_is_handed_in_counts() -> None:
    def make(name: str, views: int, network: str = "x", *, is_shared: bool = True) -> Post:
        return Post(name, "ada", name, network, NOW, is_shared=is_shared, figures=Figures(views))

    post = make("a", 300)
    rest = [make("b", 100), make("c", 9_000, "linkedin"), make("d", 9_000, is_shared=False)]
    assert compare_with_own(post, rest) == TooFew(2)
    assert compare_with_own(post, [*rest, make("e", 200)]) == Compared("impressions", 300, 200.0, 3)
