"""Load policies/launch-kit/kit.yaml: what comms sends when ambassadors begin."""

from pathlib import Path

from bot.core.model import LANGUAGES, Language
from bot.core.naming import nearest_name
from bot.core.programme.launch_kit import (
    PLACEHOLDERS,
    FrequentQuestion,
    LaunchKit,
    LaunchKitText,
    find_placeholders,
)
from bot.files.entries import Entry, read_yaml
from bot.files.passages import read_fields, read_passage, read_question

_KEYS = ("consent", "announcement", "managers", "colleagues", "questions")
_MOST_WORDS = 130  # what still fits a chat message without scrolling


def load_launch_kit(folder: Path) -> LaunchKit | None:
    """Load the launch kit of a policies folder; without the file there is none.

    Raises:
        ContentError: the file makes no sense; the message names line and remedy.
    """
    path = folder / "launch-kit" / "kit.yaml"
    if not path.exists():
        return None
    entry = read_yaml(path, str(path.relative_to(folder.parent)))
    fields = read_fields(entry, "the launch kit", LANGUAGES, ("about",))
    return LaunchKit({language: _read_text(fields[language], language) for language in LANGUAGES})


def _read_text(entry: Entry, language: Language) -> LaunchKitText:
    fields = read_fields(entry, f"the block {language}", _KEYS)
    for key, needed in (("announcement", "names"), ("managers", "company")):
        if needed not in find_placeholders(fields[key].text(key)):
            raise fields[key].refuse(f"{key} lacks {{{needed}}}", "Say where it belongs.")
    return LaunchKitText(
        _read_message(fields["consent"], "consent"),
        _read_message(fields["announcement"], "announcement"),
        _read_message(fields["managers"], "managers"),
        _read_message(fields["colleagues"], "colleagues"),
        tuple(_read_question(item) for item in fields["questions"].items("questions")),
    )


def _read_question(entry: Entry) -> FrequentQuestion:
    fields = read_fields(entry, "a question", ("question", "answer"))
    question = read_question(fields["question"], "the question", 100)
    return FrequentQuestion(question, _read_message(fields["answer"], "the answer"))


def _read_message(entry: Entry, what: str) -> str:
    text = read_passage(entry, what, 10, _MOST_WORDS)
    for name in find_placeholders(text):
        if name not in PLACEHOLDERS:
            problem = f"{what} has an unknown placeholder “{name}”"
            raise entry.refuse(problem, nearest_name(name, PLACEHOLDERS))
    return text
