"""A recap fits into one post of every channel, whatever is plugged in."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.render import render_message
from bot.core.model import LANGUAGES, Language
from bot.core.programme.highlights.showing import ShownPost
from bot.core.programme.recaps.composing import compose_recap
from bot.core.programme.recaps.messages import compose_preview
from bot.core.programme.recaps.recap import (
    KINDS,
    LONGEST_TEXT,
    SECTIONS,
    UNSTRUCK,
    Edit,
    Gathered,
    Kind,
    NextDate,
    Occasion,
    OpenDilemma,
    RecapInput,
    RecapTip,
)

NOW = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60
)
LONG = WORDS.map(lambda text: (text + " ") * 60)
POSTS = st.lists(st.builds(ShownPost, LONG, LONG, WORDS), max_size=6)
GATHERED = st.builds(
    Gathered,
    st.none() | st.builds(RecapTip, LONG, LONG, LONG),
    st.lists(st.builds(OpenDilemma, LONG, LONG, st.integers(0, 10**6)), max_size=9),
    st.lists(LONG, max_size=9),
    st.lists(st.builds(NextDate, LONG, st.just(NOW), LONG), max_size=9),
)
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=LONGEST_TEXT)


@given(st.sampled_from(KINDS), POSTS, POSTS, GATHERED, st.sampled_from(LANGUAGES))
def test_it_fits_into_one_post(
    kind: Kind,
    highlights: list[ShownPost],
    ours: list[ShownPost],
    gathered: Gathered,
    language: Language,
) -> None:
    recap = RecapInput(kind, Occasion("jf1", NOW.date(), "Jourfix"), highlights, ours, gathered)
    assert len(render_message(compose_recap(recap, {}, language))) == 1
    shown = compose_preview(recap, {}, language, language, has_channel=False, zone=datetime.UTC)
    assert len(render_message(shown)) == 1


@given(st.sampled_from(LANGUAGES), st.dictionaries(st.sampled_from(SECTIONS), TEXT))
def test_what_editors_write_fits_too(language: Language, texts: dict[str, str]) -> None:
    edits = {
        f"{section}/{language}": Edit("jf1:x", section, language, texts[section])
        for section in SECTIONS
        if section in texts
    }
    message = compose_recap(RecapInput("recap", Occasion("jf1", NOW.date())), edits, language)
    assert len(render_message(message)) == 1


@given(st.sets(st.sampled_from(SECTIONS)), st.sampled_from(LANGUAGES))
def test_striking_takes_away_that_section_and_nothing_else(
    struck: set[str], language: Language
) -> None:
    recap = RecapInput(
        "recap", Occasion("jf1", NOW.date()), [ShownPost("a", "b")], [],
        Gathered(RecapTip("tip", "text"), (), ("question",), (NextDate("next", NOW),)),
    )  # fmt: skip
    edits = {f"{one}/": Edit("jf1:x", one, is_struck=True) for one in SECTIONS if one in struck}
    whole = list(compose_recap(recap, {}, language).parts)
    left = list(compose_recap(recap, edits, language).parts)
    gone = [one for one in SECTIONS if one in struck and one not in UNSTRUCK]
    assert len(whole) - len(left) == len(gone)
    assert all(part in whole for part in left)
