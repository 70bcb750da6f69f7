from bot.storage.opening import Storage
from bot.storage.policy_store import RecordedPolicy
from tests.fakes.ports import FakeClock


async def test_recording_the_same_policy_twice_changes_nothing(
    storage: Storage, clock: FakeClock
) -> None:
    first_time = clock.now()
    assert await storage.policies.record_policy("sha256:a", ["medicines@2026.11"], "Altona Pharma")
    clock.advance(days=1)
    assert not await storage.policies.record_policy("sha256:a", ["other@1"], "Somebody else")
    assert await storage.policies.list_policies() == (
        RecordedPolicy("sha256:a", ("medicines@2026.11",), "Altona Pharma", first_time),
    )


async def test_the_newest_policy_comes_first(storage: Storage, clock: FakeClock) -> None:
    for name in ("sha256:a", "sha256:b", "sha256:c"):
        await storage.policies.record_policy(name, [], "")
        clock.advance(minutes=1)
    listed = await storage.policies.list_policies()
    assert [policy.hash for policy in listed] == ["sha256:c", "sha256:b", "sha256:a"]
    assert listed[0].compiled_at.tzinfo is not None


async def test_a_name_that_is_too_long_is_cut(storage: Storage) -> None:
    assert await storage.policies.record_policy("sha256:a", [], "Altona Pharma " * 20)
    assert (await storage.policies.list_policies())[0].organisation == ("Altona Pharma " * 20)[:200]
