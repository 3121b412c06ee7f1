"""The conversation itself: nothing but messages on stdout, and an end in any case."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from argsite.language_server import serve
from tests.sites import write

PARK = "content/park/essay.yaml"
ESSAY = "title: T\ncontention:\n  id: c\n  text: C.\n"

SERVER = (sys.executable, "-m", "argsite", "lsp")


def message(method: str, params: object = None, id_: int | None = None) -> bytes:
    """Return a message as it is sent."""
    content: dict[str, object] = {"jsonrpc": "2.0", "method": method, "params": params}
    if id_ is not None:
        content["id"] = id_
    return framed(json.dumps(content).encode())


def framed(body: bytes) -> bytes:
    """Return a body with its header."""
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def messages(data: bytes) -> list[dict[str, Any]]:
    """Return what the server says; anything that is no message fails."""
    found = []
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        length = int(dict(line.split(b": ") for line in head.split(b"\r\n"))[b"Content-Length"])
        found.append(json.loads(rest[:length]))
        data = rest[length:]
    return found


HELLO = message("initialize", {"capabilities": {}, "processId": None, "rootUri": None}, 1)
SHUT_DOWN = message("shutdown", None, 2)
EXIT = message("exit")


def converse(*sent: bytes, cwd: Path) -> tuple[int, list[dict[str, Any]], str]:
    """Send all, close the input; return exit code, answers and stderr."""
    done = subprocess.run(
        SERVER, input=b"".join(sent), capture_output=True, cwd=cwd, check=False, timeout=60
    )
    return done.returncode, messages(done.stdout), done.stderr.decode()


def code_after(*sent: bytes) -> int:
    """Send all to a server in this process, close the input; return its exit code."""
    for_server, to_server = os.pipe()
    os.write(to_server, b"".join(sent))
    os.close(to_server)
    try:
        # In a thread of its own, since a browser's event loop has that of the tests.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(serve, for_server, io.BytesIO()).result()
    finally:
        os.close(for_server)


def test_what_is_no_message_is_told_in_a_line_and_the_conversation_goes_on(tmp_path: Path) -> None:
    odd = [
        *(b"{", b"[1, 2]", b"5", b"null", b"[" * 100_000, b'{"jsonrpc": "2.0"}', b"\xff"),
        *(b'{"jsonrpc": "2.0", "id": {}, "method": "shutdown"}', b'{"id": NaN, "method": "x"}'),
        b'{"jsonrpc": "2.0", "id": %s, "method": "x"}' % (b"9" * 5_000),
        b'{"jsonrpc": "2.0", "id": 5, "method": "textDocument/hover", "params": "\\u001b[31m"}',
    ]
    sent = [framed(each) for each in odd]
    code, answers, errors = converse(HELLO, *sent, SHUT_DOWN, EXIT, cwd=tmp_path)
    assert code == 0
    assert [each["id"] for each in answers if "result" in each] == [1, 2]
    lines = errors.splitlines()
    assert lines
    assert all(line.startswith("argsite: ") and line.isprintable() for line in lines)
    assert max(map(len, lines)) < 400
    assert "Traceback" not in errors


def test_a_conversation_ends_as_the_protocol_has_it(tmp_path: Path) -> None:
    code, answers, errors = converse(HELLO, SHUT_DOWN, EXIT, cwd=tmp_path)
    assert (code, errors) == (0, "")
    assert [each["id"] for each in answers] == [1, 2]
    capabilities = answers[0]["result"]["capabilities"]
    assert answers[0]["result"]["serverInfo"]["name"] == "argsite"
    assert capabilities["textDocumentSync"]["change"] == 2
    assert {
        *("definitionProvider", "referencesProvider", "hoverProvider", "completionProvider"),
        *(
            "renameProvider",
            "documentSymbolProvider",
            "workspaceSymbolProvider",
            "codeActionProvider",
        ),
    } <= set(capabilities)


def test_without_shutdown_or_without_exit_it_ends_with_code_1(tmp_path: Path) -> None:
    assert converse(HELLO, cwd=tmp_path)[0] == 1
    assert code_after(HELLO, EXIT) == 1
    assert code_after(HELLO, SHUT_DOWN, EXIT) == 0
    assert code_after() == 1


def test_what_is_no_message_gets_an_error_and_the_conversation_goes_on(tmp_path: Path) -> None:
    write(tmp_path, {PARK: ESSAY})
    uri = (tmp_path / PARK).as_uri()
    code, answers, _ = converse(
        HELLO,
        framed(b"{not json"),
        framed(b"[1, 2]"),
        framed(b'{"jsonrpc": "2.0"}'),
        message("textDocument/hover", {"textDocument": 7}, 10),
        message("textDocument/hover", {"textDocument": {"uri": uri}, "position": None}, 11),
        message("no/such", {}, 12),
        message("textDocument/didChange", {"textDocument": {"uri": uri, "version": 3}}),
        message("textDocument/didOpen", {}),
        message(
            "textDocument/hover",
            {"textDocument": {"uri": uri}, "position": {"line": 99, "character": 99}},
            13,
        ),
        message(
            "textDocument/didChange",
            {"textDocument": {"uri": uri, "version": 3}, "contentChanges": [{"text": "x"}]},
        ),
        message("workspace/symbol", {"query": ""}, 14),
        cwd=tmp_path,
    )
    by_id = {each["id"]: each for each in answers if "id" in each}
    assert {id_ for id_, each in by_id.items() if "error" in each} == {10, 11, 12}
    assert by_id[13]["result"] is None
    assert code == 1


def test_it_ends_with_its_editor(tmp_path: Path) -> None:
    with (
        subprocess.Popen((sys.executable, "-c", "input()"), stdin=subprocess.PIPE) as other,
        subprocess.Popen(
            SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path
        ) as server,
    ):
        assert server.stdin
        assert server.stdout
        hello = {"capabilities": {}, "processId": other.pid, "rootUri": None}
        server.stdin.write(message("initialize", hello, 1))
        server.stdin.flush()
        assert server.stdout.readline().startswith(b"Content-Length")
        other.communicate(b"\n")
        assert server.wait(timeout=60) == 1


def test_help_says_how_editors_are_set_up() -> None:
    done = subprocess.run((*SERVER, "--help"), capture_output=True, text=True, check=True)
    for name in ("Neovim", "Helix", "Emacs", "VS Code"):
        assert name in done.stdout
    assert '\n    "glspc.server.command"' in done.stdout


BROKEN = """\
import sys
import argsite.language_server.site as site
def fail(*_given, **_named):
    raise ZeroDivisionError("a bug\\nand more")
site.read = fail
from argsite.cli import main
sys.exit(main(["lsp", *sys.argv[1:]]))
"""
"""A server that fails at each site that it reads."""


def said_by_a_bug(folder: Path, *options: str) -> str:
    """Return what a server that fails says on stderr."""
    write(folder, {PARK: ESSAY})
    uri = (folder / PARK).as_uri()
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": ESSAY}
    place = {"line": 2, "character": 6}
    sent = (
        HELLO,
        message("initialized", {}),
        message("textDocument/didOpen", {"textDocument": document}),
        message("textDocument/hover", {"textDocument": {"uri": uri}, "position": place}, 5),
    )
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, *options],
        input=b"".join(sent),
        capture_output=True,
        cwd=folder,
        check=False,
        timeout=120,
    )
    assert messages(done.stdout)[1]["id"] == 5, "it is answered all the same"
    return done.stderr.decode()


def test_a_bug_is_a_line_and_with_debug_its_traceback(tmp_path: Path) -> None:
    said = said_by_a_bug(tmp_path)
    assert "(ZeroDivisionError; --debug shows where)\n" in said
    assert "Traceback" not in said
    assert all(line.startswith("argsite: ") for line in said.splitlines())
    assert "Traceback (most recent call last):" in said_by_a_bug(tmp_path, "--debug")
