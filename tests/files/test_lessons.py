"""The library of lessons: complete, inside its limits, and nothing that the checker would stop."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from bot.core.errors import ContentError
from bot.core.model import LANGUAGES, NO_ORGANISATION, Organisation
from bot.core.policy.policy import Policy
from bot.core.programme.lessons import LESSON_TOPICS, Lesson
from bot.core.programme.proofreading import proofread_lessons
from bot.files.lessons import load_lessons
from bot.files.resemblance import LearnedResemblance
from tests.conftest import POLICIES

SAMPLE = "first-sentence"


@pytest.fixture(scope="module")
def library() -> tuple[Lesson, ...]:
    return load_lessons(POLICIES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policies" / "lessons").mkdir(parents=True)
    shutil.copy(POLICIES / "lessons" / f"{SAMPLE}.yaml", tmp_path / "policies" / "lessons")
    return tmp_path / "policies"


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "lessons" / f"{SAMPLE}.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_library_has_enough_for_everybody(library: tuple[Lesson, ...]) -> None:
    levels = Counter(lesson.level for lesson in library)
    assert len(library) >= 44
    assert levels["starting"] >= 10
    assert levels["sometimes"] >= 10
    assert levels["often"] >= 8


def test_whatever_topic_people_wish_for_there_is_a_lesson(library: tuple[Lesson, ...]) -> None:
    assert {lesson.topic for lesson in library} == set(LESSON_TOPICS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_lessons_promise_or_ask_the_same(library: tuple[Lesson, ...], language: str) -> None:
    texts = [lesson.texts[language] for lesson in library]
    assert len({text.title for text in texts}) == len(library)
    assert len({text.exercise for text in texts}) == len(library)


def test_each_language_uses_its_own_quotation_marks(library: tuple[Lesson, ...]) -> None:
    foreign = {"de": '”‘’"', "nl": '“”„"', "en": '„‘"'}
    for lesson in library:
        for language, marks in foreign.items():
            assert not set(marks) & set(lesson.texts[language].whole), (lesson.id, language)


@pytest.mark.parametrize("example_organisation", [True, False])
def test_what_lessons_say_the_checker_lets_pass(
    library: tuple[Lesson, ...],
    policy: Policy,
    organisation: Organisation,
    resemblance: LearnedResemblance,
    example_organisation: bool,
) -> None:
    employer = organisation if example_organisation else NO_ORGANISATION
    assert [str(one) for one in proofread_lessons(library, policy, employer, resemblance)] == []


def test_a_lesson_that_the_checker_would_stop_is_named_with_its_place(
    folder: Path, policy: Policy, resemblance: LearnedResemblance
) -> None:
    advice = "Take two tablets of Xarelto a day, they always help and have no side effects."
    change(folder, "Take your last text", f"{advice} Take your last text")
    lessons = load_lessons(folder)
    complaints = proofread_lessons(lessons, policy, NO_ORGANISATION, resemblance)
    assert complaints
    lines = (folder / "lessons" / f"{SAMPLE}.yaml").read_text().splitlines()
    english = lines.index("en:") + 1
    assert {(one.path, one.line) for one in complaints} == {
        (f"policies/lessons/{SAMPLE}.yaml", english + 1)
    }


@pytest.mark.parametrize(
    ("old", "new", "at", "remedy"),
    [
        ("topic: first-sentence", "topic: first-sentense", "topic:", "mean “first-sentence”?"),
        ("level: sometimes", "level: sometime", "level:", "Did you mean “sometimes”?"),
        ("minutes: 6", "minutes: 11", "minutes:", "from 2 to 10"),
        ("minutes: 6", "minutes: soon", "minutes:", "from 2 to 10"),
        ("minutes: 6", "minutes: true", "minutes:", "from 2 to 10"),
        ("minutes: 6", "minutes: 6\nroles: [nurse]", "roles:", "One of"),
        ("minutes: 6", "minutes: 6\nroles: []", "roles:", "Leave it out"),
        ("minutes: 6", "minutes: 6\nnetworks: [linkdin]", "networks:", "Did you mean “linkedin”?"),
        ("minutes: 6", "minutes: 6\nlevels: any", "levels:", "Did you mean “level”?"),
        ("minutes: 6\n", "", "", "Add it."),
        ("  try: >-", "  tip: >-", "  tip:", "One of: text, title, try."),
        (
            "nl:\n  title: ",
            "nl:\n  title: Nogmaals, en daarna nog een keer, ",
            "  title: Nog",
            "60",
        ),
        ("https://magicpost.in", "magicpost.in", '  - {title: "MagicPost', "https://"),
        (
            'address: "https://www.healthrelations.de/", verified: false',
            "verified: true",
            '  - {title: "Health Relations',
            "Add its address",
        ),
        ("Before: “Last week", "Before, {name}: “Last week", "", "no placeholders"),
    ],
)
def test_a_broken_lesson_is_refused_with_its_line_and_remedy(
    folder: Path, old: str, new: str, at: str, remedy: str
) -> None:
    change(folder, old, new)
    with pytest.raises(ContentError) as refused:
        load_lessons(folder)
    assert refused.value.path == f"policies/lessons/{SAMPLE}.yaml"
    assert remedy in str(refused.value)
    lines = (folder / "lessons" / f"{SAMPLE}.yaml").read_text().splitlines()
    assert lines[refused.value.line - 1].startswith(at)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("too short", "Write 50 to 120."),
        ("a word " * 80, "Write 50 to 120."),
        (
            "\n\n    ".join(["this paragraph has some words but by far not enough of them"] * 5),
            "3 at most",
        ),
        ("", "quotation marks"),
    ],
)
def test_a_text_has_a_length_that_people_read(folder: Path, text: str, remedy: str) -> None:
    path = folder / "lessons" / f"{SAMPLE}.yaml"
    before, after = path.read_text().split("en:\n")
    ending = after[after.index("  try:") :]
    path.write_text(f"{before}en:\n  title: A title\n  text: >-\n    {text}\n{ending}")
    with pytest.raises(ContentError, match=remedy):
        load_lessons(folder)


def test_a_lesson_needs_a_source(folder: Path) -> None:
    path = folder / "lessons" / f"{SAMPLE}.yaml"
    lines = path.read_text().splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith("  - {")))
    with pytest.raises(ContentError, match="rests on nothing"):
        load_lessons(folder)


def test_a_file_is_named_like_an_id(folder: Path) -> None:
    path = folder / "lessons" / f"{SAMPLE}.yaml"
    path.rename(path.with_name("First sentence.yaml"))
    with pytest.raises(ContentError, match="is no id"):
        load_lessons(folder)


def test_without_the_folder_there_are_no_lessons(tmp_path: Path) -> None:
    assert load_lessons(tmp_path) == ()
