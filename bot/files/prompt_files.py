"""Load prompts/: what a language model is told. Every complaint names file, line and remedy.

What others wrote never stands among our words: an untrusted input stands alone in a user part and
is handed on as it is, without any template.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing_extensions import override

from bot.core.errors import ContentError
from bot.core.naming import nearest_name
from bot.core.suggesting.ports import ROLES, Prompt, Prompts, Role
from bot.files.entries import Entry, parse_yaml, read_bytes
from bot.files.passages import read_fields
from bot.files.prompt_sections import Section, split_sections

FIXED, UNTRUSTED, MAY_BE_ABSENT = "fixed", "untrusted", "untrusted-or-absent"
_KINDS = (FIXED, UNTRUSTED, MAY_BE_ABSENT)
_KEYS = (
    "name", "version", "purpose", "model", "temperature", "most_tokens", "inputs", "reply",
    "changed",
)  # fmt: skip
_VERSION = re.compile(r"v([1-9]\d*)\.md")
_MOST_TOKENS = 4000


def _open_environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )  # no HTML: a model reads it
    environment.globals.clear()  # a prompt knows its inputs and nothing else
    return environment


_ENVIRONMENT = _open_environment()


@dataclass(frozen=True)
class PromptFile:
    """One version of a prompt, found to make sense."""

    path: str
    name: str
    version: int
    role: Role
    inputs: Mapping[str, str]
    system: Template
    user: tuple[str, ...]
    schema: Mapping[str, Any]
    temperature: float
    most_tokens: int

    def compose(self, inputs: Mapping[str, object]) -> Prompt:
        """Fill it in.

        Raises:
            ContentError: an input is missing, unknown or of the wrong kind.
        """
        given = {key: value for key, value in inputs.items() if value is not None}
        self._refuse_inputs(given)
        fixed = {key: value for key, value in given.items() if self.inputs[key] == FIXED}
        try:
            system = self.system.render(fixed).strip()
        except TemplateError as error:  # it speaks of fixed inputs, which are our own words
            hint = "See what the prompt expects of its fixed inputs."
            problem = f"{self.name} cannot be filled in ({error})"
            raise ContentError(self.path, problem, hint) from error
        return Prompt(
            self.name,
            self.version,
            self.role,
            system,
            tuple(self._read_untrusted(key, given[key]) for key in self.user if key in given),
            self.schema,
            self.temperature,
            self.most_tokens,
        )

    def _refuse_inputs(self, given: Mapping[str, object]) -> None:
        for key, kind in self.inputs.items():
            if key not in given and kind != MAY_BE_ABSENT:
                raise ContentError(self.path, f"the input “{key}” is missing", "Give it.")
        for key in given:
            if key not in self.inputs:
                problem = f"{self.name} has no input “{key}”"
                raise ContentError(self.path, problem, nearest_name(key, self.inputs))

    def _read_untrusted(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise ContentError(self.path, f"the input “{key}” is no text", "Give its text.")
        return value


@dataclass(frozen=True)
class PromptFiles(Prompts):
    """Every version of every prompt; the newest is sent."""

    folder: str
    versions: Mapping[str, tuple[PromptFile, ...]]  # oldest first

    @override
    def compose(self, name: str, inputs: Mapping[str, object]) -> Prompt:
        if name not in self.versions:
            problem = f"there is no prompt “{name}”"
            raise ContentError(self.folder, problem, nearest_name(name, self.versions))
        return self.versions[name][-1].compose(inputs)


def load_prompt_files(folder: Path) -> PromptFiles:
    """Load every prompt of a folder.

    Raises:
        ContentError: there is none, or a file makes no sense.
    """
    versions = {prompt.name: tuple(_read_versions(prompt)) for prompt in sorted(folder.glob("*/"))}
    if not versions:
        hint = "A prompt is a folder with v1.md."
        raise ContentError(folder.name, "there are no prompts here", hint)
    return PromptFiles(folder.name, versions)


def _read_versions(prompt: Path) -> Iterator[PromptFile]:
    found = {int(named[1]): path for path in prompt.iterdir()
             if (named := _VERSION.fullmatch(path.name))}  # fmt: skip
    if not found:
        shown = f"{prompt.parent.name}/{prompt.name}"
        raise ContentError(shown, "this prompt has no version", "Write v1.md.")
    for version, path in sorted(found.items()):
        yield _read_prompt(path, version)


def _read_prompt(path: Path, version: int) -> PromptFile:
    shown = str(path.relative_to(path.parent.parent.parent))
    front, sections = split_sections(read_bytes(path, shown), shown)
    fields = read_fields(parse_yaml(front, shown), "a prompt", _KEYS)
    for key, wanted in (("name", path.parent.name), ("version", str(version))):
        if fields[key].text(key) != wanted:
            problem = f"the {key} is not that of its place"
            raise fields[key].refuse(problem, f"Write {key}: {wanted}.")
    for told in ("purpose", "changed"):
        fields[told].text(told)
    declared = fields["inputs"].mapping("inputs")
    inputs = {key: entry.choice(f"the input {key}", _KINDS) for key, entry in declared.items()}
    system, *users = sections
    template = _read_system(system, inputs, shown)
    user = _read_users(users, inputs, shown)
    _refuse_unused(declared, {*_list_names(system, shown), *user})
    role = fields["model"].choice("the model's role", ROLES)
    return PromptFile(
        shown,
        path.parent.name,
        version,
        next(known for known in ROLES if known == role),
        inputs,
        template,
        user,
        _read_schema(path.parent, fields["reply"]),
        _read_number(fields["temperature"], 0, 1),
        int(_read_number(fields["most_tokens"], 1, _MOST_TOKENS)),
    )


def _list_names(section: Section, shown: str) -> Mapping[str, int]:
    """List what a template takes from outside, each with the line where it stands first."""
    try:
        template = _ENVIRONMENT.parse(section.text)
        wanted = meta.find_undeclared_variables(template)
    except TemplateSyntaxError as error:  # also a filter or test that there is not
        line = section.line + error.lineno
        hint = "See Jinja's template language."
        raise ContentError(shown, f"this is no template ({error.message})", hint, line) from error
    found = [one for one in template.find_all(nodes.Name) if one.name in wanted]
    return {one.name: section.line + one.lineno for one in reversed(found)}


def _read_system(section: Section, inputs: Mapping[str, str], shown: str) -> Template:
    for name, line in _list_names(section, shown).items():
        _refuse_undeclared(name, inputs, shown, line)
        if inputs[name] != FIXED:
            problem = f"what others wrote stands among our words: “{name}”"
            raise ContentError(shown, problem, "Give it a `# user` part of its own.", line)
    return _ENVIRONMENT.from_string(section.text)


def _read_users(sections: list[Section], inputs: Mapping[str, str], shown: str) -> tuple[str, ...]:
    user: list[str] = []
    for section in sections:
        for name, line in _list_names(section, shown).items():
            _refuse_undeclared(name, inputs, shown, line)
        alone = re.fullmatch(r"\{\{ (\w+) \}\}", section.text.strip())
        if alone is None or inputs.get(alone[1]) not in (UNTRUSTED, MAY_BE_ABSENT):
            problem = "an untrusted input does not stand alone in this user part"
            hint = "Write `{{ draft }}` and nothing else; our words belong to the system part."
            raise ContentError(shown, problem, hint, section.line)
        if alone[1] in user:
            problem = f"the input “{alone[1]}” has two user parts"
            raise ContentError(shown, problem, "Keep one.", section.line)
        user.append(alone[1])
    return tuple(user)


def _refuse_undeclared(name: str, inputs: Mapping[str, str], shown: str, line: int) -> None:
    if name not in inputs:
        problem = f"the input “{name}” is not declared"
        raise ContentError(shown, problem, nearest_name(name, inputs), line)


def _refuse_unused(declared: Mapping[str, Entry], used: set[str]) -> None:
    for name, entry in declared.items():
        if name not in used:
            raise entry.refuse(f"the input “{name}” is not used", "Use it or take it out.")


def _read_schema(folder: Path, entry: Entry) -> Mapping[str, Any]:
    """Read what a reply must look like; which draft of JSON Schema it is written in, we know."""
    path = folder / entry.text("reply")
    shown = f"{folder.parent.name}/{folder.name}/{path.name}"
    if path.parent != folder:
        raise entry.refuse("the schema stands elsewhere", "Put it beside the prompt.")
    try:
        schema = json.loads(read_bytes(path, shown))
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        raise ContentError(shown, "this is no JSON", "Check its commas.", line) from error
    if not isinstance(schema, dict) or schema.get("type") != "object":
        raise ContentError(shown, "a reply is an object", 'Write "type": "object".')
    return {key: value for key, value in schema.items() if key != "$schema"}


def _read_number(entry: Entry, least: float, most: float) -> float:
    value = entry.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise entry.refuse("this must be a number", f"From {least} to {most}.")
    return value
