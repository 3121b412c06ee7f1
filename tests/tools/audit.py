"""Ask whether a locked package has a known fault: a part of `make check`.

pip-audit asks a service on the network. Where that cannot be had, one line says so and all is
well; a fault that is found fails. pip-audit calls clean, too, what it could not look up, so a
version that has a fault is asked about first: a service that does not know it knows of none.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

LOCKED = Path(__file__).parents[1] / "locked.txt"

FAULTY = "jinja2==3.1.4"
"""A version with faults that are in every database: CVE-2025-27516 is one."""

_SECONDS = 600.0
_NO_SERVICE = re.compile(
    r"(?:[\w.]+\.)?(\w*Timeout|\w*(?:Connection|Service|Timeout|SSL|Proxy|JSONDecode|HTTP)Error)\b.*"
    r"|(?:ERROR:[\w.]+:)?(.*(?:[Cc]ould not connect|not redirecting|blocking this service).*)"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What pip-audit said."""

    code: int
    """Its exit code."""

    out: str
    """Its report, as JSON."""

    err: str
    """What it said beside that."""


class CannotAskError(Exception):
    """The service cannot be had; the text says why."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of a list of packages."""

    looked_up: int
    """How many packages the service knew."""

    unknown: tuple[str, ...]
    """Those it did not know."""

    faults: tuple[str, ...]
    """Known faults, a line each."""


def read(answer: Answer) -> Report:
    """Return what an answer says.

    Raises CannotAskError where there was no service, ValueError where pip-audit failed otherwise.
    """
    try:
        told = json.loads(answer.out)["dependencies"]
    except (ValueError, KeyError, TypeError):
        lines = [line.strip() for line in answer.err.splitlines() if line.strip()]
        for line in reversed(lines):
            if found := _NO_SERVICE.fullmatch(line):
                raise CannotAskError(found[1] or found[2]) from None
        raise ValueError(lines[-1] if lines else "it said nothing") from None
    known = [each for each in told if "skip_reason" not in each]
    faults = [
        f"{each['name']} {each['version']}: {fault['id']}, {_mended(fault['fix_versions'])}"
        for each in known
        for fault in each["vulns"]
    ]
    unknown = tuple(each["name"] for each in told if "skip_reason" in each)
    return Report(len(known), unknown, tuple(faults))


def audit(ask: Callable[[str], Answer], locked: str) -> tuple[int, list[str]]:
    """Return an exit code, and lines that say what was found."""
    try:
        if not read(ask(FAULTY)).faults:
            return 0, [f"Audit skipped: the service knows no fault of {FAULTY}, which has some"]
        found = read(ask(locked))
    except CannotAskError as why:
        return 0, [f"Audit skipped: {why}"]
    except ValueError as why:
        return 1, [f"pip-audit failed: {why}"]
    if found.faults:
        return 1, [*found.faults, "Known faults in what is locked; see `make lock`."]
    counted = f"Audit: no known fault in {found.looked_up} packages"
    if found.unknown:
        return 0, [f"{counted}; the service does not know {', '.join(found.unknown)}"]
    return 0, [counted]


def _mended(versions: list[str]) -> str:
    return f"mended in {', '.join(versions)}" if versions else "not mended yet"


def _ask(listed: str) -> Answer:
    """Ask pip-audit about a list of requirements."""
    program = Path(sys.executable).with_name("pip-audit")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "asked.txt"
        path.write_text(listed, encoding="utf-8")
        given = ("--no-deps", "--disable-pip", "--format=json", "--progress-spinner=off")
        try:
            done = subprocess.run(
                [program, "--requirement", path, *given],
                capture_output=True,
                text=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise CannotAskError(f"no answer within {_SECONDS:g} s") from None
    return Answer(done.returncode, done.stdout, done.stderr)


if __name__ == "__main__":
    code, said = audit(_ask, LOCKED.read_text(encoding="utf-8"))
    print("\n".join(said))
    sys.exit(code)
