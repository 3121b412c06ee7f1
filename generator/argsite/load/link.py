"""Uses of statements, within an essay and across essays: whether each names one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from string import ascii_lowercase, digits

from argsite.load.patience import read_patiently
from argsite.model import Essay
from argsite.problems import Code, Problem, Report, did_you_mean
from argsite.source import Passage


@dataclass(frozen=True, slots=True)
class Names:
    """Every id of every essay."""

    ids: Mapping[str, Mapping[str, None]]
    """Essay's folder to the ids of its statements, in the order of writing."""

    aliases: Mapping[str, Mapping[str, str]]
    """Essay's folder to older ids, each with the id that took its place."""

    @classmethod
    def of(cls, essays: Iterable[Essay]) -> Names:
        """Index the names in the essays."""
        known = tuple(essays)
        return cls(
            {essay.slug: {each.id: None for each in essay.statements} for essay in known},
            {
                essay.slug: {
                    alias.text: each.id for each in essay.statements for alias in each.aliases
                }
                for essay in known
            },
        )

    def has(self, address: str, here: str) -> bool:
        """Say whether an address, written in an essay, is `#id` or `essay#id` of a statement."""
        slug, mark, name = address.partition("#")
        return bool(mark) and name in self.ids.get(slug or here, ())

    def fault(self, slug: str, name: str, mark: str, *, is_here: bool) -> tuple[str, str] | None:
        """Return what is wrong with a use of `name` in essay `slug`, and a hint; None if nothing.

        `mark` stands between essay and id where the use is written: `/` or `#`. `is_here` says
        that the use stands in that essay, so that the essay need not be written.
        """
        if name in self.ids.get(slug, ()):
            return None
        if slug not in self.ids:
            hint = nearest(slug, self.ids) or f"there are: {', '.join(list(self.ids)[:8])}"
            return f"unknown essay '{slug[:80]}'", hint
        prefix = ("" if mark == "/" else mark) if is_here else f"{slug}{mark}"
        if name in self.aliases[slug]:
            newer = self.aliases[slug][name]
            return f"'{name}' is an older id of '{newer}'", f"write '{prefix}{newer}'"
        hint = nearest(name, self.ids[slug]) or self._elsewhere(name, mark)
        return f"unknown id '{name[:80]}' in essay '{slug}'", hint

    def _elsewhere(self, name: str, mark: str) -> str:
        for slug, ids in self.ids.items():
            if name in ids:
                return f"for the statement of another essay write '{slug}{mark}{name}'"
        return f"give the statement that is meant 'id: {name[:80]}'"


def nearest(name: str, known: Collection[str]) -> str:
    """Return a hint that names the known name nearest to `name`, or nothing.

    Comparing with very many takes long, so among them only names one slip away are found.
    """
    name = name[:80]
    if len(known) <= _MANY:
        return did_you_mean(name, known)
    found = next((slip for slip in _slips(name) if slip in known), "")
    return f"did you mean '{found}'?" if found else ""


_MANY = 300
_LETTERS = f"{ascii_lowercase}{digits}-"


def _slips(name: str) -> Iterator[str]:
    """Yield every name with a letter less, two exchanged, one other or one more."""
    parts = [(name[:place], name[place:]) for place in range(len(name) + 1)]
    yield from (left + right[1:] for left, right in parts if right)
    yield from (left + right[1] + right[0] + right[2:] for left, right in parts if right[1:])
    yield from (left + each + right[1:] for left, right in parts if right for each in _LETTERS)
    yield from (left + each + right for left, right in parts for each in _LETTERS)


def check_refs(essays: Iterable[Essay], incomplete: frozenset[str], report: Report) -> None:
    """Report each ref that names no statement.

    `incomplete` are essays of which a file could not be read; refs into them are not judged.
    """
    known = tuple(essays)
    names = Names.of(known)
    for essay in known:
        read_patiently(partial(_check_refs, essay, names, incomplete), report)


def _check_refs(essay: Essay, names: Names, incomplete: frozenset[str], report: Report) -> None:
    for ref in essay.refs:
        slug, _, name = ref.text.rpartition("/")
        slug = slug or essay.slug
        if name not in names.ids.get(slug, ()) and slug not in incomplete:
            report(_explain(ref, slug, name, names, is_here="/" not in ref.text))


def _explain(ref: Passage, slug: str, name: str, names: Names, *, is_here: bool) -> Problem:
    if "#" in ref.text:
        hint = f"write '{ref.text.strip('#').replace('#', '/')}'"
        message = "'#' is for links in Markdown, not for 'ref'"
        return Problem(Code.UNKNOWN_ID, ref.at, message, hint)
    fault = names.fault(slug, name, "/", is_here=is_here)
    return Problem(Code.UNKNOWN_ID, ref.at, *(fault or ("", "")))
