"""The tables, as the code of today sees them. How they came to be is in `migrations`.

Three habits that other modules rely on:

- A column `author` holds a person's pseudonym. Every table that has one is emptied of that person
  by "forget me", also a table that is added later.
- A column `sealed` holds ciphertext whose place is the table's name and the primary key. Every
  table that has one is sealed anew when the secret changes.
- No column holds a person's id, a conversation's id or words of a draft in the clear.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    false,
)

from bot.storage.columns import (
    METADATA,
    NAME_LENGTH,
    PSEUDONYM_LENGTH,
    Moment,
    author_column,
    sealed_column,
)

PEOPLE = Table(
    "people",
    METADATA,
    author_column(is_key=True),
    sealed_column(),
    Column("told_at", Moment, nullable=False),
)
"""What somebody told us about themselves (sealed), and when they last did."""

DRAFTS = Table(
    "drafts",
    METADATA,
    author_column(is_key=True),
    Column("conversation", String(PSEUDONYM_LENGTH), primary_key=True),
    sealed_column(),
    Column("kept_at", Moment, nullable=False, index=True),
)
"""The last version of the draft of a conversation (sealed). The conversation is a pseudonym too."""

REVIEWS = Table(
    "reviews",
    METADATA,
    Column("id", String(32), primary_key=True),
    author_column(),
    Column("recorded_at", Moment, nullable=False, index=True),
    Column("verdict", String(NAME_LENGTH), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("policy", String(NAME_LENGTH), nullable=False),
    Column("checked", JSON, nullable=False),
    Column("model", JSON, nullable=True),
    Column("seconds", Integer, nullable=True),
)
"""Verdict, rule ids, policy hash, the packs that spoke, and where a language model was asked: host,
prompts, how much was masked; how long the answer took. No text, no id that a person chose."""

DISPUTES = Table(
    "disputes",
    METADATA,
    Column("id", String(32), primary_key=True),
    author_column(),
    Column("recorded_at", Moment, nullable=False, index=True),
    Column("rule", String(NAME_LENGTH), nullable=False),
    Column("policy", String(NAME_LENGTH), nullable=False),
    sealed_column(),
)
"""Sentences (sealed) that their authors handed over because a finding is wrong."""

POLICIES = Table(
    "policies",
    METADATA,
    Column("hash", String(NAME_LENGTH), primary_key=True),
    Column("packs", JSON, nullable=False),
    Column("organisation", String(NAME_LENGTH), nullable=False),
    Column("compiled_at", Moment, nullable=False),
)
"""Which policy a review's hash names. Rows are never changed."""

SETTINGS = Table(
    "settings",
    METADATA,
    Column("name", String(NAME_LENGTH), primary_key=True),
    sealed_column(),
)
"""What the database must know about itself: the key of the pseudonyms (sealed)."""

SCRUBS = Table(
    "scrubs",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("due_since", Moment, nullable=False),
)
"""Says that rows were erased and the files must still be rewritten; holds nothing of the person."""

ARRIVALS = Table(
    "arrivals",
    METADATA,
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    author_column(),
    Column("channel", String(NAME_LENGTH), nullable=False),
    sealed_column(),
    Column("arrived_at", Moment, nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("owner", String(32), nullable=False),
    Column("held_until", Moment, nullable=False),
    Column("is_follow_up", Boolean, nullable=False, server_default=false()),
)
"""The durable inbox: what a channel acknowledged and nobody has answered yet (sealed)."""

SEEN = Table(
    "seen",
    METADATA,
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    Column("seen_at", Moment, nullable=False, index=True),
)
"""The pseudonyms of the keys of what arrived, so that a repetition is known."""

DELIVERIES = Table(
    "deliveries",
    METADATA,
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    author_column(),
    Column("channel", String(NAME_LENGTH), nullable=False),
    Column("lane", String(PSEUDONYM_LENGTH), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    sealed_column(),
    Column("state", String(16), nullable=False, index=True),
    Column("reason", String(NAME_LENGTH), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("owner", String(32), nullable=False),
    Column("held_until", Moment, nullable=False),
)
"""The ledger: every message to a person, once, with its state. What is done is sealed emptied.

A lane is the pseudonym of a place; within one, deliveries go out one after the other.
"""

CASES = Table(
    "cases",
    METADATA,
    Column("id", String(32), primary_key=True),
    author_column(),
    sealed_column(),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("answered_at", Moment, nullable=True),
    Column("is_warned", Boolean, nullable=False),
)
"""What authors handed to the editors, with the answer (sealed)."""

CASE_TIMES = Table(
    "case_times",
    METADATA,
    Column("id", String(32), primary_key=True),
    author_column(),
    Column("opened_at", Moment, nullable=False, index=True),
    Column("answered_at", Moment, nullable=True),
)
"""When a case that is erased was opened and answered, for the counts of months; nothing else."""

INSTALLATIONS = Table(
    "installations",
    METADATA,
    Column("channel", String(NAME_LENGTH), primary_key=True),
    Column("place", String(NAME_LENGTH), primary_key=True),
    sealed_column(),
    Column("installed_at", Moment, nullable=False),
    Column("claimed_until", Moment, nullable=False),
)
"""Where a channel is installed, with its tokens (sealed)."""

SHELVES = Table(
    "shelves",
    METADATA,
    Column("shelf", String(NAME_LENGTH), primary_key=True),
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    author_column(),
    sealed_column(),
    Column("kept_at", Moment, nullable=False),
)
"""What the programme keeps, by kind and key (sealed). The author of what is nobody's is empty."""

MAILINGS = Table(
    "mailings",
    METADATA,
    Column("key", String(PSEUDONYM_LENGTH), primary_key=True),
    sealed_column(),
    Column("state", String(16), nullable=False, index=True),
    Column("until", Moment, nullable=True),
    Column("counts", Boolean, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("ended_at", Moment, nullable=True),
)
"""What goes to many: its rendered messages (sealed), and whether it still goes out."""

CHUNKS = Table(
    "chunks",
    METADATA,
    Column("mailing", String(PSEUDONYM_LENGTH), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("channel", String(NAME_LENGTH), nullable=False),
    Column("lane", String(PSEUDONYM_LENGTH), nullable=False),
    Column("run", Integer, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("owner", String(32), nullable=False),
)
"""About a minute of sending of a mailing in one workspace (its lane), and who is sending it."""

RECIPIENTS = Table(
    "recipients",
    METADATA,
    Column("mailing", String(PSEUDONYM_LENGTH), primary_key=True),
    author_column(is_key=True),
    Column("chunk", Integer, nullable=False),
    Column("variant", String(NAME_LENGTH), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(NAME_LENGTH), nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("owner", String(32), nullable=False),
    Column("held_until", Moment, nullable=False),
    Column("sent_at", Moment, nullable=True),
    # with the last two columns a chunk's next people are read in order, whoever is done already
    Index("ix_recipients_mailing", "mailing", "state", "chunk", "author"),
    Index("ix_recipients_author", "author", "sent_at"),
)
"""The ledger of mailings: every person of a mailing, once, with the state of their message."""

SENDERS = Table(
    "senders",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("seen_at", Moment, nullable=False),
)
"""The processes that send mailings, and when each was last alive."""

SPENDING = Table(
    "spending",
    METADATA,
    Column("day", String(10), primary_key=True),
    Column("tokens", BigInteger, nullable=False),
    Column("money", Double, nullable=False),
    Column("calls", Integer, nullable=False),
)
"""What went to the language model on a day (UTC): sums, and nothing of who asked what."""

ASKED = Table(
    "asked",
    METADATA,
    Column("mark", String(PSEUDONYM_LENGTH), primary_key=True),
    Column("week", Integer, primary_key=True, index=True),
    Column("answer", String(NAME_LENGTH), nullable=False),
)
"""That somebody asked for an answer in a week; whose mark it is nobody can tell."""

AUDIT = Table(
    "audit",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("actor", String(PSEUDONYM_LENGTH), nullable=False, index=True),
    sealed_column(),
    Column("done_at", Moment, nullable=False),
    Column("digest", String(PSEUDONYM_LENGTH), nullable=False),
    Column("link", String(PSEUDONYM_LENGTH), nullable=False),
)
"""What was done at the comms desk, in a chain. Rows are never deleted, or the chain would end
there: who is forgotten loses the content of theirs (sealed), and the pseudonym."""

IMPERSONAL = frozenset(
    {
        "asked",
        "audit",
        "policies",
        "settings",
        "scrubs",
        "seen",
        "installations",
        "mailings",
        "chunks",
        "senders",
        "spending",
    }
)


def tables_of_authors() -> tuple[Table, ...]:
    """List the tables that hold something of a person."""
    return tuple(table for table in METADATA.sorted_tables if "author" in table.c)


def sealed_tables() -> tuple[Table, ...]:
    """List the tables that hold ciphertext."""
    return tuple(table for table in METADATA.sorted_tables if "sealed" in table.c)


def list_traces(table: Table) -> tuple["Column[Any]", ...]:
    """List the columns by which somebody could be traced: names of rows, pseudonyms, ciphertext."""
    return tuple(
        column
        for column in table.columns
        if column.primary_key
        or isinstance(column.type, LargeBinary)
        or (isinstance(column.type, String) and column.type.length == PSEUDONYM_LENGTH)
    )
