"""The command line: `argsite new`, `argsite build`, `argsite check` and further commands.

Nothing below this package prints or exits. The exit codes:

    0    done
    1    the author's mistakes, all of them on stderr; or files that are not what `build --verify`
         or `fmt --check` would write
    2    usage or set-up: an unknown option, a folder that cannot be used
    70   a bug in Argsite
    130  stopped with Ctrl-C
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from collections.abc import Sequence

from argsite.errors import ArgsiteError

__all__ = ["main"]

_SETUP, _BUG, _STOPPED = 2, 70, 130

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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a letter shows a question mark; the build goes on.
            stream.reconfigure(errors="replace")
    if os.environ.get(_COMPLETE):
        return _complete(given)
    return _run(given)


def _run(given: list[str]) -> int:
    import click  # here, where few objects are looked through while it is loaded

    from argsite.cli.commands import argsite

    try:
        return int(argsite.main(given, prog_name="argsite", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return _SETUP
    except ArgsiteError as error:
        return _stop(_SETUP, str(error), given)
    except (click.Abort, KeyboardInterrupt):
        return _stop(_STOPPED, "stopped", given)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a bug gets its exit code
        what = f"this is a bug in Argsite ({_first_line(error)})"
        hint = "run again with --debug to see where, and please report it"
        return _stop(_BUG, f"{what}; {hint}", given)


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
    import click

    if "--debug" in given:
        import traceback

        traceback.print_exc()
    click.echo(f"argsite: {message}", err=True)
    return code


def _first_line(error: Exception) -> str:
    text = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
