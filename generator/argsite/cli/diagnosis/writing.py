"""The report as Markdown: what its reader fills in, then what was found out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from argsite.cli.diagnosis import content, crash, machine
from argsite.cli.health.attempt import Failure, attempt

_HEAD = """\
<!-- Written by `argsite doctor --report`. No text of your site is in it, no name of a file, a
folder, a person or a machine. Fill in the first three parts, look through the rest, send it. -->

## What I did

## What I expected

## What came instead
"""


def write(root: Path | None) -> str:
    """Return a report on this machine, the site at `root` if there is one, and the last bug."""
    parts = [
        _HEAD,
        _list("Argsite and what runs it", machine.versions()),
        _list("Surroundings", machine.surroundings()),
        _list("Packages", machine.packages()),
        _list("Not well", machine.ailing(root)),
        *(_site(root) if root else ["## Site\n\nnone\n"]),
        _last(crash.recall()),
    ]
    return "\n".join(parts)


def _site(root: Path) -> Iterator[str]:
    reading = attempt(lambda: content.read(root))
    if isinstance(reading, Failure):
        yield _failed("Site: it cannot be read", reading)
        return
    yield _list("Site", content.counts(reading))
    yield _list("Problems", content.problems(reading.outcome))
    yield _list("Keys of site.yaml", ((each, "") for each in content.keys(reading.outcome)))


def _list(title: str, items: Iterable[tuple[str, str]]) -> str:
    """Return a part of the report: a name and what belongs to it on each line."""
    found = attempt(lambda: list(items))
    if isinstance(found, Failure):
        return _failed(f"{title}: it cannot be found out", found)
    lines = [f"- {name}: {value}" if value else f"- {name}" for name, value in found]
    return "\n".join([f"## {title}", "", *(lines or ["none"]), ""])


def _failed(title: str, failure: Failure) -> str:
    return _part(title, crash.faults(failure.error) if failure.error else ())


def _last(kept: crash.Crash | None) -> str:
    if kept is None:
        return "## Last bug\n\nnone was kept\n"
    command = f"argsite {kept.command}".rstrip()
    end = "exit code 70" if kept.ended else "which went on"
    return _part(f"Last bug: argsite {kept.version}, `{command}`, {end}", kept.faults)


def _part(title: str, faults: Iterable[crash.Fault]) -> str:
    """Return exceptions, each with the way there."""
    lines = [f"## {title}", "", "```"]
    for number, fault in enumerate(faults):
        lines.append(f"{'behind it: ' if number else ''}{fault.kind}")
        lines += [f"  {each.file}:{each.line} {each.function}" for each in fault.places]
    return "\n".join([*lines, "```", ""])
