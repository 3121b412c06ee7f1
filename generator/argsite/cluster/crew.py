"""A cluster that does a build's work: chunks go to it, and what comes of them is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argsite.cluster.order import Spec, program, state_of
from argsite.errors import ArgsiteError, OutputError, SetupError
from argsite.making.doing import Chunk, Result
from argsite.output import Intake
from argsite.pages.inputs import Inputs

if TYPE_CHECKING:
    from distributed import Client, Future

    from argsite.cluster.hand import Answer

_PATIENCE = 20
"""Seconds to wait for a scheduler, and for its first worker."""

_RETRIES = 2
"""Times that a chunk is tried again, which may be by a worker that sees the site better."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Dask cluster, by the address of its scheduler."""

    address: str
    """Such as `tcp://10.0.0.5:8786`."""

    site: str
    """The folder or address from which its workers read the site."""

    shares_output: bool = True
    """False where the output is at an address, so that pages are sent back."""

    def do(self, chunks: Sequence[Chunk], inputs: Inputs, intake: Intake) -> Iterator[Result]:
        """Yield what comes of each chunk, in the order in which they are done.

        SetupError where the cluster cannot be used, OutputError where it is lost meanwhile.
        """
        shared = (intake.out.resolve(), intake.staging) if self.shares_output else ()
        spec = Spec(self.site, state_of(inputs), program(), *map(str, shared))
        client = self._client()
        try:
            yield from self._results(client, chunks, spec, intake)
        except (CancelledError, OSError, TimeoutError) as error:
            raise OutputError(f"the cluster at {self.address} was lost: {error}") from error
        finally:
            client.close(timeout=2)

    def _results(
        self, client: Client, chunks: Sequence[Chunk], spec: Spec, intake: Intake
    ) -> Iterator[Result]:
        from distributed import as_completed

        from argsite.cluster.hand import work

        # Never pure: what an earlier build was answered names files that waited for it alone.
        futures = [
            client.submit(work, spec, chunk, pure=False, retries=_RETRIES) for chunk in chunks
        ]
        try:
            for future in as_completed(futures, loop=client.loop):
                answer = self._answer(future)
                if answer.files:
                    yield _taken(answer, intake)
                else:
                    yield answer.result
                future.release()
        finally:
            if client.status == "running":
                client.cancel([each for each in futures if not each.done()])

    def _answer(self, future: Future[Answer]) -> Answer:
        from distributed.scheduler import KilledWorker

        try:
            answer: Answer = future.result()
        except ArgsiteError as fault:
            raise SetupError(f"a worker of {self.address} says: {fault}") from fault
        except KilledWorker as error:
            raise OutputError(
                f"workers of {self.address} ended again and again; have they enough memory?"
            ) from error
        except (ImportError, RuntimeError) as error:
            raise SetupError(
                f"a worker of {self.address} cannot do the work; is the same"
                f" argsite[cluster] installed there? ({error})"
            ) from error
        return answer

    def _client(self) -> Client:
        from distributed import Client

        try:
            # In a thread of its own: a notebook, for one, has a loop that runs in this one.
            with ThreadPoolExecutor(1) as alone:
                alone.submit(lambda: asyncio.run(_knock(self.address))).result()
            client = Client(self.address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise SetupError(f"no Dask scheduler answers at {self.address}") from error
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, TimeoutError) as error:
            client.close(timeout=2)
            raise SetupError(f"the cluster at {self.address} has no workers") from error
        return client


async def _knock(address: str) -> None:
    """Raise OSError or ValueError where nobody answers; a client that failed leaves threads."""
    from distributed.comm.core import connect
    from distributed.security import Security

    comm = await connect(address, timeout=_PATIENCE, **Security().get_connection_args("client"))
    await comm.close()


def _taken(answer: Answer, intake: Intake) -> Result:
    """Hand in pages that were sent back."""
    entries = {file.path: intake.take(file) for file in answer.files}
    done, portion = answer.result
    put = [each._replace(entries=tuple(entries[one.path] for one in each.entries)) for each in done]
    return put, portion
