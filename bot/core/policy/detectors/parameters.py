"""Read the parameters of a detector; their form was checked when the rule was loaded."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.policy.reading import Hit


def chosen(parameters: Mapping[str, Any], name: str) -> frozenset[str]:
    """Give the values asked for (a text or a list of texts); empty means all."""
    value = parameters.get(name)
    if value is None:
        return frozenset()
    return frozenset([value] if isinstance(value, str) else value)


def narrow_hits(hits: Sequence[Hit], parameters: Mapping[str, Any], *names: str) -> list[Hit]:
    """Keep the hits whose details of these names are among those asked for."""
    if not hits:
        return []
    wanted = [(name, chosen(parameters, name)) for name in names if name in parameters]
    return [
        hit
        for hit in hits
        if all(not values or hit.details[name] in values for name, values in wanted)
    ]
