"""Every message that the product can compose, as examples."""

import dataclasses
import datetime
from collections.abc import Iterator

from bot.core.apologies import apologise
from bot.core.coaching import replies
from bot.core.coaching.context import Contexts, Told
from bot.core.coaching.home import compose_home
from bot.core.coaching.messages import compose_coaching, compose_review
from bot.core.coaching.questions import Reply
from bot.core.coaching.revision import Revision
from bot.core.coaching.wording import WORDINGS
from bot.core.deliveries import Return
from bot.core.desk import messages as desk
from bot.core.desk.case import DECISIONS, Answer, Case, note_findings
from bot.core.message import Message
from bot.core.model import LANGUAGES, Language, Source
from bot.core.ports import Forgotten, Kept, Person, ReviewedOn
from tests.conftest import Reviewer, load_once

DRAFTS = (
    "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg.",
    "Mevrouw Jansen van kamer 12 zei gisteren dat ze haar kleindochter nog één keer wilde zien.",
    "What I learned on my first night shift: coffee helps, colleagues help more. Thank you, team!",
)
NOW = datetime.datetime(2026, 6, 15, 9, 30, tzinfo=datetime.UTC)
DAY = datetime.date(2026, 6, 15)


def compose_everything(review: Reviewer) -> Iterator[Message]:
    for draft in DRAFTS:
        yield from compose_about(draft, review)
    for language in LANGUAGES:
        yield from compose_replies(language)


def compose_about(draft: str, review: Reviewer) -> Iterator[Message]:
    found = review(draft)
    case = make_case(draft, review)
    language, context = case.language, found.context
    yield compose_review(found, draft)
    yield compose_review(found, draft, Revision(("a",), ("b",), ("c",), ("lead",)))
    anyway = dataclasses.replace(found.coaching, waits=False)
    coaching = tuple(compose_coaching(anyway, WORDINGS[language]))
    yield Message("coaching", "", coaching, language)
    yield desk.compose_preview(draft, case.findings, context, language, "abc 1A2B")
    yield desk.compose_case(case, language, datetime.UTC)
    yield desk.compose_sent(case, datetime.UTC)
    yield desk.compose_due_soon(case, "Ada", language, datetime.UTC)
    yield desk.compose_teams(case, context.organisation, language)
    yield desk.compose_passed_on(case, "privacy", "*Ada* <b>", language)
    yield desk.compose_handed(case, "privacy", context.organisation)
    for decision in DECISIONS:
        yield desk.compose_form(case, decision, language)
        said = Answer(decision, "Lieber *ohne* <b>Namen</b>.", "„Wir *alle* <b>hier</b>“")
        answered = case.decide(said, "slack:T1:UADA", "Ada", NOW)
        yield desk.compose_answer(answered)
        yield desk.compose_closed(answered, "Ada", language)


def make_case(draft: str, review: Reviewer) -> Case:
    found = review(draft)
    return Case(
        "K7M2", Return("teams", "ada", {}), found.answer_language, draft, found.verdict.value,
        note_findings(found), NOW, NOW,
    )  # fmt: skip


def compose_replies(language: Language) -> Iterator[Message]:
    wording = WORDINGS[language]
    policy, organisation = load_once()
    rule = policy.rules[0].id
    yield replies.compose_greeting(wording, language, 14, has_organisation=False)
    yield replies.compose_unsure(wording, language)
    source = Source("Leitfaden", "3.2", "https://example.org/guide")
    yield replies.compose_reply(
        Reply("selfie", "ask", "Frag erst.", (source,), "Frag Ada.", "book", language), wording
    )
    yield replies.compose_rule(policy, rule, wording, language)
    yield replies.compose_dispute(rule, wording, language)
    yield replies.compose_ask_comms(organisation, wording, language)
    yield replies.compose_kept(Kept(Person("ada", country="DE"), 3, 1, 1), wording, language)
    yield replies.compose_forget_me(wording, language)
    yield replies.compose_forgotten(Forgotten({"reviews": 3}), wording, language)
    yield replies.compose_picture_checklist(wording, language)
    yield replies.compose_context_choices(wording, language)
    yield apologise("4F2A11", language)
    context = Contexts().compose(organisation, DAY, Told())
    yield compose_home(context, [ReviewedOn(DAY, "ask")], language)
