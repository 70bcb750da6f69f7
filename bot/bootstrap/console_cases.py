"""Build the section of cases of the comms desk."""

from collections.abc import Sequence

from bot.bootstrap.house import House
from bot.core.desk.staff import Role
from bot.web.console.case_pages import CasePages
from bot.web.console.frame import Frame
from bot.web.console.home import FindWaiting
from bot.web.console.precedent_pages import PrecedentPages

_COLLEAGUES: frozenset[Role] = frozenset({"editor", "reviewer"})
_SAFETY: frozenset[Role] = frozenset({"drug-safety"})


def build_cases(house: House, frame: Frame) -> CasePages:
    """Build the pages of cases."""
    desk = house.conversation.desk
    if desk is None:
        raise ValueError("A house has a desk.")
    return CasePages(frame, desk.casework)


def build_precedents(house: House, frame: Frame) -> PrecedentPages:
    """Build the pages of what editors said before."""
    return PrecedentPages(frame, house.storage.cases, house.precedents)


def list_finders(pages: CasePages) -> Sequence[tuple[frozenset[Role], FindWaiting]]:
    """List what finds the cases that wait for whoever signed in."""
    return ((_COLLEAGUES, pages.find_waiting), (_SAFETY, pages.find_waiting_for_safety))
