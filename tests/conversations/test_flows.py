"""The table of flows holds what the programme has: every button, every typed word, every language."""

from bot.core.model import LANGUAGES
from bot.core.programme.programme import MENU
from tests.conversations.flows import (
    ROOT,
    SCENES,
    compose_table,
    find_actions,
    list_scenes,
    list_shown,
    read_flows,
)

_PROGRAMME = "bot.core.programme"


def test_every_action_belongs_to_one_flow_and_every_flow_has_what_it_names() -> None:
    named = [action for flow in read_flows().values() for action in flow.presses]
    assert len(named) == len(set(named))
    assert set(named) == find_actions(_PROGRAMME)
    assert MENU in named  # or nothing was found at all


def test_every_flow_has_a_scene_in_every_language() -> None:
    missing = [
        (name, language)
        for name, flow in read_flows().items()
        for language in LANGUAGES
        if (flow.in_scenes or flow.gets) and not list_scenes(name, language)
    ]
    assert not missing


def test_what_no_scene_can_show_is_shown_by_a_test_that_there_is() -> None:
    for flow in read_flows().values():
        assert set(flow.elsewhere) <= set(flow.presses)
        assert all((ROOT / test).is_file() for test in flow.elsewhere.values())


def test_a_scene_shows_flows_that_there_are() -> None:
    unknown = [
        (path.name, one) for path in SCENES for one in list_shown(path) if one not in read_flows()
    ]
    assert not unknown


def test_the_table_names_each_flow_with_its_scenes() -> None:
    table = compose_table()
    shown = [line for line in table.splitlines() if line.startswith("  ")]
    assert len(shown) == len(LANGUAGES) * len(read_flows())
    assert [line for line in shown if not line[4:].strip()] == []
    assert "recap-send: Sent before its time.\n  de  das-recap-in-eigenen-worten" in table
