"""What the desk itself has after two years: requests, own rules, disputes, value, the audit log."""

import datetime

from sqlalchemy import insert

from bot.bootstrap.console_proof import build_proof
from bot.bootstrap.house import House
from bot.bootstrap.house_rules import build_publishing
from bot.core.coaching.precedents import Precedent
from bot.core.deliveries import Return
from bot.core.desk.audit import FIRST_LINK, Deed, make_entry
from bot.core.desk.case import DECISIONS, Answer, Case, Noted
from bot.core.desk.precedents import PRECEDENTS_SHELF
from bot.core.house_rules.house import hash_files
from bot.core.house_rules.impact import Changed, Impact
from bot.core.house_rules.publishing import Editor, Trial
from bot.core.house_rules.sets import Line, SentenceSet
from bot.core.house_rules.versions import Proposal
from bot.core.model import LANGUAGES
from bot.core.programme.library.readings import Reading
from bot.core.programme.proof.deeds import Deed as ProofDeed
from bot.core.programme.proof.deeds import Kind
from bot.core.programme.proof.disclosure import close_month
from bot.core.programme.proof.entry import FOLLOWERS, Entry
from bot.core.programme.proof.months import number_month
from bot.files.lessons import load_lessons
from bot.storage.tables import AUDIT
from tests.tools.desk_seeds import Size, name_person, write_all

EDITOR = Editor("slack:T1:UEDITOR", "Ada Lindqvist")
COLLEAGUE = Editor("slack:T1:UREVIEWER", "Bas Vermeulen")
_DRAFTS = (
    "Endlich! Zelvaro ist da, und ich bin stolz auf das ganze Team in Hamburg. Drei Jahre haben wir"
    " darauf hingearbeitet, und die ersten Patientinnen sind begeistert.",
    "Mevrouw Jansen van kamer 12 zei gisteren dat ze haar kleindochter nog één keer wilde zien."
    " Vandaag was ze er. Daar doe ik het voor.",
    "What I learned on my first night shift: coffee helps, colleagues help more. Our new ward opens"
    " in May, and nobody outside knows yet!",
)
_FOUND = (
    Noted(1, 10, 17, "ask", "„Zelvaro ist da“ macht aus deinem Beitrag Werbung für ein"
          " verschreibungspflichtiges Mittel.", "rx_promotion",
          "Für solche Mittel darf niemand öffentlich werben, auch nicht privat.", "HWG § 10(1)",
          "https://www.gesetze-im-internet.de/heilmwerbg/__10.html"),
    Noted(1, 0, 19, "ask", "‘Mevrouw Jansen van kamer 12’ is een patiënt die te herkennen is.",
          "patient_privacy", "Ook zonder achternaam is zij voor haar familie te herkennen.",
          "AVG art. 9", "https://eur-lex.europa.eu/eli/reg/2016/679/oj"),
    Noted(1, 79, 108, "adjust", "“Our new ward opens in May” is not public yet.", "confidential",
          "Others should hear it from us first.", "House rules 4"),
)  # fmt: skip
_RULE = """id: house-word-{number:02}
topic: confidential
severity: adjust
source: {{document: own, section: "{number}"}}
de:
  message: "„{{found}}“ ist ein Wort, das nur wir kennen."
  why: "Andere müssen es nicht wissen, und wir sagen es erst im Herbst."
  fix: "Lass es weg."
  when: {{terms: [mondbeere{number}]}}
  examples:
    - bad: "Heute gab es [[mondbeere{number}]] in der Kantine."
    - good: "Heute gab es Suppe in der Kantine, und wir haben sie alle gemocht."
"""
_PACK = """title: Hausregeln Nordhafen
version: "{number}"
owner: Unternehmenskommunikation
sign_off: Recht
documents:
  own: {{title: Hausregeln}}
"""


async def seed_cases(house: House, size: Size) -> None:
    now = house.conversation.clock.now()
    cases = []
    for number in range(size.cases):
        opened = Case(
            f"C{number:07}",
            Return("slack", name_person(number), {"channel": f"D{number}"}),
            LANGUAGES[number % 3],
            _DRAFTS[number % 3],
            ("ask", "ask", "adjust")[number % 3],
            (_FOUND[number % 3],),
            now - datetime.timedelta(hours=number % 40),
            now + datetime.timedelta(hours=48 - number % 51),
        )
        if number % 5 == 1:
            opened = opened.take(COLLEAGUE.person, COLLEAGUE.name, now)
        cases.append(opened.hand_over("drug_safety", now) if number % 7 == 2 else opened)
        for back in range(2):
            decision = DECISIONS[(number + back) % 3]
            said = Answer(
                decision, "Schön geschrieben. Lass den Namen des Mittels weg.", "Unser Team!"
            )
            at = now - datetime.timedelta(hours=5 + number + back)
            done = Case(
                f"A{back}{number:06}",
                Return("slack", name_person(number), {"channel": f"D{number}"}),
                LANGUAGES[number % 3],
                _DRAFTS[number % 3],
                "ask",
                (_FOUND[number % 3],),
                at - datetime.timedelta(hours=20),
                at + datetime.timedelta(hours=4),
            )
            cases.append(done.decide(said, EDITOR.person, EDITOR.name, at))
    await write_all(house, [house.storage.cases.keep_case(one) for one in cases])


def write_files(version: int, rules: int) -> dict[str, str]:
    """Write the files of a version; each differs from the one before."""
    files = {f"house/house-word-{n:02}.yaml": _RULE.format(number=n) for n in range(rules)}
    words = "about: Namen\nde: |\n  Mondbeere\n"
    return {
        **files,
        "house/pack.yaml": _PACK.format(number=version),
        "vocabularies/house-names.yaml": words,
    }


async def seed_house_rules(house: House, size: Size) -> None:
    publishing = build_publishing(house.settings, house.storage)
    for number in range(1, size.versions + 1):
        files = write_files(number, max(1, min(size.rules, number)))
        author = (EDITOR, COLLEAGUE)[number % 2]
        await publishing.publish_files(author, f"Der Monat {number}: ein Wort mehr", files)
    draft = await publishing.open_draft()
    changed = _RULE.format(number=0).replace("adjust", "ask")
    await publishing.change_draft(
        {"house/house-word-00.yaml": changed},
        {"house/house-word-00.yaml": draft.files["house/house-word-00.yaml"]},
    )
    draft = await publishing.open_draft()
    shown = tuple(
        Changed(f"house-word-{number:02}", f"{_DRAFTS[number % 3]} Es gab Mondbeere0.",
                "adjust", ("ask", "go")[number % 2], ("house-word-00",), number % 9 == 0)
        for number in range(min(60, 10 * size.rules))
    )  # fmt: skip
    impact = Impact(9_400, len(shown), 7, {"house-word-00": 31}, {"medicine-praise": 2}, shown)
    now, head = house.conversation.clock.now(), await publishing.find_head()
    await publishing.keep_trial(Trial(hash_files(draft.files), head.key, now, (), impact))
    proposals = house.storage.shelves.open_shelf("policy-proposals", Proposal)
    waiting = Proposal(
        "0000cccc", head.key, COLLEAGUE.person, COLLEAGUE.name, "Noch ein Wort", now, draft.files
    )
    await proposals.keep(waiting.key, waiting)
    sets = house.storage.shelves.open_shelf("policy-sets", SentenceSet)
    lines = tuple(Line(f"Satz {number}. {_DRAFTS[0]}", "ask") for number in range(200))
    for number in range(min(20, size.versions)):
        await sets.keep(f"Posts {number}", SentenceSet(f"Posts {number}.csv", lines))


async def seed_disputes(house: House, size: Size) -> None:
    policy = house.conversation.coach.policy
    names = [rule.id for rule in policy.rules[::9]][:12]
    record = house.storage.records.record_dispute
    sentences = [
        f"Dr. Peter Hollander und ich waren am {number % 28 + 1}. Mai bei Zelvaro, Tel. 040 12345{number:03}."
        for number in range(size.disputes)
    ]
    writes = [
        record(name_person(number), names[number * number % len(names)], policy.hash, sentence)
        for number, sentence in enumerate(sentences)
    ]
    await write_all(house, writes)


async def seed_precedents(house: House, size: Size) -> None:
    shelf = house.storage.shelves.open_shelf(PRECEDENTS_SHELF, Precedent)
    today = house.conversation.clock.now().date()
    vector = house.precedents.book.embed(_DRAFTS[0])
    kept = [
        Precedent(f"p{number:05}", _DRAFTS[number % 3][:90], DECISIONS[number % 3],
                  "Ohne den Namen des Mittels." if number % 2 else "", LANGUAGES[number % 3],
                  today - datetime.timedelta(days=number), vector)
        for number in range(size.precedents)
    ]  # fmt: skip
    await write_all(house, [shelf.keep(one.id, one) for one in kept])


async def seed_audit(house: House, size: Size) -> None:
    log = house.storage.audit
    key = log.unlocked.pseudonyms.derive_signing_key("audit")
    now, link, rows = house.conversation.clock.now(), FIRST_LINK, []
    actions = ("case-taken", "case-answered", "broadcast-sent", "house-rules-published")
    for number in range(1, size.deeds + 1):
        at = now - datetime.timedelta(minutes=30 * (size.deeds - number))
        deed = Deed(EDITOR.person, actions[number % 4], f"C{number:07}", {"channel": "slack"})
        entry = make_entry(deed, at, number, link, key)
        link = entry.link
        rows.append(
            {
                "number": number,
                "actor": log.unlocked.pseudonyms.name_person(deed.person),
                "sealed": log.unlocked.sealer.seal(entry.content or "", (AUDIT.name, str(number))),
                "done_at": at,
                "digest": entry.digest,
                "link": link,
            }
        )
    async with log.database.write() as session:
        for first in range(0, len(rows), 1_000):
            await session.execute(insert(AUDIT), rows[first : first + 1_000])


async def seed_value(house: House, size: Size) -> None:
    proof = build_proof(house)
    this = number_month(house.conversation.clock.now().date())
    before = None
    kinds: tuple[Kind, ...] = ("posts", "drafts", "reach", "engagement", "answer-time", "case-time")
    rules = [rule.id for rule in house.conversation.coach.policy.rules[:30]]
    lessons = [lesson.id for lesson in load_lessons(house.settings.policies)[:12]]
    for month in range(this - 12 * size.years, this):
        people = [name_person(one) for one in range(min(size.people, 400))]
        deeds = [ProofDeed(kind, month, one, 1 + month % 7) for kind in kinds for one in people]
        for number, one in enumerate(people):
            part = ("go",) if number % 3 else ()
            deeds.append(ProofDeed("go-share", month, one, parts=part))
            deeds.append(ProofDeed("rules", month, one, parts=(rules[number % len(rules)],)))
            deeds.append(ProofDeed("themes", month, one, parts=(f"#Thema{number % 9}",)))
            deeds += [ProofDeed(kind, month, one) for kind in ("votes", "visits", "cases")]
        read = [Reading(month, lesson, 4 + number) for number, lesson in enumerate(lessons)]
        before = close_month(month, before, deeds, read)
        await proof.months.keep_first(str(month), before)
        await proof.enter(Entry(month, FOLLOWERS, 4_000 + 10 * (month - this)))
        await proof.enter(Entry(month, "Agentur", 1_200))


WORK_SEEDS = (
    seed_cases,
    seed_house_rules,
    seed_disputes,
    seed_precedents,
    seed_audit,
    seed_value,
)
