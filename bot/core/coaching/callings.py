"""Tell what somebody does all day out of the words for their role, where texts differ by it. Pure.

Coarser than a profession and finer than the classes that rules know (vocabularies/roles.yaml).
Words are looked for in folded text; the first calling that fits counts, so that a doctor's
assistant is no doctor and a medical sales representative sells.
"""

import re
from collections.abc import Mapping
from typing import Literal

from bot.core.language.fold import fold

Calling = Literal["doctor", "nurse", "sales", "research", "hr"]
CALLINGS: tuple[Calling, ...] = ("sales", "nurse", "doctor", "research", "hr")
_LONGEST = 200
_WORDS: Mapping[Calling, "re.Pattern[str]"] = {
    "sales": re.compile(
        r"\bsales|vertrieb|aus+endienst|buitendienst|verkoop|verkoper|verkauf|rayon|account manag"
        r"|gebietsleit|pharmareferent|pharmaberater|artsenbezoek|medical rep|rayonmanager"
    ),
    "nurse": re.compile(
        r"\bnurs|pfleg|krankenschwester|verpleeg|verzorg|\bzuster|\bcarer|care assistant"
        r"|hebamme|midwi|verloskund|arzthelf|doktersassist|doctor's assist|medical assistant"
        r"|medizinische fachangestellte|\bmfa\b|wijkverple"
    ),
    "doctor": re.compile(
        r"arzt(?!sekret|praxis|helf)|\baerzt|doctor|physician|dokter|surgeon|chirurg|an(?:a|ae)sth"
        r"|\b(?:huis|kinder|basis|oog|tand|bedrijfs|vrouwen|jeugd|ouderen|sport|spoedeisende )?arts"
        r"\b(?! and| &)|internist|(?:radi|kardi|cardi|onk|onc|neur)olo(?:ge\b|gin\b|gist|og\b)"
    ),
    "research": re.compile(
        r"research|forsch|onderzoek|\blab\b|laborant|labor\b|laborator|\banalist\b|scien"
        r"|wissenschaft|wetenschap|biolog|chemi(?:e|k|st)|biostat"
    ),
    "hr": re.compile(
        r"\bhr\b|\bhr-|human resources|personal(?:abteil|refer|leit|entwick|wesen|management|er\b)"
        r"|\bpersonal\b|personeel|recruit|people (?:and|&) culture|\bp&o\b|talent acq"
    ),
}


def tell_calling(role: str) -> Calling | None:
    """Tell the calling behind a role; None where texts make no difference."""
    folded = fold(role[:_LONGEST]).text
    return next((one for one in CALLINGS if _WORDS[one].search(folded)), None)
