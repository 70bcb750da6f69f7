from bot.storage.draft_memory import DraftMemory
from tests.storage.samples import make_draft


def test_the_draft_unused_for_longest_goes_first() -> None:
    memory = DraftMemory(most=2)
    memory.remember("ada", "1", make_draft("one"))
    memory.remember("ada", "2", make_draft("two"))
    assert memory.recall("ada", "1") == make_draft("one")
    memory.remember("ben", "3", make_draft("three"))
    assert memory.recall("ada", "2") is None
    assert memory.recall("ada", "1") == make_draft("one")
    assert (memory.count("ada"), memory.count("ben")) == (1, 1)


def test_forgetting_an_author_leaves_the_others() -> None:
    memory = DraftMemory()
    for author, conversation in (("ada", "1"), ("ada", "2"), ("ben", "1")):
        memory.remember(author, conversation, make_draft())
    assert memory.forget_author("ada") == 2
    assert not memory.forget("ada", "1")
    assert memory.forget("ben", "1")
