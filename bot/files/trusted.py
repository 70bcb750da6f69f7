"""A policy is trusted when its examples hold; that is tried once for each content hash.

The result is a small file named after the hash in the cache folder (JOURFIX_CACHE), beside the
compiled policy itself, so that `jourfix review` needs no database and starts at once. The policy
that comes with the program was tried before (`make trusted` writes its hash into data/trusted.txt,
and a test runs its examples): the first start of all need not do it again.
"""

from pathlib import Path

from bot.core.errors import ContentError
from bot.core.model import Organisation
from bot.core.policy.examples import run_examples
from bot.core.policy.policy import Policy, check_terms
from bot.core.ports import Resemblance
from bot.files.kept_policy import KeptPolicy
from bot.files.organisation import load_organisation
from bot.files.policy_files import read_files

EXAMPLE_ORGANISATION = "organisation.example.yaml"
TRUSTED = Path(__file__).parent / "data" / "trusted.txt"
# Changed when matching changes, so that old results are tried again.
_ENGINE = "2"


def load_trusted_policy(
    folder: Path, cache: Path, resemblance: Resemblance | None = None
) -> Policy:
    """Load a policy and make sure that its examples hold.

    Raises:
        ContentError: a file makes no sense, or an example does not hold.
    """
    files = read_files(folder)
    kept = KeptPolicy(files, cache)
    policy = kept.read()
    if policy is not None:
        return policy
    policy = kept.make()
    mark = cache / f"{policy.hash.removeprefix('sha256:')}.{_ENGINE}.ok"
    if policy.hash != TRUSTED.read_text("utf-8").strip() and not mark.exists():
        _try_examples(policy, load_organisation(folder / EXAMPLE_ORGANISATION), resemblance)
        _remember(mark)
    kept.write(policy)
    return policy


def _try_examples(
    policy: Policy, organisation: Organisation, resemblance: Resemblance | None
) -> None:
    check_terms(policy)
    complaints = run_examples(policy, organisation, resemblance)
    if complaints:
        first = complaints[0]
        more = f" ({len(complaints) - 1} more: jourfix policies check)" if complaints[1:] else ""
        raise ContentError(first.path, first.problem, first.hint + more, first.line)


def _remember(mark: Path) -> None:
    """Keep the result; without a place for it the examples simply run again next time."""
    try:
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
    except OSError:
        return
