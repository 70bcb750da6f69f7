"""The form of a language's wording. A field missing in one language is a type error there."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.model import Severity, Verdict


@dataclass(frozen=True)
class Wording:
    """Sentences with {placeholders} that `str.format` fills with our own values, never a draft's."""

    # The verdict
    verdict_title: Mapping[Verdict, str]
    verdict_text: Mapping[Verdict, str]
    nothing_found: str
    severity: Mapping[Severity, str]
    marked_draft: str
    findings: str
    quoted: str
    why: str
    fix: str
    source: str
    unverified: str
    replacement: str
    skipped: str
    other_language: str
    second_look: str
    checked_for: str
    change: str
    all_countries: str
    all_settings: str
    settings: Mapping[str, str]
    networks: Mapping[str, str]
    # The coaching
    coaching: str
    lead: str
    hooks: str
    hashtags: str
    preview: str
    mobile: str
    desktop: str
    notes: str
    question: str
    improved: str
    copy: str
    coaching_waits: str
    # Buttons
    show_anyway: str
    explain_rule: str
    finding_wrong: str
    ask_comms: str
    revise: str
    revise_title: str
    revise_label: str
    revise_hint: str
    revise_send: str
    forget_draft: str
    is_question: str
    yes_hand_over: str
    no_keep: str
    # Revision
    revision_title: str
    settled: str
    left: str
    new: str
    all_settled: str
    better: Mapping[str, str]
    # Conversation
    greeting: str
    greeting_private: str
    greeting_memory: str
    greeting_try: str
    no_organisation: str
    other_draft: str
    no_draft: str
    thanks: str
    press: str
    unsure: str
    explained: str
    dispute_ask: str
    dispute_thanks: str
    dispute_kept: str
    ask_comms_now: str
    not_yet: str
    forgot_draft: str
    nothing_to_forget: str
    forget_me_ask: str
    forget_me_yes: str
    forgot_me: str
    kept_you: str
    kept_title: str
    kept_nothing: str
    kept_end: str
    kept_lines: Mapping[str, str]
    pictures: str
    picture_checklist: tuple[str, ...]
    context_asks: str
    context_changed: str
    context_help: str
    # A person's own page
    allowed_title: str
    allowed: tuple[str, ...]
    whom_title: str
    latest_title: str
    latest: str
    # Answers to questions
    answer_title: Mapping[str, str]
    next_step: str
    sources: str
    engagement_found: str
    engagement_clear: str
    # Trouble
    empty: str
    too_long: str
    unreadable: str
    no_such_rule: str
    no_notes: str
    storage: str
    trouble: str
