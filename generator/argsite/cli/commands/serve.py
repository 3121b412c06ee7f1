"""`argsite serve`: the site in the browser while it is being written."""

from __future__ import annotations

import os
from pathlib import Path

import click

from argsite.cli import options, report
from argsite.cli.voice import TerminalVoice


@click.command(
    short_help="Show the site in the browser, anew after each change.",
    epilog="Example: argsite serve my-site --open",
)
@options.folder
@options.start
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="Where to listen; the next free port where it is taken. 0 for any.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="H",
    help="The address to listen at; with 0.0.0.0 others in the network can read the site, too.",
)
@click.option("--open", "opens", is_flag=True, help="Open the site in the browser.")
@click.option("--debug", is_flag=True, help="Show where in the program a fault arose.")
def serve(  # noqa: PLR0913 - one parameter for each option
    folder: Path | None, start: Path | None, port: int, host: str, *, opens: bool, debug: bool
) -> None:
    """Show the site in DIR in the browser, and again after each change.

    A change to content, theme or configuration is shown at once, at the same place of the page.
    Where a change has a mistake the site as it was is still shown, with what is wrong over it.
    Nothing is written. Ctrl-C ends it, with exit code 0.
    """
    site = options.site(folder, start)
    from argsite.cli.background import in_one_line
    from argsite.serve import open_port
    from argsite.serve import serve as serve_site

    place = open_port(host, port)
    voice = TerminalVoice(site, place.address if opens else "", debug=debug)
    report.say(report.serving(site, place.address))
    if port and place.number != port:
        report.say(f"Port {port} is taken.")
    if not place.is_private:
        voice.warning(f"everybody who can reach this machine at {host} can read the site")
    with in_one_line(debug=debug):
        is_at_rest = serve_site(site, place, voice)
    report.say("Stopped.")
    if not is_at_rest:
        os._exit(0)  # Python would wait for the thread that reads
