"""Compose what is said about a file with numbers. Pure."""

from collections.abc import Sequence

from bot.core.coaching.replies import say
from bot.core.coaching.wording import WORDINGS
from bot.core.message import (
    Choice,
    Choices,
    Copyable,
    Incoming,
    Link,
    Listing,
    Message,
    Paragraph,
    Part,
)
from bot.core.model import Language
from bot.core.programme.exports.pending import FIELDS, Asked
from bot.core.programme.exports.wording import EXPORT_WORDINGS
from bot.core.programme.number_sentences import ask_question, say_note, say_refusal
from bot.core.programme.numbers import LEAVE_OUT, ColumnQuestion, ExportRefused, Note
from bot.core.programme.posts import messages as post_messages
from bot.core.programme.posts.post import Post

ANSWER, HOW, TEMPLATE = "export-answer", "export-how", "export-template"
_CHATS = ("slack", "teams")  # that take files
_LONGEST_LABEL = 40


def compose_refusal(refused: ExportRefused, name: str, language: Language) -> Message:
    """Say why a file was not read; one that may be a draft is not lost on its author."""
    wording = EXPORT_WORDINGS[language]
    parts: list[Part] = [Paragraph(say_refusal(refused, language))]
    if name.lower().endswith(".csv") and refused.reason in ("unknown-layout", "too-many-columns"):
        parts.append(Paragraph(wording.or_draft, "quiet"))
    return Message("export-refused", wording.refused, tuple(parts), language)


def compose_result(
    told: int,
    joined: Sequence[Post],
    notes: Sequence[Note],
    language: Language,
    *,
    pressed: bool = False,
    asks: bool = False,
) -> Message:
    """Say how many posts stand in a file, how many of them are the person's, and what was left.

    Args:
        told: How many stand in the file.
        joined: Those that got numbers.
        notes: What was noticed.
        language: The reader's.
        pressed: It answers a button.
        asks: A question follows, and until its answer the file is kept.
    """
    wording = EXPORT_WORDINGS[language]
    parts: list[Part] = [Paragraph(_count(told, len(joined), language), "strong")]
    if told > len(joined) and not asks:
        left = wording.left_all if not joined else wording.left
        parts.append(Paragraph(left))
    lines = tuple(say_note(note, language) for note in notes)
    if lines:
        parts.append(Listing("", lines))
    if joined:
        shown = joined[: post_messages.PAGE]
        names = post_messages.name_posts_apart(shown, language)
        parts.append(Choices(tuple(map(_open, shown, names))))
    summary = _count(told, len(joined), language)
    return Message("export-read", summary, tuple(parts), language, in_place=pressed)


def _count(told: int, joined: int, language: Language) -> str:
    wording = EXPORT_WORDINGS[language]
    posts = wording.posts[0] if told == 1 else wording.posts[1].format(count=told)
    if told == joined:
        return f"{posts} {wording.all_yours[0 if told == 1 else 1]}"
    if not joined:
        return f"{posts} {wording.none_yours[0 if told == 1 else 1]}"
    return f"{posts} {wording.yours[0 if joined == 1 else 1].format(count=joined)}"


def _open(post: Post, name: str) -> Choice:
    label = name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1].rstrip()}…"
    return Choice(label, post_messages.SHOW, post.id)


def compose_questions(
    file: str, questions: Sequence[ColumnQuestion], language: Language, *, pressed: bool
) -> Message:
    """Ask about all suggestions at once; where there are not several, about one column."""
    suggested = [question for question in questions if question.suggestion]
    if len(suggested) < 2:
        return compose_question(file, questions, language, pressed=pressed)
    wording = EXPORT_WORDINGS[language]
    choices = (
        Choice(wording.accept, ANSWER, f"{file} all", "primary"),
        Choice(wording.one_by_one, ANSWER, f"{file} each"),
        Choice(wording.none, ANSWER, f"{file} none"),
    )
    parts = (
        Paragraph(wording.ask_all, "strong"),
        Listing("", tuple(ask_question(question, language).text for question in suggested)),
        Choices(choices),
        Paragraph(wording.kept, "quiet"),
    )
    return Message("export-question", wording.ask_all, parts, language, in_place=pressed)


def compose_question(
    file: str, questions: Sequence[ColumnQuestion], language: Language, *, pressed: bool
) -> Message:
    """Ask about the first of some columns."""
    wording = EXPORT_WORDINGS[language]
    question = questions[0]
    asked = ask_question(question, language)
    known = Asked(question.key, question.suggestion)
    choices = [
        Choice(label, ANSWER, f"{file} {known.id} {meaning}")
        for label, meaning in asked.choices
        if meaning in FIELDS
    ]
    choices.append(Choice(wording.leave_out, ANSWER, f"{file} {known.id} {LEAVE_OUT}"))
    if len(questions) > 1:
        rest = wording.leave_rest.format(count=len(questions))
        choices.append(Choice(rest, ANSWER, f"{file} none"))
    parts = (
        Paragraph(asked.text, "strong"),
        Choices(tuple(choices)),
        Paragraph(wording.kept, "quiet"),
    )
    return Message("export-question", asked.text, parts, language, in_place=pressed)


def compose_how(incoming: Incoming, language: Language) -> Message:
    """Say where an export comes from, and where it may be dropped."""
    wording = EXPORT_WORDINGS[language]
    here = wording.drop_here if _takes_files(incoming) else wording.drop_elsewhere
    posts = Choice(wording.my_posts, post_messages.OPEN)
    parts = (
        Paragraph(here, "strong"),
        Paragraph(wording.how),
        Paragraph(wording.what_stays, "quiet"),
        Choices((posts, Choice(wording.template, TEMPLATE))),
    )
    return Message("export-how", here, parts, language)


def _takes_files(incoming: Incoming) -> bool:
    return incoming.on_page or incoming.channel in _CHATS


def compose_template(address: str, headers: Sequence[str], language: Language) -> Message:
    """Give the empty table: as a file to open, or where there is none as a line to copy."""
    wording = EXPORT_WORDINGS[language]
    table: Part = (
        Link(wording.template_link, address)
        if address
        else Copyable(wording.template_copy, ";".join(headers), WORDINGS[language].copy)
    )
    parts = (Paragraph(wording.template, "strong"), Paragraph(wording.template_how), table)
    return Message("export-template", wording.template, parts, language)


def say_one(kind: str, language: Language) -> Message:
    """Say one of the single sentences."""
    return say(f"export-{kind}", EXPORT_WORDINGS[language].sentences[kind], language)
