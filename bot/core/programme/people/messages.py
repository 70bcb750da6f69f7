"""Compose the messages about taking part."""

import datetime
from collections.abc import Callable, Mapping, Sequence

from bot.core.coaching.replies import say
from bot.core.coaching.wording import WORDINGS
from bot.core.language.days import write_day
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import LANGUAGES, NETWORKS, Language
from bot.core.programme.ambassador import LEVELS, MOST_A_WEEK, RHYTHMS, Ambassador, Level
from bot.core.programme.hours import Hours
from bot.core.programme.people.wording import LANGUAGE_NAMES, PEOPLE_WORDINGS, PeopleWording
from bot.core.programme.zone_names import name_zone

# The actions of the buttons.
JOIN, JOIN_NO = "join", "join-no"
OPEN, SET, WRITE = "programme", "programme-set", "programme-write"
RESUME, LEAVE, STAY = "programme-resume", "programme-leave", "programme-stay"
ROLE = "programme-role"
TIP = "tip"  # answered by the library
BUDDY = "buddy"  # answered by the buddies
_NONE = "-"


def compose_invitation(language: Language, *, note: str = "") -> Message:
    """Say what the programme is and offer to join."""
    wording = PEOPLE_WORDINGS[language]
    choices = (Choice(wording.start, JOIN, style="primary"), Choice(wording.not_now, JOIN_NO))
    first = (Paragraph(note, "strong"), Paragraph(wording.invite))
    parts = (
        *(first if note else (Paragraph(wording.invite, "strong"),)),
        Paragraph(wording.invite_free, "quiet"),
        Choices(choices),
    )
    return Message("join", note or wording.invite, parts, language)


def compose_language_question(language: Language) -> Message:
    """Ask the first question."""
    wording = PEOPLE_WORDINGS[language]
    choices = tuple(Choice(LANGUAGE_NAMES[one], JOIN, one) for one in LANGUAGES)
    return _ask("join-language", wording.ask_language, choices, language)


def compose_networks_question(language: Language, chosen: Sequence[str]) -> Message:
    """Ask the second question; each press adds or takes away a network."""
    wording = PEOPLE_WORDINGS[language]

    def value(networks: Sequence[str]) -> str:
        return f"{language} {','.join(networks) or _NONE}"

    toggles = _toggle(NETWORKS, chosen, WORDINGS[language].networks, JOIN, value)
    label = wording.networks_done if chosen else wording.no_network
    done = Choice(label, JOIN, f"{value(chosen)} {_NONE}", "primary")
    names = _name_networks(chosen, language) if chosen else ""
    return _ask("join-networks", wording.ask_networks, (*toggles, done), language, names)


def compose_level_question(language: Language, networks: str) -> Message:
    """Ask the third question."""
    wording = PEOPLE_WORDINGS[language]
    choices = tuple(
        Choice(wording.levels[level], JOIN, f"{language} {networks} {level}") for level in LEVELS
    )
    return _ask("join-level", wording.ask_level, choices, language)


def compose_consent(language: Language, networks: Sequence[str], level: Level) -> Message:
    """Show what is kept, before it is."""
    wording = PEOPLE_WORDINGS[language]
    lines = tuple(
        line.format(
            language=LANGUAGE_NAMES[language],
            networks=_name_networks(networks, language),
            level=wording.levels[level],
        )
        for line in wording.kept
    )
    value = f"{language} {','.join(networks) or _NONE} {level} yes"
    choices = (Choice(wording.agree, JOIN, value, "primary"), Choice(wording.not_now, JOIN_NO))
    parts = (
        Paragraph(wording.consent, "strong"),
        Listing(wording.kept_title, lines),
        Choices(choices),
    )
    return Message("join-consent", wording.consent, parts, language, in_place=True)


def compose_joined(
    language: Language, first: Sequence[str] = (), *, is_reached: bool = True
) -> Message:
    """Welcome somebody who just joined; first lines say what they may always tell.

    Whoever cannot be written to is promised no message.
    """
    wording = PEOPLE_WORDINGS[language]
    following = wording.joined_next if is_reached else wording.joined_here
    choices = Choices((Choice(wording.tip, TIP, style="primary"), Choice(wording.page, OPEN)))
    lines: list[Part] = [Paragraph(line) for line in (*first, following)]
    parts = (Paragraph(wording.joined, "strong"), *lines, choices)
    return Message("joined", wording.joined, parts, language, in_place=True)


def compose_page(
    ambassador: Ambassador, topics: Callable[[str], str], *, note: str = "", is_press: bool = False
) -> Message:
    """Show everything that somebody chose, and offer to change it."""
    language = ambassador.language
    wording = PEOPLE_WORDINGS[language]
    wishes, work = ambassador.wishes, ambassador.work
    told = [work.department, work.region]
    if work.started_on:
        told.append(write_day(work.started_on, language))
    values = {
        "joined": write_day(ambassador.joined_at, language),
        "networks": _name_networks(ambassador.networks, language),
        "level": wording.levels[ambassador.level],
        "bundle": wording.rhythms[wishes.bundle],
        "most": wishes.most_a_week,
        "hours": describe_hours(ambassador.hours, language),
        "recap": wording.yes if wishes.recap else wording.no,
        "buddy": wording.yes if wishes.buddy else wording.no,
        "topics": ", ".join(map(topics, wishes.topics)) or wording.none,
        "work": ", ".join(one for one in told if one) or wording.none,
        "cohorts": ", ".join(ambassador.cohorts) or wording.none,
    }
    lines = tuple(line.format(**values) for line in wording.page_lines)
    choices = tuple(
        Choice(label, BUDDY) if what == "buddy" else Choice(label, SET, what)
        for what, label in wording.change.items()
    )
    if ambassador.paused_until:
        lines = (_describe_pause(ambassador.paused_until, language), *lines)
        choices = (Choice(wording.resume, RESUME, style="primary"), *choices)
    title = note or wording.page
    parts = (
        Paragraph(title, "strong"),
        Listing("", lines),
        Choices(choices, wording.page_ask),
    )
    return Message("programme", title, parts, language, in_place=is_press)


def compose_setting(
    what: str, ambassador: Ambassador, topics: Sequence[str], name_topic: Callable[[str], str]
) -> Message | None:
    """Ask for one setting; None: there is none of this name."""
    language = ambassador.language
    wording = PEOPLE_WORDINGS[language]
    values: Mapping[str, str]
    match what:
        case "bundle":
            question = wording.ask_rhythm
            values = {str(one): wording.rhythms[one] for one in RHYTHMS}
        case "most":
            question = wording.ask_most
            values = {str(one): wording.most[one] for one in MOST_A_WEEK}
        case "level":
            question = wording.ask_level
            values = {str(one): wording.levels[one] for one in LEVELS}
        case "pause":
            question, values = wording.ask_pause, dict(wording.pauses)
        case "hours":
            return _write(what, wording.ask_hours, wording.hours_label, wording, language)
        case "work":
            return _write(what, wording.ask_work, wording.work_label, wording, language)
        case "leave":
            leaving = (Choice(wording.leave, LEAVE, style="danger"), Choice(wording.stay, STAY))
            return _ask("programme-leave", wording.ask_leave, leaving, language)
        case "topics":
            chosen = ambassador.wishes.topics
            names = {topic: name_topic(topic) for topic in topics}
            return _choose_several(what, wording.ask_topics, names, chosen, language)
        case "networks":
            networks = {one: WORDINGS[language].networks[one] for one in NETWORKS}
            return _choose_several(
                what, wording.ask_networks, networks, ambassador.networks, language
            )
        case _:
            return None
    choices = tuple(Choice(label, SET, f"{what} {value}") for value, label in values.items())
    return _ask("programme-set", question, choices, language)


def _write(
    what: str, question: str, label: str, wording: PeopleWording, language: Language
) -> Message:
    hint, send = (
        (wording.hours_hint, wording.hours_send)
        if what == "hours"
        else (wording.work_hint, wording.work_send)
    )
    form = Form(question, label, hint, Choice(send, WRITE, what, "primary"))
    return Message("programme-form", question, (form,), language)


def _choose_several(
    what: str, question: str, names: Mapping[str, str], chosen: Sequence[str], language: Language
) -> Message:
    toggles = _toggle(
        tuple(names), chosen, names, SET, lambda values: f"{what} {','.join(values) or _NONE}"
    )
    done = Choice(PEOPLE_WORDINGS[language].topics_done, OPEN, "", "primary")
    told = ", ".join(name for value, name in names.items() if value in chosen)
    return _ask("programme-set", question, (*toggles, done), language, told)


def _toggle(
    values: Sequence[str],
    chosen: Sequence[str],
    names: Mapping[str, str],
    action: str,
    write: Callable[[Sequence[str]], str],
) -> tuple[Choice, ...]:
    """Make a button for each value: pressed, it is chosen, or no longer."""
    toggles = []
    for value in values:
        is_chosen = value in chosen
        others = [one for one in values if (one in chosen) != (one == value)]
        label = f"✓ {names[value]}" if is_chosen else names[value]
        toggles.append(Choice(label, action, write(others)))
    return tuple(toggles)


def _ask(
    kind: str, question: str, choices: Sequence[Choice], language: Language, chosen: str = ""
) -> Message:
    told = PEOPLE_WORDINGS[language].chosen.format(names=chosen)
    parts = (
        Paragraph(question, "strong"),
        *((Paragraph(told),) if chosen else ()),
        Choices(tuple(choices)),
    )
    return Message(kind, question, parts, language, in_place=True)


def _describe_pause(until: datetime.date, language: Language) -> str:
    wording = PEOPLE_WORDINGS[language]
    if until == datetime.date.max:
        return wording.page_paused_open
    return wording.page_paused.format(until=write_day(until, language))


def compose_paused(ambassador: Ambassador, *, is_open: bool) -> Message:
    """Say how long nothing comes."""
    wording = PEOPLE_WORDINGS[ambassador.language]
    until = ambassador.paused_until
    text = wording.paused_open
    if until and not is_open:
        text = wording.paused.format(until=write_day(until, ambassador.language))
    return say("programme-paused", text, ambassador.language, in_place=True)


def describe_hours(hours: Hours, language: Language) -> str:
    """Describe somebody's hours in one line."""
    wording = PEOPLE_WORDINGS[language]
    days = ", ".join(wording.days[day] for day in hours.days)
    if len(hours.days) > 2 and list(hours.days) == list(range(hours.days[0], hours.days[-1] + 1)):
        days = f"{wording.days[hours.days[0]]}-{wording.days[hours.days[-1]]}"
    line = wording.hours_line.format(
        days=days,
        start=f"{hours.start:%H:%M}",
        end=f"{hours.end:%H:%M}",
        zone=name_zone(hours.zone, language),
    )
    quiet = [
        wording.quiet_line.format(start=f"{one.start:%H:%M}", end=f"{one.end:%H:%M}")
        for one in hours.quiet
    ]
    return ", ".join([line, *quiet])


def _name_networks(networks: Sequence[str], language: Language) -> str:
    names = WORDINGS[language].networks
    return ", ".join(names[one] for one in networks) or PEOPLE_WORDINGS[language].none
