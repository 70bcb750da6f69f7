"""What people write to connect LinkedIn, and to disconnect it. Pure."""

from bot.core.programme.spoken import Spoken

TO_OPEN = Spoken(
    {
        "de": ("(?:mein )?linkedin", "linkedin verbinden", "verbinde linkedin"),
        "nl": ("(?:mijn )?linkedin", "linkedin (?:koppelen|verbinden)", "koppel linkedin"),
        "en": ("(?:my )?linkedin", "connect (?:my )?linkedin"),
    }
)
TO_END = Spoken(
    {
        "de": ("linkedin trennen", "trenne linkedin"),
        "nl": ("linkedin (?:ontkoppelen|loskoppelen)", "ontkoppel linkedin"),
        "en": ("disconnect (?:my )?linkedin",),
    }
)
