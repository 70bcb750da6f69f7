"""Compose the messages about how a pilot went: for its leads, and for whoever passes it on."""

from collections.abc import Sequence

from bot.core.message import Choice, Choices, Copyable, Form, Listing, Message, Paragraph, Part
from bot.core.model import Language
from bot.core.programme.pilots.evaluation import Evaluation
from bot.core.programme.pilots.messages import NOTE, NOTED, REPORT, describe_days
from bot.core.programme.pilots.pilot import QUESTIONS, Pilot
from bot.core.programme.pilots.wording import PILOT_WORDINGS, PilotWording

_MOST_ANSWERS = 40  # of a question: what one message may hold


def compose_note_form(pilot: Pilot, text: str, language: Language) -> Message:
    """Ask a lead for a note."""
    wording = PILOT_WORDINGS[language]
    choice = Choice(wording.tell_send, NOTED, pilot.id, "primary")
    form = Form(wording.note_title, wording.tell_label, wording.note_hint, choice, text)
    return Message("pilot-form", wording.note_title, (form,), language)


def compose_report(pilot: Pilot, evaluation: Evaluation, language: Language) -> Message:
    """Show a lead how it went, with what the group said."""
    wording = PILOT_WORDINGS[language]
    title = wording.report.format(title=pilot.title)
    parts: list[Part] = [Paragraph(title, "strong"), *_show_facts(evaluation, wording)]
    for question, texts in evaluation.answers.items():
        parts.append(Listing(wording.questions[question], _shorten(texts, wording)))
    if len(evaluation.answers) < len(QUESTIONS):
        parts.append(Paragraph(wording.answers_few, "quiet"))
    parts.append(Choices((Choice(wording.note, NOTE, pilot.id, "primary"),)))
    return Message("pilot-report", title, tuple(parts), language)


def compose_report_ready(pilot: Pilot, language: Language) -> Message:
    """Tell a lead that there is an evaluation."""
    wording = PILOT_WORDINGS[language]
    text = wording.report_ready.format(title=pilot.title)
    choices = (
        Choice(wording.show_report, REPORT, pilot.id, "primary"),
        Choice(wording.note, NOTE, pilot.id),
    )
    return Message(
        "pilot-evaluation", text, (Paragraph(text, "strong"), Choices(choices)), language
    )


def _shorten(texts: Sequence[str], wording: PilotWording) -> tuple[str, ...]:
    """Give as many texts as one message may hold, and say how many there are beside."""
    rest = len(texts) - _MOST_ANSWERS
    more = (wording.more.format(count=rest),) if rest > 0 else ()
    return (*texts[:_MOST_ANSWERS], *more)


def compose_page(
    pilot: Pilot, evaluation: Evaluation, language: Language, title: str, button: str
) -> Message:
    """Show editors what can be passed on: no answers of the group, they are the leads'."""
    wording = PILOT_WORDINGS[language]
    told = wording.report.format(title=pilot.title)
    lines = [told, describe_days(pilot, language), *_write_facts(evaluation, wording)]
    parts: list[Part] = [Copyable(title, "\n".join(lines), button)]
    if evaluation.people is None:
        parts.append(Paragraph(wording.people_few, "quiet"))
    if not evaluation.posts:
        parts.append(Paragraph(wording.no_posts, "quiet"))
    return Message("pilot-page", told, tuple(parts), language)


def _show_facts(evaluation: Evaluation, wording: PilotWording) -> list[Part]:
    parts: list[Part] = [Paragraph(_count_people(evaluation, wording))]
    posts = tuple(_name_posts(evaluation, wording))
    parts.append(Listing(wording.posts, posts) if posts else Paragraph(wording.no_posts))
    if evaluation.notes:
        parts.append(Listing(wording.notes, tuple(evaluation.notes)))
    return parts


def _write_facts(evaluation: Evaluation, wording: PilotWording) -> list[str]:
    lines = [_count_people(evaluation, wording)] if evaluation.people is not None else []
    if evaluation.posts:
        lines += [
            "",
            f"{wording.posts}:",
            *(f"- {one}" for one in _name_posts(evaluation, wording)),
        ]
    if evaluation.notes:
        lines += ["", f"{wording.notes}:", *(f"- {one}" for one in evaluation.notes)]
    return lines


def _count_people(evaluation: Evaluation, wording: PilotWording) -> str:
    if evaluation.people is None:
        return wording.people_few
    return wording.people.format(count=evaluation.people)


def _name_posts(evaluation: Evaluation, wording: PilotWording) -> list[str]:
    return [
        ", ".join(one for one in (post.title or wording.untitled, post.credit, post.link) if one)
        for post in evaluation.posts
    ]
