"""The flows of the programme, its actions as the code has them, and which scene shows what.

`python -m tests.conversations.flows` prints the table.
"""

import ast
import functools
import importlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import yaml

from bot.core.message import Choice
from bot.core.model import LANGUAGES, Language

_HERE = Path(__file__).parent
SCENES = sorted((_HERE / "scenes").glob("*.yaml"))
ROOT = _HERE.parent.parent
_ACTED_ON = ("choice.action", "press.action", "action")


@dataclass(frozen=True)
class Flow:
    """What people do in the programme for one purpose.

    Args:
        tells: What it is for, in a sentence.
        presses: The actions of its buttons.
        types: What is typed to reach it, in English.
        gets: The kinds of messages that belong to it, pressed for or not.
        elsewhere: Which of its actions no scene presses, and the test that does.
    """

    tells: str
    presses: Sequence[str] = ()
    types: Sequence[str] = ()
    gets: Sequence[str] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    @property
    def in_scenes(self) -> Sequence[str]:
        """List the actions that scenes have to press."""
        return [one for one in self.presses if one not in self.elsewhere]


@dataclass
class Deeds:
    """What a scene did as its script says."""

    pressed: set[str] = field(default_factory=set)
    typed: list[str] = field(default_factory=list)
    offered: set[str] = field(default_factory=set)
    heard: set[str] = field(default_factory=set)

    def touches(self, flow: Flow) -> bool:
        """Say whether anything of a flow was done."""
        return bool(self.pressed & set(flow.presses) or self.heard & set(flow.gets))

    def note(self, choice: Choice | None, text: str) -> None:
        """Note what somebody pressed, or typed."""
        if choice is None:
            self.typed.append(text)
        else:
            self.pressed.add(choice.action)


@functools.cache
def read_flows() -> Mapping[str, Flow]:
    """Read the list of flows."""
    rows = yaml.safe_load((_HERE / "table" / "flows.yaml").read_text("utf-8"))
    return {name: Flow(**row) for name, row in rows.items()}


@functools.cache
def read_cast(path: Path) -> Mapping[str, object]:
    """Read what stands at the head of a scene."""
    cast: Mapping[str, object] = yaml.safe_load(path.read_text("utf-8"))[0]
    return cast


def list_shown(path: Path) -> Sequence[str]:
    """List the flows that a scene says it shows."""
    shown = read_cast(path).get("shows", [])
    assert isinstance(shown, list), path.name
    return shown


def list_scenes(flow: str, language: Language) -> Sequence[Path]:
    """List the scenes that show a flow in a language."""
    return [
        path
        for path in SCENES
        if read_cast(path)["language"] == language and flow in list_shown(path)
    ]


@functools.cache
def find_actions(package: str) -> frozenset[str]:
    """Find the actions of all buttons that a package offers or answers, in its source."""
    found: set[str] = set()
    for path in sorted((ROOT / package.replace(".", "/")).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if name.endswith("__init__"):
            continue
        module = importlib.import_module(name)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for expression in _list_expressions(node):
                found |= _read_values(expression, module)
    return frozenset(found)


def _list_expressions(node: ast.AST) -> Iterator[ast.expr]:
    """Give what stands for an action: in a new Choice, a comparison or a case."""
    match node:
        case ast.Call(func=ast.Name(id="Choice")):
            yield from node.args[1:2]
            yield from (one.value for one in node.keywords if one.arg == "action")
        case ast.Compare() if ast.unparse(node.left) in _ACTED_ON:
            yield from node.comparators
        case ast.Match() if ast.unparse(node.subject) in _ACTED_ON:
            patterns = itertools.chain.from_iterable(ast.walk(one.pattern) for one in node.cases)
            yield from (one.value for one in patterns if isinstance(one, ast.MatchValue))


def _read_values(expression: ast.expr, module: ModuleType) -> set[str]:
    """Read names of the module; what only a call knows is found where it is called."""
    if isinstance(expression, ast.IfExp):
        return _read_values(expression.body, module) | _read_values(expression.orelse, module)
    if isinstance(expression, ast.Tuple | ast.Set | ast.List):
        return set().union(*(_read_values(one, module) for one in expression.elts))
    value: object = expression.value if isinstance(expression, ast.Constant) else None
    if isinstance(expression, ast.Name):
        value = getattr(module, expression.id, None)
    elif isinstance(expression, ast.Attribute) and isinstance(expression.value, ast.Name):
        value = getattr(getattr(module, expression.value.id, None), expression.attr, None)
    if isinstance(value, frozenset | tuple):
        return {one for one in value if isinstance(one, str)}
    return {value} if isinstance(value, str) else set()


def compose_table() -> str:
    """Give the table: each flow, and the scenes that show it."""
    lines = []
    for name, flow in read_flows().items():
        lines.append(f"{name}: {flow.tells}")
        for language in LANGUAGES:
            scenes = ", ".join(path.stem for path in list_scenes(name, language))
            lines.append(f"  {language}  {scenes or ', '.join({*flow.elsewhere.values()})}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(compose_table())
