"""What an operator can do about a model that does not answer, in a sentence."""

from collections.abc import Mapping

from bot.llm.outcomes import Trouble, TroubleKind

_SENTENCES: Mapping[TroubleKind, str] = {
    "unreachable": "{place} cannot be reached, or broke off. Check JOURFIX_MODEL_URL, and whether"
    " this machine may go there (JOURFIX_MODEL_PROXY where a proxy is needed).",
    "busy": "{place} cannot answer for {model} now{status}. It is tried again with the next draft;"
    " if this stays, ask whoever runs the server, or raise the limit of requests there.",
    "slow": "{model} at {place} did not finish in time. Choose a faster model, or raise"
    " JOURFIX_MODEL_SECONDS.",
    "denied": "{place} does not accept our key for {model}{status}. Check JOURFIX_MODEL_KEY, and"
    " what it may use.",
    "unpaid": "{place} says that there is no credit left for this key{status}. Check the billing"
    " there.",
    "unknown": "{place} does not know {model}, or has nothing at this address{status}. Check"
    " JOURFIX_MODEL and JOURFIX_MODEL_URL, which mostly ends with /v1.",
    "moved": "{place} points to another address{status}, and we follow nobody. Put the one that"
    " answers itself into JOURFIX_MODEL_URL.",
    "not-taken": "{place} does not take what we ask of {model}{status}, however simply. Check"
    " that it speaks OpenAI's API of chat completions.",
    "garbled": "{place} answers for {model}{status}, but not as a stream of OpenAI's API. Check"
    " JOURFIX_MODEL_URL, which mostly ends with /v1.",
    "too-long": "This is more than {model} takes at once.",
    "too-large": "{model} answered more than we read.",
    "refused": "{model} or its provider refused to answer this.",
    "cut": "The answer of {model} was longer than allowed, and cut.",
}
_THOUGHT = (
    "{model} used up its answer with thinking. Choose a model that does not reason at length, or"
    " switch its reasoning off."
)


def explain(trouble: Trouble, model: str, place: str) -> str:
    """Say what is the matter and what an operator can do."""
    told = _THOUGHT if trouble.detail == "thought" else _SENTENCES[trouble.kind]
    status = f" (status {trouble.status})" if trouble.status else ""
    return told.format(model=model, place=place, status=status)
