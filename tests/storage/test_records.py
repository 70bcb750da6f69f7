import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.errors import StorageError
from bot.core.ports import Kept, Person, Records, RememberedDraft
from bot.storage.opening import Storage
from tests.fakes.ports import FakeClock
from tests.storage.conftest import Open, Search
from tests.storage.samples import (
    ADA,
    BEN,
    CONVERSATION,
    SECRET,
    TOLD,
    WORDS,
    find_bytes,
    make_draft,
    make_review,
)

_any_text = st.text(st.characters(exclude_categories=()), max_size=50)


def test_it_is_what_the_core_asks_for(storage: Storage) -> None:
    records: Records = storage.records
    assert records is storage.records


async def test_nobody_is_known_at_first(storage: Storage) -> None:
    assert await storage.records.recall_person(ADA) == Person()
    assert await storage.records.recall_draft(ADA, CONVERSATION) is None
    assert await storage.records.list_kept(ADA) == Kept(None, 0, 0, 0)


async def test_what_they_told_is_replaced_by_what_they_told_later(storage: Storage) -> None:
    await storage.records.remember_person(ADA, Person(country="DE"))
    await storage.records.remember_person(ADA, TOLD)
    assert await storage.records.recall_person(ADA) == TOLD
    assert await storage.records.recall_person(BEN) == Person()


async def test_a_version_takes_the_place_of_the_one_before(storage: Storage) -> None:
    for version in (1, 2):
        await storage.records.remember_draft(ADA, CONVERSATION, make_draft(version=version))
    await storage.records.remember_draft(ADA, "another", make_draft("Anderes"))
    assert await storage.records.recall_draft(ADA, CONVERSATION) == make_draft(version=2)
    assert await storage.records.recall_draft(BEN, CONVERSATION) is None
    assert (await storage.records.list_kept(ADA)).drafts == 2


async def test_a_draft_is_forgotten_once(storage: Storage) -> None:
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft())
    await storage.records.remember_draft(ADA, "another", make_draft())
    assert await storage.records.forget_draft(ADA, CONVERSATION)
    assert not await storage.records.forget_draft(ADA, CONVERSATION)
    assert await storage.records.recall_draft(ADA, "another") == make_draft()


@given(text=_any_text, rule=_any_text, quote=_any_text, person=_any_text, conversation=_any_text)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_any_words_of_any_person_come_back(
    storage: Storage, text: str, rule: str, quote: str, person: str, conversation: str
) -> None:
    draft = RememberedDraft(text, (rule,), (quote, quote), "go", 7, quote)
    await storage.records.remember_draft(person, conversation, draft)
    assert await storage.records.recall_draft(person, conversation) == draft
    await storage.records.remember_person(person, Person(role=text))
    assert (await storage.records.recall_person(person)).role == text


async def test_what_is_kept_is_counted_with_the_oldest_day(
    storage: Storage, clock: FakeClock
) -> None:
    first = clock.now()
    await storage.records.record_review(ADA, make_review("r1"))
    clock.advance(hours=1)
    await storage.records.record_review(ADA, make_review("r1"))
    await storage.records.record_dispute(ADA, "medicine-praise", "sha256:abc", WORDS)
    await storage.records.remember_person(ADA, TOLD)
    assert await storage.records.list_kept(ADA) == Kept(TOLD, 2, 0, 1, first)
    assert await storage.records.list_kept(BEN) == Kept(None, 0, 0, 0)


async def test_what_shelves_and_the_desk_keep_is_counted_by_what_it_is(storage: Storage) -> None:
    posts = storage.shelves.open_shelf("posts", str)
    for key in ("one", "two"):
        await posts.keep(key, "a thing of hers", ADA)
    await posts.keep("three", "a thing of his", BEN)
    await posts.keep("four", "a thing of nobody's")
    assert (await storage.records.list_kept(ADA)).things == {"posts": 2}


async def test_the_files_hold_no_words_and_no_ids(storage: Storage, search: Search) -> None:
    await _do_everything(storage)
    await storage.records.record_review(ADA, make_review(f"my draft: {WORDS}"))
    secrets = [WORDS, "Zitronenfalter", "U0ADA4711", "D0ADA4712", TOLD.role]
    assert not search([word.encode() for word in secrets])
    assert search([b"medicine-praise", b"sha256:abc", b"medicines@2026.11"])


@pytest.mark.parametrize("driver_too", [False, True])
async def test_logs_at_debug_hold_no_words_and_no_ids(
    open_here: Open, caplog: pytest.LogCaptureFixture, *, driver_too: bool
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    if driver_too:
        caplog.set_level(logging.DEBUG, "aiosqlite")
        caplog.set_level(logging.DEBUG, "psycopg")
    storage = await open_here()
    await _do_everything(storage)
    with pytest.raises(StorageError) as caught:
        await storage.records.remember_draft(ADA, CONVERSATION, make_draft(WORDS * 1_000))
    assert "INSERT INTO drafts" in caplog.text, "the log was really on"
    said = caplog.text + str(caught.value)
    for secret in (WORDS, "Zitronenfalter", "U0ADA4711", "D0ADA4712", TOLD.role, SECRET):
        assert secret not in said
    # aiosqlite's own log shows parameters; it is quiet unless somebody turns it on by name.
    pseudonym = storage.records.unlocked.pseudonyms.name_person(ADA)
    assert (pseudonym in said) == (driver_too and storage.database.is_sqlite)


async def test_with_no_draft_days_drafts_stay_in_memory(
    open_here: Open, tmp_path: Path, clock: FakeClock
) -> None:
    storage = await open_here(draft_days=0)
    await storage.records.remember_draft(ADA, CONVERSATION, make_draft())
    await storage.records.remember_draft(ADA, "another", make_draft())
    clock.advance(days=1)
    await storage.erasure.erase_expired(clock.now())
    assert await storage.records.recall_draft(ADA, CONVERSATION) == make_draft()
    assert (await storage.records.list_kept(ADA)).drafts == 2
    assert await storage.records.forget_draft(ADA, "another")
    elsewhere = await open_here(draft_days=0)
    assert await elsewhere.records.recall_draft(ADA, CONVERSATION) is None
    pseudonym = storage.records.unlocked.pseudonyms.name_person(ADA)
    assert not find_bytes(tmp_path, [pseudonym.encode()])
    assert (await storage.records.forget_person(ADA)).counts == {"drafts": 1}
    assert await storage.records.recall_draft(ADA, CONVERSATION) is None


async def test_drafts_on_disk_go_when_the_setting_becomes_zero(open_here: Open) -> None:
    before = await open_here()
    await before.records.remember_draft(ADA, CONVERSATION, make_draft())
    after = await open_here(draft_days=0)
    assert (await after.records.list_kept(ADA)).drafts == 0


async def test_too_much_is_refused_in_words(storage: Storage) -> None:
    records = storage.records
    many = RememberedDraft("x", ("r",) * 9, ("q" * 120_000,) * 9, "go")
    await records.remember_draft(ADA, CONVERSATION, make_draft("ü" * 10_000))
    with pytest.raises(StorageError, match="This draft is too long to keep: 10,000 characters"):
        await records.remember_draft(ADA, CONVERSATION, make_draft("ü" * 10_001))
    with pytest.raises(StorageError, match="This draft with its findings is too long"):
        await records.remember_draft(ADA, CONVERSATION, many)
    with pytest.raises(StorageError, match="This role is too long to keep: 200 characters"):
        await records.remember_person(ADA, Person(role="r" * 201))
    with pytest.raises(StorageError, match="This sentence is too long"):
        await records.record_dispute(ADA, "rule", "policy", "x" * 10_001)
    assert await records.recall_draft(ADA, CONVERSATION) == make_draft("ü" * 10_000)


@pytest.mark.parametrize("rule", ["r" * 201, "two\nlines", "\x00", "\ud800"])
async def test_text_does_not_come_in_as_a_rule(storage: Storage, rule: str) -> None:
    with pytest.raises(StorageError, match="no id of a rule"):
        await storage.records.record_dispute(ADA, rule, "sha256:abc", "A sentence.")


async def _do_everything(storage: Storage) -> None:
    records = storage.records
    await records.remember_person(ADA, TOLD)
    await records.recall_person(ADA)
    await records.remember_draft(ADA, CONVERSATION, make_draft())
    await records.recall_draft(ADA, CONVERSATION)
    await records.record_review(ADA, make_review())
    await records.record_dispute(ADA, "medicine-praise", "sha256:abc", WORDS)
    await records.list_kept(ADA)
    await records.remember_draft(ADA, "another", make_draft())
    await records.forget_draft(ADA, "another")
    await records.remember_person(BEN, TOLD)
    await records.forget_person(BEN)
