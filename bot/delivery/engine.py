"""The durable engine: the one place that knows DBOS (3.4).

It keeps, in the same database as everything else, which runs over which chunks are still to be
made, and makes them, one at a time in each lane. It knows mailings and chunks by name and number;
what to do with one, and whoever it concerns, is not its business.

What has to be so, each of it measured or seen in its source:

- `application_version` is a constant. By default it is a hash of the code, and after an update
  nothing that was begun before is finished. It changes when a run means something else.
- `executor_id` is `local` on a file, where there is one process, and everybody's own on a server.
  What a process of another id began is finished by nobody: `take_over` does that.
- Only who sends launches it. Launching takes work from the queue; everybody else uses the client.
- Steps do not repeat by default, and connections are not tested before use by default.
- Inputs are pickled by default, and who can write to the database could run code here: JSON is set.
- The tables are made when it is launched or prepared; the client never makes any.
"""

import asyncio
import contextlib
import datetime
import json
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from bot.core.ports import Clock
from bot.storage.database import Session
from bot.storage.mailing_parts import Run

if TYPE_CHECKING:  # it costs twenty megabytes: it is loaded by who starts or sends mailings
    from dbos import DBOSClient, DBOSConfig, EnqueueOptions, Serializer

_NAME, _VERSION = "jourfix", "1"
_QUEUE, _WORKFLOW = "mailings", "send a chunk"
_POLL_SECONDS = 1.0  # at a tenth of it, idling takes five times as much of a core
_LANES = 16  # that one process sends in at once
_CONNECTIONS = 4
_MOST_ATTEMPTS = (
    1_000  # of a step that met a database away: with a minute between them, most of a day
)
_LONGEST_PAUSE = 60.0
_ALIVE = ["PENDING", "ENQUEUED", "DELAYED"]
_ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_AT_ONCE = 500  # workflows

Send = Callable[[str, int], Coroutine[None, None, None]]


class _Json:
    """Writes inputs and results as JSON: the form that DBOS's Serializer has."""

    def serialize(self, data: object) -> str:
        """Write."""
        return json.dumps(data, default=str)

    def deserialize(self, serialized_data: str) -> object:
        """Read."""
        return json.loads(serialized_data)

    def name(self) -> str:
        """Name this form, for good."""
        return "jourfix_json"


@dataclass
class Engine:
    """Runs chunks of mailings, each until it is done. There is one of it in a process.

    Args:
        address: The database, as `Database.address` names it.
        sender: This process, among those that send.
        clock: Tells when a run is due.
    """

    address: str
    sender: str
    clock: Clock
    _client: "DBOSClient | None" = None
    _is_prepared: bool = False
    _preparing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def prepare(self) -> None:
        """Make the engine's tables, once in each process; two that do so wait for each other."""
        from dbos import DBOS  # noqa: PLC0415

        async with self._preparing:
            if not self._is_prepared:
                DBOS.logger.setLevel("ERROR")
                await asyncio.to_thread(DBOS.migrate, self.address)
                self._is_prepared = True

    async def enqueue(self, session: Session, runs: Sequence[Run]) -> None:
        """Put runs on their way in the caller's transaction: they happen if that is committed."""
        client, now = self._open_client(), self.clock.now()
        for run in runs:
            options: EnqueueOptions = {
                "workflow_name": _WORKFLOW,
                "queue_name": _QUEUE,
                "workflow_id": name_run(run),
                "queue_partition_key": run.lane,
                "app_version": _VERSION,
            }
            delay = (run.due_at - now).total_seconds()
            if delay > 0:
                options["delay_seconds"] = delay
            await session.run_sync(client.enqueue_in_transaction, options, run.mailing, run.number)

    @contextlib.asynccontextmanager
    async def launched(self, send: Send) -> AsyncIterator[None]:
        """Run what is due until the block ends. `send` runs in this event loop.

        DBOS has a loop of its own: launching waits for the database, and would for ever if it kept
        this loop from ending the very transaction that it waits for.
        """
        home = asyncio.get_running_loop()

        async def send_at_home(mailing: str, number: int) -> None:
            sending = asyncio.run_coroutine_threadsafe(send(mailing, number), home)
            await asyncio.wrap_future(sending)

        try:
            await asyncio.to_thread(self._launch, send_at_home)
            yield
        finally:
            await asyncio.to_thread(_destroy)  # also what was launched by half

    def _launch(self, send: Send) -> None:
        from dbos import DBOS  # noqa: PLC0415

        config: DBOSConfig = {
            "name": _NAME,
            "system_database_url": self.address,
            "application_version": _VERSION,
            "executor_id": self.sender,
            "serializer": cast("Serializer", _Json()),
            "log_level": "ERROR",
            "use_listen_notify": False,  # nobody listens: we poll
            "sys_db_pool_size": _CONNECTIONS,
            "db_engine_kwargs": {"pool_pre_ping": True},
            "max_executor_threads": _LANES + 8,
        }
        DBOS(config=config)
        step = DBOS.step(
            name="send",
            retries_allowed=True,
            max_attempts=_MOST_ATTEMPTS,
            interval_seconds=1.0,
            backoff_rate=1.5,
        )(send)

        async def run(mailing: str, number: int) -> None:
            await step(mailing, number)

        DBOS.workflow(name=_WORKFLOW, max_recovery_attempts=None)(run)
        DBOS.launch()
        DBOS.register_queue(
            _QUEUE,
            partition_concurrency=1,
            worker_concurrency=_LANES,
            polling_interval_sec=_POLL_SECONDS,
        )

    async def list_alive(self, runs: Sequence[Run]) -> set[Run]:
        """List which of some runs are still to be made, or being made."""
        client = self._open_client()
        by_name = {name_run(run): run for run in runs}
        names = list(by_name)
        alive: set[Run] = set()
        for first in range(0, len(names), _AT_ONCE):
            found = await client.list_workflows_async(
                workflow_ids=names[first : first + _AT_ONCE],
                status=_ALIVE,
                load_input=False,
                load_output=False,
            )
            alive |= {by_name[one.workflow_id] for one in found}
        return alive

    async def take_over(self, sender: str) -> int:
        """Put back into the queue what a dead process was making; says how many runs."""
        client = self._open_client()
        found = await client.list_workflows_async(
            status="PENDING", executor_id=sender, load_input=False, load_output=False
        )
        names = [one.workflow_id for one in found]
        if names:
            await client.resume_workflows_async(names, queue_name=_QUEUE)
        return len(names)

    async def erase_ended(self, before: datetime.datetime) -> None:
        """Erase what ended before a moment."""
        client = self._open_client()
        while True:
            found = await client.list_workflows_async(
                status=_ENDED,
                completed_before=before.isoformat(),
                limit=_AT_ONCE,
                load_input=False,
                load_output=False,
            )
            if not found:
                return
            await client.delete_workflows_async([one.workflow_id for one in found])

    async def close(self) -> None:
        """Close the client's connections."""
        if self._client is not None:
            await asyncio.to_thread(self._client.destroy)
            self._client = None

    def _open_client(self) -> "DBOSClient":
        from dbos import DBOSClient  # noqa: PLC0415

        if self._client is None:
            self._client = DBOSClient(
                system_database_url=self.address,
                serializer=cast("Serializer", _Json()),
                system_database_pool_size=1,
                application_name=_NAME,
                lazy=True,
                retry_connection_errors=False,
            )
        return self._client


def _destroy() -> None:
    from dbos import DBOS  # noqa: PLC0415

    DBOS.destroy(destroy_registry=True)


def name_run(run: Run) -> str:
    """Name a run for good: one that was enqueued is not enqueued again."""
    return f"{run.mailing}.{run.number}.{run.run}"
