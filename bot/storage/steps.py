"""Take the steps of a migration, with alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def take_steps(connection: Connection, folder: Path) -> None:
    """Take every step that the database has not taken yet."""
    config = Config()
    # Config expands "%", which a folder's name may hold.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
