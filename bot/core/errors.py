"""What stops us, as exceptions. Expected outcomes (findings, verdicts) are values, not errors."""


class BotError(Exception):
    """We cannot go on. The message says what a person can do next; it never holds draft text."""


class DraftError(BotError):
    """The text cannot be reviewed as it is."""

    code = "draft"


class DraftEmptyError(DraftError):
    """There is nothing to read."""

    code = "empty"


class DraftTooLongError(DraftError):
    """The text is longer than any network takes."""

    code = "too_long"


class DraftUnreadableError(DraftError):
    """The bytes are not text we can read."""

    code = "unreadable"


class NotAllowedError(BotError):
    """The person may not do this."""


class ContentError(BotError):
    """A file of ours (a rule, a vocabulary, an organisation) makes no sense.

    Args:
        path: The file, as the person knows it.
        problem: What is wrong, in one clause.
        hint: What to do about it.
        line: The line in the file, counted from one; 0 when the whole file is meant.
    """

    def __init__(self, path: str, problem: str, hint: str, line: int = 0) -> None:
        self.path, self.problem, self.hint, self.line = path, problem, hint, line
        place = f"{path}:{line}" if line else path
        super().__init__(f"{place}: {problem}. {hint}")


class SettingsError(BotError):
    """A setting is missing or makes no sense."""


class StorageError(BotError):
    """The database cannot be read or written."""


class CaseChangedError(StorageError):
    """A case is no longer as it was read: somebody else was first."""


class ModelError(BotError):
    """The language model gave nothing usable; everything else works without it."""


class ModelUnavailableError(ModelError):
    """It does not answer, or not now."""


class BudgetSpentError(ModelError):
    """What may be spent in a day is spent."""


class ReplyUnusableError(ModelError):
    """What it answered cannot be read, or it refused. The answer's words are not in the message."""
