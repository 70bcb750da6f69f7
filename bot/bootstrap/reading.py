"""Join a language model to the conversations, where the settings name one."""

from dataclasses import replace

from bot.bootstrap.model import build_model
from bot.core.conversation import Conversation
from bot.core.ports import Clock
from bot.core.programme.ports import Shelves
from bot.core.reading_along import ReadingAlong
from bot.core.suggesting.angles import ANGLES_SHELF, OfferedAngle
from bot.core.suggesting.judging import Judge
from bot.core.suggesting.ports import SpendingBook
from bot.core.suggesting.suggestions import Suggestions
from bot.core.suggesting.writing import Writer
from bot.files.prompt_files import load_prompt_files
from bot.settings import Settings


def add_model(
    settings: Settings,
    conversation: Conversation,
    book: SpendingBook,
    shelves: Shelves,
    clock: Clock,
) -> Conversation:
    """Give the conversations with a model that reads along; as they are where there is none.

    Raises:
        SettingsError: the settings of the model contradict each other.
        ContentError: a prompt makes no sense.
    """
    model = build_model(settings, book, clock)
    if model is None:
        return conversation
    prompts, sees = load_prompt_files(settings.prompts), settings.model_sees
    coach, records, compute = conversation.coach, conversation.records, conversation.compute
    suggestions = Suggestions(
        Writer(model, prompts, coach, sees, compute),
        coach,
        records,
        conversation.find_context,
        shelves.open_shelf(ANGLES_SHELF, OfferedAngle),
        conversation.organisation,
        clock,
        compute,
    )
    judge = Judge(model, prompts, sees, compute)
    reading_along = ReadingAlong(coach, judge, records, compute, suggestions)
    return replace(conversation, reading_along=reading_along, suggestions=suggestions)
