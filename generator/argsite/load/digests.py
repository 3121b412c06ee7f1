"""What an author wrote of each statement and argument, as digests: an equal one says the same."""

from __future__ import annotations

from collections.abc import Container, Iterable
from hashlib import blake2b
from typing import NamedTuple

from argsite.model import Argument, Essay, Source, Statement
from argsite.packing import pack
from argsite.source import Passage

_BYTES = 16


class Digests(NamedTuple):
    """The digests of an essay's statements and arguments, in the order in which it has them.

    Where in a file something stands is left out: a line that is inserted above changes none.
    """

    statements: tuple[bytes, ...]
    """One for each statement."""

    arguments: tuple[bytes, ...]
    """One for each argument."""

    shape: bytes
    """Of all from which it follows how the statements fare: their names, what is settled of them,
    what is argued for, and all arguments."""

    links: bytes
    """Of all texts that link to something, and of the names that a link may give to statements."""

    whole: bytes
    """Of all that the essay says."""


NO_DIGESTS = Digests((), (), b"", b"", b"")
"""Of what could not be read."""


def digests(essay: Essay, links: Container[str] = ()) -> Digests:
    """Return the digests of what stands in an essay, whose texts in `links` have any."""
    statements = _digests(_of_statement(each) for each in essay.statements)
    arguments = _digests(_of_argument(each) for each in essay.arguments)
    settled = [(each.id, each.presumed, each.accepted) for each in essay.statements]
    argued = [essay.contention, *(each.claims for each in essay.points)]
    return Digests(
        statements,
        arguments,
        _digest((essay.slug, settled, argued, arguments)),
        _digest(_of_links(essay, links)),
        _digest((statements, arguments, _of_essay(essay))),
    )


def _digests(written: Iterable[object]) -> tuple[bytes, ...]:
    return tuple(map(_digest, written))


def _digest(written: object) -> bytes:
    return blake2b(pack(written), digest_size=_BYTES).digest()


def _of_essay(essay: Essay) -> tuple[object, ...]:
    return (
        essay.slug,
        essay.title,
        essay.subtitle,
        essay.authors,
        essay.date,
        essay.updated,
        essay.language,
        essay.summary,
        essay.contention,
        essay.needs_sources,
        _text(essay.prose),
        [(each.number, each.title, each.claims, _text(each.prose)) for each in essay.points],
    )


def _of_links(essay: Essay, links: Container[str]) -> tuple[object, ...]:
    def linking(passage: Passage | None) -> str | None:
        return passage.text if passage and passage.text in links else None

    return (
        essay.slug,
        linking(essay.prose),
        [(each.number, linking(each.prose)) for each in essay.points],
        [
            (
                each.id,
                [alias.text for alias in each.aliases],
                linking(each.text),
                linking(each.note),
            )
            for each in essay.statements
        ],
    )


def _of_statement(statement: Statement) -> tuple[object, ...]:
    return (
        statement.id,
        statement.essay,
        statement.text.text,
        statement.role,
        statement.point,
        statement.id_is_derived,
        [alias.text for alias in statement.aliases],
        _text(statement.note),
        [_of_source(each) for each in statement.sources],
        _text(statement.quote),
        statement.by,
        statement.tags,
        statement.implicit,
        statement.presumed,
        statement.accepted,
        _text(statement.expect),
    )


def _of_source(source: Source) -> tuple[str, ...]:
    return (
        source.title,
        source.author,
        source.url,
        source.date,
        source.accessed,
        source.archived,
        source.page,
        source.quote,
    )


def _of_argument(argument: Argument) -> tuple[object, ...]:
    return (
        argument.id,
        argument.essay,
        argument.premises,
        argument.target,
        argument.kind,
        argument.point,
        argument.weight,
        argument.scheme,
        list(argument.roles.items()),
        argument.label,
    )


def _text(passage: Passage | None) -> str | None:
    return passage.text if passage else None
