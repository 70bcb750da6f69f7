"""Who has a place and who waits: computed from the answers, in their order. Pure."""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.programme.events.event import Answer, SeatKind


@dataclass(frozen=True)
class Seating:
    """Who comes to a date, and who waits, both in the order of their answers."""

    coming: tuple[Answer, ...] = ()
    waiting: tuple[Answer, ...] = ()

    def find_seat(self, person: str) -> SeatKind | None:
        """Say whether somebody has a place or waits; None: neither."""
        if any(one.person == person for one in self.coming):
            return "place"
        return "waiting" if self.find_rank(person) else None

    def find_rank(self, person: str) -> int:
        """Give somebody's number on the waiting list, counted from one; nought: not on it."""
        people = [one.person for one in self.waiting]
        return people.index(person) + 1 if person in people else 0


def seat_people(answers: Iterable[Answer], places: int) -> Seating:
    """Give the places of one date to those who said yes first; nought places: to all.

    Two answers of the same moment are told apart by what nobody can choose.
    """
    order = sorted((one for one in answers if one.comes), key=_order)
    if not places:
        return Seating(tuple(order))
    return Seating(tuple(order[:places]), tuple(order[places:]))


def _order(answer: Answer) -> tuple[datetime.datetime, bytes]:
    return answer.at, hashlib.sha256(answer.key.encode("utf-8", "replace")).digest()
