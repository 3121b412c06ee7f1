"""Where a site is read and written: folders of this machine, or addresses with local copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from argsite.cli import options
from argsite.deeds import Recorded, Written
from argsite.errors import ArgsiteError
from argsite.remote import Address, is_address, parse, refuse_unsafe

if TYPE_CHECKING:  # the pipeline is loaded by the command that needs it: `--help` must be fast
    from click.shell_completion import CompletionItem

    from argsite.cli.meter import Meter

_MISTYPED = re.compile(r"(s3|gs|gcs|az|abfs|sftp|file|memory):/?(?=[^/\\])")


class Place(click.ParamType[Path | Address]):
    """A folder: a path, or an address such as `s3://bucket/my-site`."""

    name = "directory"

    def __init__(self, *, exists: bool) -> None:
        """Where the folder must be there already, `exists` is true."""
        self._path = click.Path(exists=exists, file_okay=not exists, path_type=Path)

    def convert(
        self, value: Path | Address | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | Address:
        """Return the path or the address."""
        if isinstance(value, Path | Address):
            return value
        if is_address(value):
            place = parse(value)
            return place if isinstance(place, Address) else self._local(place, param, ctx)
        mistyped = _MISTYPED.match(value)
        if mistyped and not Path(value).exists():
            address = f"{mistyped[1]}://{value[mistyped.end() :]}"
            self.fail(f"'{value}' is neither a path nor an address; write {address}", param, ctx)
        return self._local(value, param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the folders of this machine."""
        return self._path.shell_complete(ctx, param, incomplete)

    def _local(
        self, value: Path | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        return Path(self._path.convert(value, param, ctx))


folder = click.argument("folder", metavar="[DIR]", required=False, type=Place(exists=True))
"""The folder that holds `content/`, which may be an address."""

output = click.option(
    "-o",
    "--output",
    metavar="OUT",
    type=Place(exists=False),
    help="Where to write the site, a folder or an address; by default DIR/site.",
)
"""Where the site goes."""


class Places(NamedTuple):
    """Where a build reads and writes on this machine, and for whom."""

    site: Path
    """The folder that holds `content/`, which may be a copy."""

    out: Path
    """The folder for the pages, which may wait there to be sent on."""

    source: Address | None = None
    """Of what `site` is a copy."""

    target: Address | None = None
    """Where the pages go from `out`."""

    @property
    def named_from(self) -> Path:
        """The folder from which files are named in messages: for a copy as in the original."""
        return Path() if self.source else self.site

    @property
    def output(self) -> Path | Address:
        """Where the site is in the end."""
        return self.target or self.out

    @contextmanager
    def called_by_address(self) -> Iterator[None]:
        """Let what goes wrong in a copy name what it is a copy of."""
        try:
            yield
        except ArgsiteError as error:
            copies = ((self.source, self.site), (self.target, self.out))
            said = str(error)
            for address, copy in copies:
                said = said.replace(str(copy), str(address)) if address else said
            raise type(error)(said) from error

    def sent(self, written: Written, progress: Meter) -> Written:
        """Send the pages on to where they go; return what was done there."""
        if self.target is None:
            return written
        from argsite.remote.upload import upload

        return upload(self.out, self.target, progress)

    def recorded(self, done: Recorded | None) -> Recorded | None:
        """Send a lock file that was added to on to its address; return what was done there."""
        if self.source is None or done is None or not done.added:
            return done
        from argsite.remote.fetch import hand_back_lock

        fault = hand_back_lock(self.source, self.site)
        return done._replace(fault=fault, added=0) if fault else done


def find(
    given: Path | Address | None, start: Path | None, output: Path | Address | None = None
) -> Places:
    """Return where to read and write; what stands at an address is fetched."""
    if not isinstance(given, Address):
        site = options.site(given, start)
        if not isinstance(output, Address):
            return Places(site, output or site / "site")
        return Places(site, _workplace(site.resolve(), output), target=output)
    if start is not None:
        raise click.UsageError("name the site once: with DIR, or with -C")
    target = given.child("site") if output is None else output
    if isinstance(target, Address):
        refuse_unsafe(given, target)
    from argsite.remote.fetch import fetched

    site = fetched(given)
    if isinstance(target, Address):
        return Places(site, _workplace(given.text, target), given, target)
    return Places(site, target, given)


def _workplace(source: object, target: Address) -> Path:
    from argsite.remote.upload import workplace

    return workplace(source, target)
