from bot.storage.columns import METADATA
from bot.storage.tables import IMPERSONAL, tables_of_authors


def test_every_table_belongs_to_authors_or_is_named_impersonal() -> None:
    personal = {table.name for table in tables_of_authors()}
    assert personal.isdisjoint(IMPERSONAL)
    assert personal | IMPERSONAL == set(METADATA.tables), (
        "A new table needs a column “author”, so that “forget me” empties it, or a place in"
        " IMPERSONAL and a reason in docs/storage.md."
    )
