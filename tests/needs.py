"""What some tests need beside Python, and what to say where it is missing.

Outside CI such tests are left out, with one sentence each at the end; in CI they run, and fail.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest

from tests.channels.web.browser import find_chromium
from tests.fakes.model import llama
from tests.fakes.teams.playground import find_node, is_installed
from tests.postgres import MISSING as NO_POSTGRES
from tests.postgres import find_programs


@dataclass(frozen=True)
class Need:
    """Something that a machine may not have."""

    is_there: Callable[[], bool]
    sentence: str


NEEDS: Mapping[str, Need] = {
    "chromium": Need(
        lambda: find_chromium() is not None,
        "There is no Chromium, so the tests of the page did not run: apt install chromium.",
    ),
    "playground": Need(
        lambda: find_node() is not None and is_installed(),
        "Microsoft's test client is not here, so its test did not run: make playground.",
    ),
    "llama": Need(
        llama.is_installed,
        "The small language model and its server are not here, so their test did not run: make model.",
    ),
    "postgresql": Need(lambda: bool(find_programs()), NO_POSTGRES),
}


def name_needs(item: pytest.Item) -> Iterator[str]:
    """Name what a test needs: by its mark, or because it asks for a database on a server."""
    for mark in item.iter_markers("needs"):
        yield from mark.args
    parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
    if "postgres" in getattr(item, "fixturenames", ()) or "postgresql" in parameters:
        yield "postgresql"


def leave_out(items: list[pytest.Item]) -> tuple[list[pytest.Item], list[str]]:
    """Take out of `items` what cannot run here; gives what was taken, and the sentences."""
    if os.environ.get("CI"):
        return [], []
    missing = {name for name, need in NEEDS.items() if not need.is_there()}
    out = [item for item in items if missing.intersection(name_needs(item))]
    items[:] = [item for item in items if item not in out]
    named = {name for item in out for name in name_needs(item)} & missing
    return out, [NEEDS[name].sentence for name in sorted(named)]
