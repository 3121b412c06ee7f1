"""A process with everything loaded: for each order it makes a copy of itself that runs a command.

To begin with Python anew for each of a thousand trials would take most of their time. A copy that
is held stops before it begins, until somebody who wants to watch it lets it go on.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from argsite.cli import main

ESSAY = """\
title: "Loading"
contention: {text: 'A copy loads nothing.', premises: [{text: "All is there.", id: all}]}
"""


def load() -> None:
    """Load what commands load: a copy may lack the files, the room or the permission to do so."""
    for name in ("multiprocessing.connection", "multiprocessing.popen_fork"):
        import_module(name)
    with TemporaryDirectory() as folder, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        place = Path(folder, "content", "essay", "essay.yaml")
        place.parent.mkdir(parents=True)
        place.write_text(ESSAY, encoding="utf-8")
        site = Path(folder, "content", "site.yaml")
        site.write_text("title: Loading\nurl: https://example.org/\n", encoding="utf-8")
        Path(folder, "text.txt").write_text("Title\n\n1. A point, because.\n", encoding="utf-8")
        with redirect_stdout(nowhere), redirect_stderr(nowhere):
            for command in (
                ["build", folder],
                ["fmt", folder],
                ["rename", "all", "every", folder],
                ["check", folder, "--lock"],
                ["import", f"{folder}/text.txt", "--into", folder],
                ["new", f"{folder}/new"],
                ["build", f"{folder}/missing"],
            ):
                main(command)


def obey(order: dict[str, Any]) -> None:
    """Become the command that is asked for."""
    os.setsid()
    os.chdir(order["folder"])
    os.environ.update(order["environment"])
    for number, place in enumerate((os.devnull, order["out"], order["err"])):
        flags = os.O_RDONLY if not number else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        descriptor = os.open(place, flags)
        os.dup2(descriptor, number)
        os.close(descriptor)
    for name, most in order["limits"].items():
        import resource

        resource.setrlimit(getattr(resource, name), (most, most))
    if order["user"]:
        os.setgroups([])
        os.setgid(order["user"])
        os.setuid(order["user"])
    if order["shares"]:
        import argsite.making

        argsite.making._FEW = 0  # noqa: SLF001 - else small sites are built by one process
    if order["held"]:
        os.kill(os.getpid(), signal.SIGSTOP)
    sys.argv = ["argsite", *order["arguments"]]


def listen() -> None:
    """Take an order a line; say the number of the copy, then how it ended."""
    orders = os.fdopen(os.dup(0), "r", encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    for line in orders:
        copy = os.fork()
        if not copy:
            orders.close()
            answers.close()
            obey(json.loads(line))
            return
        answers.write(f"{copy}\n")
        answers.flush()
        _, status = os.waitpid(copy, 0)
        answers.write(f"{os.waitstatus_to_exitcode(status)}\n")
        answers.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.path.remove(str(Path(__file__).parent))
    load()
    listen()
    raise SystemExit(main())
