"""`argsite lsp`: a language server for editors."""

from __future__ import annotations

import contextlib
import logging
import sys

import click

from argsite.cli import report

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
    from argsite.cli.background import handler, in_one_line
    from argsite.language_server import serve

    if debug:
        logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="argsite: %(message)s")
    else:
        logging.basicConfig(level=logging.WARNING, handlers=[handler()])
    if sys.stdin.isatty():
        report.say("an editor starts this command; see argsite lsp --help", to_errors=True)
    logging.getLogger("pygls").setLevel(logging.ERROR)  # it warns of what is usual
    messages = sys.stdout.buffer
    # A stray word among the messages would end the conversation.
    with contextlib.redirect_stdout(sys.stderr), in_one_line(debug=debug):
        return serve(sys.stdin.fileno(), messages)
