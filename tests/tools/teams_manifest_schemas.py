"""Make the schemas that the tests hold the app's package to: `python -m tests.tools.teams_manifest_schemas`.

Needs npm and its registry. They are Microsoft's, as its package @microsoft/app-manifest (MIT)
brings them along. Only the form is kept, no sentences.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.tools.slack_schemas import drop_sentences

SCHEMAS = Path(__file__).parent.parent / "fakes" / "teams" / "schemas"
_PACKAGE = "@microsoft/app-manifest@1.1.2"
_FOLDER = "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.30"
_FILES = {
    "manifest": "MicrosoftTeams.schema.json",
    "translation": "MicrosoftTeams.Localization.schema.json",
}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        npm = shutil.which("npm") or "npm"
        subprocess.run([npm, "init", "-y"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([npm, "install", "--ignore-scripts", _PACKAGE], cwd=folder, check=True)
        for name, file in _FILES.items():
            schema = json.loads(Path(folder, _FOLDER, file).read_text("utf-8-sig"))
            text = json.dumps(drop_sentences(schema), separators=(",", ":"), sort_keys=True)
            (SCHEMAS / f"{name}.json").write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
