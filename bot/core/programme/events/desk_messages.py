"""Compose what editors read while they plan events."""

import datetime
from collections.abc import Sequence

from bot.core.coaching.replies import say
from bot.core.message import Choice, Choices, Form, Listing, Message, Paragraph, Part
from bot.core.model import LANGUAGES, Language
from bot.core.programme.ambassador import Ambassador
from bot.core.programme.events import amending
from bot.core.programme.events.book import EventDay
from bot.core.programme.events.changes import Timetable
from bot.core.programme.events.desk_wording import EVENT_DESK_WORDINGS, EventDeskWording
from bot.core.programme.events.event import KINDS, Event, Kind, Material
from bot.core.programme.events.messages import begin
from bot.core.programme.events.when_words import (
    describe_briefly,
    describe_day,
    describe_rhythm,
    describe_time,
)

# The actions of the buttons.
DESK, NEW, PAGE, DATES, DATE = "event-desk", "event-new", "event-page", "event-dates", "event-date"
ASK, WRITE, PROPOSE, DO = "event-ask", "event-write", "event-propose", "event-do"
DISCARD = "event-discard"
_MOST_NAMES = 30


def compose_desk(
    tables: Sequence[Timetable], now: datetime.datetime, language: Language
) -> Message:
    """List the events that editors plan, each behind a number."""
    wording = EVENT_DESK_WORDINGS[language]
    lines = []
    for number, table in enumerate(tables, start=1):
        state = wording.over if table.is_over(now) else wording.states[table.event.state]
        rhythm = describe_rhythm(table.event.series, language)
        lines.append(f"{number}. {name_event(table.event, language)} ({rhythm}): {state}")
    numbers = tuple(
        Choice(str(number), PAGE, table.event.id) for number, table in enumerate(tables, start=1)
    )
    new = tuple(Choice(wording.new[kind], NEW, kind) for kind in KINDS)
    parts: tuple[Part, ...] = (Paragraph(wording.title, "strong"),)
    if lines:
        parts += (Listing("", tuple(lines)), Choices(numbers, wording.hint))
    else:
        parts += (Paragraph(wording.nothing),)
    return Message("event-desk", wording.title, (*parts, Choices(new)), language)


def name_event(event: Event, language: Language) -> str:
    """Name an event, also one that has no title yet."""
    return event.find_text(language).title or EVENT_DESK_WORDINGS[language].kinds[event.kind]


def compose_when_question(
    kind: Kind,
    offered: Sequence[datetime.datetime],
    zone: str,
    language: Language,
) -> Message:
    """Ask when something new is held; a press on a day is enough."""
    wording = EVENT_DESK_WORDINGS[language]
    days = tuple(
        Choice(begin(describe_briefly(at, zone, language)), NEW, f"{kind} {at:%Y-%m-%d} {at:%H:%M}")
        for at in offered
    )
    other = Choice(wording.other_when, ASK, f"new-{kind}")
    title = wording.ask_when[kind]
    parts = (Paragraph(title, "strong"), Choices((*days, other)))
    return Message("event-when", title, parts, language)


def compose_page(
    table: Timetable, now: datetime.datetime, language: Language, *, note: str = ""
) -> Message:
    """Show everything about an event, and offer to change it."""
    wording = EVENT_DESK_WORDINGS[language]
    event = table.event
    title = name_event(event, language)
    parts = (
        *((Paragraph(note, "strong"),) if note else ()),
        Listing(
            f"{title}: {wording.states[event.state]}", tuple(_list_facts(table, now, language))
        ),
        *((Paragraph(text.about, "quiet"),) if (text := event.find_text(language)).about else ()),
        *(Choices(tuple(row)) for row in _list_rows(event, wording) if row),
    )
    return Message("event-page", note or title, parts, language, in_place=bool(note))


def _list_facts(table: Timetable, now: datetime.datetime, language: Language) -> Sequence[str]:
    wording = EVENT_DESK_WORDINGS[language]
    event = table.event
    rhythm = describe_rhythm(event.series, language)
    is_off = event.state == "cancelled"
    next_ones = () if is_off else table.list_next(now, 1)
    languages = [wording.languages[one] for one in LANGUAGES if one in event.texts]
    facts = [wording.page_when.format(rhythm=begin(rhythm), minutes=event.minutes)]
    for one in next_ones:
        when = describe_time(one.at, event.minutes, event.series.zone, language)
        facts.append(wording.page_next.format(when=when))
    if not next_ones and not is_off:
        facts.append(wording.page_next.format(when=wording.over))
    where, places = wording.page_no_where, wording.page_no_places
    facts += [
        wording.page_where.format(where=event.where) if event.where else where,
        wording.page_places.format(places=event.places) if event.places else places,
        wording.page_words.format(languages=", ".join(languages))
        if languages
        else wording.page_no_words,
    ]
    return facts


def _list_rows(event: Event, wording: EventDeskWording) -> Sequence[Sequence[Choice]]:
    return _list_edits(event, wording), _list_steps(event, wording)


def _list_edits(event: Event, wording: EventDeskWording) -> Sequence[Choice]:
    """List what can be changed; of an announced event not its rhythm."""
    if event.state == "cancelled":
        return [Choice(wording.dates, DATES, event.id), Choice(wording.back, DESK)]
    left_out = "time" if event.state == "planned" else "when"
    return [
        Choice(label, ASK, f"{what} {event.id}")
        for what, label in wording.edit.items()
        if what != left_out
    ]


def _list_steps(event: Event, wording: EventDeskWording) -> Sequence[Choice]:
    back = Choice(wording.back, DESK)
    match event.state:
        case "planned":
            return [
                Choice(wording.announce, PROPOSE, f"{amending.ANNOUNCE} {event.id}", "primary"),
                Choice(wording.discard, DISCARD, event.id, "danger"),
                back,
            ]
        case "announced":
            return [
                Choice(wording.dates, DATES, event.id),
                Choice(wording.cancel, PROPOSE, f"{amending.CANCEL} {event.id}", "danger"),
                back,
            ]
        case _:
            return []


def compose_form(what: str, value: str, text: str, language: Language) -> Message:
    """Ask for something that has to be written."""
    wording = EVENT_DESK_WORDINGS[language]
    title, label, hint = _name_form(what, wording)
    form = Form(title, label, hint, Choice(wording.send, WRITE, value, "primary"), text)
    return Message("event-form", label, (form,), language)


def _name_form(what: str, wording: EventDeskWording) -> tuple[str, str, str]:
    kind, _, code = what.partition("-")
    match kind:
        case "words":
            named = next((one for one in LANGUAGES if one == code), LANGUAGES[0])
            label = wording.words_label.format(language=wording.languages[named])
            return wording.words_title, label, wording.words_hint
        case "where":
            return wording.where_title, wording.where_label, wording.where_hint
        case "places":
            return wording.places_title, wording.places_label, wording.places_hint
        case "material":
            return wording.material_title, wording.material_label, wording.material_hint
        case "time":
            return wording.when_title, wording.time_label, wording.time_hint
        case "move":
            return wording.when_title, wording.move_label, wording.move_hint
        case _:
            return wording.when_title, wording.when_label, wording.when_hint


def compose_refusal(
    kind: str, sentence: str, event: str, language: Language, *others: Choice
) -> Message:
    """Say what is missing or could not be read, with the way back."""
    back = Choice(EVENT_DESK_WORDINGS[language].back, PAGE if event else DESK, event)
    parts = (Paragraph(sentence), Choices((*others, back)))
    return Message(kind, sentence, parts, language)


def offer_form(value: str, language: Language) -> Choice:
    """Lead to a form once more."""
    return Choice(EVENT_DESK_WORDINGS[language].again, ASK, value, "primary")


def compose_dates(table: Timetable, now: datetime.datetime, language: Language) -> Message:
    """List single dates: those to come, what became of others, and the last ones."""
    wording = EVENT_DESK_WORDINGS[language]
    event = table.event
    dates = {one.date: one.at for one in (*table.list_past(now, 3), *table.list_next(now, 6))}
    today = now.date()
    off = [
        one.date
        for one in table.changes
        if one.to is None and event.series.has_date(one.date) and one.date >= today
    ]
    lines, choices = [], []
    for number, date in enumerate(sorted({*dates, *off}), start=1):
        change = table.find_change(date)
        told = f"{number}. {begin(describe_day(date, language))}"
        if date not in dates:
            told = f"{told}: {wording.date_off}"
        elif change is not None:
            when = describe_time(dates[date], event.minutes, event.series.zone, language)
            told = f"{told}: {wording.date_moved}, {when}"
        lines.append(told)
        if date in dates:
            choices.append(Choice(str(number), DATE, f"{date} {event.id}"))
    choices.append(Choice(wording.back, PAGE, event.id))
    title = wording.dates_title.format(title=name_event(event, language))
    parts = (Paragraph(title, "strong"), Listing("", tuple(lines)), Choices(tuple(choices)))
    return Message("event-dates", title, parts, language)


def compose_date(
    day: EventDay,
    at: datetime.datetime,
    people: tuple[Sequence[Ambassador], Sequence[Ambassador]],
    materials: Sequence[Material],
    language: Language,
    *,
    is_over: bool,
) -> Message:
    """Show one date: who comes, who waits, and what can be done."""
    wording = EVENT_DESK_WORDINGS[language]
    event = day.event
    when = describe_time(at, event.minutes, event.series.zone, language)
    title = f"{name_event(event, language)}: {when}"
    coming, waiting = people
    lists = [
        Listing(label.format(count=len(some)), tuple(name_people(some, wording)))
        for label, some in ((wording.coming, coming), (wording.waiting, waiting))
        if some
    ]
    facts: list[Part] = [*lists] if lists else [Paragraph(wording.nobody)]
    if materials:
        facts.append(Paragraph(wording.has_material.format(count=len(materials)), "quiet"))
    choices = [Choice(wording.add_material, ASK, f"{amending.MATERIAL} {day.value}")]
    if event.state == "announced" and not is_over:
        choices = [
            Choice(wording.move, ASK, f"{amending.MOVE} {day.value}"),
            Choice(wording.off, PROPOSE, f"{amending.OFF} {day.value}", "danger"),
            *choices,
        ]
    choices.append(Choice(wording.back, DATES, event.id))
    parts = (Paragraph(title, "strong"), *facts, Choices(tuple(choices)))
    return Message("event-date", title, parts, language)


def name_people(people: Sequence[Ambassador], wording: EventDeskWording) -> Sequence[str]:
    """Name people as their channel shows them, so many at most."""
    names = [one.name or wording.nameless for one in people]
    more = len(names) - _MOST_NAMES
    rest = [wording.more.format(count=more)] if more > 0 else []
    return [*names[:_MOST_NAMES], *rest]


def say_gone(language: Language) -> Message:
    """Say that there is no such event."""
    return say("event-gone", EVENT_DESK_WORDINGS[language].gone, language)
