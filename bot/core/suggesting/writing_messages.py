"""From what a model wrote to the message its author reads: the texts, whose words, who saw what."""

from dataclasses import replace
from typing import Literal

from bot.core.coaching.wording import WORDINGS
from bot.core.language.quotation import mark_inside
from bot.core.message import (
    Choice,
    Choices,
    Copyable,
    Form,
    Incoming,
    Listing,
    Message,
    Paragraph,
    Part,
)
from bot.core.model import Language, ModelUse
from bot.core.policy.engine import Check
from bot.core.policy.wording import shorten
from bot.core.suggesting.consulting import BUSY
from bot.core.suggesting.writing_wording import WRITING_WORDINGS, WritingWording
from bot.core.suggesting.written import Suggestion, Written, tell_percent

# The actions that buttons return.
SUGGEST_REWRITE, SUGGEST_HOOKS = "suggest-rewrite", "suggest-hooks"
SUGGEST_QUESTIONS, SUGGEST_REPLIES = "suggest-questions", "suggest-replies"
ANSWER_COMMENT = "answer-comment"  # the form came back
WRITE = "write-"  # before each of them: what follows by itself, and asks the model
_MOST_CHANGED = 3


def compose_asking(asked: Incoming, language: Language) -> Message:
    """Say that a model is being asked; what it writes takes this message's place."""
    text = WRITING_WORDINGS[language].asks
    return Message("asks-model", text, (Paragraph(text, "quiet"),), language, follow=asked)


def compose_early(message: Message) -> Message:
    """Show what is ready without what belongs below the whole, and say that more is coming."""
    kept = tuple(part for part in message.parts if isinstance(part, Listing | Copyable))
    more = Paragraph(WRITING_WORDINGS[message.language].asks, "quiet")
    return replace(message, parts=(*kept, more))


def compose_hooks(written: Written, language: Language, name: str) -> Message:
    """Show first lines, each with the share of the author's words."""
    wording = WRITING_WORDINGS[language]
    lines = tuple(_tell_share(one, wording) for one in written.offered)
    parts: tuple[Part, ...] = (Listing(wording.hooks_title, lines), Paragraph(wording.decide))
    again = Choices((Choice(wording.hooks, SUGGEST_HOOKS, name),))
    return _compose("hooks", written, language, wording.hooks_title, (*parts, again))


def compose_rewrite(written: Written, checked: Check, language: Language, name: str) -> Message:
    """Show the draft as it was mended: to take away, how much is theirs, what is different."""
    wording = WRITING_WORDINGS[language]
    parts: list[Part] = []
    for one in written.offered[:1]:
        parts.append(Copyable(wording.rewrite_title, one.text, wording.copy))
        told = wording.rewrite_told.format(percent=tell_percent(one))
        parts.append(Paragraph(_warn(told, one, wording), "strong"))
        changed = [_quote(sentence, language) for sentence in list_changed(checked, one.text)]
        if changed:
            more = [wording.more.format(count=len(changed) - _MOST_CHANGED)]
            shown = changed[:_MOST_CHANGED] + (more if len(changed) > _MOST_CHANGED else [])
            parts.append(Listing(wording.changed, tuple(shown)))
            if len(changed) < len(checked.parsed.sentences):
                parts.append(Paragraph(wording.unchanged_rest))
        parts.append(Paragraph(wording.decide))
    parts.append(Choices((Choice(wording.rewrite, SUGGEST_REWRITE, name),)))
    return _compose("rewrite", written, language, wording.rewrite_title, tuple(parts))


def compose_questions(written: Written, language: Language) -> Message:
    """Show questions to somebody who has nothing to tell."""
    wording = WRITING_WORDINGS[language]
    listed = Listing(wording.questions_title, tuple(one.text for one in written.offered))
    parts: tuple[Part, ...] = (listed, Paragraph(wording.questions_next))
    return _compose("questions", written, language, wording.questions_title, parts)


def compose_replies(written: Written, language: Language) -> Message:
    """Show answers to a comment, each to take away."""
    wording = WRITING_WORDINGS[language]
    parts: list[Part] = [
        Copyable(wording.replies_title if at == 0 else "", one.text, wording.copy)
        for at, one in enumerate(written.offered)
    ]
    parts.append(Paragraph(wording.decide))
    return _compose("replies", written, language, wording.replies_title, tuple(parts))


def compose_comment_form(language: Language, name: str) -> Message:
    """Give a field for the comment that somebody wants to answer."""
    wording = WRITING_WORDINGS[language]
    send = Choice(wording.comment_send, ANSWER_COMMENT, name, style="primary")
    form = Form(wording.comment_title, wording.comment_label, wording.comment_hint, send)
    return Message("comment-form", wording.comment_hint, (form,), language)


def list_changed(checked: Check, written: str) -> list[str]:
    """List the sentences of a draft that do not stand in a text, in their order."""
    text, there = checked.reading.text, " ".join(written.split())
    sentences = (text[one.start : one.end] for one in checked.parsed.sentences)
    return [one for one in sentences if " ".join(one.split()) not in there]


def tell_use(use: ModelUse, language: Language) -> str:
    """Say that a model wrote it, which host got the text, and what it did not see."""
    wording = WRITING_WORDINGS[language]
    told = wording.written_by.format(place=use.place)
    return f"{told} {wording.masked.format(count=use.masked)}" if use.masked else told


def explain_nothing(written: Written, language: Language) -> str:
    """Say kindly why there is nothing, and what works instead."""
    wording = WRITING_WORDINGS[language]
    if written.unread:
        return wording.unread.get(written.unread, wording.unread[BUSY])
    return wording.dropped


def _compose(
    kind: Literal["hooks", "rewrite", "questions", "replies"],
    written: Written,
    language: Language,
    summary: str,
    parts: tuple[Part, ...],
) -> Message:
    """Compose what was written; where nothing was, say why."""
    if not written.offered:
        told = explain_nothing(written, language)
        return Message(f"no-{kind}", told, (Paragraph(told),), language)
    foot = (Paragraph(tell_use(written.use, language), "quiet"),) if written.use else ()
    choices = tuple(part for part in parts if isinstance(part, Choices))
    others = tuple(part for part in parts if not isinstance(part, Choices))
    return Message(f"written-{kind}", summary, (*others, *foot, *choices), language)


def _tell_share(one: Suggestion, wording: WritingWording) -> str:
    percent = tell_percent(one)
    told = wording.all_theirs if percent == 100 else wording.theirs
    return _warn(told.format(text=one.text, percent=percent), one, wording)


def _warn(text: str, one: Suggestion, wording: WritingWording) -> str:
    return wording.machine.format(text=text) if one.reads_like_model else text


def _quote(sentence: str, language: Language) -> str:
    return WORDINGS[language].quoted.format(text=mark_inside(shorten(sentence), language))
