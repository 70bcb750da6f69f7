"""Pauses of rules between what they are and the file of the house that holds them."""

from collections.abc import Callable, Iterable

from bot.core.house_rules.house import PAUSES_FILE
from bot.core.policy.pause import LONGEST_PAUSE, LONGEST_WHY, MODES, NEVER_AT_REST, Mode, Pause
from bot.files.entries import Entry, parse_yaml, refuse_unknown_keys
from bot.files.house_form import write_yaml

_KEYS = ("rule", "mode", "since", "until", "why")


def write_pauses(pauses: Iterable[Pause]) -> str:
    """Write the file; days as days, so that people can mend it."""
    listed = sorted(pauses, key=lambda pause: pause.rule)
    return write_yaml([{key: getattr(pause, key) for key in _KEYS} for pause in listed])


def read_pauses(
    data: bytes, find_topic: Callable[[str], str | None] | None = None
) -> tuple[Pause, ...]:
    """Read the file.

    Args:
        data: Its bytes.
        find_topic: Gives the topic of a rule, None where there is no such rule: then a rule that
            is not there, or that never rests, is refused.

    Raises:
        ContentError: it makes no sense; the message names its line and the remedy.
    """
    seen: set[str] = set()
    pauses: list[Pause] = []
    for entry in parse_yaml(data, PAUSES_FILE).items("the pauses"):
        pause = _read_pause(entry)
        if pause.rule in seen:
            raise entry.refuse(f"“{pause.rule}” has a pause already", "Leave one of them out.")
        seen.add(pause.rule)
        if find_topic is not None:
            _refuse_restless(entry, pause.rule, find_topic(pause.rule))
        pauses.append(pause)
    return tuple(pauses)


def _read_pause(entry: Entry) -> Pause:
    fields = entry.mapping("a pause")
    refuse_unknown_keys(fields, _KEYS, "a pause")
    for needed in _KEYS:
        if needed not in fields:
            raise entry.refuse(f"this pause has no “{needed}”", "Add it.")
    chosen = fields["mode"].choice("the mode", MODES)
    mode: Mode = next(known for known in MODES if known == chosen)
    pause = Pause(
        fields["rule"].text("the rule"),
        mode,
        fields["since"].day("since"),
        fields["until"].day("until"),
        fields["why"].text("why"),
    )
    if not pause.is_sound:
        raise fields["until"].refuse(
            f"a rule rests for a day at least and {LONGEST_PAUSE} at most", "Choose another day."
        )
    if len(pause.why) > LONGEST_WHY:
        raise fields["why"].refuse("this reason is too long", f"{LONGEST_WHY} characters do.")
    return pause


def _refuse_restless(entry: Entry, rule: str, topic: str | None) -> None:
    if topic is None:
        raise entry.refuse(f"there is no rule “{rule[:60]}”", "Leave its pause out.")
    if topic in NEVER_AT_REST:
        raise entry.refuse(
            f"“{rule}” never rests: its topic is {topic}", "Add an exception to the rule."
        )
