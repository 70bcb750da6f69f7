"""Build the commands of the terminal that talk: `jourfix chat` and `jourfix ask`."""

import argparse
from dataclasses import replace

from bot.bootstrap.coach import open_embedder, open_resemblance
from bot.bootstrap.commands import build_frame
from bot.bootstrap.conversation import build_conversation, build_questions
from bot.bootstrap.pilots import build_embargoes
from bot.bootstrap.programme import Sending, build_programme
from bot.bootstrap.reading import add_model
from bot.channels.terminal.ask_command import AskCommand
from bot.channels.terminal.chat_command import ChatCommand
from bot.files.trusted import load_trusted_policy
from bot.settings import load_settings
from bot.storage.memory import MemoryRecords, MemoryShelves, MemorySpendingBook, SilentOutbox
from bot.storage.memory_mailings import MemoryMailings


def build_chat_command() -> ChatCommand:
    """Build `jourfix chat`."""
    settings = load_settings()
    encoder = open_embedder(settings)
    shelves = MemoryShelves()
    records = MemoryRecords(forget_things=shelves.forget, count_things=shelves.count)
    conversation = build_conversation(settings, records, encoder)
    conversation = replace(conversation, embargoes=build_embargoes(shelves))
    conversation = add_model(
        settings, conversation, MemorySpendingBook(), shelves, conversation.clock
    )
    sending = Sending(shelves, MemoryMailings(conversation.clock), SilentOutbox())
    programme, _ = build_programme(settings, conversation, sending)
    return ChatCommand(replace(conversation, programme=programme))


def build_ask_command(chosen: argparse.Namespace) -> AskCommand:
    """Build `jourfix ask` from its flags."""
    settings = load_settings()
    policy = load_trusted_policy(settings.policies, settings.cache)
    embedder = open_embedder(settings)
    questions = build_questions(settings, policy, embedder, open_resemblance(embedder))
    return AskCommand(questions, build_frame(chosen, settings))
