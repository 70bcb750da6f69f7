"""Compose an agenda or a recap, section by section. Pure."""

import datetime
from collections.abc import Mapping, Sequence

from bot.core.coaching.story import shorten
from bot.core.language.days import write_day
from bot.core.message import Listing, Message, Paragraph, Part
from bot.core.message import Section as Folder
from bot.core.model import Language
from bot.core.programme.highlights.highlight import MOST
from bot.core.programme.highlights.showing import ShownPost
from bot.core.programme.recaps.recap import (
    FEWEST_VOTES,
    SECTIONS,
    UNSTRUCK,
    UNWRITTEN,
    Edit,
    NextDate,
    OpenDilemma,
    RecapInput,
    RecapTip,
    Section,
)
from bot.core.programme.recaps.wording import RECAP_WORDINGS, RecapWording

# A recap has to fit into one post of every channel, whatever is plugged in.
_LONGEST_TIP, _LONGEST_LINE = 900, 300
_MOST_DILEMMAS, _MOST_QUESTIONS, _MOST_DATES = 3, 4, 4
Edits = Mapping[str, Edit]  # by name_edit without the occasion: "tip/", "tip/de"


def compose_recap(recap: RecapInput, edits: Edits, language: Language) -> Message:
    """Compose it as it goes out."""
    wording = RECAP_WORDINGS[language]
    title = _compose_title(recap, language)
    parts: list[Part] = [Paragraph(title, "strong"), Paragraph(wording.intro[recap.kind])]
    for section in SECTIONS:
        inner = (
            () if is_struck(section, edits) else compose_section(section, recap, edits, language)
        )
        if inner:
            parts.append(Folder(wording.sections[section], tuple(inner)))
    return Message(recap.kind, title, tuple(parts), language)


def _compose_title(recap: RecapInput, language: Language) -> str:
    wording = RECAP_WORDINGS[language]
    occasion = recap.occasion
    forms = wording.title_of if occasion.title else wording.title
    day = write_day(occasion.date, language)
    return forms[recap.kind].format(title=occasion.title, day=day)


def is_struck(section: Section, edits: Edits) -> bool:
    """Say whether an editor struck a section that may be struck."""
    edit = edits.get(f"{section}/")
    return edit is not None and edit.is_struck and section not in UNSTRUCK


def find_text(section: Section, edits: Edits, language: Language) -> str:
    """Give what an editor wrote in place of a section; empty where nobody did."""
    edit = edits.get(f"{section}/{language}")
    return edit.text if edit is not None and section not in UNWRITTEN else ""


def compose_section(
    section: Section, recap: RecapInput, edits: Edits, language: Language
) -> Sequence[Part]:
    """Compose one section; empty where there is nothing to say."""
    wording = RECAP_WORDINGS[language]
    written = find_text(section, edits, language)
    if written:
        return [Paragraph(line) for line in written.splitlines() if line.strip()]
    match section:
        case "highlights":
            none = Paragraph(wording.no_highlights)
            return _list_posts(recap.highlights[:MOST]) or [none]
        case "tip":
            return _compose_tip(recap.gathered.tip, wording)
        case "open":
            return _compose_open(recap.gathered.dilemmas, recap.gathered.questions, wording)
        case "ours":
            return _list_posts(recap.ours[:MOST]) or [Paragraph(wording.ours_none)]
        case "dates":
            dates = recap.gathered.dates[:_MOST_DATES]
            lines = tuple(_describe_date(date, wording) for date in dates)
            return [Listing("", lines)] if lines else []
        case "thanks":
            return [Paragraph(wording.thanks[recap.kind])]


def _list_posts(posts: Sequence[ShownPost]) -> list[Part]:
    parts: list[Part] = []
    for post in posts:
        told = [shorten(post.why, _LONGEST_LINE)] if post.why else []
        parts.append(Paragraph(shorten(post.title, _LONGEST_LINE), "strong"))
        parts += [Paragraph(line) for line in (*told, post.link) if line]
    return parts


def _compose_tip(tip: RecapTip | None, wording: RecapWording) -> list[Part]:
    if tip is None:
        return []
    parts: list[Part] = [
        Paragraph(shorten(tip.title, _LONGEST_LINE), "strong"),
        *(Paragraph(line) for line in _cut(tip.text, _LONGEST_TIP).splitlines() if line.strip()),
    ]
    if tip.try_now:
        parts.append(Paragraph(wording.try_now.format(text=_cut(tip.try_now, _LONGEST_LINE))))
    return parts


def _compose_open(
    dilemmas: Sequence[OpenDilemma], questions: Sequence[str], wording: RecapWording
) -> list[Part]:
    lines = [_describe_dilemma(dilemma, wording) for dilemma in dilemmas[:_MOST_DILEMMAS]]
    lines += [shorten(question, _LONGEST_LINE) for question in questions[:_MOST_QUESTIONS]]
    return [Listing("", tuple(lines))] if lines else []


def _describe_dilemma(dilemma: OpenDilemma, wording: RecapWording) -> str:
    line = shorten(f"{dilemma.title}: {dilemma.question}", _LONGEST_LINE)
    if dilemma.votes < FEWEST_VOTES:
        return line
    return f"{line} ({wording.votes.format(votes=dilemma.votes)})"


def _describe_date(date: NextDate, wording: RecapWording) -> str:
    when = describe_moment(date.starts_at, wording)
    line = wording.date_line.format(when=when, title=shorten(date.title, 80))
    return f"{line}, {shorten(date.where, 120)}" if date.where else line


def describe_moment(moment: datetime.datetime, wording: RecapWording) -> str:
    """Say a moment in its own zone."""
    weekday = wording.weekdays[moment.weekday()]
    return wording.moment.format(weekday=weekday, date=moment)


def _cut(text: str, most: int) -> str:
    """Cut a text at a word; its paragraphs stay."""
    if len(text) <= most:
        return text
    return f"{text[: text.rfind(' ', most // 2, most)]} …"
