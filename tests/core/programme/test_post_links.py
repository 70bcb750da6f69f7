"""Links to posts, however they were copied."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.programme.post_links import read_link

NUMBER = 7406535690785632256
ADDRESS = f"https://www.linkedin.com/feed/update/urn:li:activity:{NUMBER}"


@pytest.mark.parametrize(
    "written",
    [
        ADDRESS,
        f"{ADDRESS}/?utm_source=share&utm_medium=member_desktop",
        f"http://linkedin.com/feed/update/urn:li:activity:{NUMBER}/",
        f"https://de.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A{NUMBER}",
        f"https://www.linkedin.com/posts/ada-novak_nachtdienst-activity-{NUMBER}-aB_c?rcm=ACoAA",
        f"https://www.linkedin.com/posts/ada_🎉-geschafft-activity-{NUMBER}-aBcd",
        f"https://www.linkedin.com/posts/ada_%F0%9F%8E%89-activity-{NUMBER}-aBcd/",
        f"https://www.linkedin.com/posts/ada_my-share-1234567-of-it-activity-{NUMBER}-aBcd",
        f"https://www.linkedin.com/embed/feed/update/urn:li:activity:{NUMBER}",
        f"https://www.linkedin.com/analytics/post-summary/urn:li:activity:{NUMBER}/",
        f"  urn:li:activity:{NUMBER} ",
        f"<{ADDRESS}>",
    ],
)
def test_one_post_has_one_address(written: str) -> None:
    link = read_link(written)
    assert link is not None
    assert link.address == ADDRESS
    assert link.urn == f"urn:li:activity:{NUMBER}"


def test_a_share_is_no_activity() -> None:
    link = read_link("https://www.linkedin.com/posts/ada_x-share-7406535690785632256-aB")
    assert link is not None
    assert link.urn == f"urn:li:share:{NUMBER}"
    link = read_link(f"https://www.linkedin.com/feed/update/urn:li:ugcPost:{NUMBER}")
    assert link is not None
    assert link.urn == f"urn:li:ugcPost:{NUMBER}"


def test_other_networks_lose_what_only_counts_clicks() -> None:
    link = read_link("https://x.com/ada/status/1?s=20&t=abc#top")
    assert link is not None
    assert (link.address, link.urn, link.day) == ("https://x.com/ada/status/1", "", None)
    link = read_link("https://www.facebook.com/permalink.php?story_fbid=1&id=2&fbclid=zz")
    assert link is not None
    assert link.address == "https://www.facebook.com/permalink.php?story_fbid=1&id=2"


@pytest.mark.parametrize(
    "written", ["", "Total", "javascript:alert(1)", "ftp://x/y", "https://", "x" * 3000]
)
def test_what_is_no_link_is_none(written: str) -> None:
    assert read_link(written) is None


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (7406535690785632256, (2025, 12, 16)),
        (7406100249858990080, (2025, 12, 14)),
        (7405104007691563008, (2025, 12, 12)),
    ],
)
def test_the_number_of_a_post_tells_its_day(number: int, day: tuple[int, int, int]) -> None:
    """Three posts whose numbers and days stand beside each other in a published export."""
    link = read_link(f"urn:li:activity:{number}")
    assert link is not None
    assert link.day == datetime.date(*day)


@given(st.text(max_size=200))
def test_any_text_is_a_link_or_not(text: str) -> None:
    link = read_link(text)
    assert link is None or link.address.startswith("https://")


@given(st.from_regex(r"https?://[a-z.]{1,20}\.[a-z]{2,3}/[^\s]{0,60}", fullmatch=True))
def test_a_link_read_again_is_the_same(text: str) -> None:
    link = read_link(text)
    assert link is None or read_link(link.address) == link


def test_no_link_reaches_a_log_by_its_repr() -> None:
    assert str(NUMBER) not in repr(read_link(ADDRESS))
