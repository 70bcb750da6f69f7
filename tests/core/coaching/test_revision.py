"""Two versions of a draft: what is settled, what is left, what is new, what got better."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.core.coaching.revision import compare_versions, is_revision, remember
from bot.core.model import Coaching, Context, Finding, Lead, Review, Severity, Source, Verdict

DAY = datetime.date(2026, 11, 22)


def make_review(
    *found: tuple[str, str], verdict: str = "adjust", lead: str = "", severity: str = "adjust"
) -> Review:
    findings = tuple(
        Finding(rule, "conduct", Severity(severity), quote, 0, 1, "m", "w", "f", Source("House"))
        for rule, quote in found
    )
    coaching = Coaching(lead=Lead(lead, "why") if lead else None)
    return Review(
        "", Verdict(verdict), "en", "en", "sha256:0", (), findings, coaching, Context(DAY)
    )


PAIRS = st.lists(
    st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(["red", "blue", "tea"])), max_size=8
)


@given(PAIRS)
def test_a_version_compared_with_itself_leaves_everything_and_nothing_is_new(pairs):
    review = make_review(*pairs)
    revision = compare_versions(review, "text", remember(review, "text", None))
    assert revision.settled == revision.new == revision.better == ()
    assert revision.left == tuple(quote for _, quote in pairs)


@given(PAIRS, PAIRS)
def test_every_old_and_every_new_finding_is_accounted_for_once(old, new):
    before = remember(make_review(*old), "text", None)
    revision = compare_versions(make_review(*new), "text", before)
    assert len(revision.settled) + len(revision.left) == len(old)
    assert len(revision.left) + len(revision.new) == len(new)
    assert sorted([*revision.left, *revision.new]) == sorted(quote for _, quote in new)
    assert all(quote in [q for _, q in old] for quote in revision.settled)


@given(PAIRS, PAIRS, PAIRS)
def test_what_stands_in_both_versions_is_left(kept, gone, come):
    before = remember(make_review(*gone, *kept), "text", None)
    revision = compare_versions(make_review(*come, *kept), "text", before)
    for pair in kept:
        assert pair[1] in revision.left
    assert len(revision.left) >= len(kept)


def test_other_words_of_one_rule_are_left_and_do_not_take_the_words_of_another():
    before = remember(make_review(("a", "red")), "text", None)
    assert compare_versions(make_review(("a", "blue")), "text", before).left == ("blue",)
    both = compare_versions(make_review(("a", "blue"), ("a", "red")), "text", before)
    assert (both.left, both.new, both.settled) == (("red",), ("blue",), ())


def test_tips_are_not_compared():
    tips = make_review(("a", "red"), severity="consider", verdict="go")
    assert remember(tips, "text", None).rules == ()
    assert compare_versions(tips, "text", remember(make_review(), "text", None)).new == ()


def test_what_got_better_is_named():
    before = remember(make_review(verdict="ask", lead="I cried."), "Hello all. I cried. " * 3, None)
    better = compare_versions(make_review(verdict="go"), "I cried. Hello.", before).better
    assert better == ("verdict", "shorter", "lead")
    worse = compare_versions(make_review(verdict="ask"), before.text + " And more.", before).better
    assert worse == ()


def test_versions_are_counted():
    first = remember(make_review(), "text", None)
    assert (first.version, remember(make_review(), "text", first).version) == (1, 2)


@given(st.text(alphabet=st.characters(categories=["L", "Nd"]), min_size=1, max_size=60))
def test_a_text_is_a_version_of_itself(word):
    assert is_revision(word, remember(make_review(), word, None))


def test_another_text_is_no_version():
    before = remember(make_review(), "Gestern haben wir im Garten die Rosen geschnitten.", None)
    assert is_revision("Gestern haben wir im Garten die Rosen und den Flieder geschnitten.", before)
    assert not is_revision("Onze nieuwe collega begint maandag op kantoor.", before)
