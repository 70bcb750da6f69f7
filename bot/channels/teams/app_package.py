"""The app's package for Teams: manifest, translations and icons in one zip.

What stands in the folder `package` is complete in English; an installation puts its own id and
addresses in. The form is Microsoft's app manifest 1.30, described at
learn.microsoft.com/microsoft-365/extensibility/schema.
"""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.channels.teams.app_limits import list_icon_faults, list_text_faults
from bot.core.errors import ContentError

PACKAGE = Path(__file__).parent / "package"
MANIFEST = "manifest.json"
_ICONS = ("color.png", "outline.png")
_THEN = (1980, 1, 1, 0, 0, 0)  # the same content always makes the same bytes

Texts = Mapping[str, str]


@dataclass(frozen=True)
class AppDetails:
    """What differs from one installation to the next.

    Args:
        app_id: The application (client) id of the bot; the app in Teams has the same one.
        website: Where the app has its home; empty where that is not known.
        privacy: The page that says what is kept of people; as above.
        terms: The page with the terms of use; as above.
        version: Such as 1.0.1; empty for that of the manifest.
    """

    app_id: str
    website: str = ""
    privacy: str = ""
    terms: str = ""
    version: str = ""


def pack_app(details: AppDetails, folder: Path = PACKAGE) -> bytes:
    """Make the zip that Teams' admin center takes.

    Raises:
        ContentError: a file of the package is missing, or is not what Teams takes.
    """
    template = _read_object(folder / MANIFEST)
    languages = template["localizationInfo"]
    translations = {
        one["file"]: _read_object(folder / one["file"]) for one in languages["additionalLanguages"]
    }
    english = read_texts(template, next(iter(translations.values())))
    translations[languages["defaultLanguageFile"]] = english
    for name, texts in translations.items():
        _refuse(folder / name, list_text_faults(texts, english))
    icons = {name: _read_bytes(folder / name) for name in _ICONS}
    for name, icon in icons.items():
        _refuse(folder / name, list_icon_faults(name, icon))
    files = {MANIFEST: _write_object(compose_manifest(template, details)), **icons}
    files |= {name: _write_object(texts) for name, texts in sorted(translations.items())}
    return _zip(files)


def compose_manifest(template: Mapping[str, Any], details: AppDetails) -> dict[str, Any]:
    """Put an installation's id and addresses into the manifest."""
    developer = dict(template["developer"])
    for name, address in (
        ("websiteUrl", details.website),
        ("privacyUrl", details.privacy),
        ("termsOfUseUrl", details.terms),
    ):
        developer[name] = address or developer[name]
    [bot], [extension] = template["bots"], template["composeExtensions"]
    return {
        **template,
        "version": details.version or template["version"],
        "id": details.app_id,
        "developer": developer,
        "bots": [{**bot, "botId": details.app_id}],
        "composeExtensions": [{**extension, "botId": details.app_id}],
        "validDomains": [urlsplit(details.website).hostname] if details.website else [],
    }


def read_texts(manifest: Mapping[str, Any], translation: Texts) -> dict[str, str]:
    """Read the manifest's own texts in the form of a translation, such as `name.short`."""
    texts = {"$schema": translation["$schema"]}
    return texts | {path: _find(manifest, path) for path in translation if path != "$schema"}


def _find(manifest: Mapping[str, Any], path: str) -> str:
    found: Any = manifest
    for part in re.findall(r"\w+", path):
        try:
            found = found[int(part) if isinstance(found, list) else part]
        except (LookupError, TypeError, ValueError) as error:
            hint = "Translate what is there, and nothing else."
            raise ContentError(MANIFEST, f"it has no “{path}” to be translated", hint) from error
    return str(found)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        hint = "It belongs to Jourfix: install it again."
        raise ContentError(str(path), "the file cannot be read", hint) from error


def _read_object(path: Path) -> dict[str, Any]:
    try:
        return dict(json.loads(_read_bytes(path)))
    except (TypeError, ValueError) as error:
        hint = "Put back what was changed."
        raise ContentError(str(path), "this is no JSON object", hint) from error


def _refuse(path: Path, faults: list[str]) -> None:
    if faults:
        raise ContentError(str(path), faults[0], "Teams would not take the package.")


def _write_object(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _zip(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _THEN)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return written.getvalue()
