"""The short messages of a conversation: greeting, answers, what is kept, what is gone."""

import re
from collections.abc import Mapping, Sequence

from bot.core.coaching.messages import (
    DISPUTE_NO,
    DISPUTE_YES,
    FORGET_ME_YES,
    KEEP_ME,
    READ_AS_QUESTION,
    REVISED,
    SET_CONTEXT,
)
from bot.core.coaching.questions import Reply
from bot.core.coaching.wording import Wording
from bot.core.language.quotation import mark_inside
from bot.core.language.words import split_sentences
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import COUNTRIES, SETTINGS, Language, Organisation, Review, Source
from bot.core.policy.policy import Policy
from bot.core.policy.wording import contact_name, shorten
from bot.core.ports import Forgotten, Kept

_WORK = re.compile(
    r"(?i)^\W*(?:ich arbeite|ik werk|i work|i'm working|ich bin)\b(?P<rest>.{3,90})$"
)
_PLACES: Mapping[str, str] = {
    "DE": r"\b(?:de|deutschland|germany|duitsland)\b",
    "NL": r"\b(?:nl|niederlande[n]?|nederland|holland|the netherlands|netherlands)\b",
    "UK": r"\b(?:uk|england|scotland|wales|grossbritannien|großbritannien|engeland|britain)\b",
}
_KINDS: Mapping[str, str] = {
    "hospital": r"klinik|krankenhaus|ziekenhuis|hospital|umc|uniklinik",
    "pharma": r"pharma|farma",
    "care": r"pflege|zorg|care home|\bcare\b|altenheim|thuiszorg|hospi[cz]",
    "patient_org": r"patientenorg|patiëntenorg|patient org|selbsthilfe",
}


def say(kind: str, text: str, language: Language, *, in_place: bool = False) -> Message:
    """Say one sentence."""
    return Message(kind, text, (Paragraph(text),), language, in_place)


def compose_revise_form(text: str, wording: Wording, language: Language) -> Message:
    """Give the last version to change; sending the next one as a message does as well."""
    form = Form(
        wording.revise_title,
        wording.revise_label,
        wording.revise_hint,
        Choice(wording.revise_send, REVISED, style="primary"),
        text,
    )
    return Message("revise-form", wording.revise_hint, (form,), language)


def compose_greeting(
    wording: Wording, language: Language, draft_days: int, *, has_organisation: bool
) -> Message:
    """Introduce ourselves to a new person."""
    parts: list[Part] = [
        Paragraph(wording.greeting, "strong"),
        Paragraph(
            wording.greeting_private.format(days=draft_days)
            if draft_days
            else wording.greeting_memory
        ),
        Paragraph(wording.greeting_try, "quiet"),
    ]
    if not has_organisation:
        parts.append(Paragraph(wording.no_organisation, "quiet"))
    return Message("greeting", wording.greeting, tuple(parts), language)


def compose_unsure(wording: Wording, language: Language) -> Message:
    """Offer to read the text as a question instead."""
    choices = Choices((Choice(wording.is_question, READ_AS_QUESTION),))
    return Message("unsure", wording.unsure, (Paragraph(wording.unsure), choices), language)


def compose_reply(reply: Reply, wording: Wording) -> Message:
    """Answer a question: yes, yes if, ask, no; why; on what ground; what next."""
    title = wording.answer_title[reply.verdict]
    parts: list[Part] = [Paragraph(title, "strong")]
    if reply.post:
        clear = wording.engagement_clear
        parts.append(Paragraph(wording.engagement_found if reply.findings else clear))
        if reply.findings:
            lines = tuple(
                f"{_quote(f.quote, wording, reply.language)}: {f.message}" for f in reply.findings
            )
            parts.append(Listing("", lines))
    parts.append(Paragraph(reply.text))
    if reply.next_step:
        parts.append(Listing(wording.next_step, (reply.next_step,)))
    if reply.sources:
        parts.append(Listing(wording.sources, tuple(describe_source(s) for s in reply.sources)))
    return Message("answer", f"{title}: {reply.text}", tuple(parts), reply.language)


def _quote(text: str, wording: Wording, language: Language) -> str:
    return wording.quoted.format(text=mark_inside(shorten(text), language))


def describe_source(source: Source) -> str:
    """Give a source on one line."""
    return f"{source.title}, {source.section}" if source.section else source.title


def compose_rule(policy: Policy, rule_id: str, wording: Wording, language: Language) -> Message:
    """Explain a rule: why it exists, its source, and sentences that are fine or not."""
    rule = policy.find_rule(rule_id)
    if rule is None:
        return say("rule", wording.no_such_rule, language)
    block = rule.blocks.get(language) or next(iter(rule.blocks.values()))
    bad = [example.text for example in block.examples if example.kind == "bad"][:2]
    good = [example.text for example in block.examples if example.kind == "good"][:2]
    title = wording.explained.format(rule=rule.id)
    parts: tuple[Part, ...] = (
        Paragraph(title, "strong"),
        Paragraph(block.why),
        Listing("", (*(f"✗ {text}" for text in bad), *(f"✓ {text}" for text in good))),
        Listing(wording.source, (describe_source(rule.source),)),
    )
    return Message("rule", title, parts, language)


def compose_dispute(disputed: str, wording: Wording, language: Language) -> Message:
    """Ask for consent before a sentence is handed over; `disputed` is a rule and a draft's name."""
    choices = (
        Choice(wording.yes_hand_over, DISPUTE_YES, disputed, "primary"),
        Choice(wording.no_keep, DISPUTE_NO, disputed),
    )
    parts = (Paragraph(wording.dispute_ask), Choices(choices))
    return Message("dispute", wording.dispute_ask, parts, language)


def find_disputed_sentence(text: str, review: Review, rule: str) -> str:
    """Give the sentence of a draft in which a rule found something, else ""."""
    found = next((one for one in review.findings if one.rule == rule), None)
    if found is None:
        return ""
    for start, end in split_sentences(text, "en"):
        if start <= found.start < end:
            return text[start:end]
    return found.quote


def compose_ask_comms(organisation: Organisation, wording: Wording, language: Language) -> Message:
    """Say whom to ask."""
    contact = find_contact(organisation, "comms", language)
    return say("ask-comms", wording.ask_comms_now.format(contact=contact), language)


def find_contact(organisation: Organisation, name: str, language: Language) -> str:
    """Give a contact of the organisation, or whom one would ask anywhere."""
    return organisation.contacts.get(name) or contact_name(name, language)


def compose_kept(
    kept: Kept, wording: Wording, language: Language, things: Sequence[str] = ()
) -> Message:
    """Show a person what is kept of them; of what the programme has, its own lines."""
    lines = []
    if kept.person is not None:
        person = kept.person
        setting = wording.settings.get(person.setting, person.setting)
        network = wording.networks.get(person.network, person.network)
        said = (person.country, setting, person.role, network)
        told = ", ".join(value for value in said if value)
        if told:
            lines.append(wording.kept_lines["person"].format(told=told))
    for name, count in (
        ("reviews", kept.reviews),
        ("drafts", kept.drafts),
        ("disputes", kept.disputes),
    ):
        if count:
            lines.append(wording.kept_lines[name].format(count=count))
    lines += things
    if not lines:
        return say("my-data", wording.kept_nothing, language)
    parts = (Listing(wording.kept_title, tuple(lines)), Paragraph(wording.kept_end, "quiet"))
    return Message("my-data", wording.kept_title, parts, language)


def compose_forget_me(wording: Wording, language: Language) -> Message:
    """Ask once before everything is deleted."""
    choices = (
        Choice(wording.forget_me_yes, FORGET_ME_YES, style="danger"),
        Choice(wording.no_keep, KEEP_ME),
    )
    parts = (Paragraph(wording.forget_me_ask), Choices(choices))
    return Message("forget-me", wording.forget_me_ask, parts, language)


def compose_forgotten(forgotten: Forgotten, wording: Wording, language: Language) -> Message:
    """Say what was deleted."""
    total = sum(forgotten.counts.values())
    return say("forgot-me", wording.forgot_me.format(counts=total), language, in_place=True)


def compose_picture_checklist(wording: Wording, language: Language) -> Message:
    """Ask the author to look at a picture, since we cannot."""
    parts = (Listing(wording.pictures, wording.picture_checklist),)
    return Message("pictures", wording.pictures, parts, language)


def compose_context_choices(wording: Wording, language: Language) -> Message:
    """Offer countries, settings and networks."""
    choices = [Choice(country, SET_CONTEXT, f"country={country}") for country in COUNTRIES[:3]]
    choices += [
        Choice(wording.settings[setting], SET_CONTEXT, f"setting={setting}") for setting in SETTINGS
    ]
    choices += [
        Choice(label, SET_CONTEXT, f"network={network}")
        for network, label in wording.networks.items()
    ]
    parts = (
        Choices(tuple(choices), wording.context_asks),
        Paragraph(wording.context_help, "quiet"),
    )
    return Message("context", wording.context_asks, parts, language)


def read_told(text: str) -> Mapping[str, str] | None:
    """Read “I work in a hospital in NL”; None when the text is something else."""
    match = _WORK.match(text.strip())
    if not match or len(text) > 110:
        return None
    rest = match.group("rest").lower()
    country = next((name for name, form in _PLACES.items() if re.search(form, rest)), "")
    setting = next((name for name, form in _KINDS.items() if re.search(form, rest)), "")
    told = {"country": country, "setting": setting}
    found = {key: value for key, value in told.items() if value}
    return found if country and setting else None
