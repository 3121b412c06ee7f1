"""The command line: `argsite new`, `argsite build`, `argsite check` and further commands.

Nothing below this package prints or exits. The exit codes:

    0    done
    1    the author's mistakes, all of them on stderr; or files that are not what `build --verify`
         or `fmt --check` would write
    2    usage or set-up: an unknown option, a folder that cannot be used
    70   a bug in Argsite
    130  stopped with Ctrl-C
    143  stopped with SIGTERM
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from argsite.cli import stops, streams
from argsite.cli.terminal import clean
from argsite.errors import REPORTED, ArgsiteError, named

__all__ = ["main"]

_SETUP, _BUG = 2, 70

_COMPLETE = "_ARGSITE_COMPLETE"
"""The variable by which the script of `argsite completion` asks how a command may go on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` ask for, by default those of the process.

    Returns the exit code; raises nothing.
    """
    # Loading and reading make many objects and free few: to look through them often is time lost.
    gc.set_threshold(100_000, 20, 100)
    atexit.register(gc.freeze)  # nor is it worth a look when all of it goes
    given = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None:  # this process is a command, and no program that calls this function
        stops.heed()
    streams.fill_gaps()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a letter shows a question mark; the build goes on.
            stream.reconfigure(errors="replace")
    code = _complete(given) if os.environ.get(_COMPLETE) else _run(given)
    stops.ignore()
    if arguments is None:
        streams.let_go()
    return code


def _run(given: list[str]) -> int:
    try:
        from argsite.cli.commands import argsite  # here, where few objects are looked through

        return int(argsite.main(given, prog_name="argsite", standalone_mode=False) or 0)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last line of defence
        return _ended(error, given)


def _ended(error: BaseException, given: Sequence[str]) -> int:
    """Say why a command ends before it is done, and return its exit code."""
    stops.ignore()
    import click

    if isinstance(error, click.ClickException):
        told = io.StringIO()
        error.show(told)
        _say(told.getvalue())
        return _SETUP
    if isinstance(error, ArgsiteError):
        return _stop(_SETUP, str(error), given)
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        return _stop(stops.code_of(error), "stopped", given)
    if isinstance(error, OSError):  # a fault of the machine, wherever it showed
        return _stop(_SETUP, f"the system refuses: {_reason(error)}", given)
    if isinstance(error, MemoryError):
        return _stop(_SETUP, "there is not enough memory for this site", given)
    _keep(error, given)
    what = f"this is a bug in Argsite ({named(error)})"
    return _stop(_BUG, f"{what}; {REPORTED}", given)


def _complete(given: Sequence[str]) -> int:
    """Answer a shell that asks how a command goes on; it shows whatever it hears, so no faults."""
    from argsite.cli.commands import argsite

    try:
        argsite.main(given, prog_name="argsite", complete_var=_COMPLETE)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except (Exception, KeyboardInterrupt):  # noqa: BLE001 - whatever it is, nothing is offered
        return _BUG


def _stop(code: int, message: str, given: Sequence[str]) -> int:
    """Say in one line why the command stops, after the way there if that was asked for."""
    if "--debug" in given:
        import traceback

        _say(traceback.format_exc())
    _say(f"argsite: {message}\n")
    return code


def _say(text: str) -> None:
    """Say on the stream of errors what no terminal obeys."""
    import click

    with suppress(OSError):  # nobody can be told
        click.echo(clean(text), err=True, nl=False)


def _reason(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or error}{where}"


def _keep(error: BaseException, given: Sequence[str]) -> None:
    """Keep where a bug arose for a report; what goes wrong with that is nothing beside the bug."""
    with suppress(Exception):
        from argsite.cli.diagnosis.crash import keep

        keep(error, given)
