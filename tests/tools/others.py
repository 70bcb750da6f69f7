"""Measure other people's tools on the same drafts: `make bench` runs this after our own figures.

proselint (style of English) and Presidio without a language model (patterns of identifiers) are
the nearest free tools. They are installed into an environment of their own, .venv/others, because
Presidio brings spaCy with it. Run inside that environment this file is also the measuring end.
"""

import json
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
HOME = ROOT / ".venv" / "others"
WANTED = ("proselint==0.16.0", "presidio_analyzer==2.2.366")
_LANGUAGES = ("de", "nl", "en")
Finder = Callable[[str, str], int]  # text and language to a number of findings


def measure_others(drafts: Sequence[tuple[str, str, bool]]) -> list[tuple[str, float, int, int]]:
    """Measure each tool over (text, language, is clean).

    Returns name, drafts a second, and how many violating and clean drafts it says something on.
    """
    python = HOME / "bin" / "python"
    if not python.exists():
        venv.create(HOME, with_pip=True)
        install = [python, "-m", "pip", "install", "-q", *WANTED]
        subprocess.run(install, check=True, capture_output=True)
    done = subprocess.run(
        [python, __file__], input=json.dumps(drafts), capture_output=True, text=True, check=True
    )
    return [(name, rate, bad, clean) for name, rate, bad, clean in json.loads(done.stdout)]


def _build_proselint() -> Finder:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)

    def find(text: str, _language: str) -> int:
        return len(LintFile(source="draft", content=text).lint())

    return find


def _build_presidio() -> Finder:
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    # the list of domains that comes with the package; it would ask the internet for a newer one
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())

    class Modelless(SpacyNlpEngine):
        """Splits into words and knows no names: what is possible without a model."""

        def __init__(self) -> None:
            super().__init__()
            self.nlp = {language: spacy.blank(language) for language in _LANGUAGES}

    engine = AnalyzerEngine(nlp_engine=Modelless(), supported_languages=list(_LANGUAGES))

    def find(text: str, language: str) -> int:
        return len(engine.analyze(text, language=language))

    return find


def _measure_here() -> None:
    drafts = json.load(sys.stdin)
    results = []
    for name, build in (("proselint", _build_proselint), ("Presidio", _build_presidio)):
        find = build()
        find(*drafts[0][:2])
        found = {True: 0, False: 0}
        started = time.process_time()
        for text, language, is_clean in drafts:
            found[is_clean] += find(text, language) > 0
        rate = len(drafts) / (time.process_time() - started)
        results.append((name, rate, found[False], found[True]))
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    _measure_here()
