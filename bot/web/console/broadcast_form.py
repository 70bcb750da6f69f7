"""The form of a broadcast: what stands in its fields, and what came back in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.coaching.wording import WORDINGS
from bot.core.model import LANGUAGES, NETWORKS, Language
from bot.core.programme.ambassador import LEVELS
from bot.core.programme.broadcasts.broadcast import LONGEST_TEXT, Broadcast
from bot.core.programme.broadcasts.moments import write_wall
from bot.core.programme.broadcasts.revising import Written
from bot.core.programme.broadcasts.wording import BROADCAST_WORDINGS
from bot.web.console.access import Visit
from bot.web.console.broadcast_wording import BROADCAST_PAGE_WORDINGS

WHOM = ("cohort", "language", "level", "network")
_MOST_TYPED = LONGEST_TEXT * 3  # what is too long comes back as it was, to be shortened


@dataclass(frozen=True)
class Select:
    """A field to choose from: its name, label, options with their labels, and what is chosen."""

    name: str
    label: str
    options: Sequence[tuple[str, str]]
    chosen: str
    hint: str = ""


def show_written(draft: Broadcast, *, is_new: bool = False) -> Written:
    """Give what stands in the fields of a draft."""
    whom = draft.whom
    return Written(
        {language: text.whole for language, text in draft.texts.items()},
        draft.fallback,
        {one: getattr(whom, one) for one in WHOM},
        write_wall(draft.when) if draft.when else "",
        "" if is_new else draft.fingerprint,
    )


def read_written(visit: Visit) -> Written:
    """Read what came back."""
    return Written(
        {one: visit.read_field(f"text-{one}", _MOST_TYPED) for one in LANGUAGES},
        visit.read_field("fallback", 10),
        {kind: visit.read_field(kind, 60) for kind in WHOM},
        visit.read_field("moment", 100),
        visit.read_field("seen", 20),
    )


def tell_fields(written: Written, cohorts: Sequence[str], language: Language) -> dict[str, object]:
    """Tell a page which fields there are."""
    wording, words = BROADCAST_PAGE_WORDINGS[language], BROADCAST_WORDINGS[language]
    networks = WORDINGS[language].networks
    whom = written.whom
    cohort = [("", wording.any_cohort), *((one, one) for one in cohorts)]
    languages = [("", wording.any_language), *((one, words.in_language[one]) for one in LANGUAGES)]
    levels = [("", wording.any_level), *((one, words.levels[one]) for one in LEVELS)]
    on = [("", wording.any_network), *((one, networks[one]) for one in NETWORKS)]
    ordered = sorted(LANGUAGES, key=lambda one: one != language)
    return {
        "texts": [
            (one, wording.text_in.format(language=words.languages[one]), written.texts.get(one, ""))
            for one in ordered
        ],
        "most": LONGEST_TEXT,
        "fallback": Select(
            "fallback",
            wording.fallback,
            [(one, words.languages[one]) for one in ordered],
            written.fallback,
            wording.fallback_hint,
        ),
        "whom": [
            Select("cohort", wording.cohort, cohort, whom.get("cohort", "")),
            Select("language", wording.language, languages, whom.get("language", "")),
            Select("level", wording.level, levels, whom.get("level", "")),
            Select("network", wording.network, on, whom.get("network", "")),
        ],
        "moment": written.moment,
        "seen": written.seen,
    }
