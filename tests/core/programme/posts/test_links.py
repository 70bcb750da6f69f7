"""Links to posts in what people write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.programme.posts.links import FoundPost, NoPost, check_link, find_post, write_link

NUMBER = 7406535690785632256
UPDATE = f"https://www.linkedin.com/feed/update/urn:li:activity:{NUMBER}"


@pytest.mark.parametrize(
    ("text", "link", "network"),
    [
        (f"https://www.linkedin.com/posts/ada_x-activity-{NUMBER}-aB?rcm=A", UPDATE, "linkedin"),
        (f"linkedin.com/feed/update/urn:li:activity:{NUMBER}/", UPDATE, "linkedin"),
        (f"urn:li:activity:{NUMBER}", UPDATE, "linkedin"),
        ("https://twitter.com/ada/status/12?s=20", "https://x.com/ada/status/12", "x"),
        ("https://x.com/ada/status/12/photo/1", "https://x.com/ada/status/12", "x"),
        (
            "https://www.instagram.com/p/Cx_1/?igsh=1",
            "https://www.instagram.com/p/Cx_1",
            "instagram",
        ),
        (
            "https://www.instagram.com/ada/reel/C1/",
            "https://www.instagram.com/reel/C1",
            "instagram",
        ),
        (
            "https://m.facebook.com/ada/posts/pfbid0x",
            "https://www.facebook.com/ada/posts/pfbid0x",
            "facebook",
        ),
        (
            "https://www.facebook.com/share/p/1aB/?mibextid=x",
            "https://www.facebook.com/share/p/1aB",
            "facebook",
        ),
        (
            "https://www.facebook.com/permalink.php?story_fbid=pfbid0&id=1&fbclid=x",
            "https://www.facebook.com/permalink.php?story_fbid=pfbid0&id=1",
            "facebook",
        ),
    ],
)
def test_a_post_is_found(text: str, link: str, network: str) -> None:
    assert find_post(text) == FoundPost(link, network)
    assert find_post(f"Schau mal: <{text}>, bitte!") == FoundPost(
        link, network, "Schau mal: <>, bitte"
    )
    assert check_link(write_link(link)) == FoundPost(link, network)


@pytest.mark.parametrize(
    ("text", "is_short"),
    [
        ("https://lnkd.in/eXample", True),
        ("https://www.linkedin.com/in/ada-novak", False),
        ("https://www.linkedin.com/company/nordhafen/posts/", False),
        ("https://x.com/ada", False),
        ("https://www.instagram.com/ada/", False),
        ("https://www.facebook.com/ada", False),
        ("https://www.facebook.com/ada/posts/" + "x" * 200, False),
        ("https://sub.linkedin.com.x.com/a/status/1", False),
    ],
)
def test_a_link_to_no_post_is_told_apart(text: str, is_short: bool) -> None:
    assert find_post(text) == NoPost(is_short)


@pytest.mark.parametrize(
    "text", ["", "Guten Morgen", "https://example.org/posts/1", "linkedin.com"]
)
def test_what_is_no_link_of_a_network(text: str) -> None:
    assert find_post(text) is None


@pytest.mark.parametrize(
    "value", ["", "share", "javascript:alert(1)", "https://x.com/a/status/1?s=2", f"{UPDATE}"]
)
def test_a_value_that_is_none_of_ours_is_refused(value: str) -> None:
    assert check_link(value) is None


@given(st.text(max_size=300))
def test_any_text_after_a_network_is_read_or_refused(text: str) -> None:
    found = find_post(f"https://www.facebook.com/{text}")
    if isinstance(found, FoundPost):
        assert len(found.link) <= 140
        assert check_link(write_link(found.link)) is not None
