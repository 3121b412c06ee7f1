"""A language server: what editors ask about an author's files, answered over standard streams.

text.py, ranges.py  lines, and columns as editors count them
documents.py        the open texts, saved or not
places.py           files as editors name them, and the site that a file belongs to
site.py             one site, read again with every change, beside the loop
server.py           the open texts, the sites, and what editors are told of them
diagnostics.py      problems as editors show them
synchronisation.py  what editors tell on their own

asking.py           where in which text somebody asks
cursor.py           the name at a place; names.py: the statement it means, and where that is
queries.py          completion.py, hover.py, definitions and uses
symbols.py          outline.py, and statements by their words
changes.py          renaming, and actions.py: mending with one key

protocol.py         how messages are read
stdio.py            the streams, and the end

What is not of the protocol (completion, cursor, hover, names, outline, actions) takes texts and a
library and returns values. Texts that are broken just now are looked at line by line.
"""

from __future__ import annotations

import asyncio
from typing import BinaryIO

from argsite.language_server import changes, queries, symbols, synchronisation
from argsite.language_server.server import Server
from argsite.language_server.stdio import converse, watch

__all__ = ["serve"]

PARTS = (synchronisation, queries, symbols, changes)
"""What the server hears and answers."""


def serve(stdin: int, stdout: BinaryIO) -> int:
    """Answer an editor until it ends the conversation; return the exit code that is due then.

    `stdin` is a descriptor to read messages from; nothing but messages goes to `stdout`.
    """
    server = Server()
    for part in PARTS:
        part.register(server)
    asyncio.run(_serve(server, stdin, stdout))
    return 0 if server.protocol.has_shut_down else 1


async def _serve(server: Server, stdin: int, stdout: BinaryIO) -> None:
    """Converse until the input ends, or the editor does."""
    ends = {
        asyncio.create_task(converse(server, stdin, stdout)),
        asyncio.create_task(_editor_ends(server)),
    }
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)


async def _editor_ends(server: Server) -> None:
    await server.has_editor.wait()
    await watch(server.process_id or 0)
