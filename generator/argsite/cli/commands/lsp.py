"""`argsite lsp`: a language server for editors."""

from __future__ import annotations

import contextlib
import logging
import sys

import click

from argsite.cli import report
from argsite.cli.terminal import clean

_LONGEST = 300
"""Letters of a line in an editor's log."""

_EDITORS = """\b
Neovim 0.11 (init.lua):
  vim.lsp.config('argsite', {
    cmd = { 'argsite', 'lsp' },
    filetypes = { 'yaml', 'markdown' },
    root_markers = { 'content' },
  })
  vim.lsp.enable('argsite')

\b
Helix (languages.toml):
  [language-server.argsite]
  command = "argsite"
  args = ["lsp"]
  [[language]]
  name = "yaml"
  language-servers = ["argsite", "yaml-language-server"]
  [[language]]
  name = "markdown"
  language-servers = ["argsite"]

\b
Emacs 29 (init.el):
  (with-eval-after-load 'eglot
    (add-to-list 'eglot-server-programs
                 '((yaml-mode yaml-ts-mode markdown-mode) "argsite" "lsp")))

\b
VS Code (settings.json, with the extension "Generic LSP Client (v2)"):
  "glspc.server.command": "argsite",
  "glspc.server.commandArguments": ["lsp"],
  "glspc.server.languageId": ["yaml", "markdown"]
"""


class _InALine(logging.Formatter):
    """Says what was wrong with a message, and not where in which library that was noticed."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a line."""
        fault = record.exc_info[1] if record.exc_info else None
        said = f"argsite: {record.getMessage()}"
        if fault is not None:
            said += f" ({type(fault).__name__}: {fault})"
        return clean(said.strip().partition("\n")[0][:_LONGEST])


@click.command(
    short_help="Help an editor: the language server that it starts itself.", epilog=_EDITORS
)
@click.option("--stdio", is_flag=True, expose_value=False, help="As without it: speak over stdio.")
@click.option("--debug", is_flag=True, help="Show where in the program a fault arose.")
def lsp(*, debug: bool) -> int:
    """Help an editor to write essays: a language server over standard input and output.

    It shows the problems of `argsite check` while you type, completes ids, leads from a ref to its
    statement and back, renames ids everywhere, and says how a statement fares. Editors start it
    themselves, set up as below.
    """
    from argsite.language_server import serve

    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("argsite: %(message)s") if debug else _InALine())
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    if sys.stdin.isatty():
        report.say("an editor starts this command; see argsite lsp --help", to_errors=True)
    logging.getLogger("pygls").setLevel(logging.ERROR)  # it warns of what is usual
    messages = sys.stdout.buffer
    # A stray word among the messages would end the conversation.
    with contextlib.redirect_stdout(sys.stderr):
        return serve(sys.stdin.fileno(), messages)
