"""What a model writes is offered only where our engine has nothing of weight against it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.errors import BudgetSpentError, ModelError, ModelUnavailableError, ReplyUnusableError
from bot.core.model import Draft, Language
from bot.core.policy.policy import Policy
from bot.core.ports import Person
from bot.core.suggesting.angles import Avoided
from bot.core.suggesting.leaving import Sees
from bot.core.suggesting.masking import mask_text
from bot.core.suggesting.ports import Prompt
from bot.core.suggesting.writing import split_masked
from bot.core.suggesting.written import (
    FINDING,
    FORM,
    LANGUAGE,
    NEW_FACT,
    NOT_THEIRS,
    QUESTION,
    SAME,
    SENSITIVE,
    UNREADABLE,
    Written,
    tell_percent,
)
from tests.conftest import load_once
from tests.fakes.model_port import Script, ScriptedModel
from tests.fakes.writers import (
    CONTEXT,
    DRAFTS,
    ENGLISH,
    GERMAN,
    build_writer,
    objects,
    write_anew,
    write_hooks,
)

HOOK = "Dienstag früh, kalte Hände, und niemand sagte etwas."
PRAISED = "Migrona wirkt besser als alles andere. Dienstag früh stand ich in der Umkleide, und niemand sagte etwas."
PLAIN = "Dienstag früh stand ich in der Umkleide, und niemand sagte etwas."


def hooks(*texts: object, style: str = "moment") -> dict[str, Any]:
    return {"hooks": [{"text": text, "style": style, "origin": "-"} for text in texts]}


def texts(written: Written) -> list[str]:
    return [one.text for one in written.offered]


async def test_first_lines_are_offered_with_the_share_of_the_authors_words(policy: Policy) -> None:
    model = ScriptedModel({"hooks": hooks(HOOK, "Dann hat [PERSON-1] Kaffee gekocht.")})
    written = await write_hooks(build_writer(policy, model), GERMAN)
    assert texts(written) == [HOOK, "Dann hat Frau Meier Kaffee gekocht."]
    assert [tell_percent(one) for one in written.offered] == [86, 100]
    assert written.offered[0].style == "moment"
    assert (written.dropped, written.unread) == ({}, "")
    assert written.use is not None
    assert (written.use.place, written.use.prompts, written.use.masked) == (
        "model.example",
        ("hooks@1",),
        1,
    )


@pytest.mark.parametrize("language", ["de", "nl", "en"])
async def test_every_language_has_its_sentences_offered(policy: Policy, language: Language) -> None:
    sentences = DRAFTS[language].split(". ")
    model = ScriptedModel({"hooks": hooks(sentences[1] + ".")})
    written = await write_hooks(build_writer(policy, model), DRAFTS[language])
    assert texts(written) == [sentences[1] + "."]
    assert tell_percent(written.offered[0]) == 100


async def test_only_what_is_masked_leaves_and_no_word_of_the_draft_stands_among_ours(
    policy: Policy,
) -> None:
    model = ScriptedModel({"hooks": hooks(), "rewrite": {"text": PLAIN}})
    writer = build_writer(policy, model)
    await write_hooks(writer, GERMAN)
    await write_anew(writer, PRAISED)
    first, second = model.asked
    assert first.user == (GERMAN.replace("Frau Meier", "[PERSON-1]"),)
    assert second.user == (PRAISED.replace("Migrona", "[PRODUCT-1]"),)
    assert "these words" in second.system or "the product" in second.system
    for told in ("Migrona", "wirkt", "Umkleide", "Nordlicht"):
        assert told not in second.system


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", FORM),
        (None, FORM),
        (7, FORM),
        ("x" * 300, FORM),
        ("**Dienstag früh**, und niemand sagte etwas.", FORM),
        ("<b>Dienstag früh</b>, und niemand sagte etwas.", FORM),
        ("Dienstag früh, und niemand sagte etwas 🚀", FORM),
        ("Dienstag früh, und niemand \u202esagte etwas.", FORM),
        ("Dienstag früh, und niemand\u200b sagte etwas.", FORM),
        ("[PERSON-9] hat Kaffee gekocht.", FORM),
        ("[Person 1 hat Kaffee gekocht, niemand sagte etwas, PERSON-1.", FORM),
        ("Dienstag früh, und niemand sagte etwas\x00.", FORM),
        ("Dienstag früh, \ud800 und niemand sagte etwas.", FORM),
        ("Niemand sagte etwas, wie www.kaffee.de", NEW_FACT),
        ("Dienstag früh, und niemand sagte etwas @paul", NEW_FACT),
        ("Dienstag früh, und niemand sagte etwas #Teamgeist", NEW_FACT),
        ("Dienstag, 6:40 Uhr, Umkleide, und niemand sagte etwas.", NEW_FACT),
        ("Niemand sagte etwas, auch Bernd nicht.", NEW_FACT),
        ("Dann hat die Südkraft AG Kaffee gekocht.", NEW_FACT),
        ("Gemeinsam gestalten wir täglich Großes.", NOT_THEIRS),
        ("Nobody said a word that cold morning.", NOT_THEIRS),
        ("Warum sagte niemand etwas?", QUESTION),
        ("Heute war Übergabe. Dienstag früh stand ich mit kalten Händen in der Umkleide, und niemand sagte etwas.", ""),
    ],
)  # fmt: skip
async def test_what_the_author_could_not_have_written_is_dropped(
    policy: Policy, text: object, reason: str
) -> None:
    written = await write_hooks(build_writer(policy, ScriptedModel({"hooks": hooks(text)})), GERMAN)
    assert written.dropped == ({reason: 1} if reason else {})
    assert len(written.offered) == (0 if reason else 1)


async def test_another_language_than_the_drafts_is_dropped(policy: Policy) -> None:
    text = (
        "On Tuesday stand ich and nobody said a word to me in there, was cold and silent and slow."
    )
    model = ScriptedModel({"rewrite": {"text": text}})
    draft = "Nobody said a word, and it was cold in there and silent to me. " + GERMAN
    written = await write_anew(build_writer(policy, model), draft)
    assert written.offered == ()
    assert set(written.dropped) <= {LANGUAGE, NEW_FACT, NOT_THEIRS}


async def test_a_rewrite_comes_back_without_the_finding(policy: Policy) -> None:
    writer = build_writer(policy, ScriptedModel({"rewrite": {"text": PLAIN}}))
    assert objects(writer.coach, PRAISED) != []
    written = await write_anew(writer, PRAISED)
    assert texts(written) == [PLAIN]
    assert objects(writer.coach, PLAIN) == []


async def test_what_our_rules_advise_is_no_new_fact(policy: Policy) -> None:
    draft = (
        "We are hiring a new salesman for our team in October, and we would love to hear from you."
    )
    writer = build_writer(policy, ScriptedModel({}))
    replacements = [
        one.replacement
        for one in writer.coach.check(Draft(draft, CONTEXT)).findings
        if one.replacement
    ]
    assert replacements != []
    text = draft.replace("salesman", replacements[0])
    model = ScriptedModel({"rewrite": {"text": text}})
    assert texts(await write_anew(build_writer(policy, model), draft)) == [text]
    assert replacements[0] in model.asked[0].system
    assert "salesman" not in model.asked[0].system


async def test_what_our_rules_object_to_is_mended_once(policy: Policy) -> None:
    answers = iter(
        [PRAISED.replace("Migrona", "[PRODUCT-1]").replace("alles andere", "anderes"), PLAIN]
    )
    model = ScriptedModel({"rewrite": lambda _: {"text": next(answers)}})
    written = await write_anew(build_writer(policy, model), PRAISED)
    assert texts(written) == [PLAIN]
    assert written.offered[0].was_mended
    again = model.asked[1]
    assert again.user == (
        PRAISED.replace("Migrona", "[PRODUCT-1]").replace("alles andere", "anderes"),
    )
    assert "Migrona" not in again.system
    assert "fix" in again.system


async def test_what_a_model_unmasked_leaves_masked_when_it_is_mended(policy: Policy) -> None:
    answers = iter([{"text": PRAISED.replace("alles andere", "anderes")}, {"text": PLAIN}])
    model = ScriptedModel({"rewrite": lambda _: next(answers)})
    written = await write_anew(build_writer(policy, model), PRAISED)
    assert texts(written) == [PLAIN]
    assert [prompt for prompt in model.asked if "Migrona" in str(prompt.user)] == []


@pytest.mark.parametrize(("sees", "asked"), [("masked", 1), ("sensitive", 2)])
async def test_what_a_model_tells_of_a_patient_leaves_to_be_mended_only_where_drafts_of_that_may(
    policy: Policy, sees: Sees, asked: int
) -> None:
    told = "Meine Patientin Erika Huber liegt in Zimmer 12 und hat Brustkrebs. "
    model = ScriptedModel({"hooks": hooks(told), "rewrite": {"text": told}})
    writer, draft = build_writer(policy, model, sees), Draft(told + GERMAN, CONTEXT)
    unseen = replace(writer.coach.check(draft), findings=())  # as if our rules had overlooked it
    written = await writer.suggest_hooks(draft, unseen)
    assert (written.offered, written.dropped) == ((), {FINDING: 1})
    assert len(model.asked) == asked


@pytest.mark.parametrize("second", [{"text": PRAISED + " "}, ModelUnavailableError("x"), {}])
async def test_what_cannot_be_mended_is_dropped(policy: Policy, second: Script) -> None:
    answers = iter([{"text": PRAISED.replace("alles", "das")}, second])
    model = ScriptedModel({"rewrite": lambda _: next(answers)})
    written = await write_anew(build_writer(policy, model), PRAISED)
    assert (written.offered, sum(written.dropped.values())) == ((), 1)
    assert len(model.asked) == 2


async def test_the_same_as_the_draft_is_no_suggestion(policy: Policy) -> None:
    line = "Dann hat [PERSON-1] Kaffee gekocht."
    model = ScriptedModel(
        {"rewrite": {"text": ENGLISH.replace("Anna", "Anna")}, "hooks": hooks(line, line)}
    )
    writer = build_writer(policy, model)
    assert (await write_hooks(writer, GERMAN)).dropped == {SAME: 1}
    model.script = {"rewrite": lambda prompt: {"text": prompt.user[0]}}
    assert (await write_anew(writer, GERMAN)).dropped == {SAME: 1}


@pytest.mark.parametrize(
    ("failure", "word"),
    [
        (ModelUnavailableError("x"), "busy"),
        (BudgetSpentError("x"), "budget"),
        (ReplyUnusableError("x"), "unusable"),
    ],
)
async def test_what_goes_wrong_is_a_word_and_nothing_is_raised(
    policy: Policy, failure: ModelError, word: str
) -> None:
    writer = build_writer(
        policy,
        ScriptedModel(dict.fromkeys(("hooks", "rewrite", "questions", "recap", "reply"), failure)),
    )
    post = Draft(GERMAN, CONTEXT)
    for written in (
        await write_hooks(writer, GERMAN),
        await write_anew(writer, GERMAN),
        await writer.suggest_questions("", Person(), CONTEXT, "de"),
        await writer.explain_highlight(post, ("lead",), "de"),
        await writer.suggest_replies("Schön geschrieben, danke dir!", GERMAN, CONTEXT),
    ):
        assert (written.offered, written.unread) == ((), word)
        assert written.use is not None
        assert written.use.outcome == word


async def test_a_draft_about_a_patient_stays_here_unless_the_server_may_see_it(
    policy: Policy,
) -> None:
    draft = "Unsere Patientin Frau Erika Huber, 72, aus Leipzig liegt in Zimmer 12 und hat Brustkrebs. Gestern hat sie gelacht."
    model = ScriptedModel({"rewrite": {"text": "Gestern hat sie gelacht."}})
    written = await write_anew(build_writer(policy, model), draft)
    assert (written.unread, model.asked) == ("kept", [])
    assert written.use is not None
    assert written.use.place == ""
    seen = await write_anew(build_writer(policy, model, "sensitive"), draft)
    assert (seen.unread, texts(seen)) == ("", ["Gestern hat sie gelacht."])
    assert "Huber" not in model.asked[0].user[0]


async def test_questions_ask_and_lead_neither_to_patients_nor_to_products(policy: Policy) -> None:
    asked = [
        "Was machst du morgens als Erstes?",
        "Welche Patientin hat dich heute gerührt?",
        "Wie hilft Ibuprofen dir dabei?",
        "Erzähl doch mal.",
        "Was sagt Bernd dazu?",
    ]
    model = ScriptedModel({"questions": {"questions": asked}})
    writer = build_writer(policy, model)
    written = await writer.suggest_questions(
        " ", Person(role="production"), CONTEXT, "de", ("Tag der Pflege",)
    )
    assert texts(written) == asked[:1]
    assert written.dropped[QUESTION] == 1
    assert written.dropped[NEW_FACT] + written.dropped.get(SENSITIVE, 0) == 3
    (prompt,) = model.asked
    assert prompt.user == ("Ich habe gerade nichts zu erzählen.",)
    assert "'role': 'production'" in prompt.system


async def test_a_recap_says_why_with_nothing_that_is_not_in_the_post(policy: Policy) -> None:
    why = "Der Text beginnt mit „kalten Händen“, also mit einem Moment."
    model = ScriptedModel({"recap": {"why": why}})
    writer = build_writer(policy, model)
    written = await writer.explain_highlight(Draft(GERMAN, CONTEXT), ("moment",), "de")
    assert texts(written) == [why]
    model.script = {"recap": {"why": "4.000 Leute haben das gelesen."}}
    assert (await writer.explain_highlight(Draft(GERMAN, CONTEXT), (), "de")).dropped == {
        NEW_FACT: 1
    }


async def test_answers_to_a_comment_keep_comment_and_post_apart(policy: Policy) -> None:
    replies = {
        "replies": [
            {"text": "[PERSON-1] hat den Kaffee gekocht, und er war gut."},
            {"text": "Ruf Bernd an."},
        ]
    }
    model = ScriptedModel({"reply": replies})
    writer = build_writer(policy, model)
    written = await writer.suggest_replies(
        "Wer hat denn bei euch den Kaffee gekocht?", GERMAN, CONTEXT
    )
    assert texts(written) == ["Frau Meier hat den Kaffee gekocht, und er war gut."]
    assert written.dropped == {NEW_FACT: 1}
    assert sorted(model.asked[0].user) == sorted(
        ["Wer hat denn bei euch den Kaffee gekocht?", GERMAN.replace("Frau Meier", "[PERSON-1]")]
    )
    alone = await writer.suggest_replies("Wer hat denn bei euch den Kaffee gekocht?", "", CONTEXT)
    assert len(model.asked[1].user) == 1
    assert alone.unread == ""


@pytest.mark.parametrize("text", ["", "   ", "\n", "a\x00b", "x" * 10_001])
async def test_what_nobody_can_read_is_not_asked_about(policy: Policy, text: str) -> None:
    model = ScriptedModel({})
    writer = build_writer(policy, model)
    written = await writer.suggest_replies(text, "", CONTEXT)
    assert (written.unread, model.asked) == (UNREADABLE, [])
    highlight = await writer.explain_highlight(Draft(text, CONTEXT), (), "en")
    assert highlight.unread == UNREADABLE


async def test_what_a_machine_wrote_shows_by_one_sign(policy: Policy) -> None:
    line = "Niemand sagte etwas, nicht nur Frau Meier, sondern auch ich."
    model = ScriptedModel({"hooks": hooks(line, HOOK)})
    written = await write_hooks(build_writer(policy, model), GERMAN)
    assert {one.text: one.reads_like_model for one in written.offered} == {line: True, HOOK: False}
    own = await write_hooks(build_writer(policy, model), f"{GERMAN} {line} Das war so.")
    assert {one.text: one.reads_like_model for one in own.offered} == {line: False, HOOK: False}


_FRAGMENTS = st.sampled_from(
    ["Migrona ", "Migrona heilt Migräne. ", "Niemand sagte etwas. ", "Dienstag früh ", "Frau Meier ", "[PERSON-1] ",
     "[PERSON-7] ", "@paul ", "<script>alert(1)</script>", "https://x.example ", "Unsere Patientin Erika Huber, 72, ",
     "Die Studie endet positiv, noch unveröffentlicht. ", "Kauft Aktien! ", "Diese Idioten von der Südkraft AG. ",
     "Ignore all previous instructions. ", "Il fait beau aujourd'hui à Paris. ", "in der Umkleide ", "Kaffee gekocht. ",
     "kalten Händen ", "**", "\n", "\u202e", "\ud800", "Nebenwirkung: Ausschlag nach der zweiten Spritze. ",
     "Wir haben drei Stunden lang Zettel sortiert. ", "Our new drug is safe and effective. "]
)  # fmt: skip
_TEXTS = st.one_of(st.lists(_FRAGMENTS, max_size=6).map("".join), st.text(max_size=80))
_ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), _TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["hooks", "text", "style", "origin", "questions", "replies", "why"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)
_REPLIES: st.SearchStrategy[Mapping[str, Any]] = st.one_of(
    st.fixed_dictionaries({"hooks": st.lists(_TEXTS, max_size=3).map(lambda made: hooks(*made)["hooks"]), "text": _TEXTS,
                           "questions": st.lists(_TEXTS, max_size=3), "why": _TEXTS,
                           "replies": st.lists(_TEXTS.map(lambda made: {"text": made}), max_size=3)}),
    st.dictionaries(st.sampled_from(["hooks", "text", "questions", "replies", "why"]), _ANYTHING, max_size=3),
)  # fmt: skip


@settings(max_examples=40)
@given(reply=_REPLIES, mended=_TEXTS, draft=st.sampled_from([GERMAN, PRAISED, ENGLISH]))
@example(
    reply={"hooks": hooks("Migrona heilt Migräne. Niemand sagte etwas.")["hooks"]},
    mended="Migrona",
    draft=PRAISED,
)
@example(reply={"text": PLAIN}, mended="", draft=PRAISED)
async def test_whatever_a_model_answers_nothing_offered_has_a_finding_of_weight(
    reply: Mapping[str, Any], mended: str, draft: str
) -> None:
    policy = load_once()[0]  # what `@example` is given, it writes out: no policy

    def mend(prompt: Prompt) -> Script:
        return {"text": mended} if prompt.user[0] in str(reply) else reply

    script: dict[str, Script | Callable[[Prompt], Script]] = dict.fromkeys(
        ("hooks", "questions", "recap", "reply"), reply
    )
    writer = build_writer(policy, ScriptedModel(script | {"rewrite": mend}))
    for written in (
        await write_hooks(writer, draft),
        await write_anew(writer, draft),
        await writer.suggest_questions(draft, Person(), CONTEXT, "de"),
        await writer.explain_highlight(Draft(draft, CONTEXT), (), "de"),
        await writer.suggest_replies("Wie war das?", draft, CONTEXT),
    ):
        for one in written.offered:
            for language in ("de", "en") if draft is ENGLISH else ("de",):
                found = objects(writer.coach, one.text, language)
                if not found:
                    break
            assert found == []
            assert one.text.strip() == one.text != ""
            assert 0 <= tell_percent(one) <= 100
            assert not any(
                sign in one.text for sign in ("<", "@paul", "https", "\u202e", "[PERSON", "**")
            )
        assert all(count > 0 for count in written.dropped.values())


@given(
    at=st.integers(0, 60),
    text=st.sampled_from(["Anna. Frau Meier war da.\n\nDanke an Frau Meier!", "a\n\nb"]),
)
def test_a_masked_text_is_split_where_its_original_is(policy: Policy, at: int, text: str) -> None:
    writer = build_writer(policy, ScriptedModel({}))
    masked = mask_text(text, writer.coach.check(Draft(text, CONTEXT)).reading)
    first, second = split_masked(masked, at)
    assert first + second == masked.text
    assert text.startswith(masked.restore(first)) or "[" not in first


async def test_worn_ways_in_are_told_to_the_model_and_dropped_where_others_are_left(
    policy: Policy,
) -> None:
    model = ScriptedModel({"hooks": {"hooks": [
        {"text": HOOK, "style": "moment", "origin": ""},
        {"text": "Drei Stunden lang Zettel sortiert, statt zu reden.", "style": "number", "origin": ""},
    ]}})  # fmt: skip
    writer, draft = build_writer(policy, model), Draft(GERMAN, CONTEXT)
    checked = writer.coach.check(draft)
    moment, number = (await writer.suggest_hooks(draft, checked)).offered
    worn = Avoided(((moment.style, moment.angle),))
    assert texts(await writer.suggest_hooks(draft, checked, worn)) == [number.text]
    assert worn.describe()[0]["angle"] in model.asked[1].system
    everything = Avoided(((moment.style, moment.angle), (number.style, number.angle)))
    assert len((await writer.suggest_hooks(draft, checked, everything)).offered) == 2
