"""Load policies/ into a compiled policy. Every complaint names its file and line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.core.errors import ContentError
from bot.core.house_rules.house import PAUSES_FILE
from bot.core.model import (
    COUNTRIES,
    LANGUAGES,
    NETWORKS,
    SETTINGS,
    TOPICS,
    Language,
    Severity,
    Source,
)
from bot.core.policy.detectors import DETECTORS
from bot.core.policy.policy import Knowledge, Policy, Term, check_terms, compile_policy
from bot.core.policy.resting import put_to_rest
from bot.core.policy.rule import Applies, Block, Pack, Rule
from bot.core.policy.wording import find_unknown_placeholders
from bot.files.conditions import ConditionReader, TermSink
from bot.files.entries import Entry, block_lines, refuse_unknown_keys
from bot.files.examples import read_examples
from bot.files.pauses import read_pauses
from bot.files.policy_files import PolicyFiles, read_files
from bot.files.words import open_knowledge

ROLES = (
    "health_professional",
    "sales",
    "communications",
    "research",
    "production",
    "board",
    "office",
    "volunteer",
    "unknown",
)
_PACK_KEYS = ("id", "title", "version", "owner", "sign_off", "jurisdictions", "documents", "about")
_DOCUMENT_KEYS = ("title", "address", "edition", "read", "verified")
_RULE_KEYS = (
    "id", "topic", "severity", "alone", "applies", "source", "local_sources", "when", "unless",
    "about", *LANGUAGES,
)  # fmt: skip
_BLOCK_KEYS = ("message", "why", "fix", "replacement", "when", "unless", "examples")


@dataclass
class Collected:
    """Everything read so far, before it is compiled."""

    packs: list[Pack] = field(default_factory=list)
    terms: dict[str, dict[Language, list[Term]]] = field(default_factory=dict)


def load_policy(folder: Path, knowledge: Knowledge | None = None) -> Policy:
    """Load and compile every pack of a policies folder, and make sure that its terms make sense.

    Raises:
        ContentError: a file makes no sense; the message names file, line and remedy.
    """
    policy = read_policy(read_files(folder), knowledge)
    check_terms(policy)
    return policy


def read_policy(files: PolicyFiles, knowledge: Knowledge | None = None) -> Policy:
    """Parse the files of a policy; its terms are compiled when a draft needs them.

    Raises:
        ContentError: a file makes no sense; the message names file, line and remedy.
    """
    collected = Collected()
    read_packs(files, collected)
    known = knowledge or open_knowledge()
    written = (data for path, data in files.others.items() if path.name == PAUSES_FILE)
    pauses = [pause for data in written for pause in read_pauses(data)]
    packs = put_to_rest(collected.packs, pauses)
    return compile_policy(packs, collected.terms, known, files.hash, set(DETECTORS))


def read_packs(files: PolicyFiles, collected: Collected) -> None:
    """Parse word lists and packs into what was collected already.

    Raises:
        ContentError: a file makes no sense; the message names file, line and remedy.
    """
    for path, data in files.vocabularies.items():
        _read_vocabulary(path.stem, files.parse(path, data), collected)
    seen: dict[str, str] = {}
    for pack in files.packs:
        collected.packs.append(_read_pack(pack, files, collected, seen))


def _read_vocabulary(name: str, entry: Entry, collected: Collected) -> None:
    fields = entry.mapping("a vocabulary")
    refuse_unknown_keys(fields, ("about", *LANGUAGES), "a vocabulary")
    collected.terms[name] = {}
    for language in LANGUAGES:
        if language in fields:
            collected.terms[name][language] = [
                Term(line, entry.path, number)
                for line, number in block_lines(fields[language], "a term")
            ]


def _read_pack(
    pack: Mapping[Path, bytes], files: PolicyFiles, collected: Collected, seen: dict[str, str]
) -> Pack:
    (path, data), *rule_files = pack.items()
    entry = files.parse(path, data)
    fields = entry.mapping("a pack")
    refuse_unknown_keys(fields, _PACK_KEYS, "a pack")
    for needed in ("version", "owner", "sign_off", "documents"):
        if needed not in fields:
            raise entry.refuse(f"the pack has no “{needed}”", "Add it.")
    documents = {
        key: _read_document(value)
        for key, value in fields["documents"].mapping("documents").items()
    }
    pack_id = path.parent.name
    rules = []
    for rule_path, rule_data in rule_files:
        entry = files.parse(rule_path, rule_data)
        rule = _read_rule(rule_path.stem, entry, pack_id, documents, collected)
        if rule.id in seen:
            raise ContentError(
                rule.path,
                f"another rule has the id “{rule.id}”",
                f"See {seen[rule.id]}.",
                rule.line,
            )
        seen[rule.id] = rule.path
        rules.append(rule)
    return Pack(
        pack_id,
        fields["version"].text("version"),
        fields["owner"].text("owner"),
        fields["sign_off"].text("sign_off"),
        tuple(rules),
        documents,
    )


def _read_document(entry: Entry) -> Source:
    fields = entry.mapping("a document")
    refuse_unknown_keys(fields, _DOCUMENT_KEYS, "a document")
    if "title" not in fields:
        raise entry.refuse("this document has no title", "Add it, as readers would look for it.")
    verified = fields["verified"].value if "verified" in fields else True
    address = fields["address"].text("address") if "address" in fields else None
    return Source(fields["title"].text("title"), "", address, verified is not False)


def _read_rule(
    name: str, entry: Entry, pack: str, documents: Mapping[str, Source], collected: Collected
) -> Rule:
    fields = entry.mapping("a rule")
    refuse_unknown_keys(fields, _RULE_KEYS, "a rule")
    for needed in ("id", "topic", "severity", "source"):
        if needed not in fields:
            raise entry.refuse(f"the rule has no “{needed}”", "Add it; see docs/rules.md.")
    rule_id = fields["id"].text("id")
    if rule_id != name:
        raise fields["id"].refuse(
            f"the id “{rule_id}” is not the file's name", f"Write id: {name}."
        )
    reader = ConditionReader(rule_id, TermSink(collected.terms))
    blocks = {
        language: _read_block(fields[language], language, reader)
        for language in LANGUAGES
        if language in fields
    }
    if not blocks:
        raise entry.refuse("the rule speaks no language", "Add a block de:, nl: or en:.")
    when = reader.read(fields["when"], None) if "when" in fields else None
    if when is None:
        for language, block in blocks.items():
            if block.when is None:
                raise fields[language].refuse("nothing says when this rule speaks", "Add “when”.")
    topic = fields["topic"].choice("topic", TOPICS)
    severity = _read_severity(fields["severity"])
    if topic == "style" and set(severity.values()) != {Severity.CONSIDER}:
        raise fields["severity"].refuse("style is always `consider`", "Write severity: consider.")
    return Rule(
        id=rule_id,
        pack=pack,
        topic=topic,
        severity=severity,
        source=_read_source(fields["source"], documents),
        local_sources={
            country: _read_source(value, documents)
            for country, value in _countries(fields.get("local_sources")).items()
        },
        applies=_read_applies(fields.get("applies")),
        blocks=blocks,
        when=when,
        unless=reader.read_all(fields.get("unless"), None),
        path=entry.path,
        line=entry.line,
        alone=_read_alone(fields["alone"], severity) if "alone" in fields else None,
    )


def _read_alone(entry: Entry, severity: Mapping[str, Severity]) -> Severity:
    alone = Severity(entry.choice("alone", [weight.value for weight in Severity]))
    if any(alone.weight >= weight.weight for weight in severity.values()):
        raise entry.refuse(
            f"“{alone.value}” is not lighter than the rule's own severity",
            "Write a lighter one, or leave “alone” out: then the rule counts in full by itself.",
        )
    return alone


def _countries(entry: Entry | None) -> Mapping[str, Entry]:
    if entry is None:
        return {}
    fields = entry.mapping("local_sources")
    refuse_unknown_keys(fields, COUNTRIES, "local_sources")
    return fields


def _read_severity(entry: Entry) -> Mapping[str, Severity]:
    weights = [severity.value for severity in Severity]
    if not isinstance(entry.value, dict):
        return {"default": Severity(entry.choice("severity", weights))}
    fields = entry.mapping("severity")
    refuse_unknown_keys(fields, ("default", *SETTINGS), "severity")
    if "default" not in fields:
        raise entry.refuse("the severity has no default", "Add “default: …”.")
    return {key: Severity(value.choice("severity", weights)) for key, value in fields.items()}


def _read_source(entry: Entry, documents: Mapping[str, Source]) -> Source:
    fields = entry.mapping("a source")
    refuse_unknown_keys(fields, ("document", "section", "verified"), "a source")
    if "document" not in fields:
        raise entry.refuse("the source names no document", "Add “document: …”.")
    document = documents[fields["document"].choice("the document", documents)]
    section = fields["section"].text("section") if "section" in fields else ""
    verified = document.verified and (
        "verified" not in fields or fields["verified"].value is not False
    )
    return Source(document.title, section, document.address, verified)


def _read_applies(entry: Entry | None) -> Applies:
    if entry is None:
        return Applies()
    fields = entry.mapping("applies")
    refuse_unknown_keys(fields, ("settings", "countries", "networks", "roles", "listed"), "applies")

    def values(key: str, known: Iterable[str]) -> tuple[str, ...]:
        if key not in fields or fields[key].value in ("any", "all"):
            return ()
        return fields[key].choices(key, known)

    listed = fields["listed"].value if "listed" in fields else None
    return Applies(
        values("settings", SETTINGS),
        values("countries", COUNTRIES),
        values("networks", NETWORKS),
        values("roles", ROLES),
        listed if isinstance(listed, bool) else None,
    )


def _read_block(entry: Entry, language: Language, reader: ConditionReader) -> Block:
    fields = entry.mapping(f"the block {language}")
    refuse_unknown_keys(fields, _BLOCK_KEYS, f"the block {language}")
    texts = {}
    for needed in ("message", "why", "fix"):
        if needed not in fields:
            raise entry.refuse(f"the block {language} has no “{needed}”", "Add it.")
        texts[needed] = fields[needed].text(needed)
        for unknown in find_unknown_placeholders(texts[needed]):
            raise fields[needed].refuse(
                f"nothing fills {{{unknown}}}", "See docs/rules.md, “Placeholders”."
            )
    return Block(
        message=texts["message"],
        why=texts["why"],
        fix=texts["fix"],
        when=reader.read(fields["when"], language) if "when" in fields else None,
        unless=reader.read_all(fields.get("unless"), language),
        replacement=fields["replacement"].text("replacement") if "replacement" in fields else None,
        examples=read_examples(fields.get("examples")),
    )
