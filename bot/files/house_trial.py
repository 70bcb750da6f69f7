"""Try house rules in a process of its own: compile, run examples, compare. Nobody waits for it.

Reads what to try as JSON from standard input, writes what came of it to standard output, and how
far it is, line by line, to standard error. What compiled well stays in the cache folder, so that
every process only has to open it.
"""

import asyncio
import contextlib
import datetime
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pydantic import TypeAdapter

from bot.core.errors import ContentError
from bot.core.house_rules.house import PACK, HouseFiles
from bot.core.house_rules.impact import (
    Impact,
    Sentence,
    compare_policies,
    list_examples,
    make_sentence,
)
from bot.core.house_rules.sets import Line
from bot.core.policy.examples import run_examples
from bot.core.policy.policy import Policy, check_terms
from bot.core.policy.resting import hold_pauses
from bot.files.embedder import SentenceEncoder
from bot.files.kept_policy import KeptPolicy
from bot.files.known_vectors import KnownVectors
from bot.files.organisation import load_organisation
from bot.files.policy_files import add_house, read_files
from bot.files.resemblance import LearnedResemblance
from bot.files.trusted import EXAMPLE_ORGANISATION

_SECONDS = 600
_MOST_COMPLAINTS = 20


@dataclass(frozen=True)
class Task:
    """What to try; without `before` it is only compiled, and its own examples run.

    `today` says which pauses are over.
    """

    folder: str
    cache: str
    after: Mapping[str, str]
    before: Mapping[str, str] | None = None
    sets: Mapping[str, Sequence[Line]] = field(default_factory=dict)
    today: datetime.date = datetime.date.min


@dataclass(frozen=True)
class Tried:
    """What came of it."""

    complaints: tuple[str, ...] = ()
    impact: Impact = field(default_factory=Impact)


def open_kept(folder: Path, cache: Path, files: HouseFiles) -> Policy | None:
    """Open the policy of all packs and the house's rules, where it was compiled before."""
    return KeptPolicy(add_house(read_files(folder), files), cache).read()


def _compile(folder: Path, cache: Path, files: HouseFiles) -> tuple[Policy, KeptPolicy]:
    kept = KeptPolicy(add_house(read_files(folder), files), cache)
    policy = kept.read() or kept.make()
    check_terms(policy)
    return policy, kept


def try_task(task: Task, tell: Callable[[int, int], None] = lambda _done, _all: None) -> Tried:
    """Compile the rules, run their examples, and say what they change."""
    folder, cache = Path(task.folder), Path(task.cache)
    resemblance = LearnedResemblance(KnownVectors(SentenceEncoder(cache), cache))
    organisation = load_organisation(folder / EXAMPLE_ORGANISATION)
    try:
        after, kept = _compile(folder, cache, task.after)
    except ContentError as error:
        return Tried((str(error),))
    found = run_examples(after, organisation, resemblance, PACK)
    complaints = tuple(str(one) for one in found[:_MOST_COMPLAINTS])
    if complaints:
        return Tried(complaints)
    kept.write(after)
    if task.before is None:
        return Tried()
    before, _ = _compile(folder, cache, task.before)
    sentences: list[Sentence] = [*list_examples(after, organisation)]
    like = sentences[0].draft
    for name, lines in task.sets.items():
        sentences += [
            make_sentence(name, line.text, line.language, line.expected, like) for line in lines
        ]
    old, new = hold_pauses(before, task.today), hold_pauses(after, task.today)
    return Tried((), compare_policies(old, new, sentences, resemblance, tell))


async def run_trial(task: Task, tell: Callable[[int, int], None]) -> Tried:
    """Try something in a process of its own.

    Raises:
        ContentError: it took too long, or the process ended.
    """
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.files.house_trial",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE, cwd=Path(__file__).parent.parent.parent,
    )  # fmt: skip
    told = TypeAdapter(Task).dump_json(task)
    try:
        async with asyncio.timeout(_SECONDS):
            return await _talk(child, told, tell)
    except (TimeoutError, ValueError, OSError) as error:
        raise ContentError("house", "the rules could not be tried", "Try it again.") from error
    finally:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.wait()


async def _talk(
    child: asyncio.subprocess.Process, told: bytes, tell: Callable[[int, int], None]
) -> Tried:
    if child.stdin is None or child.stdout is None or child.stderr is None:
        raise OSError
    child.stdin.write(told)
    child.stdin.close()
    answer = asyncio.ensure_future(child.stdout.read())
    async for line in child.stderr:
        done, _, everything = line.decode("utf-8", "replace").strip().partition("/")
        if done.isdecimal() and everything.isdecimal():
            tell(int(done), int(everything))
    return TypeAdapter(Tried).validate_json(await answer)


def main() -> None:
    """Try what standard input says."""

    def tell(done: int, everything: int) -> None:
        sys.stderr.write(f"{done}/{everything}\n")
        sys.stderr.flush()

    task = TypeAdapter(Task).validate_json(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(asdict(try_task(task, tell)), default=dict))


if __name__ == "__main__":
    main()
