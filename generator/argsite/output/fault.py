"""What the file system says, as one line for the person at the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from argsite.errors import OutputError


@contextmanager
def translated(out: Path) -> Iterator[None]:
    """Turn a refusal of the file system into an OutputError that names `out` and the reason."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        place = error.filename2 or error.filename  # of a move, where it leads
        where = f" ({place})" if place else ""
        raise OutputError(f"cannot write the site to {out}: {reason}{where}") from error
    except UnicodeEncodeError as error:
        raise OutputError(
            f"cannot write the site to {out}: the system's language settings allow no file named"
            f" {error.object}; set PYTHONUTF8=1"
        ) from error
