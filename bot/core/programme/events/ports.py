"""What events need from outside."""

from typing import Protocol

from bot.core.model import Language


class CalendarLinks(Protocol):
    """Names the pages that give an event to a calendar."""

    def name_page(self, event: str, language: Language, channel: str) -> str:
        """Give the address of an event's file for whoever reads in a channel; empty: there is none.

        An empty channel is a page of our own.
        """
        ...


class NoCalendarLinks:
    """Implements CalendarLinks where no page can be reached."""

    def name_page(self, _event: str, _language: Language, _channel: str) -> str:
        """Give nothing."""
        return ""
