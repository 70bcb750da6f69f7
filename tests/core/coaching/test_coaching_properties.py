"""What holds for any text whatsoever."""

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "Meine Frau hat gestern in der Küche geweint, und ich stand daneben.",
        "Gisteren viel mijn collega van de trap, maar we hebben gelachen.",
        "My daughter asked me at breakfast: “Do you count bubbles?”",
        "Innovation and sustainability are at the heart of our strategy.",
        "PS: Ich habe es 23 Jahre lang niemandem erzählt.",
        "#Nachtschicht", "https://example.org", "@anna", "!!!", "\n", "\n\n", "- ", "🚀", "?", "„", "“", "(",
        "Sie sagte: „Hier.“", "and", " , ", "P.S.", "1. ", "Dr.", "\ud800", "\u200b", "İ", "ß",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=14).map(" ".join))
relaxed = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def words(text):
    return re.findall(r"\w+", text)


@relaxed
@given(text=TEXTS)
@example(text="")
@example(text="P.S. P.S. P.S.")
@example(text="!" * 500)
def test_whatever_is_offered_stands_in_the_draft(coach, text):
    coaching = coach(text)
    if coaching.lead:
        assert coaching.lead.quote in text
        assert coaching.improved is None or coaching.improved.startswith(coaching.lead.quote)
    for hook in coaching.hooks:
        assert hook.text in text
        assert hook.text in hook.origin
        assert not text.startswith(hook.text)
        assert len(hook.text) <= 90
        assert not hook.text.endswith("?")


@relaxed
@given(text=TEXTS)
def test_previews_are_beginnings(coach, text):
    preview = coach(text, anyway=True).preview
    assert text.startswith(preview["mobile"])
    assert text.startswith(preview["desktop"])
    assert len(preview["mobile"]) <= 140
    assert len(preview["desktop"]) <= 210


@relaxed
@given(text=TEXTS, network=st.sampled_from(["linkedin", "x", "facebook", "instagram"]))
def test_notes_are_few_and_never_empty(coach, text, network):
    coaching = coach(text, network=network, answer_language="nl")
    assert 1 <= len(coaching.notes) <= 4
    assert all(note.text and ("{" in text or "{" not in note.text) for note in coaching.notes)


@relaxed
@given(text=TEXTS)
def test_improving_loses_no_word(coach, text):
    improved = coach(text).improved
    if improved is not None:
        missing = set(words(text)) - set(words(improved))
        assert missing <= {"PS", "P", "S", "1"}


def test_ten_thousand_hostile_characters_are_coached(coach):
    for piece in ("a", "#", "„", "(", "I was, ", "P.S. ", "!\n", "Ich war und ", "@"):
        text = (piece * 10_000)[:10_000]
        coaching = coach(text)
        assert len(coaching.notes) <= 4
        assert all(hook.text in text for hook in coaching.hooks)
