"""Every message becomes cards that Teams takes, and a draft in them stays what it is."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from bot.channels.teams.render import render_message
from bot.core.coaching.messages import compose_review
from bot.core.message import (
    Banner,
    Choice,
    Choices,
    Copyable,
    FindingPart,
    Form,
    Link,
    Listing,
    Mark,
    MarkedDraft,
    Message,
    Paragraph,
    Preview,
    Section,
)
from bot.core.model import LANGUAGES, Severity, Source, Verdict
from tests.channels.teams.messages import DRAFTS, compose_everything
from tests.conftest import Reviewer
from tests.fakes.teams.cards import check_activity, read_runs, walk

SEND = Choice("Send", "case-reply", "change K7M2", "primary")


def cards_of(message: Message) -> list[dict[str, Any]]:
    activities = render_message(message)
    for activity in activities:
        check_activity(activity)
    return [activity["attachments"][0]["content"] for activity in activities]


def things_of(cards: Sequence[dict[str, Any]], kind: str) -> list[Any]:
    return [thing for card in cards for _, thing in walk(card) if thing.get("type") == kind]


def words_of(cards: Sequence[dict[str, Any]], *, small: bool = True) -> str:
    return "".join(
        run["text"] for card in cards for run in read_runs(card) if small or "size" not in run
    )


def test_everything_we_say_fits_into_one_card(review: Reviewer) -> None:
    messages = list(compose_everything(review))
    assert len({message.kind for message in messages}) >= 20
    for message in messages:
        assert len(cards_of(message)) == 1, message.kind


def test_a_card_is_named_after_its_message() -> None:
    (card,) = cards_of(Message("greeting", "Hello", (Paragraph("Hello"),)))
    assert card["body"][0]["id"] == "greeting.1.1"
    long = cards_of(Message("any", "", (Paragraph("word " * 20_000),)))
    assert [card["body"][0]["id"] for card in long] == [
        f"any.{at}.{len(long)}" for at in range(1, len(long) + 1)
    ]


@pytest.mark.parametrize(
    ("verdict", "style"),
    [(Verdict.GO, "good"), (Verdict.ADJUST, "warning"), (Verdict.ASK, "attention")],
)
def test_a_verdict_has_its_colour_and_its_words(verdict: Verdict, style: str) -> None:
    (card,) = cards_of(Message("any", "", (Banner(verdict, "The verdict", "And why."),)))
    (banner,) = things_of([card], "Container")
    assert banner["style"] == style
    assert banner["items"][0]["text"] == "The verdict"
    assert words_of([card]) == "And why."


def test_findings_unfold_and_the_first_is_open(review: Reviewer) -> None:
    draft = DRAFTS[1] + " " + DRAFTS[0]
    cards = cards_of(compose_review(review(draft), draft))
    toggles = things_of(cards, "Action.ToggleVisibility")
    assert len(toggles) >= 2
    shown = {
        thing["id"]: thing.get("isVisible", True)
        for card in cards
        for _, thing in walk(card)
        if "id" in thing
    }
    for number, toggle in enumerate(toggles):
        below, closed, opened = (shown[name] for name in toggle["targetElements"])
        assert below == opened == (number == 0)
        assert closed is not below


def test_a_press_tells_what_was_chosen() -> None:
    message = Message("any", "", (Choices((Choice("Frag sie", "ask-comms", "x"),)),), "de")
    (execute,) = things_of(cards_of(message), "Action.Execute")
    assert execute["verb"] == "choose"
    assert execute["data"] == {"jourfix": {"action": "ask-comms", "value": "x", "language": "de"}}
    assert execute["associatedInputs"] == "none"


@pytest.mark.parametrize(
    ("style", "shown"), [("plain", "default"), ("primary", "positive"), ("danger", "destructive")]
)
def test_buttons_have_their_style(style: Any, shown: str) -> None:
    message = Message("any", "", (Choices((Choice("A", "a", style=style),)),))
    assert things_of(cards_of(message), "Action.Execute")[0]["style"] == shown


def test_more_than_six_buttons_stand_in_two_sets() -> None:
    choices = Choices(tuple(Choice(str(at), "a") for at in range(8)))
    sets = things_of(cards_of(Message("any", "", (choices,))), "ActionSet")
    assert [len(one["actions"]) for one in sets] == [6, 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_says_what_is_missing(language: Any) -> None:
    form = Form("Your answer", "Your words", "A sentence helps most.", SEND, "What I *wrote*")
    cards = cards_of(Message("case-form", "", (form,), language))
    (field,) = things_of(cards, "Input.Text")
    assert field["id"] == "words"
    assert field["label"] == "Your words"
    assert field["placeholder"] == "A sentence helps most."
    assert field["value"] == "What I *wrote*"
    assert field["isMultiline"] is True
    assert field["isRequired"] is True
    assert field["errorMessage"]
    assert field["maxLength"] == 10_000
    (execute,) = things_of(cards, "Action.Execute")
    assert execute["associatedInputs"] == "auto"


def test_an_empty_form_has_no_value() -> None:
    cards = cards_of(Message("any", "", (Form("Title", "Label", "Hint", SEND),)))
    assert "value" not in things_of(cards, "Input.Text")[0]


def test_two_forms_stand_in_two_cards() -> None:
    form = Form("Title", "Label", "Hint", SEND)
    assert len(cards_of(Message("any", "", (form, form)))) == 2


def test_a_folded_section_unfolds() -> None:
    section = Section("More", (Paragraph("below"),), folded=True)
    cards = cards_of(Message("any", "", (section,)))
    (toggle,) = things_of(cards, "Action.ToggleVisibility")
    (below,) = [
        thing for _, thing in walk(cards[0]) if thing.get("id") == toggle["targetElements"][0]
    ]
    assert below["isVisible"] is False
    assert words_of([below]) == "below"


def test_only_safe_addresses_become_links() -> None:
    for address, links in (("https://example.org/a", 1), ("http://example.org/a", 0), ("", 0)):
        part = _finding(Source("Guide", "3.2", address), "why")
        assert len(things_of(cards_of(Message("any", "", (part,))), "Action.OpenUrl")) == links


def test_a_heading_with_signs_of_markup_is_no_text_block() -> None:
    for title in ("**Go**", "[a](https://example.org)", "1. Go", "www.example.org", "{{DATE(x)}}"):
        cards = cards_of(Message("any", "", (Banner(Verdict.GO, title, ""),)))
        assert not things_of(cards, "TextBlock")
        assert words_of(cards) == title


def test_a_summary_holds_no_tag_and_a_fallback_no_markup() -> None:
    (activity,) = render_message(Message("any", "<at>Bo</at> *x* [a](b)", (Paragraph("x"),)))
    assert activity["summary"] == "‹at›Bo‹/at› *x* [a](b)"
    card = activity["attachments"][0]["content"]
    assert card["fallbackText"] == "‹at›Bo‹/at› \\*x\\* \\[a\\](b)"


def _finding(source: Source, why: str) -> FindingPart:
    return FindingPart(
        1, "rule", Severity.ASK, "Ask first", "quote", "Message", "Why", why, "Instead", "fix",
        "Source", source, replacement_label="Rather", replacement="words", choices=(SEND,),
    )  # fmt: skip


_tricky = some.sampled_from(
    ["**bold** ", "<at>Ada</at> ", "[link](https://example.org) ", "{{DATE(2026-06-15T09:00:00Z)}}",
     "${name}", "{{{{", "${${", "&amp;<b>", "שלום ", "\u202e", "👩🏽‍⚕️", "\n\n", "\x00", '"\\', "- ", "`"]
)  # fmt: skip
_drafts = some.one_of(
    some.text(max_size=3_000),
    some.lists(some.one_of(_tricky, some.text(max_size=20)), max_size=200).map("".join),
    some.tuples(some.text(min_size=1, max_size=40), some.integers(1, 10_000)).map(
        lambda told: (told[0] * told[1])[:10_000]
    ),
)


@given(_drafts, some.integers(0, 10_000), some.integers(0, 10_000))
@example("👩🏽‍⚕️" * 2_000, 0, 10_000)
@example("{{TIME(2026-06-15T09:00:00Z)}}${a}" * 300, 3, 5_000)
def test_a_draft_is_literal(draft: str, one: int, other: int) -> None:
    start, end = sorted((one % (len(draft) + 1), other % (len(draft) + 1)))
    marks = (Mark(start, end, Severity.ASK, 1),) if start < end else ()
    cards = cards_of(Message("any", "", (MarkedDraft("", draft, marks),)))
    assert words_of(cards, small=False) == draft.replace("\x00", "\ufffd")
    assert not things_of(cards, "TextBlock")
    marked = [run["text"] for card in cards for run in read_runs(card) if run.get("highlight")]
    assert "".join(marked) == draft[start:end].replace("\x00", "\ufffd")


_texts = some.text(max_size=60).flatmap(
    lambda text: some.integers(1, 60).map(lambda times: text * times)
)
_labels = _texts.filter(lambda text: bool(text.strip()))
_choices = some.builds(
    Choice,
    _labels,
    some.sampled_from(["explain", "context"]),
    some.text(max_size=100),
    some.sampled_from(["plain", "primary", "danger"]),
)
_parts = some.one_of(
    some.builds(Paragraph, _texts, some.sampled_from(["normal", "strong", "quiet"])),
    some.builds(Banner, some.sampled_from(list(Verdict)), _texts, _texts),
    some.builds(Listing, _texts, some.lists(_texts, max_size=4).map(tuple)),
    some.builds(Copyable, _texts, _texts, _texts),
    some.builds(
        Link, _texts, some.sampled_from(["https://x.example/a?b=1&c=2", "/calendar/abc.ics"])
    ),
    some.builds(Preview, _texts, _texts, _texts, _texts, _texts),
    some.builds(Choices, some.lists(_choices, max_size=12).map(tuple), _texts),
    some.builds(Form, _texts, _labels, _texts, _choices, _texts),
    some.builds(_finding, some.builds(Source, _texts, _texts, _texts), _texts),
    _texts.map(lambda text: MarkedDraft("", text, (Mark(0, len(text), Severity.ASK, 1),))),
)
_sections = some.builds(Section, _texts, some.lists(_parts, max_size=3).map(tuple), some.booleans())
_messages = some.builds(
    Message,
    some.just("any"),
    _texts,
    some.lists(some.one_of(_parts, _sections), max_size=8).map(tuple),
    some.sampled_from(LANGUAGES),
)


@settings(max_examples=60)
@given(_messages)
def test_whatever_stands_in_a_message(message: Message) -> None:
    cards_of(message)


def test_half_a_surrogate_is_no_text() -> None:
    cards = cards_of(Message("any", "\ud800", (Paragraph("a\ud800b"),)))
    assert words_of(cards) == "a?b"
    json.dumps(cards, ensure_ascii=False).encode("utf-8")


def test_the_heaviest_signs_fit_too() -> None:
    heavy = "👩" * 20_000
    cards = cards_of(Message("any", heavy, (Paragraph(heavy), Copyable("", heavy, ""))))
    assert words_of(cards) == heavy * 2


def test_no_part_of_a_text_is_lost() -> None:
    text = "Wort und\n\nAbsatz " * 5_000
    cards = cards_of(Message("any", "", (Paragraph(text),)))
    assert len(cards) > 1
    assert words_of(cards) == text
