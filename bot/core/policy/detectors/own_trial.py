"""Trials of own pipeline products, by the names that their indications tell."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bot.core.policy.reading import Hit, Reading

# Trials of own pipeline products, as the indication names them: trials HARBOUR-1 and HARBOUR-2.
_TRIALS = re.compile(r"\b(?:trials?|stud(?:y|ies)|studien?|studies)\b([^,;.()]*)", re.IGNORECASE)
_TRIAL_NAME = re.compile(r"\b([A-ZÄÖÜ]{4,})(?:[- ]?\d+)?\b")


def detect_own_trial(reading: Reading, _parameters: Mapping[str, Any]) -> list[Hit]:
    """Find the trials of own pipeline products by the names that their indications give.

    A trial's name is mostly an ordinary word (LANTERN, HARBOUR-2), so it counts only where it is
    written in capitals or, in a tag, with a capital: a harbour is no trial.
    """
    told = tuple(product.indication for product in reading.context.organisation.products)
    text = reading.text
    return [
        Hit(match.start(), match.end(), {"product": match.group()})
        for name in _trials_of(told)
        if name in text or name.capitalize() in text
        for match in _trial_expression(name).finditer(text)
    ]


@lru_cache(maxsize=256)
def _trial_expression(name: str) -> "re.Pattern[str]":
    capital = name.capitalize()
    forms = f"{name}|{capital}(?=[- ]?[0-9])|(?<=#){capital}"
    return re.compile(rf"(?<!\w)(?:{forms})(?:[- ]?[0-9]{{1,2}})?(?![A-Za-z0-9])")


@lru_cache(maxsize=64)
def _trials_of(indications: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                name
                for indication in indications
                for told in _TRIALS.findall(indication)
                for name in _TRIAL_NAME.findall(told)
            }
        )
    )
