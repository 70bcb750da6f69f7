"""Write down what the sentence encoder counts: `make encoder`, after its package has changed.

It runs in the environment of `make reader`, which has onnx. The same layers give the same bytes.
"""

import subprocess
import sys

from tests.tools.reader import prepare_environment
from tests.tools.train import ROOT


def main() -> int:
    command = [prepare_environment(), "-m", "tests.tools.draw_encoder"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
