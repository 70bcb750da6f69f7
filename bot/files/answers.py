"""Load policies/answers/: what to say to questions, and the cues of each intent."""

from pathlib import Path

from bot.core.coaching.answers import INTENTS, VERDICTS, Answer, AnswerBook, AnswerText
from bot.core.errors import ContentError
from bot.core.language.lexicon import Lexicon
from bot.core.model import LANGUAGES, Language
from bot.core.policy.terms import PhraseBook
from bot.core.policy.word_patterns import TermError
from bot.core.ports import Embedder
from bot.files.entries import Entry, block_lines, read_yaml, refuse_unknown_keys
from bot.files.sources import read_source

_KEYS = ("intent", "answer", "general", "sources", "about", *LANGUAGES)
_TEXT_KEYS = ("questions", "words", "text", "next_step")
_INTENTS_FILE = "intents.yaml"


def load_answers(folder: Path, lexicon: Lexicon, embedder: Embedder | None = None) -> AnswerBook:
    """Load every answer of policies/answers.

    Raises:
        ContentError: a file makes no sense.
    """
    answers = [
        _read_answer(path, folder)
        for path in sorted(folder.glob("*.yaml"))
        if path.name != _INTENTS_FILE
    ]
    if not answers:
        raise ContentError(str(folder), "there are no answers here", "Add answer files.")
    return AnswerBook(answers, lexicon, embedder)


def load_cues(folder: Path, lexicon: Lexicon) -> dict[Language, PhraseBook]:
    """Load the cues of each intent: one vocabulary an intent and language.

    Raises:
        ContentError: the file makes no sense.
    """
    entry = read_yaml(folder / _INTENTS_FILE, f"policies/answers/{_INTENTS_FILE}")
    fields = entry.mapping("intents")
    refuse_unknown_keys(fields, INTENTS, "intents")
    books = {language: PhraseBook(language, lexicon) for language in LANGUAGES}
    for intent, by_language in fields.items():
        blocks = by_language.mapping(intent)
        refuse_unknown_keys(blocks, LANGUAGES, intent)
        for language in LANGUAGES:
            if language not in blocks:
                raise by_language.refuse(f"{intent} has no cues in {language}", "Add them.")
            for term, line in block_lines(blocks[language], "a cue"):
                try:
                    books[language].add(intent, term)
                except TermError as error:
                    raise ContentError(
                        entry.path, str(error), "See docs/rules.md, “Terms”.", line
                    ) from error
    for book in books.values():
        book.finish()
    return books


def _read_answer(path: Path, folder: Path) -> Answer:
    entry = read_yaml(path, str(path.relative_to(folder.parent.parent)))
    fields = entry.mapping("an answer")
    refuse_unknown_keys(fields, _KEYS, "an answer")
    for needed in ("intent", "answer", *LANGUAGES):
        if needed not in fields:
            raise entry.refuse(f"the answer has no “{needed}”", "Add it.")
    return Answer(
        id=path.stem,
        intent=fields["intent"].choice("intent", INTENTS),
        verdict=fields["answer"].choice("answer", VERDICTS),
        texts={language: _read_text(fields[language], language) for language in LANGUAGES},
        sources=tuple(read_source(item) for item in fields["sources"].items("sources"))
        if "sources" in fields
        else (),
        general="general" in fields and fields["general"].value is True,
    )


def _read_text(entry: Entry, language: Language) -> AnswerText:
    fields = entry.mapping(f"the block {language}")
    refuse_unknown_keys(fields, _TEXT_KEYS, f"the block {language}")
    for needed in ("questions", "text", "next_step"):
        if needed not in fields:
            raise entry.refuse(f"the block {language} has no “{needed}”", "Add it.")
    words = (
        tuple(line for line, _ in block_lines(fields["words"], "words"))
        if "words" in fields
        else ()
    )
    return AnswerText(
        questions=tuple(line for line, _ in block_lines(fields["questions"], "a question")),
        text=fields["text"].text("text"),
        next_step=fields["next_step"].text("next_step"),
        words=words,
    )
