"""Nothing a draft contains can hide a name, change another review, reach a log or become markup."""

import functools
import io
import logging
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.channels.terminal.render import print_message
from bot.channels.web.render import render_message
from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.messages import compose_review
from bot.core.coaching.review import Coach
from bot.core.model import Draft, Review, Verdict
from bot.files.hashtags import load_hashtags
from tests.conftest import POLICIES, TODAY, Reviewer, load_once
from tests.hostile.kinds import AIMED, DISGUISED, PLAIN, SHAPES

_LONGEST = 0.25  # seconds of computing for ten thousand hostile characters


def check_spans(review: Review, text: str) -> None:
    for finding in review.findings:
        assert text[finding.start : finding.end] == finding.quote != ""


@pytest.mark.parametrize("kind", DISGUISED)
def test_a_disguised_name_is_found_and_quoted_as_written(kind: str, review: Reviewer) -> None:
    text = DISGUISED[kind]
    found = review(text)
    check_spans(found, text)
    assert found.verdict is Verdict.ASK
    assert any(finding.topic == "rx_promotion" for finding in found.findings)


@pytest.mark.parametrize("kind", AIMED)
def test_text_for_the_checker_never_lightens_a_verdict(kind: str, review: Reviewer) -> None:
    text = AIMED[kind]
    found = review(text)
    check_spans(found, text)
    assert found.verdict is Verdict.ASK
    assert {f.rule for f in review(PLAIN).findings} <= {f.rule for f in found.findings}


@pytest.mark.parametrize("kind", AIMED)
def test_nothing_becomes_markup(kind: str, review: Reviewer) -> None:
    text = AIMED[kind]
    message = compose_review(review(text), text)
    html = render_message(message)
    for mark in ("<script", "<img", "<!--", "onerror=alert(1)>", 'href="javascript', "<@U123>"):
        assert mark not in html
    screen = io.StringIO()
    print_message(message, Console(file=screen, force_terminal=True, width=100))
    assert "\x1b[2J" not in screen.getvalue()
    assert "\x1b]0;" not in screen.getvalue()


@pytest.mark.parametrize("kind", SHAPES)
def test_a_hostile_shape_is_read_in_time(kind: str, review: Reviewer) -> None:
    text = SHAPES[kind]
    times = []
    for _ in range(3):  # the best of three: other programs, and the collector, take time as well
        started = time.process_time()
        found = review(text)
        times.append(time.process_time() - started)
    assert min(times) < _LONGEST
    check_spans(found, text)


def test_a_hostile_draft_does_not_change_the_next_review(review: Reviewer) -> None:
    before = review(PLAIN)
    for text in (*AIMED.values(), *SHAPES.values()):
        review(text)
    assert review(PLAIN) == before


def test_no_draft_reaches_a_log(review: Reviewer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for text in (*DISGUISED.values(), *AIMED.values()):
        review(text)
    assert "Zelvaro" not in caplog.text


@given(st.text(alphabet=st.characters(codec=None), min_size=1, max_size=400))
def test_any_text_gives_findings_that_quote_it(text: str) -> None:
    found = _reviewer()(text) if text.strip() and "\x00" not in text else None
    if found:
        check_spans(found, text)


@given(
    st.lists(
        st.sampled_from(
            [*DISGUISED.values(), *AIMED.values(), "Wir haben Kuchen gegessen.", "Dank je wel! 🎉"]
        ),
        min_size=1,
        max_size=4,
    ),
    st.text(alphabet=st.characters(codec=None), max_size=40),
)
def test_joined_hostile_texts_keep_their_spans(pieces: list[str], between: str) -> None:
    text = between.replace("\x00", "").join(pieces)
    check_spans(_reviewer()(text), text)


@functools.cache
def _reviewer() -> Reviewer:
    """Give a reviewer for property tests, which take no fixtures of a session."""
    policy, organisation = load_once()
    context = Contexts().compose(organisation, TODAY, Told())
    coach = Coach(policy, load_hashtags(POLICIES))
    return lambda text: coach.review(Draft(text, context))
