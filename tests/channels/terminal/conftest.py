"""An installation with a small policy of our own, and `jourfix` run in it as people run it."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.core.model import LANGUAGES
from tests.channels.nursery import run_module
from tests.channels.running import environment
from tests.fakes.policies import everywhere, make_rule, write_installation

COMPANIES = {
    "acme": "company: Acme\ncountry: NL\nsetting: hospital\n",
    "beta": "company: Beta\ncountry: UK\nsetting: pharma\nlisted: true\n",
}


def with_examples(rule: dict[str, Any], word: str) -> dict[str, Any]:
    """Give every block the examples without which no installation starts."""
    bad = [{"bad": f"We {verb} [[{word}]] there."} for verb in ("saw", "had", "liked")]
    good = [{"good": "A quiet house."}, {"good": "A quiet day."}]
    for language in LANGUAGES:
        rule[language]["examples"] = [*bad, *good]
    return rule


def limited(name: str, word: str, topic: str, **fields: Any) -> dict[str, Any]:
    return with_examples(make_rule(name, everywhere(word), topic=topic, **fields), word)


def make_rules() -> list[dict[str, Any]]:
    nowhere = {"date": "2026-06-15"}
    rules = [
        limited("calm-word", "tulip", "style", severity="consider"),
        limited("loud-word", "crimson", "conduct", severity="adjust"),
        limited("grave-word", "scarlet", "rx_promotion", severity="ask"),
        limited("dutch-only", "azure", "disclosure", applies={"countries": ["NL"]}),
        limited("care-only", "indigo", "disclosure", applies={"settings": ["care"]}),
        limited("on-x-only", "maroon", "disclosure", applies={"networks": ["x"]}),
        limited("board-only", "violet", "disclosure", applies={"roles": ["board"]}),
    ]
    where = {"on-x-only": {"network": "x"}, "board-only": {"role": "board"}}
    for rule in rules:
        for language in LANGUAGES:
            for example in rule[language]["examples"]:
                example.update({**nowhere, **where.get(rule["id"], {})})
    closed = make_rule(
        "closed", {"detector": "date_window"}, topic="inside_information", severity="ask"
    )
    for language in LANGUAGES:
        day = {"date": "2026-10-20"}
        closed[language]["examples"] = [
            *[{"bad": f"We {verb} [[HORIZON-2]] there.", **day} for verb in ("saw", "had", "did")],
            *[{"good": text} for text in ("A quiet house.", "A quiet day.")],
        ]
    return [*rules, closed]


@dataclass(frozen=True)
class Answer:
    """What one command did."""

    status: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out.decode("utf-8"))

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.decode("utf-8").splitlines()]


Command = Callable[..., Answer]


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installation")
    write_installation(folder, *make_rules())
    for name, text in COMPANIES.items():
        (folder / f"{name}.yaml").write_text(text)
    return folder


@pytest.fixture(scope="session")
def jourfix(installation: Path) -> Command:
    """Run `jourfix` with these words; a traceback is never an answer."""

    def run(*words: str, stdin: bytes = b"", **settings: str) -> Answer:
        surroundings = dict(
            environment(
                installation,
                **{"JOURFIX_POLICIES": str(installation / "policies"), **settings},
            )
        )
        if "JOURFIX_ORGANISATION" not in settings:
            del surroundings["JOURFIX_ORGANISATION"]
        done = run_module("bot", words, installation, surroundings, stdin)
        answer = Answer(done.returncode, done.out, done.err.decode())
        assert "Traceback" not in answer.err, answer.err
        assert "Traceback" not in answer.out.decode()
        return answer

    return run


def to_lines(rows: Sequence[object]) -> bytes:
    return b"".join(
        row + b"\n" if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows
    )
