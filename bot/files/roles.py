"""Load policies/vocabularies/roles.yaml: the words that give a role class away."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.core.language.fold import fold
from bot.files.entries import read_yaml, refuse_unknown_keys
from bot.files.policies import ROLES

ROLES_FILE = "roles.yaml"


def load_roles(folder: Path) -> Mapping[str, Sequence[str]]:
    """Load the role classes with their folded words.

    Raises:
        ContentError: the file makes no sense.
    """
    entry = read_yaml(folder / "vocabularies" / ROLES_FILE)
    fields = entry.mapping("the roles")
    refuse_unknown_keys(fields, ROLES, "the roles")
    return {
        role: tuple(fold(word).text for word in words.text(role).split())
        for role, words in fields.items()
    }
