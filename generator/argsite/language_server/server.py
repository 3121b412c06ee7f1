"""The server itself: open texts, the sites they belong to, and what editors are told of them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from argsite import markdown
from argsite.language_server.diagnostics import Diagnoses
from argsite.language_server.documents import Documents
from argsite.language_server.places import is_site, name_in, path_of, root_of, uri_of
from argsite.language_server.protocol import Protocol
from argsite.language_server.ranges import range_of
from argsite.language_server.site import Site
from argsite.language_server.text import Units, lines
from argsite.source import Location, Manuscript

_LOG = logging.getLogger(__name__)


class Where(NamedTuple):
    """A file of a site."""

    site: Site
    """The site."""

    path: Path
    """The file."""

    name: str
    """Its path below the site's folder."""


class Server(LanguageServer):
    """Keeps open texts and sites, and publishes what is wrong in them."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(
            "argsite",
            version("argsite"),
            types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
        )
        self.documents = Documents()
        self.units = Units.UTF16
        self.has_editor = asyncio.Event()
        self._sites: dict[Path, Site] = {}
        self._published: dict[str, tuple[int | None, list[types.Diagnostic]]] = {}
        self._by_site: dict[Path, set[str]] = {}
        self._diagnoses: dict[Path, Diagnoses] = {}

    def report_server_error(self, error: Exception, source: object) -> None:
        """Write a fault down, instead of a message in the editor's window for each."""
        bug = None if isinstance(error, JsonRpcException) else error
        _LOG.error("%s: %s", getattr(source, "__name__", source), error, exc_info=bug)

    def where(self, uri: str) -> Where | None:
        """Return the file of a site that an address means; None where it means none."""
        path = path_of(uri)
        root = root_of(path) if path else None
        if path is None or root is None:
            return None
        if root not in self._sites:
            self._sites[root] = Site(root, self._unsaved, self._publish)
            self._sites[root].change()
        return Where(self._sites[root], path, name_in(root, path))

    def changed(self, uri: str) -> None:
        """Have the site of a file read again; also where it was the last file of it."""
        path = path_of(uri)
        if path is None:
            return
        self.where(uri)
        for root, site in self._sites.items():
            if path.is_relative_to(root):
                site.change()

    def look_into(self, folder: str) -> None:
        """Read the site in one of the editor's folders, if it holds one."""
        path = path_of(folder)
        if path and is_site(path) and path not in self._sites:
            self._sites[path] = Site(path, self._unsaved, self._publish)
            self._sites[path].change()

    def leave(self, folder: str) -> None:
        """Forget the sites in a folder that the editor has closed, but those with open texts."""
        path = path_of(folder)
        for root in [each for each in self._sites if path and each.is_relative_to(path)]:
            if not self._unsaved(root):
                self._sites.pop(root).close()
                self._tell({}, root)

    def sites(self) -> tuple[Site, ...]:
        """Return every site that is known."""
        return tuple(self._sites.values())

    def uri(self, root: Path, name: str) -> str:
        """Return the address of a file of a site, as the editor writes it where it is open."""
        path = root / name
        document = self.documents.get(path)
        return document.uri if document else uri_of(path)

    def text(self, where: Where) -> str:
        """Return the text of a file as it is now: in the editor, or as it was read."""
        document = self.documents.get(where.path)
        if document:
            return document.text
        manuscript = where.site.view.manuscripts.get(where.name)
        return manuscript.text if manuscript else ""

    def manuscripts(self, site: Site) -> dict[str, Manuscript]:
        """Return the files of a site as they are now, also where they have not been read yet."""
        unsaved = self._unsaved(site.root)
        return {
            **site.view.manuscripts,
            **{name: Manuscript(name, "\n".join(lines(text))) for name, text in unsaved.items()},
        }

    def location(self, site: Site, manuscript: Manuscript, at: Location) -> types.Location:
        """Return a place in a file as editors write it."""
        range_ = range_of(at, manuscript.line(at.line), self.units)
        return types.Location(self.uri(site.root, at.path), range_)

    def markup(self, text: str) -> types.MarkupContent:
        """Return a text of Markdown in a form that the editor shows."""
        texts = self.client_capabilities.text_document
        formats = texts.hover.content_format if texts and texts.hover else None
        if formats and types.MarkupKind.Markdown not in formats:
            plain = "\n\n".join(markdown.passages(text))
            return types.MarkupContent(types.MarkupKind.PlainText, plain)
        return types.MarkupContent(types.MarkupKind.Markdown, text)

    @property
    def takes_nested_symbols(self) -> bool:
        """True where the editor shows an outline whose parts hold others."""
        texts = self.client_capabilities.text_document
        symbols = texts.document_symbol if texts else None
        return bool(symbols and symbols.hierarchical_document_symbol_support)

    @property
    def takes_versioned_changes(self) -> bool:
        """True where the editor minds which version of a text a change is for."""
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        return bool(edits and edits.document_changes)

    def versioned(self, root: Path, name: str) -> types.OptionalVersionedTextDocumentIdentifier:
        """Return a file with the version of its text; without one where it is not open."""
        document = self.documents.get(root / name)
        return types.OptionalVersionedTextDocumentIdentifier(
            self.uri(root, name), document.version if document else None
        )

    def line_break(self, root: Path, name: str) -> str:
        """Return how a file breaks its lines."""
        path = root / name
        document = self.documents.get(path)
        if document:
            return "\r\n" if "\r\n" in document.text else "\n"
        try:
            return "\r\n" if b"\r\n" in path.read_bytes() else "\n"
        except OSError:
            return "\n"

    def _unsaved(self, root: Path) -> Mapping[str, str]:
        return {
            name: document.text
            for document in self.documents
            if not document.is_gone and (name := name_in(root, document.path))
        }

    def _publish(self, site: Site) -> None:
        """Tell what is wrong in each file of a site, and where nothing is any more."""
        root, view = site.root, site.view

        def address(name: str) -> str:
            return self.uri(root, _file(root, name))

        diagnoses = self._diagnoses.setdefault(root, Diagnoses())
        found = diagnoses.of(view.problems, view.manuscripts, address, self.units)
        by_uri: dict[str, list[types.Diagnostic]] = {}
        for name, told in found.items():
            by_uri.setdefault(address(name), []).extend(told)
        self._tell(by_uri, root)

    def _tell(self, found: Mapping[str, list[types.Diagnostic]], root: Path) -> None:
        open_now = {
            each.uri: each.version for each in self.documents if each.path.is_relative_to(root)
        }
        earlier = self._by_site.get(root, set())
        self._by_site[root] = set(found)
        for uri in sorted({*found, *earlier, *open_now}):
            state = open_now.get(uri), found.get(uri, [])
            if self._published.get(uri, (None, [])) != state:
                self._published[uri] = state
                self.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(uri, state[1], version=state[0])
                )


def _file(root: Path, name: str) -> str:
    """Return a file to show a problem of a folder at: the first in it."""
    folder = root / name
    if not folder.is_dir():
        return name
    inside = sorted(each for each in folder.rglob("*") if each.is_file())
    return name_in(root, inside[0]) if inside else name
