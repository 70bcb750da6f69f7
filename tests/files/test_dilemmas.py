"""Dilemmas from files: ours are complete, a broken one is refused with line and remedy."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.core.errors import ContentError
from bot.core.model import LANGUAGES, TOPICS
from bot.core.programme.dilemmas import Dilemma
from bot.files.dilemmas import load_dilemmas

POLICIES = Path(__file__).parent.parent.parent / "policies"
FILE = "policies/dilemmas/two-doors.yaml"
BLOCK = """\
{language}:
  title: "Two doors"
  situation: "{situation}"
  question: "Which one?"
  options: {{a: "Left.", b: "Right.", c: "None."}}
  explanation: "{explanation}"
"""
SOUND = """\
topic: conduct
settings: [care]
sources:
  - {title: "A ruling", section: "1", address: "https://law.example"}
best: b
""" + "".join(
    BLOCK.format(language=language, situation="word " * 30, explanation="word " * 90)
    for language in LANGUAGES
)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    folder = tmp_path / "policies"
    (folder / "dilemmas").mkdir(parents=True)

    def write_file(text: str) -> Path:
        (tmp_path / FILE).write_text(text, "utf-8")
        return folder

    return write_file


@pytest.fixture(scope="module")
def ours() -> tuple[Dilemma, ...]:
    return load_dilemmas(POLICIES)


def test_a_sound_file_is_read(write: Callable[[str], Path]) -> None:
    (dilemma,) = load_dilemmas(write(SOUND))
    assert (dilemma.id, dilemma.topic, dilemma.best) == ("two-doors", "conduct", "b")
    assert dilemma.settings == ("care",)
    assert dilemma.sources[0].address == "https://law.example"
    assert dilemma.texts["nl"].options == {"a": "Left.", "b": "Right.", "c": "None."}


def test_without_the_folder_there_are_none(tmp_path: Path) -> None:
    assert load_dilemmas(tmp_path / "policies") == ()


@pytest.mark.parametrize(
    ("old", "new", "line", "remedy"),
    [
        ("topic: conduct", "topic: condukt", 1, "Did you mean “conduct”?"),
        ("topic: conduct", "topic: style", 1, "One of"),
        ("topic: conduct", "topik: conduct", 1, "Did you mean “topic”?"),
        ("settings: [care]", "settings: [cafe]", 2, "Did you mean “care”?"),
        ('  - {title: "A ruling"', '  - {titel: "A ruling"', 4, "Did you mean “title”?"),
        ('{title: "A ruling", section', "{section", 4, "Add it"),
        (
            '\n  - {title: "A ruling", section: "1", address: "https://law.example"}',
            " []",
            3,
            "Name",
        ),
        ("best: b", "best: d", 5, "One of: a, b, c"),
        ("best: b\n", "", 1, "Add it"),
        ("nl:\n", "nl_:\n", 12, "Did you mean “nl”?"),
        ('de:\n  title: "Two doors"', f'de:\n  title: "{"x" * 61}"', 7, "At most 60"),
        ('de:\n  title: "Two doors"', "de:\n  title: ''", 7, "quotation marks"),
        ('"Which one?"', '"Which one."', 9, "question mark"),
        ('c: "None."', 'd: "None."', 10, "One of: a, b, c"),
        (', c: "None."', "", 10, "Add it"),
        ('a: "Left."', f'a: "{"x" * 71}"', 10, "At most 70"),
        ("word " * 30, "word " * 29, 8, "30 to 80"),
        ("word " * 90, "word " * 91, 11, "40 to 90"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_remedy(
    write: Callable[[str], Path], old: str, new: str, line: int, remedy: str
) -> None:
    assert old in SOUND
    folder = write(SOUND.replace(old, new, 1))
    with pytest.raises(ContentError) as caught:
        load_dilemmas(folder)
    assert (caught.value.path, caught.value.line) == (FILE, line)
    assert remedy in caught.value.hint


def test_there_are_enough_and_the_answer_cannot_be_guessed(ours: tuple[Dilemma, ...]) -> None:
    assert len(ours) >= 16
    best = Counter(dilemma.best for dilemma in ours)
    assert min(best.values()) >= len(ours) // 4
    longest = sum(
        dilemma.best == max(text.options, key=lambda key: len(text.options[key]))
        for dilemma in ours
        for text in dilemma.texts.values()
    )
    assert longest < 0.6 * len(ours) * len(LANGUAGES)


def test_sometimes_the_best_answer_is_to_post(ours: tuple[Dilemma, ...]) -> None:
    posts = [
        dilemma.id
        for dilemma in ours
        if "post" in dilemma.texts["en"].options[dilemma.best].lower()
        and "post" in dilemma.texts["de"].options[dilemma.best].lower()
        and "plaats" in dilemma.texts["nl"].options[dilemma.best].lower()
    ]
    assert len(posts) >= 4


def test_they_speak_of_every_matter_that_people_meet(ours: tuple[Dilemma, ...]) -> None:
    rare = {"style", "personal_data", "injection"}  # no case from practice that teaches anything
    assert {dilemma.topic for dilemma in ours} == set(TOPICS) - rare


def test_everyone_has_a_choice_wherever_they_work(ours: tuple[Dilemma, ...]) -> None:
    for setting in ("pharma", "hospital", "care"):
        assert sum(dilemma.fits((setting,)) for dilemma in ours) >= 10


def test_titles_differ_in_each_language(ours: tuple[Dilemma, ...]) -> None:
    for language in LANGUAGES:
        assert len({dilemma.texts[language].title for dilemma in ours}) == len(ours)
