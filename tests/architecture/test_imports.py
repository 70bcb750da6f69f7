"""What import-linter cannot say: core uses the standard library and a named list, nothing else."""

import ast
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_core_imports_nothing_that_does_io() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    allowed = {"bot", "typing_extensions", *settings["tool"]["jourfix"]["core-libraries"]}
    forbidden_standard = {
        "os",
        "pathlib",
        "socket",
        "subprocess",
        "sqlite3",
        "urllib",
        "http",
        "time",
    }
    for path in (ROOT / "bot" / "core").rglob("*.py"):
        for name in imported_modules(path):
            top = name.split(".")[0]
            assert top in allowed or top in sys.stdlib_module_names, f"{path}: {name}"
            assert top not in forbidden_standard, f"{path}: {name}"


def imported_modules(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return names


def test_every_process_of_the_procfile_is_a_command() -> None:
    from bot.__main__ import build_parser

    names = []
    for line in (ROOT / "Procfile").read_text("utf-8").splitlines():
        name, _, command = line.partition(": ")
        program, *words = command.split()
        assert program == "jourfix", name
        assert callable(build_parser().parse_args(words).run), name
        names.append(name)
    assert names == ["web", "worker", "clock", "release"]
