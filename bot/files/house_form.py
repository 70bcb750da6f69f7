"""House rules between the form of the desk and the YAML of policies/."""

from collections.abc import Mapping
from typing import Any

import yaml

from bot.core.house_rules.form import Kind, RuleForm, SpokenForm
from bot.core.model import LANGUAGES
from bot.files.entries import Entry, make_plain, parse_yaml

_TEXTS = ("message", "why", "fix")


def write_yaml(value: object) -> str:
    """Write plain values as the YAML of our files."""
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100)


def write_rule(form: RuleForm) -> str:
    """Write a form as the file of a rule; what is wrong with it the loader says."""
    rule: dict[str, Any] = {
        "id": form.name,
        "topic": form.topic,
        "severity": form.severity,
        "source": {"document": form.name, **({"section": form.section} if form.section else {})},
    }
    if form.kind == "limit":
        most = form.limit_most
        plain: int | str = int(most) if most.isascii() and most.isdecimal() else most
        rule["when"] = {"limit": {"of": form.limit_of, "most": plain}}
    for language in LANGUAGES:
        spoken = form.spoken.get(language)
        if spoken is not None and not spoken.is_empty:
            rule[language] = _write_block(spoken, form.kind)
    return write_yaml(rule)


def _write_block(spoken: SpokenForm, kind: Kind) -> dict[str, Any]:
    block: dict[str, Any] = {name: getattr(spoken, name) for name in _TEXTS}
    words = _lines(spoken.words)
    match kind:
        case "terms":
            block["when"] = {"terms": words}
        case "pattern":
            block["when"] = {"pattern": spoken.words.strip()}
        case "swap":
            pairs = (line.partition("->") for line in words)
            block["when"] = {"swap": {old.strip(): better.strip() for old, _, better in pairs}}
        case "required":
            demanded = {"terms": _lines(spoken.missing)}
            block["when"] = {"requires": {"if": {"terms": words}, "then_missing": demanded}}
        case "limit":
            pass
    if _lines(spoken.unless):
        block["unless"] = [{"terms": _lines(spoken.unless)}]
    examples = [{"bad": line} for line in _lines(spoken.bad)]
    examples += [{"good": line} for line in _lines(spoken.good)]
    if examples:
        block["examples"] = examples
    return block


def write_pack(text: str, form: RuleForm) -> str:
    """Write the pack's file with the document that a rule names as its source."""
    pack = make_plain(parse_yaml(text.encode(), "house/pack.yaml")) if text else None
    if not isinstance(pack, dict):
        pack = {
            "title": "House rules",
            "version": "1",
            "owner": "Communications",
            "sign_off": "Communications",
            "documents": {},
        }
    documents = pack.get("documents")
    kept = dict(documents) if isinstance(documents, dict) else {}
    kept[form.name] = {
        "title": form.source,
        **({"address": form.address} if form.address else {}),
    }
    pack["documents"] = {name: kept[name] for name in sorted(kept)}
    return write_yaml(pack)


def read_form(text: str, pack: str) -> RuleForm | None:
    """Read a rule's file back into the form; None where it says more than the form can."""
    rule = make_plain(parse_yaml(text.encode(), "rule"))
    documents = make_plain(parse_yaml(pack.encode(), "pack"))
    try:
        form = _read(rule, documents["documents"])
    except (KeyError, TypeError, AttributeError, IndexError, ValueError):
        return None
    return form if make_plain(parse_yaml(write_rule(form).encode(), "rule")) == rule else None


def _read(rule: Mapping[str, Any], documents: Mapping[str, Any]) -> RuleForm:
    document = documents[rule["source"]["document"]]
    limit = rule.get("when", {}).get("limit", {})
    blocks = {language: rule[language] for language in LANGUAGES if language in rule}
    first = next(iter(blocks.values()))
    asked = next(iter(first.get("when", {"limit": None})))
    kind: Kind = "required" if asked == "requires" else asked
    return RuleForm(
        name=rule["id"],
        topic=rule["topic"],
        severity=rule["severity"],
        kind=kind,
        source=document["title"],
        address=document.get("address", ""),
        section=str(rule["source"].get("section", "")),
        limit_of=limit.get("of", "hashtags"),
        limit_most=str(limit.get("most", "")),
        spoken={language: _read_block(block, kind) for language, block in blocks.items()},
    )


def _read_block(block: Mapping[str, Any], kind: Kind) -> SpokenForm:
    when, words, missing = block.get("when", {}), "", ""
    match kind:
        case "terms":
            words = _join(when["terms"])
        case "pattern":
            words = when["pattern"]
        case "swap":
            words = _join(f"{old} -> {better}" for old, better in when["swap"].items())
        case "required":
            words = _join(when["requires"]["if"]["terms"])
            missing = _join(when["requires"]["then_missing"]["terms"])
        case "limit":
            pass
    examples = block.get("examples", ())
    return SpokenForm(
        block["message"],
        block["why"],
        block["fix"],
        words,
        missing,
        _join(block["unless"][0]["terms"]) if "unless" in block else "",
        _join(one["bad"] for one in examples if "bad" in one),
        _join(one["good"] for one in examples if "good" in one),
    )


def name_field(text: str, line: int) -> str:
    """Name the field of the form that made a line of the file: `name`, `de.message`."""
    entry = parse_yaml(text.encode(), "rule")
    if not isinstance(entry.value, dict):
        return ""
    name, inner = _find_at(entry, line)
    if name in LANGUAGES and inner is not None:
        key, below = _find_at(inner, line) if isinstance(inner.value, dict) else ("", None)
        if key == "examples" and below is not None and isinstance(below.value, list):
            at = [one for one in below.value if one.line <= line]
            key = (
                next(iter(at[-1].value), "bad") if at and isinstance(at[-1].value, dict) else "bad"
            )
        return f"{name}.{ {'when': 'words', '': 'message'}.get(key, key) }"
    return {"id": "name", "when": "limit_most"}.get(name, name)


def _find_at(entry: Entry, line: int) -> tuple[str, Entry | None]:
    """Find the key that a line belongs to."""
    found: tuple[str, Entry | None] = ("", None)
    for key, value in entry.value.items():
        if (value.key_line or value.line) <= line:
            found = (key, value)
    return found


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _join(lines: Any) -> str:  # noqa: ANN401 - whatever the file holds
    return "\n".join(str(line) for line in lines)
