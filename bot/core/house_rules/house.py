"""The organisation's own rules, as the files they are: what may stand there, and their name. Pure.

They have the form of policies/, so that whoever keeps them in git and whoever writes them at the
desk write the same.
"""

import re
from collections.abc import Mapping
from hashlib import sha256

HouseFiles = Mapping[str, str]
PACK = "house"
PACK_FILE = f"{PACK}/pack.yaml"
ORGANISATION_FILE = "organisation.yaml"
PAUSES_FILE = "pauses.yaml"
LARGEST = 150_000  # characters of all files together: a thing on a shelf has its end
_MOST_FILES = 400
_RULE = re.compile(r"house/([a-z0-9][a-z0-9-]{2,59})\.yaml")
_WORDS = re.compile(r"vocabularies/(house-[a-z0-9-]{1,50})\.yaml")


def read_rule_name(path: str) -> str:
    """Read the id of the rule in a file; "" where it holds none."""
    found = _RULE.fullmatch(path)
    return found[1] if found and path != PACK_FILE else ""


def name_rule_file(rule: str) -> str:
    """Name the file of a rule; "" where that is no id of a rule."""
    path = f"{PACK}/{rule}.yaml"
    return path if read_rule_name(path) else ""


def name_words_file(name: str) -> str:
    """Name the file of a word list; "" where that is no name of one of the house's."""
    path = f"vocabularies/{name}.yaml"
    return path if _WORDS.fullmatch(path) else ""


def is_house_path(path: str) -> bool:
    """Say whether a file may stand among the house's."""
    fixed = path in (PACK_FILE, ORGANISATION_FILE, PAUSES_FILE)
    return fixed or bool(read_rule_name(path)) or _WORDS.fullmatch(path) is not None


def hash_files(files: HouseFiles) -> str:
    """Give the content hash of the files: the same files have the same."""
    digest = sha256()
    for path in sorted(files):
        data = files[path].encode("utf-8", "surrogatepass")
        digest.update(f"{path}\0{len(data)}\0".encode() + data)
    return f"sha256:{digest.hexdigest()}"


def is_too_much(files: HouseFiles) -> bool:
    """Say whether this is more than is kept."""
    return len(files) > _MOST_FILES or sum(map(len, files.values())) > LARGEST


def list_changed(before: HouseFiles, after: HouseFiles) -> tuple[str, ...]:
    """List the files that are new, gone or different."""
    return tuple(path for path in sorted({*before, *after}) if before.get(path) != after.get(path))
