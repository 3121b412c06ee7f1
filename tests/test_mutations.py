"""Each slip of an author's hand is told on its line, in words that say what to write instead."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from argsite.build import Reading, read
from argsite.formats.yaml.keys import TABLES, THEME_FILE
from argsite.load import Memory
from argsite.problems import Code, Problem, is_error, render
from tests.mutations import KINDS, LAYOUT, SOUND, Mutation, Page, files, mutations
from tests.sites import describe

MEMORY = Memory()

MUTATIONS = [*mutations()]

UNKNOWABLE = {
    ("author: [C. Author, D. Author]", "no ,"): "one author may have four words in his name",
    ("author: [The editors, A. Writer]", "no ,"): "the same",
    ("roles: {case: paths-lit, likeness: 2}", "::"): "roles are words of the author's own",
    ("- B. Writer", "no -"): "a text goes on below, further to the right",
}
"""Lines and changes that leave a correct site with another meaning, and why that is so."""


WARNED = {Code.ODD_TEXT, Code.UNKNOWN_SCHEME}
"""What is told as a warning only: a text that looks wrong may be meant, an unknown scheme, too."""


def reading(mutation: Mutation) -> Reading:
    """Return what the site is read as with the mutation."""
    return read(SOUND, MEMORY, {mutation.path: mutation.text})


def meaning(read_as: Reading) -> str:
    """Return what a site says, without regard to white space."""
    assert read_as.library
    return " ".join(describe(read_as.library).split())


def fault(mutation: Mutation) -> str:
    """Return what is wrong with what an author is told; empty where nothing is."""
    read_as = reading(mutation)
    problems = read_as.outcome.problems
    told = "\n".join(render(each, read_as.outcome.manuscripts) for each in problems)
    said = [each for each in problems if is_error(each) or each.code in WARNED]
    if not said:
        return "" if is_harmless(mutation, read_as) else f"nothing is told\n{mutation.text}"
    here = [each for each in said if is_here(each, mutation)]
    if not here:
        return f"no error on {sorted(mutation.lines)}\n{told}"
    if not any(each.hint and re.search(mutation.hint, each.hint) for each in here):
        return f"no hint {mutation.hint}\n{told}"
    if not all(each.hint for each in here):
        return f"an error without a hint\n{told}"
    return ""


def is_here(problem: Problem, mutation: Mutation) -> bool:
    """Say whether a problem is told where it is due."""
    return problem.at.path == mutation.path and problem.at.line in mutation.lines


def changed(mutation: Mutation) -> tuple[str, str]:
    """Return the line that is changed, as it was, and what was changed there."""
    line, what = mutation.what.split(": ", 1)
    return files()[mutation.path].splitlines()[int(line) - 1].strip(), what


def is_harmless(mutation: Mutation, read_as: Reading) -> bool:
    """Say whether the site means what it meant before, or nobody can know better."""
    if changed(mutation) in UNKNOWABLE:
        return True
    return mutation.kind in LAYOUT and meaning(read_as) == MEANING


def test_the_sound_site_is_sound() -> None:
    problems = read(SOUND).outcome.problems
    assert not [each for each in problems if is_error(each) or each.code in WARNED]


MEANING = meaning(read(SOUND))


def test_the_sound_site_uses_each_key() -> None:
    of_themes = THEME_FILE.names
    known = {name for table in TABLES for name in table.names} - of_themes
    assert {each.key for path, text in files().items() for each in Page(path, text).keys} >= known


@pytest.mark.parametrize("path", files())
@pytest.mark.parametrize("kind", KINDS)
def test_a_mutation_is_told_where_it_is(kind: str, path: str) -> None:
    faults = [
        f"{each.what}: {wrong}"
        for each in MUTATIONS
        if (each.kind, each.path) == (kind, path) and (wrong := fault(each))
    ]
    assert not faults, "\n\n".join(faults)


def test_there_are_many_mutations_of_each_kind() -> None:
    found = Counter(each.kind for each in MUTATIONS)
    assert found.keys() == KINDS.keys()
    assert min(found[kind] for kind in LAYOUT) > 90
    assert sum(found.values()) > 1_500


def test_a_mutation_changes_one_file_and_is_made_once() -> None:
    assert all(each.text != files()[each.path] for each in MUTATIONS)
    assert len({(each.kind, each.path, each.what, each.text) for each in MUTATIONS}) == len(
        MUTATIONS
    )


def test_what_cannot_be_known_is_still_there() -> None:
    assert UNKNOWABLE.keys() <= {changed(each) for each in MUTATIONS if each.kind in LAYOUT}
