"""Choosing the next lesson, and searching the library."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import LANGUAGES, NETWORKS, Language
from bot.core.programme.ambassador import LEVELS
from bot.core.programme.lessons import (
    ANY_LEVEL,
    LESSON_LEVELS,
    LESSON_TOPICS,
    Lesson,
    LessonText,
    choose_lesson,
    find_lessons,
)
from bot.files.lessons import load_lessons
from tests.conftest import POLICIES

LIBRARY = load_lessons(POLICIES)
ROLES = ("sales", "board", "research", "health_professional")
TEXT = LessonText("A title", "A text", "Do it")

lessons = st.lists(
    st.builds(
        Lesson,
        id=st.text("abc", min_size=1, max_size=3),
        topic=st.sampled_from(LESSON_TOPICS[:4]),
        level=st.sampled_from(LESSON_LEVELS),
        minutes=st.integers(2, 10),
        texts=st.just(dict.fromkeys(LANGUAGES, TEXT)),
        sources=st.just(()),
        roles=st.lists(st.sampled_from(ROLES), max_size=2).map(tuple),
        networks=st.lists(st.sampled_from(NETWORKS), max_size=2).map(tuple),
    ),
    max_size=12,
    unique_by=lambda lesson: lesson.id,
)
levels = st.sampled_from(LEVELS)
roles = st.sampled_from(("", "unknown", *ROLES))
networks = st.lists(st.sampled_from(NETWORKS), max_size=2)
seen_ids = st.lists(st.text("abc", min_size=1, max_size=3), max_size=12)
wishes = st.sets(st.sampled_from(LESSON_TOPICS[:4]))


def fits(lesson: Lesson, level: str) -> bool:
    return lesson.level in (level, ANY_LEVEL)


@given(lessons, levels, roles, networks, seen_ids, wishes)
def test_a_chosen_lesson_is_the_best_that_is_new(
    lessons: list[Lesson],
    level: str,
    role: str,
    networks: list[str],
    seen: list[str],
    wishes: set[str],
) -> None:
    suiting = [lesson for lesson in lessons if lesson.suits(role, networks)]
    chosen = choose_lesson(lessons, level, role, networks, seen, wishes)
    if chosen is None:
        assert suiting == []
        return
    assert chosen in suiting
    new = [lesson for lesson in suiting if lesson.id not in seen]
    if new:
        assert chosen in new
        fitting = [lesson for lesson in new if fits(lesson, level)]
        if fitting:
            assert chosen in fitting
            wished = [lesson for lesson in fitting if lesson.topic in wishes]
            assert not wished or chosen in wished


@given(lessons, levels, roles, networks, seen_ids, wishes, st.randoms(use_true_random=False))
def test_the_choice_does_not_hang_on_the_order_of_the_files(
    lessons: list[Lesson],
    level: str,
    role: str,
    networks: list[str],
    seen: list[str],
    wishes: set[str],
    chance: random.Random,
) -> None:
    shuffled = lessons.copy()
    chance.shuffle(shuffled)
    assert choose_lesson(shuffled, level, role, networks, seen, wishes) == choose_lesson(
        lessons, level, role, networks, seen, wishes
    )


@given(lessons, levels, roles, networks, wishes)
def test_everything_comes_once_before_anything_comes_twice(
    lessons: list[Lesson], level: str, role: str, networks: list[str], wishes: set[str]
) -> None:
    seen: list[str] = []
    for _ in range(2 * len(lessons)):
        chosen = choose_lesson(lessons, level, role, networks, seen, wishes)
        if chosen is not None:
            seen.append(chosen.id)
    suiting = {lesson.id for lesson in lessons if lesson.suits(role, networks)}
    assert len(set(seen[: len(suiting)])) == len(suiting)
    assert set(seen) == suiting


@given(lessons, levels, roles, networks, wishes)
def test_after_all_have_been_seen_the_oldest_of_the_level_comes_again(
    lessons: list[Lesson], level: str, role: str, networks: list[str], wishes: set[str]
) -> None:
    suiting = [lesson.id for lesson in lessons if lesson.suits(role, networks)]
    ours = [lesson.id for lesson in lessons if lesson.suits(role, networks) and fits(lesson, level)]
    again = choose_lesson(lessons, level, role, networks, suiting, wishes)
    if ours:
        assert again is not None
        assert again.id == ours[0]


@pytest.mark.parametrize("level", LEVELS)
def test_four_months_of_weekly_tips_fit_the_level_of_a_person(level: str) -> None:
    seen: list[str] = []
    for _ in range(17):
        chosen = choose_lesson(LIBRARY, level, "", ("linkedin",), seen, ())
        assert chosen is not None
        assert fits(chosen, level)
        assert not chosen.networks
        seen.append(chosen.id)
    assert len(set(seen)) == 17


def test_wished_topics_and_roles_come_first() -> None:
    for_sales = choose_lesson(LIBRARY, "sometimes", "sales", ("linkedin",), (), {"rules"})
    on_x = choose_lesson(LIBRARY, "often", "", ("linkedin", "x"), (), {"networks"})
    nobody_knows = choose_lesson(LIBRARY, "often", "", (), (), {"networks"})
    assert for_sales is not None
    assert on_x is not None
    assert nobody_knows is not None
    assert for_sales.id == "after-a-visit"
    assert on_x.id == "on-x"
    assert nobody_knows.topic != "networks"


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Hashtags", "de", "hashtags-explained"),
        ("was ist ein hashtag?", "de", "hashtags-explained"),
        ("Wie schreibe ich den ersten Satz", "de", "first-sentence"),
        ("NEBENWIRKUNGEN", "de", "side-effects-in-comments"),
        ("Dienstplan", "de", "rosters-stay-inside"),
        ("Stellenanzeige teilen", "de", "vacancy-post"),
        ("bijwerking", "nl", "side-effects-in-comments"),
        ("de eerste zin", "nl", "first-sentence"),
        ("foto van de stand", "nl", "photo-at-the-booth"),
        ("geen tijd", "nl", "one-hour-a-week"),
        ("wütend", "de", "angry-draft"),
        ("angry", "en", "angry-draft"),
        ("my profile", "en", "profile-check"),
        ("screen reader", "en", "readable-for-all"),
        ("private group", "en", "private-groups"),
        ("video subtitles", "en", "video-one-take"),
    ],
)
def test_the_library_is_searched_by_words(words: str, language: Language, expected: str) -> None:
    found = find_lessons(LIBRARY, words, language)
    assert found
    assert expected in [lesson.id for lesson in found[:2]], [lesson.id for lesson in found]


def test_a_title_counts_more_than_a_text() -> None:
    texts = {
        "a": LessonText("Other", "A trolley", "Do"),
        "b": LessonText("The trolley", "Other", "Do"),
        "c": LessonText("Else", "Other", "Do"),
        "d": LessonText("Else", "Other", "Do"),
    }
    shelf = [Lesson(key, "story", "any", 2, {"en": text}, ()) for key, text in texts.items()]
    assert [lesson.id for lesson in find_lessons(shelf, "trolleys", "en")] == ["b", "a"]


@given(st.text(max_size=400), st.sampled_from(LANGUAGES))
def test_any_words_may_be_asked(words: str, language: Language) -> None:
    found = find_lessons(LIBRARY, words, language)
    assert len(found) == len({lesson.id for lesson in found}) <= 5
    assert all(lesson in LIBRARY for lesson in found)


def test_what_nobody_wrote_is_not_found() -> None:
    assert find_lessons(LIBRARY, "Quantenchromodynamik", "de") == ()
    assert find_lessons(LIBRARY, "", "en") == ()
    assert find_lessons((), "hashtags", "en") == ()
