"""From a review to the message its author reads: the verdict, what to change, then more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.core.coaching.precedents import PRECEDENT
from bot.core.coaching.preview import is_cut
from bot.core.coaching.review import SKIPPED
from bot.core.coaching.revision import Revision, name_draft
from bot.core.coaching.wording import WORDINGS, Wording
from bot.core.language.quotation import mark_inside
from bot.core.message import (
    Banner,
    Choice,
    Choices,
    Copyable,
    FindingPart,
    Listing,
    Mark,
    MarkedDraft,
    Message,
    Paragraph,
    Part,
    Preview,
    Section,
)
from bot.core.model import Coaching, Context, Finding, Language, Review, Verdict
from bot.core.policy.wording import shorten

# The actions that buttons return; every channel gives them back as they are.
EXPLAIN, DISPUTE, DISPUTE_YES, DISPUTE_NO = "explain", "dispute", "dispute-yes", "dispute-no"
REVISE, REVISED = "revise", "revised"
SHOW_COACHING, ASK_COMMS, FORGET_DRAFT = "show-coaching", "ask-comms", "forget-draft"
# What is asked of the one draft that a button names.
OF_DRAFT = frozenset({DISPUTE_YES, REVISE, SHOW_COACHING, ASK_COMMS, FORGET_DRAFT})
READ_AS_DRAFT, READ_AS_QUESTION, CHANGE_CONTEXT = "read-as-draft", "read-as-question", "context"
FORGET_ME_YES, KEEP_ME, SET_CONTEXT = "forget-me-yes", "keep-me", "set-context"


def compose_review(
    review: Review,
    text: str,
    revision: Revision | None = None,
    told: str = "",
    more: Sequence[Choice] = (),
) -> Message:
    """Compose the message for one review of `text`.

    Args:
        review: The review.
        text: The draft.
        revision: How it compares with the version before.
        told: Who else reads it, as a sentence.
        more: Buttons for what a model may write of it.
    """
    wording, name = WORDINGS[review.answer_language], name_draft(text)
    title = wording.verdict_title[review.verdict]
    parts: list[Part] = [Banner(review.verdict, title, wording.verdict_text[review.verdict])]
    missing = [note for note in review.coaching.notes if note.kind == SKIPPED]
    parts.extend(Paragraph(note.text, "strong") for note in missing)
    if told:
        parts.append(Paragraph(told, "quiet"))
    if revision is not None:
        parts.extend(_compose_revision(revision, wording, review.answer_language))
    if review.findings:
        parts.append(MarkedDraft(wording.marked_draft, text, tuple(mark_findings(review.findings))))
        parts.append(
            Section(wording.findings, tuple(_compose_findings(review.findings, wording, name)))
        )
    cited = [note for note in review.coaching.notes if note.kind == PRECEDENT]
    parts.extend(Paragraph(note.text, "quiet") for note in cited)
    others = tuple(note for note in review.coaching.notes if note.kind not in (SKIPPED, PRECEDENT))
    parts.extend(compose_coaching(replace(review.coaching, notes=others), wording, name))
    parts.append(_compose_closing(review, wording, name, more))
    return Message(
        "review", f"{title}. {_summarise(review, wording)}", tuple(parts), review.answer_language
    )


def _summarise(review: Review, wording: Wording) -> str:
    serious = [f for f in review.findings if f.severity.value != "consider"]
    if not serious:
        return wording.nothing_found
    return " ".join(finding.message for finding in serious[:2])


def number_findings(findings: Sequence[Finding]) -> Mapping[int, int]:
    """Number the findings for a reader: those that say the same share a number.

    Gives the index of each finding with its number, counted from one.
    """
    numbers: dict[str, int] = {}
    return {
        index: numbers.setdefault(f"{finding.rule} {finding.message}", len(numbers) + 1)
        for index, finding in enumerate(findings)
    }


def mark_findings(findings: Sequence[Finding]) -> Iterator[Mark]:
    """Give marks that do not overlap; a later one begins after an earlier one."""
    numbers = number_findings(findings)
    end = 0
    for index, finding in enumerate(findings):
        start = max(finding.start, end)
        if start < finding.end:
            yield Mark(start, finding.end, finding.severity, numbers[index])
            end = finding.end


def _compose_findings(
    findings: Sequence[Finding], wording: Wording, name: str
) -> Iterator[FindingPart]:
    shown = 0
    for index, number in number_findings(findings).items():
        if number > shown:
            shown = number
            yield _compose_finding(findings[index], number, wording, name)


def _compose_finding(finding: Finding, number: int, wording: Wording, name: str) -> FindingPart:
    return FindingPart(
        number=number,
        rule=finding.rule,
        severity=finding.severity,
        severity_label=wording.severity[finding.severity],
        quote=shorten(finding.quote),
        message=finding.message,
        why_label=wording.why,
        why=finding.why,
        fix_label=wording.fix,
        fix=finding.fix,
        source_label=wording.source,
        source=finding.source,
        source_note="" if finding.source.verified else wording.unverified,
        replacement_label=wording.replacement if finding.replacement else "",
        replacement=finding.replacement or "",
        choices=(
            Choice(wording.explain_rule, EXPLAIN, finding.rule),
            Choice(wording.finding_wrong, DISPUTE, f"{finding.rule} {name}"),
        ),
    )


def _compose_revision(revision: Revision, wording: Wording, language: Language) -> Iterator[Part]:
    lines = []
    for label, items in (
        (wording.settled, revision.settled),
        (wording.left, revision.left),
        (wording.new, revision.new),
    ):
        if items:
            marked = (mark_inside(shorten(item), language) for item in items)
            quoted = (wording.quoted.format(text=item) for item in marked)
            lines.append(label.format(items=", ".join(quoted)))
    if revision.settled and not revision.left and not revision.new:
        lines = [wording.all_settled]
    lines += [wording.better[key] for key in revision.better]
    if lines:
        yield Listing(wording.revision_title, tuple(lines))


def compose_coaching(coaching: Coaching, wording: Wording, name: str = "") -> Iterator[Part]:
    """Give the parts of the coaching; when it waits, a sentence and the button to see it anyway.

    The button says that the tips wait; a note that says it, too, is for where there is no button.
    """
    if coaching.waits:
        notes = [note.text for note in coaching.notes if note.kind != "waits"]
        if notes:
            yield Listing(wording.notes, tuple(notes))
        yield Choices((Choice(wording.show_anyway, SHOW_COACHING, name),), wording.coaching_waits)
        return
    parts: list[Part] = []
    if coaching.notes:
        parts.append(Listing(wording.notes, tuple(note.text for note in coaching.notes)))
    if coaching.lead:
        parts.append(Listing(wording.lead, (coaching.lead.quote, coaching.lead.why)))
    shown = coaching.lead.quote if coaching.lead else ""
    hooks = tuple(hook.text for hook in coaching.hooks if hook.text != shown)
    if hooks:
        parts.append(Listing(wording.hooks, hooks))
    if coaching.question:
        parts.append(Listing(wording.question, (coaching.question,)))
    if coaching.hashtags:
        tags = " ".join(hashtag.tag for hashtag in coaching.hashtags)
        parts.append(Copyable(wording.hashtags, tags, wording.copy))
    if coaching.improved:
        parts.append(Copyable(wording.improved, coaching.improved, wording.copy))
    if coaching.preview and is_cut(coaching.preview):
        parts.append(
            Preview(
                wording.preview,
                wording.mobile,
                coaching.preview["mobile"],
                wording.desktop,
                coaching.preview["desktop"],
            )
        )
    if parts:
        yield Section(wording.coaching, tuple(parts))


def _compose_closing(review: Review, wording: Wording, name: str, more: Sequence[Choice]) -> Part:
    choices = [Choice(wording.revise, REVISE, name), Choice(wording.change, CHANGE_CONTEXT)]
    if review.verdict is not Verdict.GO:
        choices.insert(0, Choice(wording.ask_comms, ASK_COMMS, name, style="primary"))
    choices += [*more, Choice(wording.forget_draft, FORGET_DRAFT, name)]
    checked = wording.checked_for.format(context=describe_context(review.context, wording))
    return Choices(tuple(choices), checked)


def describe_context(context: Context, wording: Wording) -> str:
    """Say in words what was checked for: country, setting, network."""
    known = (context.author_country,) if context.author_country else context.countries
    countries = known or (wording.all_countries,)
    settings = [wording.settings[setting] for setting in context.settings]
    return ", ".join(
        [
            *countries,
            " + ".join(settings) or wording.all_settings,
            wording.networks[context.network],
        ]
    )
