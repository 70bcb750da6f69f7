"""What Teams takes of an activity with a card: the schema of Adaptive Cards 1.5 and rules beyond it.

`check_activity` fails for whatever Teams would refuse, cut off or show empty.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema

SCHEMA = Path(__file__).parent / "schemas" / "card.json"
CARD = "application/vnd.microsoft.card.adaptive"
MOST_CHARACTERS = 38_000  # of ASCII JSON
DEEPEST = 12  # elements and actions within one another
_MARKDOWN = re.compile(r"[\\`*_\[\]{}#|~$<>&@/]")
_INPUTS = ("Input.Text", "Input.Toggle", "Input.ChoiceSet", "Input.Number", "Input.Date")


@lru_cache(maxsize=1)
def _validator() -> jsonschema.Draft6Validator:
    return jsonschema.Draft6Validator(json.loads(SCHEMA.read_text("utf-8")))


def check_activity(activity: Mapping[str, Any]) -> None:
    written = json.dumps(activity)
    written.encode("ascii")
    json.dumps(activity, ensure_ascii=False).encode("utf-8")
    assert len(written) <= MOST_CHARACTERS, len(written)
    assert activity["summary"] is not None
    attachments = activity["attachments"]
    assert [one["contentType"] for one in attachments] == [CARD]
    check_card(attachments[0]["content"])


def check_card(card: Mapping[str, Any]) -> None:
    plain = {name: value for name, value in card.items() if name != "msteams"}
    _validator().validate(plain)
    assert card["version"] == "1.5"
    assert "speak" not in card
    assert card["fallbackText"] is not None
    assert card["body"]
    assert card.get("msteams", {"width": "Full"}) == {"width": "Full"}
    things = list(walk(plain))
    names = [one["id"] for _, one in things if "id" in one]
    assert len(names) == len(set(names)), names
    for depth, thing in things:
        assert depth <= DEEPEST
        check_thing(thing, set(names))


def check_thing(thing: Mapping[str, Any], names: set[str]) -> None:
    kind = thing.get("type", "")
    if kind.startswith("Action."):
        assert thing["title"].strip()
    if kind == "Action.OpenUrl":
        assert thing["url"].startswith("https://")
    if kind == "Action.ToggleVisibility":
        assert set(thing["targetElements"]) <= names
    if kind == "Action.Execute":
        assert thing["fallback"]["type"] == "Action.Submit"
        assert thing["fallback"]["data"] == thing["data"]
    if kind == "ActionSet":
        assert 1 <= len(thing["actions"]) <= 6
    if kind in _INPUTS:
        assert thing["id"]
        assert thing["label"].strip()
        assert not thing.get("isRequired") or thing["errorMessage"].strip()
    if kind == "TextBlock":
        assert not _MARKDOWN.search(thing["text"]), thing["text"]
        assert thing["wrap"] is True
    if kind == "RichTextBlock":
        assert thing["inlines"]
        assert all(run["text"] for run in thing["inlines"])
        # a function of dates, and a template, which a runtime between us and the person may fill
        assert not any("{{" in run["text"] or "${" in run["text"] for run in thing["inlines"])


def walk(thing: object, depth: int = 0) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Give everything that has a type, with how deep it stands."""
    if isinstance(thing, Mapping):
        yield depth, thing
        for name, value in thing.items():
            if name != "data":
                yield from walk(value, depth + 1)
    elif isinstance(thing, list):
        for one in thing:
            yield from walk(one, depth)


def read_runs(card: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give all TextRuns of a card in reading order."""
    return [thing for _, thing in walk(card) if thing.get("type") == "TextRun"]
