"""A policy kept in the cache folder: the same answers, and a bad copy is only made again."""

import hashlib
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.core.model import Context, Draft
from bot.core.policy.engine import check
from bot.core.policy.policy import Policy
from bot.files.trusted import load_trusted_policy
from tests.fakes.policies import DAY, make_rule, spoken, write_policy

ROOT = Path(__file__).parent.parent.parent
DRAFTS = {
    "de": "So eine Schnapsidee, und Dr. Meier nimmt Ozempic gegen Diabetes.",
    "nl": "Wat een stom plan, en mevrouw de Vries kreeg uitslag van de pillen.",
    "en": "Our patient Mrs Miller in room 3 got a rash from her tablets.",
}


def find(policy: Policy, text: str) -> list[tuple[str, int, int, str]]:
    found = check(Draft(text, Context(DAY)), policy).findings
    return [(one.rule, one.start, one.end, one.message) for one in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    examples = [{"bad": f"A [[loud]] {thing}."} for thing in ("car", "dog", "bell")]
    calm = [{"good": f"A calm {thing}."} for thing in ("car", "dog")]
    rule = make_rule(
        "loud-word", spoken("en", "loud"), languages=("en",), en={"examples": examples + calm}
    )
    policies = write_policy(tmp_path, rule)
    shutil.copy(ROOT / "policies" / "organisation.example.yaml", policies)
    return policies


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def start(folder: Path, cache: Path) -> Callable[[], list[tuple[str, int, int, str]]]:
    """Start with these folders and check one draft."""
    return lambda: find(load_trusted_policy(folder, cache), "A loud laugh.")


def copies(cache: Path) -> dict[Path, int]:
    """Every copy with the number of its file: one written again gets another."""
    return {path: path.stat().st_ino for path in cache.glob("policy-*/*")}


FOUND = [("loud-word", 2, 6, "en: loud")]


def test_a_copy_of_the_policy_answers_like_the_policy(policy: Policy, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    seen = []
    for _ in range(2):  # the first start makes the copies, the second reads them
        kept = load_trusted_policy(ROOT / "policies", cache)
        for language, text in DRAFTS.items():
            assert find(kept, text) == find(policy, text) != [], language
        assert kept.packs == policy.packs
        seen.append(copies(cache))
    assert seen[0] == seen[1]


def test_a_second_start_reads_the_copies_of_the_first(start: Any, cache: Path) -> None:
    assert start() == FOUND
    made = copies(cache)
    assert {path.name for path in made} == {"rules", "book-de", "book-nl", "book-en"}
    assert start() == FOUND
    assert copies(cache) == made


def test_copies_are_for_our_eyes_only(start: Any, cache: Path) -> None:
    start()
    for path in copies(cache):
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_changed_policy_gets_another_copy(start: Any, folder: Path, cache: Path) -> None:
    start()
    before = set(copies(cache))
    rule = next(folder.rglob("loud-word.yaml"))
    rule.write_text(rule.read_text("utf-8").replace("{found}", "not {found}"), "utf-8")
    assert start() == [("loud-word", 2, 6, "en: not loud")]
    assert before < set(copies(cache))


def test_old_copies_are_tidied_away(start: Any, folder: Path, cache: Path) -> None:
    rule = next(folder.rglob("loud-word.yaml"))
    for number in range(9):
        rule.write_text(rule.read_text("utf-8") + f"\n# {number}\n", "utf-8")
        start()
    assert len(list(cache.glob("policy-*"))) == 6


class Trap:
    """Runs a command when a careless reader opens it."""

    def __init__(self, sign: Path) -> None:
        self.sign = sign

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch {self.sign}",)


def seal(path: Path, payload: bytes) -> bytes:
    """What an attacker who read our code would write before a payload."""
    return hashlib.sha256(path.parent.name.encode() + b"\0" + payload).digest() + payload


def test_a_hostile_copy_does_not_run(start: Any, cache: Path, tmp_path: Path) -> None:
    start()
    sign = tmp_path / "trapped"
    payload = pickle.dumps(Trap(sign))
    pickle.loads(payload)  # noqa: S301 - the trap does work
    assert sign.exists()
    sign.unlink()
    (rules,) = cache.glob("policy-*/rules")
    rules.write_bytes(seal(rules, payload))
    assert start() == FOUND
    assert not sign.exists()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-40] ^= 1
    path.write_bytes(data)


def swap(path: Path) -> None:
    for other in path.parent.iterdir():
        if other != path:
            path.write_bytes(other.read_bytes())


def replace_value(path: Path) -> None:
    path.write_bytes(seal(path, pickle.dumps("no policy")))


def replace_name(path: Path) -> None:
    path.write_bytes(seal(path, b"cbot.files.trusted\nload_trusted_policy\n."))


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize("file", ["rules", "book-en"])
@pytest.mark.parametrize(
    "damage",
    [cut, flip, swap, replace_value, replace_name, make_folder, make_pipe, Path.touch, Path.unlink],
)
def test_a_damaged_copy_is_ignored(
    start: Any, cache: Path, file: str, damage: Callable[[Path], None]
) -> None:
    start()
    (path,) = cache.glob(f"policy-*/{file}")
    damage(path)
    assert start() == FOUND


@pytest.mark.parametrize("file", ["rules", "book-en"])
def test_a_damaged_copy_is_made_again(start: Any, cache: Path, file: str) -> None:
    start()
    (path,) = cache.glob(f"policy-*/{file}")
    cut(path)
    damaged = copies(cache)
    start()
    mended = copies(cache)
    assert mended[path] != damaged[path]
    start()
    assert copies(cache) == mended


def test_a_copy_that_others_may_write_is_not_read(start: Any, cache: Path) -> None:
    start()
    (rules,) = cache.glob("policy-*/rules")
    rules.chmod(0o666)
    start()
    assert rules.stat().st_mode & 0o777 == 0o600


def test_a_copy_of_another_policy_is_not_read(start: Any, folder: Path, cache: Path) -> None:
    start()
    (first,) = cache.glob("policy-*")
    rule = next(folder.rglob("loud-word.yaml"))
    rule.write_text(rule.read_text("utf-8").replace("{found}", "not {found}"), "utf-8")
    changed = start()
    (second,) = set(cache.glob("policy-*")) - {first}
    for name in ("rules", "book-en"):
        (second / name).write_bytes((first / name).read_bytes())
    assert start() == changed


def test_a_cache_that_cannot_be_written_costs_only_time(start: Any, cache: Path) -> None:
    cache.write_text("no folder")
    assert start() == FOUND


def test_two_processes_may_start_at_once(folder: Path, cache: Path) -> None:
    said = "from tests.files.test_kept_policy import find, load_trusted_policy, Path; import sys\n"
    said += "policy = load_trusted_policy(Path(sys.argv[1]), Path(sys.argv[2]))\n"
    said += "print(find(policy, 'A loud laugh.'))"
    both = [
        subprocess.Popen(
            [sys.executable, "-c", said, str(folder), str(cache)],
            cwd=ROOT, text=True, stdout=subprocess.PIPE,
        )
        for _ in range(2)
    ]  # fmt: skip
    assert [one.communicate()[0].strip() for one in both] == [str(FOUND)] * 2
    assert len(copies(cache)) == 4
