"""Make files of reports, one after the other, in a thread of their own."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from bot.core.model import Language
from bot.core.programme.proof.ports import Format
from bot.core.programme.proof.report import Report
from bot.core.programme.proof.telling import tell_report

_SECONDS = 30
_MOST_WAITING = 4


@dataclass
class ReportPress:
    """Implements the Press port. A report has a bounded number of rows, so a file takes seconds."""

    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="reports"), repr=False
    )
    _waiting: int = 0

    async def make_file(
        self, report: Report, form: Format, language: Language, rules: Mapping[str, str]
    ) -> bytes | None:
        """Make a file; None: too many are being made, or it took too long."""
        if self._waiting >= _MOST_WAITING:
            return None
        self._waiting += 1
        work = asyncio.get_running_loop().run_in_executor(
            self._thread, partial(write_file, report, form, language, rules)
        )
        work.add_done_callback(self._note_done)
        try:
            return await asyncio.wait_for(asyncio.shield(work), _SECONDS)
        except TimeoutError:
            return None

    def _note_done(self, _work: "asyncio.Future[bytes]") -> None:
        self._waiting -= 1


def write_file(report: Report, form: Format, language: Language, rules: Mapping[str, str]) -> bytes:
    """Write a file of a form."""
    # what writes them takes 20 MB, and most servers never write one
    from bot.files.reports import pdf, slides, tables  # noqa: PLC0415

    told = tell_report(report, language, rules)
    match form:
        case "pdf":
            return pdf.write_pdf(told, language)
        case "pptx":
            return slides.write_slides(told)
        case "xlsx":
            return tables.write_xlsx(told)
        case "csv":
            return tables.write_csv(told)
