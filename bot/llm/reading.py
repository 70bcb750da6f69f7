"""Reading the JSON in what a model wrote, which may be anything.

What is not read: other than one object, the same key twice, too deep, numbers that are none,
letters that do not exist. Complaints name the problem in our words, never in the model's.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.core.suggesting.schema import Schema, find_misfit

LONGEST = 40_000  # characters of a reply
_DEEPEST = 12
_MOST_STARTS = 20  # braces at which an object may begin
_THOUGHT = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_LIKE_JSON = re.compile(r'\{\s*"')
_NO_LETTERS = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Read:
    """An object that fits."""

    data: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True)
class Misfit:
    """What is wrong, in our words.

    Args:
        problem: A clause.
        is_json: Whether it was an object at all.
    """

    problem: str
    is_json: bool = True


def read_reply(text: str, schema: Schema) -> Read | Misfit:
    """Read a reply and check it against a schema."""
    if len(text) > LONGEST:
        return Misfit(f"the answer is longer than {LONGEST:,} characters")
    found = _find_object(text)
    if isinstance(found, Misfit):
        return found
    if problem := _find_oddity(found) or find_misfit(found, schema):
        return Misfit(problem)
    return Read(found)


def decode_from(text: str, at: int) -> tuple[Any, int]:
    """Decode what stands at a place, and say where it ends; -1: nothing whole stands there."""
    if text[at : at + 1] not in ("{", '"'):
        return None, -1
    try:
        found, end = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None, -1
    return (None, -1) if _find_oddity({"": found}) else (found, end)


class _DoubtfulError(ValueError):
    """It is JSON, and still says nothing clear."""


def _find_object(text: str) -> dict[str, Any] | Misfit:
    """Find the one object, whatever stands around it: a fence, a sentence, a thought."""
    rest = _THOUGHT.sub("", text, count=1).strip("\ufeff \t\r\n")
    if not rest:
        return Misfit("the answer is empty")
    try:
        found = list(_list_objects(rest))
        are_several = any(one != found[0] for one in found)
    except _DoubtfulError as error:
        return Misfit(str(error))
    except RecursionError:
        return Misfit("the answer is nested too deeply")
    if not found:
        return Misfit("the answer is no JSON object", is_json=False)
    return Misfit("the answer has several JSON objects") if are_several else found[0]


def _list_objects(text: str) -> Iterator[dict[str, Any]]:
    at, starts = text.find("{"), 0
    while at >= 0 and starts < _MOST_STARTS:
        starts += 1
        try:
            found, end = _DECODER.raw_decode(text, at)
        except _DoubtfulError:
            raise
        except ValueError:
            if _LIKE_JSON.match(text, at):  # what stands inside a broken object is not the answer
                raise _DoubtfulError("the answer is broken JSON") from None
            end = at + 1
        else:
            yield found
        at = text.find("{", end)


def _find_oddity(data: Mapping[str, Any]) -> str | None:
    """Say what of the data nobody could show or keep."""
    level: Sequence[object] = [data]
    for _ in range(_DEEPEST):
        if not level:
            return None
        deeper: list[object] = []
        for one in level:
            if isinstance(one, str) and _NO_LETTERS.search(one):
                return "the answer has letters that do not exist"
            if isinstance(one, dict):
                deeper += [*one.keys(), *one.values()]
            elif isinstance(one, list):
                deeper += one
        level = deeper
    return "the answer is nested too deeply"


def _make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _DoubtfulError("the answer has the same key twice in one object")
    return made


def _make_number(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise _DoubtfulError("the answer has a number that is too large")
    return number


def _refuse_constant(_written: str) -> float:
    raise _DoubtfulError("the answer has a number that is none")


def _make_whole(written: str) -> int:
    if len(written) > 20:
        raise _DoubtfulError("the answer has a number that is too large")
    return int(written)


# not strict: small models write line breaks inside of texts as they are
_DECODER = json.JSONDecoder(
    object_pairs_hook=_make_object,
    parse_float=_make_number,
    parse_int=_make_whole,
    parse_constant=_refuse_constant,
    strict=False,
)
