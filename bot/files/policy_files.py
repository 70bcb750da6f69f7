"""The files of a policies folder, read once: their bytes name the policy and are what is parsed."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from bot.core.errors import ContentError
from bot.files.entries import Entry, parse_yaml, read_bytes
from bot.files.resemblance import LEARNED

_ROLES = "roles.yaml"  # of another form; see bot/files/roles.py
_PACK = "pack.yaml"
HOUSE = "house"  # the pack that an organisation writes at the desk


@dataclass(frozen=True)
class PolicyFiles:
    """What stands in the vocabularies and packs of a folder; of a pack, pack.yaml comes first."""

    folder: Path
    vocabularies: Mapping[Path, bytes]
    packs: Sequence[Mapping[Path, bytes]]
    others: Mapping[Path, bytes] = field(default_factory=dict)  # name the policy, and no more

    @cached_property
    def hash(self) -> str:
        """The content hash, which names the policy. The second signal decides too: it is in it."""
        digest = hashlib.sha256()
        for path, data in self.list_files():
            digest.update(path.name.encode() + b"\0" + data)
        digest.update(_hash_learned())
        return f"sha256:{digest.hexdigest()}"

    def list_files(self) -> Iterator[tuple[Path, bytes]]:
        """List every file with its bytes."""
        for group in (self.vocabularies, *self.packs, self.others):
            yield from group.items()

    def name(self, path: Path) -> str:
        """Name a file as complaints do."""
        return str(path.relative_to(self.folder.parent))

    def parse(self, path: Path, data: bytes) -> Entry:
        """Parse one of the files.

        Raises:
            ContentError: it is no YAML.
        """
        return parse_yaml(data, self.name(path))


@cache
def _hash_learned() -> bytes:
    """Hash what was learned: 16 MB, the same for every policy of a process."""
    digest = hashlib.sha256()
    for path in LEARNED:
        if path.exists():
            digest.update(path.read_bytes())
    return digest.digest()


def add_house(files: PolicyFiles, house: Mapping[str, str]) -> PolicyFiles:
    """Add the organisation's own rules and words, by their paths in the folder, to its packs.

    Raises:
        ContentError: a word list has the name of another.
    """
    placed = {files.folder / path: house[path].encode("utf-8") for path in sorted(house)}
    words = {path: data for path, data in placed.items() if path.parent.name == "vocabularies"}
    taken = {path.stem for path in files.vocabularies}
    for path in words:
        if path.stem in taken:
            problem = f"there is already a vocabulary “{path.stem}”"
            raise ContentError(files.name(path), problem, "Give it another name.")
    first = files.folder / HOUSE / _PACK
    rules = {path: data for path, data in placed.items() if path.parent == first.parent}
    pack = {first: rules.pop(first, b""), **rules}
    others = {path: data for path, data in placed.items() if path.parent == files.folder}
    return replace(
        files,
        vocabularies={**files.vocabularies, **words},
        packs=[*files.packs, pack] if rules else files.packs,
        others=others,
    )


def read_files(folder: Path) -> PolicyFiles:
    """Read the files of a policies folder.

    Raises:
        ContentError: there is no such folder, or no pack in it, or a file cannot be read.
    """
    if not folder.is_dir():
        raise ContentError(str(folder), "there is no such folder", "Set JOURFIX_POLICIES to it.")
    words = [
        path for path in sorted((folder / "vocabularies").glob("*.yaml")) if path.name != _ROLES
    ]
    packs = sorted(folder.glob(f"*/{_PACK}"))
    if not packs:
        raise ContentError(
            str(folder), "there is no pack here", "A pack is a folder with pack.yaml."
        )
    return PolicyFiles(folder, _read_all(words), [_read_all(_list_pack(path)) for path in packs])


def _list_pack(pack: Path) -> Iterator[Path]:
    yield pack
    for path in sorted(pack.parent.glob("*.yaml")):
        if path.name != _PACK:
            yield path


def _read_all(paths: Sequence[Path] | Iterator[Path]) -> Mapping[Path, bytes]:
    return {path: read_bytes(path, str(path)) for path in paths}
