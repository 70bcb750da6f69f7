"""The launch kit from its file: ours is complete, a broken one is refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.core.errors import ContentError
from bot.core.model import LANGUAGES
from bot.core.programme.launch_kit import PLACEHOLDERS, fill_placeholders, find_placeholders
from bot.files.launch_kit import load_launch_kit

POLICIES = Path(__file__).parent.parent.parent / "policies"
FILE = "policies/launch-kit/kit.yaml"
BLOCK = """\
{language}:
  consent: "{ten} May we name you on {{start}}?"
  announcement: "{ten} {{names}} begin at {{company}}."
  managers: "{ten} They work at {{company}}."
  colleagues: "{ten}"
  questions:
    - {{question: "Why?", answer: "{ten}"}}
"""
SOUND = "".join(BLOCK.format(language=language, ten="word " * 10) for language in LANGUAGES)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    (tmp_path / FILE).parent.mkdir(parents=True)

    def write_file(text: str) -> Path:
        (tmp_path / FILE).write_text(text, "utf-8")
        return tmp_path / "policies"

    return write_file


def test_without_the_file_there_is_none(tmp_path: Path) -> None:
    assert load_launch_kit(tmp_path / "policies") is None


def test_a_sound_file_is_read(write: Callable[[str], Path]) -> None:
    kit = load_launch_kit(write(SOUND))
    assert kit is not None
    assert kit.texts["nl"].announcement.endswith("{names} begin at {company}.")
    assert kit.texts["en"].questions[0].question == "Why?"


@pytest.mark.parametrize(
    ("old", "new", "line", "remedy"),
    [
        ("{names} begin", "They begin", 3, "where it belongs"),
        ("work at {company}", "work here", 4, "where it belongs"),
        ("on {start}", "on {stat}", 2, "Did you mean “start”?"),
        ("consent:", "konsent:", 2, "Did you mean “consent”?"),
        ('"Why?"', '"Because."', 7, "question mark"),
        ("nl:", "nx:", 8, "One of: about, de, en, nl"),
        ('answer: "' + "word " * 10 + '"', 'answer: "No."', 7, "10 to 130"),
        ('colleagues: "' + "word " * 10, 'colleagues: "' + "word " * 131, 5, "10 to 130"),
    ],
)
def test_a_broken_file_is_refused_with_its_line_and_remedy(
    write: Callable[[str], Path], old: str, new: str, line: int, remedy: str
) -> None:
    assert old in SOUND
    with pytest.raises(ContentError) as caught:
        load_launch_kit(write(SOUND.replace(old, new, 1)))
    assert (caught.value.path, caught.value.line) == (FILE, line)
    assert remedy in caught.value.hint


def test_ours_is_complete() -> None:
    kit = load_launch_kit(POLICIES)
    assert kit is not None
    for language in LANGUAGES:
        text = kit.texts[language]
        assert len(text.questions) == 5
        assert set(find_placeholders(text.announcement)) == set(PLACEHOLDERS)
        assert "{names}" not in text.managers + text.colleagues  # only those who said yes, once
        filled = fill_placeholders(text.announcement, "Ann", "Acme", "1 May")
        assert "{" not in filled
