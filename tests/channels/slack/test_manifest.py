"""The app's manifest is of the form that Slack publishes, and asks for no more than we use."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.channels.slack import app
from bot.channels.slack.install import SCOPES

SCHEMA = Path(__file__).parents[2] / "fakes" / "slack" / "schemas" / "manifest.json"
MANIFEST = Path(app.__file__).parent / "manifest.yaml"


@pytest.fixture
def manifest() -> dict[str, Any]:
    return dict(yaml.safe_load(MANIFEST.read_text("utf-8")))


def test_it_is_of_slacks_form(manifest: dict[str, Any]) -> None:
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(manifest)] == []


def test_a_broken_one_would_be_noticed(manifest: dict[str, Any]) -> None:
    manifest["features"]["agent_view"]["prompts"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(manifest, json.loads(SCHEMA.read_text("utf-8")))


def test_it_asks_for_these_rights_only(manifest: dict[str, Any]) -> None:
    assert manifest["oauth_config"]["scopes"] == {
        "bot": ["assistant:write", "chat:write", "commands", "im:history", "im:write", "users:read"]
    }
    assert manifest["oauth_config"]["scopes"]["bot"] == SCOPES.split(",")
    assert "assistant_view" not in manifest["features"]


def test_every_address_is_the_one_door(manifest: dict[str, Any]) -> None:
    addresses = [
        manifest["features"]["slash_commands"][0]["url"],
        manifest["settings"]["event_subscriptions"]["request_url"],
        manifest["settings"]["interactivity"]["request_url"],
    ]
    assert set(addresses) == {"https://jourfix.example/slack/events"}
