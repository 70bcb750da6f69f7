"""Whether data fits a JSON schema, in the few words of JSON Schema that our replies need.

What is written here names places and what was wanted, never a word of the data: the data comes from
a model, and complaints go into logs and back to it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Schema = Mapping[str, Any]


def _is_whole(data: object) -> bool:
    if isinstance(data, bool):
        return False
    return isinstance(data, int) or (isinstance(data, float) and data.is_integer())


_TYPES: Mapping[str, Callable[[object], bool]] = {
    "object": lambda data: isinstance(data, dict),
    "array": lambda data: isinstance(data, list),
    "string": lambda data: isinstance(data, str),
    "boolean": lambda data: isinstance(data, bool),
    "null": lambda data: data is None,
    "number": lambda data: isinstance(data, int | float) and not isinstance(data, bool),
    "integer": _is_whole,
}
_TOLD = frozenset({"$schema", "$id", "title", "description"})  # for readers alone
_LIMITS = ("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")
_KNOWN = _TOLD | {
    "type",
    "enum",
    "const",
    "properties",
    "required",
    "additionalProperties",
    "items",
    *_LIMITS,
}


def list_unknown_words(schema: Schema, at: str = "the schema") -> Iterator[str]:
    """Name what stands in a schema and is not checked here, with its place."""
    for word in schema:
        if word not in _KNOWN:
            yield f"“{word}” in {at}"
    named = schema.get("type")
    for kind in (named,) if isinstance(named, str) else tuple(named or ()):
        if kind not in _TYPES:
            yield f"the type “{kind}” in {at}"
    if schema.get("additionalProperties", False) not in (True, False):
        yield f"additionalProperties other than true or false in {at}"
    for name, part in schema.get("properties", {}).items():
        yield from list_unknown_words(part, f"{at}.{name}")
    if "items" in schema:
        yield from list_unknown_words(schema["items"], f"{at}[]")


def find_misfit(data: object, schema: Schema, at: str = "the answer") -> str | None:
    """Say where data does not fit and what is wanted there; None when it fits.

    It goes no deeper than the schema does, whatever the data.
    """
    kinds = schema.get("type", ())
    kinds = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    if kinds and not any(_TYPES[kind](data) for kind in kinds):
        return f"{at} must be of type {' or '.join(kinds)}"
    if "enum" in schema and not any(_is_same(data, one) for one in schema["enum"]):
        return f"{at} must be one of the values that the schema lists"
    if "const" in schema and not _is_same(data, schema["const"]):
        return f"{at} must be the value that the schema names"
    if isinstance(data, str):
        return _find_limit(len(data), schema, "Length", f"{at} must have", "characters")
    if isinstance(data, list):
        return _find_in_list(data, schema, at)
    if isinstance(data, dict):
        return _find_in_object(data, schema, at)
    if isinstance(data, int | float) and not isinstance(data, bool):
        return _find_limit(data, schema, "imum", f"{at} must be", "")
    return None


def _find_in_object(data: Mapping[str, Any], schema: Schema, at: str) -> str | None:
    properties: Mapping[str, Schema] = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in data:
            return f"{at} must have “{name}”"
    if schema.get("additionalProperties") is False and not properties.keys() >= data.keys():
        return f"{at} must have no keys but those of the schema"
    for name, part in properties.items():
        if name in data and (misfit := find_misfit(data[name], part, f"{at}.{name}")):
            return misfit
    return None


def _find_in_list(data: Sequence[Any], schema: Schema, at: str) -> str | None:
    misfit = _find_limit(len(data), schema, "Items", f"{at} must have", "items")
    if misfit or "items" not in schema:
        return misfit
    for number, one in enumerate(data):
        if misfit := find_misfit(one, schema["items"], f"{at}[{number}]"):
            return misfit
    return None


def _find_limit(size: float, schema: Schema, limit: str, must: str, unit: str) -> str | None:
    least, most = schema.get(f"min{limit}"), schema.get(f"max{limit}")
    if least is not None and size < least:
        return f"{must} at least {least} {unit}".rstrip()
    if most is not None and size > most:
        return f"{must} at most {most} {unit}".rstrip()
    return None


def _is_same(one: object, other: object) -> bool:
    """Compare as JSON does: true is not 1."""
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def is_strict(schema: Schema) -> bool:
    """Say whether every object of a schema names all its keys, and wants each.

    Servers that hold a model to a schema strictly ask for that.
    """
    if "properties" in schema or schema.get("type") == "object":
        properties: Mapping[str, Schema] = schema.get("properties", {})
        is_closed = schema.get("additionalProperties") is False
        if not is_closed or set(schema.get("required", ())) != set(properties):
            return False
        return all(is_strict(part) for part in properties.values())
    return "items" not in schema or is_strict(schema["items"])


def leave_limits_out(schema: Schema) -> Schema:
    """Give a schema without limits of size, which some servers refuse: we check them ourselves."""
    lean = {
        word: value for word, value in schema.items() if word not in (*_LIMITS, "$schema", "$id")
    }
    if "properties" in schema:
        parts = schema["properties"].items()
        lean["properties"] = {name: leave_limits_out(part) for name, part in parts}
    if "items" in schema:
        lean["items"] = leave_limits_out(schema["items"])
    return lean
