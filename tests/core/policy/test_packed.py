"""Packed numbers are found like those of a dictionary of lists."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.policy.packed import NO_NUMBERS, PackedNumbers

_numbers = st.integers(0, 2**32 - 1)


@given(
    st.dictionaries(st.integers(0, 2**64 - 1), st.lists(_numbers, max_size=5)), st.lists(_numbers)
)
def test_each_key_has_its_numbers_and_no_other_has_any(
    lists: dict[int, list[int]], others: list[int]
) -> None:
    packed = PackedNumbers.pack(lists)
    for key in (*lists, *others):
        assert list(packed.find(key)) == lists.get(key, [])


def test_where_nothing_was_packed_nothing_is_found() -> None:
    assert list(NO_NUMBERS.find(7)) == []
