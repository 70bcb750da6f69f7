"""A very short text is not counted, and nothing is said of what a network would cut off."""

from bot.core.coaching.preview import is_cut, preview_draft


def test_only_what_is_cut_off_is_estimated() -> None:
    assert not is_cut(preview_draft("Crimson!"))
    assert not is_cut(preview_draft("A short text.\nTwo lines.\n"))
    assert is_cut(preview_draft("A long sentence about a river. " * 6))


def test_one_word_is_not_counted(coach) -> None:
    for language in ("de", "nl", "en"):
        said = coach("Crimson!", answer_language=language).notes
        assert not any("1" in note.text for note in said)
