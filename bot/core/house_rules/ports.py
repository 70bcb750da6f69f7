"""What the desk needs to read and write rules as files."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from bot.core.house_rules.form import FormComplaint, RuleForm
from bot.core.house_rules.house import HouseFiles
from bot.core.policy.pause import Pause


class RuleFiles(Protocol):
    """Reads, writes and checks house rules in the form of policies/."""

    def write(self, form: RuleForm, files: HouseFiles) -> Mapping[str, str]:
        """Give the files that change when a form is kept."""
        ...

    def read(self, name: str, files: HouseFiles) -> RuleForm | None:
        """Read a rule's file into its form; None where the form cannot show it."""
        ...

    def check_form(self, form: RuleForm, files: HouseFiles) -> FormComplaint | None:
        """Say what does not fit in a form, by the loader's own words; then try its examples."""
        ...

    def read_pauses(self, files: HouseFiles) -> tuple[Pause, ...]:
        """Read which rules the house lets rest."""
        ...

    def write_pauses(self, pauses: Iterable[Pause]) -> Mapping[str, str | None]:
        """Give the file that changes when these rest; None: no rule does."""
        ...

    def check_files(self, files: HouseFiles) -> str | None:
        """Say what does not fit in the house's files, or None."""
        ...
