"""Make the schemas that the tests hold our blocks to: `python -m tests.tools.slack_schemas`.

Needs npm and its registry. Blocks and views come from the types that Slack publishes (@slack/types,
MIT), turned into JSON Schema; the schema of app manifests is Slack's own (slackapi/manifest-schema,
MIT) and given as a file. Only the form is kept, no sentences.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).parent.parent / "fakes" / "slack" / "schemas"
_PACKAGES = ("@slack/types@3.2.0", "ts-json-schema-generator@2.4.0")
_TYPES = """import { KnownBlock, HomeView, ModalView } from "@slack/types";
export type Blocks = KnownBlock[];
export type View = HomeView | ModalView;
"""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "init", "-y"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([npm, "install", *_PACKAGES], cwd=folder, check=True)
        Path(folder, "types.ts").write_text(_TYPES, "utf-8")
        for name, kind in (("blocks", "Blocks"), ("view", "View")):
            generator = Path(folder, "node_modules", ".bin", "ts-json-schema-generator")
            made = subprocess.run(
                [generator, "--path", "types.ts", "--type", kind, "--no-type-check"],
                cwd=folder, check=True, capture_output=True,
            )  # fmt: skip
            write_schema(name, json.loads(made.stdout))
    for given in sys.argv[1:]:
        write_schema("manifest", json.loads(Path(given).read_text("utf-8")))
    return 0


def write_schema(name: str, schema: Any) -> None:
    SCHEMAS.mkdir(parents=True, exist_ok=True)
    text = json.dumps(drop_sentences(schema), separators=(",", ":"), sort_keys=True)
    (SCHEMAS / f"{name}.json").write_text(text + "\n", "utf-8")


def drop_sentences(schema: Any, *, names_properties: bool = False) -> Any:
    """Drop what is only told about a schema; a property may well be called “description”."""
    if isinstance(schema, list):
        return [drop_sentences(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    told = () if names_properties else ("description", "examples", "title", "$comment")
    return {
        name: drop_sentences(value, names_properties=name == "properties" and not names_properties)
        for name, value in schema.items()
        if name not in told
    }


if __name__ == "__main__":
    sys.exit(main())
