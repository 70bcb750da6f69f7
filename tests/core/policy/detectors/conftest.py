"""Each detector behind a rule of its own, so that a test asks as an editor would."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.policies import build_policy, make_rule, quotes

Found = Callable[..., list[str]]


@pytest.fixture
def found(tmp_path: Path) -> Found:
    """Give the words that a detector finds: found(detector, text, parameters, **context)."""

    def ask(
        name: str,
        text: str,
        parameters: dict[str, Any] | None = None,
        hint: Any = None,
        **context: Any,
    ) -> list[str]:
        rule = make_rule("detected", {"detector": name, **(parameters or {})})
        return quotes(build_policy(tmp_path, rule), text, hint, **context)

    return ask
