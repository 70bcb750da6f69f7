"""Check house rules by the loader itself, without loading all packs: in milliseconds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.errors import ContentError
from bot.core.house_rules.form import FormComplaint, RuleForm
from bot.core.house_rules.house import (
    ORGANISATION_FILE,
    PACK_FILE,
    PAUSES_FILE,
    HouseFiles,
    is_house_path,
    is_too_much,
    name_rule_file,
)
from bot.core.house_rules.organisation import Fields, Sort
from bot.core.model import NO_ORGANISATION, Organisation
from bot.core.policy.detectors import DETECTORS
from bot.core.policy.examples import run_examples
from bot.core.policy.pause import Pause
from bot.core.policy.policy import Policy, check_terms, compile_policy
from bot.files import organisation_form
from bot.files.entries import parse_yaml, read_bytes
from bot.files.house_form import name_field, read_form, write_pack, write_rule
from bot.files.organisation import read_additions
from bot.files.pauses import read_pauses, write_pauses
from bot.files.policies import Collected, read_packs
from bot.files.policy_files import PolicyFiles, add_house
from bot.files.words import open_knowledge


@dataclass(frozen=True)
class HouseLoader:
    """Implements the ports RuleFiles and OrganisationFiles of the desk.

    Args:
        folder: The folder of policies that the house rules join.
        organisation: The employer of the examples.
    """

    folder: Path
    organisation: Organisation

    def write(self, form: RuleForm, files: HouseFiles) -> Mapping[str, str]:
        """Give the files that change when a form is kept."""
        pack = write_pack(files.get(PACK_FILE, ""), form)
        return {name_rule_file(form.name): write_rule(form), PACK_FILE: pack}

    def read(self, name: str, files: HouseFiles) -> RuleForm | None:
        """Read a rule's file into its form; None where the form cannot show it."""
        return read_form(files[name_rule_file(name)], files.get(PACK_FILE, ""))

    def read_pauses(self, files: HouseFiles) -> tuple[Pause, ...]:
        """Read which rules the house lets rest."""
        return read_pauses(files[PAUSES_FILE].encode()) if PAUSES_FILE in files else ()

    def write_pauses(self, pauses: Iterable[Pause]) -> Mapping[str, str | None]:
        """Give the file that changes when these rest; None: no rule does."""
        listed = list(pauses)
        return {PAUSES_FILE: write_pauses(listed) if listed else None}

    def check_form(self, form: RuleForm, files: HouseFiles) -> FormComplaint | None:
        """Say what does not fit in a form, by the loader's own words; then try its examples."""
        path = name_rule_file(form.name)
        if not path:
            return FormComplaint(
                "name",
                f"“{form.name[:60]}” is no id of a rule" if form.name else "the rule has no id",
                "Small letters, digits and hyphens: our-badge.",
            )
        if not form.source.strip():
            return FormComplaint("source", "the rule names no source", "Name it as people know it.")
        text = write_rule(form)
        alone = {
            PACK_FILE: write_pack("", form),
            path: text,
            **{known: data for known, data in files.items() if known.startswith("vocabularies/")},
        }
        try:
            policy = self._load(alone, {path})
            told = [] if _needs_words(form) else run_examples(policy, self.organisation)
        except ContentError as error:
            return FormComplaint(name_field(text, error.line), error.problem, error.hint)
        if not told:
            return None
        first = told[0]
        where = "" if "block" in first.problem else name_field(text, first.line)
        return FormComplaint(where, first.problem, first.hint)

    def check_files(self, files: HouseFiles) -> str | None:
        """Say what does not fit in the house's files, or None."""
        strange = next((path for path in files if not is_house_path(path)), None)
        if strange is not None:
            return (
                f"{strange[:100]}: this is none of the house's files. Rules stand in house/,"
                " word lists in vocabularies/house-….yaml."
            )
        if is_too_much(files):
            return "These are more rules than fit. Put some into a pack of their own in policies/."
        try:
            self._load(files, set(files))
        except ContentError as error:
            return str(error)
        return None

    def list_entries(self, text: str) -> Mapping[Sort, Sequence[Fields]]:
        """List the organisation's entries of each sort as their forms show them."""
        return organisation_form.list_entries(text)

    def read_added(self, text: str) -> Organisation:
        """Read them as what they mean; empty where they make no sense."""
        try:
            return read_additions(text)
        except ContentError:
            return NO_ORGANISATION

    def put_entry(self, text: str, sort: Sort, number: int, fields: Fields) -> str:
        """Give the organisation's file with an entry in place of one, or behind all."""
        return organisation_form.put_entry(text, sort, number, fields)

    def take_entry(self, text: str, sort: Sort, number: int) -> str:
        """Give the organisation's file without an entry; empty where none is left."""
        return organisation_form.take_entry(text, sort, number)

    def check_entry(
        self, files: HouseFiles, sort: Sort, number: int, fields: Fields
    ) -> FormComplaint | None:
        """Say what does not fit when an entry is put, by the loader's own words."""
        text = files.get(ORGANISATION_FILE, "")
        told = organisation_form.check_entry(text, sort, number, fields)
        if told is not None:
            return told
        written = organisation_form.put_entry(text, sort, number, fields)
        problem = self.check_files({**files, ORGANISATION_FILE: written})
        return FormComplaint("", problem, "") if problem else None

    def _load(self, files: HouseFiles, mine: set[str]) -> Policy:
        """Load the house's files beside the names of everybody's word lists."""
        base = PolicyFiles(self.folder, {}, ())
        taken = {path.stem for path in (self.folder / "vocabularies").glob("*.yaml")}
        others = {path.stem: path for path in self.folder.glob("*/*.yaml")}
        for path in mine:
            other = others.get(Path(path).stem)
            if path.startswith("house/") and path != PACK_FILE and other is not None:
                problem = f"another rule has the id “{other.stem}”"
                raise ContentError(path, problem, "Give it another one.", 1)
            if path.startswith("vocabularies/") and Path(path).stem in taken:
                raise ContentError(path, "there is already such a word list", "Rename it.")
        collected = Collected(terms={name: {} for name in taken})
        read_packs(add_house(base, files), collected)
        policy = compile_policy(
            collected.packs, collected.terms, open_knowledge(), "house", set(DETECTORS)
        )
        check_terms(policy)
        if ORGANISATION_FILE in files:
            read_additions(files[ORGANISATION_FILE])
        if PAUSES_FILE in files:

            def find_topic(rule: str) -> str | None:
                own = policy.find_rule(rule)
                return own.topic if own is not None else _read_topic(others.get(rule))

            read_pauses(files[PAUSES_FILE].encode(), find_topic)
        return policy


def _read_topic(path: Path | None) -> str | None:
    """Read what a pack's rule is about; None where the file is none of a rule."""
    if path is None:
        return None
    value = parse_yaml(read_bytes(path, path.name), path.name).value
    return value["topic"].text("topic") if isinstance(value, dict) and "topic" in value else None


def _needs_words(form: RuleForm) -> bool:
    """Say whether a rule speaks of other word lists by `<name>`: they are not loaded here."""
    return any(
        "<" in words
        for spoken in form.spoken.values()
        for words in (spoken.words, spoken.missing, spoken.unless)
    )
