"""Load policies/dilemmas/: one case a file. Every complaint names its file and line."""

from pathlib import Path

from bot.core.model import LANGUAGES, SETTINGS, TOPICS, Language
from bot.core.programme.dilemmas import OPTIONS, Dilemma, DilemmaText
from bot.files.entries import Entry, read_yaml
from bot.files.passages import read_fields, read_line, read_passage, read_question
from bot.files.sources import read_source

_NEEDED = ("topic", "sources", "best", *LANGUAGES)
_OPTIONAL = ("about", "settings")
_TEXT_KEYS = ("title", "situation", "question", "options", "explanation")
# Style is a matter of taste: nothing to vote on.
_TOPICS = tuple(topic for topic in TOPICS if topic != "style")


def load_dilemmas(folder: Path) -> tuple[Dilemma, ...]:
    """Load the dilemmas of a policies folder, by file name; without the folder there are none.

    Raises:
        ContentError: a file makes no sense; the message names file, line and remedy.
    """
    return tuple(
        _read_dilemma(path.stem, read_yaml(path, str(path.relative_to(folder.parent))))
        for path in sorted((folder / "dilemmas").glob("*.yaml"))
    )


def _read_dilemma(dilemma_id: str, entry: Entry) -> Dilemma:
    fields = read_fields(entry, "a dilemma", _NEEDED, _OPTIONAL)
    sources = tuple(read_source(item) for item in fields["sources"].items("sources"))
    if not sources:
        raise fields["sources"].refuse("the dilemma has no source", "Name a ruling or a rule.")
    return Dilemma(
        dilemma_id,
        fields["topic"].choice("topic", _TOPICS),
        fields["best"].choice("best", OPTIONS),
        {language: _read_text(fields[language], language) for language in LANGUAGES},
        sources,
        fields["settings"].choices("settings", SETTINGS) if "settings" in fields else (),
    )


def _read_text(entry: Entry, language: Language) -> DilemmaText:
    fields = read_fields(entry, f"the block {language}", _TEXT_KEYS)
    options = read_fields(fields["options"], "options", OPTIONS)
    return DilemmaText(
        read_line(fields["title"], "the title", 60),
        read_passage(fields["situation"], "the situation", 30, 80),
        read_question(fields["question"], "the question", 80),
        {key: read_line(options[key], f"option {key}", 70) for key in OPTIONS},
        read_passage(fields["explanation"], "the explanation", 40, 90),
    )
