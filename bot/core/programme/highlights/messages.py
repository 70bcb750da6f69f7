"""Compose what editors see of highlights: the proposal, and one highlight."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part, Section
from bot.core.model import Language
from bot.core.programme.highlights.comparing import Compared, Comparison, Untold
from bot.core.programme.highlights.highlight import Entry
from bot.core.programme.highlights.reasons import compose_why, list_reasons
from bot.core.programme.highlights.showing import ShownPost, show_as
from bot.core.programme.highlights.wording import HIGHLIGHT_WORDINGS
from bot.core.programme.posts.figures import Figure, Figures, show_number
from bot.core.programme.posts.messages import list_figures, name_post_shortly, name_posts_apart
from bot.core.programme.posts.post import Post

# The actions of the editors' buttons; the value is a post's id, or a highlight's.
OPEN, PICK, SHOW = "highlights", "highlight-pick", "highlight"
EXPLAIN, EXPLAINED = "highlight-explain", "highlight-explained"
WHY, WRITE, ASK, DROP = "highlight-why", "highlight-write", "highlight-ask", "highlight-drop"
PAGE = 6


@dataclass(frozen=True)
class Candidate:
    """A post that may be picked, its author as colleagues see them, and how it did for them."""

    post: Post
    name: str = field(repr=False)
    comparison: Comparison = field(default_factory=Untold)


def compose_proposal(
    chosen: Sequence[Entry],
    candidates: Sequence[Candidate],
    first: int,
    language: Language,
) -> Message:
    """Propose posts in the order of handing in; those that are picked come before."""
    wording = HIGHLIGHT_WORDINGS[language]
    parts: list[Part] = [Paragraph(wording.title, "strong"), Paragraph(wording.order, "quiet")]
    if chosen:
        names = name_posts_apart([one.post for one in chosen], language)
        named = list(zip(chosen, names, strict=True))
        lines = tuple(f"{name} ({_name_state(one, language)})" for one, name in named)
        buttons = tuple(Choice(_cut(name), SHOW, one.highlight.id) for one, name in named)
        parts += [Listing(wording.chosen, lines), Choices(buttons)]
    shown = candidates[first : first + PAGE]
    if not shown:
        parts.append(Paragraph(wording.nothing))
    parts += [_show_candidate(one, language) for one in shown]
    if len(candidates) > first + PAGE:
        parts.append(Choices((Choice(wording.more, OPEN, str(first + PAGE)),)))
    return Message("highlights", wording.title, tuple(parts), language)


def _show_candidate(candidate: Candidate, language: Language) -> Section:
    wording = HIGHLIGHT_WORDINGS[language]
    post = candidate.post
    named = wording.candidate.format(
        name=candidate.name, post=name_post_shortly(post, language)
    ).removeprefix(": ")
    reasons = list_reasons(post, language) or (wording.unknown,)
    numbers = describe_numbers(post, candidate.comparison, language)
    parts = (
        Paragraph(post.link),
        Listing(wording.why_title, reasons),
        Paragraph(" ".join(numbers), "quiet"),
        Choices((Choice(wording.pick, PICK, post.id),)),
    )
    return Section(named, parts)


def describe_numbers(post: Post, comparison: Comparison, language: Language) -> Sequence[str]:
    """Say how a post did for its author, and for how many people who follow them."""
    wording = HIGHLIGHT_WORDINGS[language]
    told = post.figures
    lines = []
    if isinstance(comparison, Untold):
        return [wording.untold]
    if isinstance(comparison, Compared):
        sentence = wording.more_than_usual if comparison.is_more else wording.as_usual
        lines.append(
            sentence.format(
                number=_say_figure(comparison.figure, comparison.number, language),
                count=comparison.posts,
                median=show_number(comparison.median, language),
            )
        )
    else:
        known = list_figures(Figures(told.impressions, told.reactions, told.comments), language)
        lines.append(wording.too_few.format(number=", ".join(known)))
    if told.impressions is not None and told.audience is not None:
        views = _say_figure("impressions", told.impressions, language)
        audience = show_number(told.audience, language)
        lines.append(wording.audience.format(views=views, audience=audience))
    return lines


def _say_figure(figure: Figure, number: int, language: Language) -> str:
    return list_figures(Figures(**{figure: number}), language)[0]


def compose_highlight(entry: Entry, language: Language, *, note: str = "") -> Message:
    """Show one highlight as it would be shown, with the buttons to go on."""
    wording = HIGHLIGHT_WORDINGS[language]
    name = entry.consent.name if entry.consent else ""
    state = _name_state(entry, language)
    title = note or name_post_shortly(entry.post, language)
    named = show_as(entry, "name", name or wording.some_name, language)
    highlight = entry.highlight.id
    is_settled = entry.answer is not None or entry.highlight.is_asked
    is_new = entry.highlight.asked_at is None
    ask = Choice(wording.ask if is_new else wording.ask_again, ASK, highlight, "primary")
    parts = (
        Paragraph(title, "strong"),
        Paragraph(state, "quiet"),
        describe_shown(wording.preview_named, named),
        describe_shown(wording.preview_plain, show_as(entry, "plain", "", language)),
        Choices(
            (
                *(() if is_settled else (ask,)),
                Choice(wording.change_why, WHY, highlight),
                Choice(wording.drop, DROP, highlight, "danger"),
                Choice(wording.back, OPEN),
            )
        ),
    )
    return Message("highlight", title, parts, language, in_place=True)


def describe_shown(title: str, shown: ShownPost) -> Listing:
    """Show what others would see."""
    return Listing(title, tuple(one for one in (shown.title, shown.why, shown.link) if one))


def compose_why_form(
    entry: Entry, language: Language, *, suggested: str = "", may_suggest: bool = False
) -> Message:
    """Ask an editor for the reason, beginning with what the author did or a model suggests."""
    wording = HIGHLIGHT_WORDINGS[language]
    why = suggested or entry.highlight.why or compose_why(entry.post, language)
    save = Choice(wording.save, WRITE, entry.highlight.id, "primary")
    form = Form(wording.why_form, wording.why_label, wording.why_hint, save, why)
    ask = Choices((Choice(wording.suggest_why, EXPLAIN, entry.highlight.id),))
    parts: tuple[Part, ...] = (form, ask) if may_suggest else (form,)
    return Message("highlight-form", wording.why_form, parts, language)


def _name_state(entry: Entry, language: Language) -> str:
    states = HIGHLIGHT_WORDINGS[language].states
    asked = "asked" if entry.highlight.asked_at else "picked"
    return states[entry.answer or asked]


def _cut(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39].rstrip()}…"


def is_recent(post: Post, now: datetime.datetime, days: int) -> bool:
    """Say whether a post was handed in within so many days."""
    return now - post.handed_in_at <= datetime.timedelta(days=days)
