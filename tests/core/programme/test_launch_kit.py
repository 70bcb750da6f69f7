"""The texts of the launch kit are filled with what editors and ambassadors typed."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.programme.launch_kit import fill_placeholders, find_placeholders, join_names


def test_placeholders_are_filled() -> None:
    text = "On {start} {names} begin at {company}; {other} stays."
    assert find_placeholders(text) == ["start", "names", "company", "other"]
    filled = fill_placeholders(text, "Ann and Bo", "Acme", "1 May")
    assert filled == "On 1 May Ann and Bo begin at Acme; {other} stays."


@given(st.text(), st.text(), st.text())
def test_what_people_typed_is_never_read_as_a_placeholder(
    names: str, company: str, start: str
) -> None:
    filled = fill_placeholders("{names}|{company}|{start}", names, company, start)
    assert filled == f"{names}|{company}|{start}"


def test_names_are_joined_as_the_language_does_it() -> None:
    assert join_names((), "de") == ""
    assert join_names(("Ann",), "de") == "Ann"
    assert join_names(("Ann", "Bo"), "nl") == "Ann en Bo"
    assert join_names(("Ann", "Bo", "Cy"), "de") == "Ann, Bo und Cy"
    assert join_names(("Ann", "Bo", "Cy"), "en") == "Ann, Bo and Cy"
