"""The policy store, for editors: browse, write, try, publish, go back; real storage, real packs."""

import pytest

from bot.bootstrap.console import build_console
from bot.bootstrap.house import House, opened_house
from bot.core.model import Draft
from bot.settings import Settings
from tests.fakes.ports import FakeClock
from tests.web.console.conftest import EDITOR, READER, REVIEWER
from tests.web.console.desk import Desk
from tests.web.console.writing.canteen import AT, RULE, find_pages, try_draft, write_rule

OTHER = "slack:T1:UOTHER"
SENTENCE = "Our kitchen served the moonberry soup again, and I liked it."


async def read(house: House) -> list[str]:
    from bot.core.message import Incoming
    from bot.core.ports import Person

    context = await house.conversation.find_context(Incoming("desk", ""), Person())
    review = house.conversation.coach.review(Draft(SENTENCE, context))
    assert review.policy == house.conversation.coach.policy.hash
    return [found.rule for found in review.findings]


async def test_everybody_reads_rules_in_each_language(desk: Desk) -> None:
    reader = await desk.sign_in(READER)
    await reader.open("/desk/rules")
    assert "To be signed off by" in reader.words
    await reader.open("/desk/rules?q=password")
    assert "access-or-system" in reader.words
    await reader.open("/desk/rules/rule/access-or-system?in=nl")
    assert "helpt mensen verder" in reader.words
    assert "<mark" in reader.page.text
    assert (await reader.open("/desk/rules/rule/..%2F..%2Fetc")).status_code == 404
    assert (await reader.open("/desk/rules/packs/none")).status_code == 404
    await reader.open("/desk/rules?q=<script>alert(1)</script>")
    assert "<script>alert" not in reader.page.text


async def test_a_rule_is_written_tried_published_and_taken_back(house: House, here: Desk) -> None:
    editor = await here.sign_in(EDITOR)
    assert "canteen-secret" not in await read(house)
    await write_rule(editor)
    assert "Kept." in editor.words
    assert "canteen-secret" not in await read(house)
    await editor.send(f"{AT}/publish", {"reason": "too early"})
    assert "try the draft first" in editor.words
    await editor.open(f"{AT}/sets")
    upload = {"file": ("own.csv", f'text,expected\n"{SENTENCE}",go\nWe baked bread.,go\n'.encode())}
    await editor.send(f"{AT}/sets/add", files=upload)
    assert "own.csv" in editor.words
    await try_draft(here, editor)
    assert "false alarm" in editor.words
    assert "own.csv" in editor.words
    await editor.send(f"{AT}/publish", {"reason": "The soup <b>is</b> secret"})
    assert "Published" in editor.words
    await house.following.look()
    assert "canteen-secret" in await read(house)
    await editor.open(f"{AT}/versions")
    assert "The soup <b>is</b> secret" in editor.words
    await write_rule(editor, name="second-secret", **{"en.words": "sunberry pie",
        "en.bad": "A [[sunberry pie]] it was."})  # fmt: skip
    await try_draft(here, editor)
    await editor.send(f"{AT}/publish", {"reason": "More"})
    await editor.send(f"{AT}/versions/1/restore")
    await house.following.look()
    assert house.conversation.coach.policy.find_rule("second-secret") is None
    versions = await find_pages(here).publishing.list_versions()
    assert [(one.number, one.equals) for one in versions] == [(3, 1), (2, 0), (1, 0)]
    assert versions[0].hash == versions[2].hash
    holds = await here.storage.audit.verify()
    assert holds.broken_at is None


async def test_another_process_takes_a_version_without_a_restart(
    house: House, here: Desk, desk_settings: Settings, clock: FakeClock
) -> None:
    async with opened_house(desk_settings, clock) as other:
        editor = await here.sign_in(EDITOR)
        await write_rule(editor)
        await try_draft(here, editor)
        await editor.send(f"{AT}/publish", {"reason": "Both"})
        await house.following.look()
        await other.following.look()
        assert "canteen-secret" in await read(other)
        assert other.conversation.coach.policy.hash == house.conversation.coach.policy.hash


async def test_a_version_that_cannot_be_loaded_is_refused_and_the_old_one_stays(
    house: House, here: Desk
) -> None:
    from bot.core.house_rules.versions import Editor

    before = house.conversation.coach.policy
    broken = {"house/pack.yaml": "version: 1", "house/x-rule.yaml": "id: x-rule"}
    publishing = find_pages(here).publishing
    assert await publishing.publish_files(Editor(EDITOR, "E"), "broken", broken) == "published"
    await house.following.look()
    assert house.conversation.coach.policy is before
    assert house.following.refused


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "../../etc", "no id of a rule"),
        ("name", "access-or-system", "another rule has the id"),
        ("topic", "nonsense", "is not known"),
        ("en.message", "", "must be a text"),
        ("en.words", "<nothing> here", "no vocabulary and no detector"),
        ("en.bad", "no marks at all", "[[marked]]"),
        ("en.bad", "=[[1+1]]\t@x", "finds nothing"),
        ("en.good", "moonberry soup is fine", "good example is found"),
        ("source", "", "names no source"),
    ],
)
async def test_what_does_not_fit_is_said_and_nothing_is_lost(
    desk: Desk, field: str, value: str, said: str
) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"{AT}/rule")
    typed = {**RULE, "en.why": "<script>alert(1)</script>", field: value}
    for path in ("check", "keep"):
        await editor.send(f"{AT}/rule/{path}", typed)
        assert said in editor.words
        assert 'role="alert"' in editor.page.text
        assert "<script>alert" not in editor.page.text
        assert "&lt;script&gt;alert" in editor.page.text
    await editor.open(AT)
    assert "canteen-secret" not in editor.words


async def test_checking_is_not_noted(desk: Desk) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"{AT}/rule")
    before = len(await desk.storage.audit.list_newest(50))
    await editor.send(f"{AT}/rule/check", RULE)
    assert "It fits" in editor.words
    assert len(await desk.storage.audit.list_newest(50)) == before


async def test_of_two_who_write_one_rule_the_second_is_told(desk: Desk) -> None:
    one, two = await desk.sign_in(EDITOR), await desk.sign_in(EDITOR)
    await one.open(f"{AT}/rule")
    await two.open(f"{AT}/rule")
    await one.send(f"{AT}/rule/keep", RULE)
    await two.send(f"{AT}/rule/keep", {**RULE, "en.why": "Mine."})
    assert "Somebody was faster" in two.words
    assert "Mine." in two.page.text


async def test_a_colleague_confirms_where_the_settings_ask(
    desk_settings: Settings, clock: FakeClock
) -> None:
    asked = desk_settings.model_copy(update={"second_pair_of_eyes": True})
    async with opened_house(asked, clock) as house:
        desk = Desk(build_console(house), house.storage)
        editor, reviewer = await desk.sign_in(EDITOR), await desk.sign_in(REVIEWER)
        await write_rule(editor)
        await try_draft(desk, editor)
        await editor.send(f"{AT}/publish", {"reason": "Soup"})
        assert "Proposed" in editor.words
        publishing = find_pages(desk).publishing
        (waiting,) = await publishing.list_proposals()
        await editor.open(AT)
        await editor.send(f"{AT}/waiting/{waiting.key}/confirm")
        assert "Somebody else confirms" in editor.words
        assert (await publishing.find_head()).number == 0
        await reviewer.open(f"{AT}/waiting/{waiting.key}")
        await reviewer.send(f"{AT}/waiting/{waiting.key}/confirm")
        assert "Published" in reviewer.words
        await house.following.look()
        assert "canteen-secret" in await read(house)
        await reviewer.open(f"{AT}/versions")
        assert f"Name of {REVIEWER}" in reviewer.words
        await reviewer.send(f"{AT}/waiting/{waiting.key}/confirm")
        assert "no longer there" in reviewer.words


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"PK\x03\x04" + b"0" * 50, "packed files"),
        ("a.csv", b"sentence\nx", "no column"),
        ("a.jsonl", b'{"txt": 1}', "Line 1"),
        ("a.jsonl", b"[" * 5000, "Line 1"),
        ("a.csv", b"text,expected\nx,maybe", "Sentence 1"),
        ("a.txt", b"\xff\xfe", "UTF-8"),
        ("a.txt", b"x\n" * 401, "too much"),
        ("a.txt", b"x" * 1001, "Sentence 1"),
        ("a.txt", b"", "at least one"),
    ],
)
async def test_a_set_that_is_none_is_refused(desk: Desk, name: str, data: bytes, said: str) -> None:
    editor = await desk.sign_in(EDITOR)
    await editor.open(f"{AT}/sets")
    await editor.send(f"{AT}/sets/add", files={"file": (name, data)})
    assert said in editor.words


async def test_organisation_data_is_checked_and_kept(house: House, here: Desk) -> None:
    editor = await here.sign_in(EDITOR)
    await editor.open(f"{AT}/file?path=organisation.yaml")
    typed = {"path": "organisation.yaml", "seen": "", "text": "embargoes:\n- topic: x\n"}
    await editor.send(f"{AT}/file/keep", typed)
    assert "this embargo has no “terms”" in editor.words
    text = "embargoes:\n- topic: moon\n  terms: [moonberry]\n  until: 2099-01-01\n"
    await editor.send(f"{AT}/file/keep", {**typed, "text": text})
    assert "Kept." in editor.words
    await try_draft(here, editor)
    await editor.send(f"{AT}/publish", {"reason": "Embargo"})
    await house.following.look()
    organisation = await house.conversation.find_organisation()
    assert "moon" in [one.topic for one in organisation.embargoes]
    assert await house.conversation.find_organisation() is organisation


async def test_a_disputed_sentence_is_masked_and_becomes_an_example(
    house: House, here: Desk
) -> None:
    editor = await here.sign_in(EDITOR)
    await write_rule(editor)
    await try_draft(here, editor)
    await editor.send(f"{AT}/publish", {"reason": "Soup"})
    await house.following.look()
    records, policy = house.storage.records, house.conversation.coach.policy.hash
    fires = "Dr Peter Millbank loves the moonberry soup."
    for sentence in (fires, "Anna Millbank, 06 12345678, cooks well."):
        await records.record_dispute(OTHER, "canteen-secret", policy, sentence)
    await editor.open(f"{AT}/disputes")
    assert "Peter" not in editor.words
    assert "[PERSON-1]" in editor.words
    assert "12345678" not in editor.words
    found = await here.storage.disputes.list_disputes(9)
    ids = {one.sentence: one.id for one in found}
    await editor.send(f"{AT}/disputes/{ids[fires]}/example", {"text": fires})
    assert "found all the same" in editor.words
    del ids[fires]
    (other,) = ids.values()
    await editor.send(f"{AT}/disputes/{other}/example", {"text": "Somebody <b>cooks</b> well."})
    assert "Kept." in editor.words
    await editor.open(f"{AT}/rule?name=canteen-secret")
    assert "Somebody <b>cooks</b> well." in editor.words
    assert "Millbank" not in editor.words
    assert len(await here.storage.disputes.list_disputes(9)) == 1
