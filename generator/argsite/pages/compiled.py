"""Templates as code, kept from one run to the next: compiling them takes longer than a small site.

What is kept is run; that is why it is on a shelf of the user's own, never in a site's cache, which
may have been made by a stranger.
"""

from __future__ import annotations

import marshal
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from argsite.users_cache import Shelf, digest, users_cache
from argsite.version import installed

_MOST = 300
"""Templates that are kept, in all their states and languages; the oldest go."""

_MAKERS = ("compiler.py", "composition.py", "press.py")
"""Modules of ours that say what code is made of a template."""


class Compiled(BytecodeCache):
    """The code of templates."""

    def __init__(self, words: str, folder: Path | None = None) -> None:
        """Keep templates in `folder`, or in the user's own.

        `words` tells what of a language was put into them.
        """
        self._shelf = Shelf(folder or users_cache("templates"), _MOST)
        self._made_with = digest(words.encode(), _maker()) if self._shelf.is_there else b""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what a template is called, for messages too."""
        return f"{name}\n{filename}"

    def get_source_checksum(self, source: str) -> str:
        """Return what tells a state of a template from all others."""
        return sha256(source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code where it is kept."""
        kept = self._shelf.recall(*self._inputs(bucket))
        # It is whole: a file that was torn could bring Python down.
        if kept is not None:
            with suppress(EOFError, TypeError, ValueError):
                bucket.code = marshal.loads(kept)  # noqa: S302 - the user's own, see above

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        if bucket.code is not None:
            self._shelf.keep(marshal.dumps(bucket.code), *self._inputs(bucket))

    def _inputs(self, bucket: Bucket) -> tuple[bytes, ...]:
        return self._made_with, bucket.key.encode(), bucket.checksum.encode()


def _maker() -> bytes:
    """Return what else the code of a template depends on."""
    made_by = [Path(__file__).with_name(name).read_bytes() for name in _MAKERS]
    # Asking the installation takes longer, and newer releases of Jinja may make it necessary.
    jinja = vars(jinja2).get("__version__") or repr(installed("jinja2"))
    return digest(MAGIC_NUMBER, jinja.encode(), *made_by)
