"""A process of its own for the tests: opens a storage when told to and writes to it.

Says "ready", then reads lines of JSON from stdin (the arguments of `work`) and answers each.
"""

import asyncio
import json
import sys

from bot.core.errors import StorageError
from bot.storage.erasure import Retention
from bot.storage.opening import open_storage
from tests.fakes.ports import FakeClock
from tests.storage.samples import make_draft


async def work(address: str, secret: str, person: str, drafts: int) -> str:
    """Open, write the drafts, and give the mark of the person's pseudonym."""
    try:
        storage = await open_storage(address, secret, FakeClock(), Retention())
    except StorageError as error:
        return f"failed: {error}"
    try:
        for number in range(drafts):
            await storage.records.remember_draft(person, f"{number}", make_draft(f"draft {number}"))
        return storage.records.unlocked.pseudonyms.name_person("somebody")
    except StorageError as error:
        return f"failed: {error}"
    finally:
        await storage.close()


def main() -> None:
    """Answer until stdin ends."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.write(f"{asyncio.run(work(**asked))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
