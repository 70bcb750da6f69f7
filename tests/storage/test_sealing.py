import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.sealing import Pseudonyms, Sealer, UnsealError, derive_key

_NEW, _OLD = b"n" * 32, b"o" * 32
_PLACE = ("drafts", "ada", "one")
# Every code point, lone surrogates too: drafts come in as people typed them.
_any_text = st.text(st.characters(exclude_categories=()), max_size=200)


@given(_any_text)
def test_what_was_sealed_comes_back_as_it_was(text: str) -> None:
    sealer = Sealer([_NEW])
    assert sealer.unseal(sealer.seal(text, _PLACE), _PLACE) == text


def test_a_pair_of_lone_surrogates_stays_a_pair() -> None:
    sealer = Sealer([_NEW])
    assert len(sealer.unseal(sealer.seal("\ud83d\ude00", _PLACE), _PLACE)) == 2


@given(st.text(st.characters(codec="utf-8"), min_size=4))
def test_the_sealed_bytes_do_not_hold_the_text(text: str) -> None:
    assert text.encode() not in Sealer([_NEW]).seal(text, _PLACE)


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_it_opens_only_in_its_own_place(here: list[str], there: list[str]) -> None:
    sealer = Sealer([_NEW])
    sealed = sealer.seal("words", here)
    if here == there:
        assert sealer.unseal(sealed, there) == "words"
    else:
        with pytest.raises(UnsealError, match="same backup"):
            sealer.unseal(sealed, there)


def test_a_new_secret_seals_and_an_old_one_still_opens() -> None:
    sealed_before = Sealer([_OLD]).seal("words", _PLACE)
    both = Sealer([_NEW, _OLD])
    assert both.unseal(sealed_before, _PLACE) == "words"
    assert not both.is_newest(sealed_before, _PLACE)
    assert both.is_newest(both.seal("words", _PLACE), _PLACE)


@given(st.integers(0, 200))
def test_changed_bytes_do_not_open(at: int) -> None:
    sealed = bytearray(Sealer([_NEW]).seal("words" * 20, _PLACE))
    sealed[at % len(sealed)] ^= 1
    with pytest.raises(UnsealError):
        Sealer([_NEW]).unseal(bytes(sealed), _PLACE)


def test_sub_keys_differ_by_purpose_and_by_secret() -> None:
    keys = {derive_key(secret, purpose) for secret in (_NEW, _OLD) for purpose in ("seal", "names")}
    assert len(keys) == 4


@given(_any_text, _any_text)
def test_pseudonyms_are_stable_and_tell_people_apart(one: str, other: str) -> None:
    names = Pseudonyms(b"k" * 32)
    assert (names.name_person(one) == names.name_person(other)) == (one == other)


def test_pseudonyms_depend_on_the_key_and_hide_shared_conversations() -> None:
    names = Pseudonyms(b"k" * 32)
    assert names.name_person("ada") != Pseudonyms(b"j" * 32).name_person("ada")
    assert names.name_conversation("ada", "room") != names.name_conversation("ben", "room")
    assert names.name_conversation("ad", "aroom") != names.name_conversation("ada", "room")
