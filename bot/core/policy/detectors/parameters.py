"""Read the parameters of a detector; their form was checked when the rule was loaded."""

from collections.abc import Mapping
from typing import Any


def chosen(parameters: Mapping[str, Any], name: str) -> frozenset[str]:
    """Give the values asked for (a text or a list of texts); empty means all."""
    value = parameters.get(name)
    if value is None:
        return frozenset()
    return frozenset([value] if isinstance(value, str) else value)


def is_chosen(parameters: Mapping[str, Any], name: str, value: str) -> bool:
    """Say whether a value is among those asked for."""
    wanted = chosen(parameters, name)
    return not wanted or value in wanted
