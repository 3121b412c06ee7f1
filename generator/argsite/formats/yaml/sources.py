"""Where a statement can be looked up: addresses, and mappings of title, author and so on."""

from __future__ import annotations

from argsite.formats.yaml.addresses import is_address
from argsite.formats.yaml.keys import SOURCE, check_keys, statement, take
from argsite.formats.yaml.keys import source as keys
from argsite.formats.yaml.nodes import Mapping, Node, Scalar, Sequence
from argsite.formats.yaml.values import bad
from argsite.model import Source
from argsite.problems import Code, Problem, Report


def read_sources(node: Mapping, report: Report) -> tuple[Source, ...]:
    """Return the sources of a statement."""
    written = take(node, statement.SOURCES, report)
    read = (_read_source(each, report) for each in (written.items if written else ()))
    return tuple(each for each in read if each)


def _read_source(node: Node, report: Report) -> Source | None:
    if isinstance(node, Scalar):
        return _read_text(node, report)
    if isinstance(node, Sequence):
        message = "a source must be an address or a mapping, not a list"
        report(
            Problem(Code.WRONG_TYPE, node.at, message, "write each source after a '- ' of its own")
        )
        return None
    check_keys(node, SOURCE, report)
    if not node.entries.keys() & {keys.TITLE.name, keys.URL.name}:
        hint = "write 'title: …' or 'url: https://…'"
        report(Problem(Code.MISSING_KEY, node.at, "a source needs 'title' or 'url'", hint))
    authors: tuple[str, ...] = take(node, keys.AUTHOR, report) or ()
    quote = take(node, keys.QUOTE, report)
    return Source(
        at=node.at,
        title=take(node, keys.TITLE, report) or "",
        author=", ".join(authors),
        url=take(node, keys.URL, report) or "",
        date=take(node, keys.DATE, report) or "",
        accessed=take(node, keys.ACCESSED, report) or "",
        archived=take(node, keys.ARCHIVED, report) or "",
        page=take(node, keys.PAGE, report) or "",
        quote=quote.text if quote else "",
    )


def _read_text(node: Scalar, report: Report) -> Source | None:
    if is_address(node.text):
        return Source(at=node.at, url=node.text)
    if not node.text.strip():
        report(Problem(Code.EMPTY_TEXT, node.at, "a source is empty", "write it, or remove it"))
    elif node.text.startswith("@"):
        message = "citation keys (references.bib) are not read by this version"
        hint = "write the source as a mapping with title, author, url …"
        report(Problem(Code.NOT_YET, node.at, message, hint))
    else:
        hint = "write it whole (https://…), or write 'title: …' for a work without an address"
        bad(node.at, "a source written as a text must be an address", report, hint)
    return None
