"""Which jobs are due, and why: those whose files are not what they would be now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argsite.making.ledger import Ledger, Made
from argsite.numbers import holders, unpacked
from argsite.pages.crossings import essay_of
from argsite.pages.inputs import Inputs, digest
from argsite.pages.job import Job
from argsite.pages.noted import ESSAY, EVERYTHING, TEMPLATE


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is to be done."""

    due: Mapping[int, str]
    """The place of each job that is due, and why it is."""

    kept: Mapping[int, Made]
    """The place of each other job, and what it made last."""

    digests: Mapping[str, bytes]
    """The digest of each name in the ledger, as it is now."""


def plan(jobs: Sequence[Job], inputs: Inputs, ledger: Ledger, standing: set[str]) -> Agenda:
    """Return which jobs are due.

    `standing` holds the paths of the files that stand in the output folder as the ledger has them.
    """
    same = {slug for slug, facts in ledger.essays.items() if inputs.facts.get(slug) == facts}
    # About the statements of these essays nothing is told that was not told before.
    digests = [
        before if essay_of(name) in same else inputs.noted(name)
        for name, before in zip(ledger.names, ledger.digests, strict=True)
    ]
    changed = {at for at, before in enumerate(ledger.digests) if digests[at] != before}
    why = ""
    if not ledger.jobs:
        why = "nothing is known of an earlier build"
    elif ledger.frame != inputs.frame:
        why = "site.yaml, the theme, the plain pages or Argsite changed"
    due: dict[int, str] = {}
    kept: dict[int, Made] = {}
    known = list(ledger.jobs.values())
    touched = {known[at].paths for at in holders(changed, [each.noted for each in known])}
    for place, job in enumerate(jobs):
        made = ledger.jobs.get(job.paths[0])
        if made and not why and _is_as_it_was(job, made, inputs, touched, standing):
            kept[place] = made
        else:
            due[place] = why or _reason(job, made, inputs, changed, ledger.names, standing)
    return Agenda(due, kept, dict(zip(ledger.names, digests, strict=True)))


def basis_of(job: Job, inputs: Inputs) -> bytes:
    """Return the digest of what a job is given."""
    if job.statement and not job.basis:
        return b""  # as it is of almost all
    if not job.essay:
        return digest(job.basis) if job.basis else inputs.everything
    return digest(job.basis, b"" if job.statement else inputs.written[job.essay])


def around_of(job: Job, inputs: Inputs) -> bytes:
    """Return the digest of how everything argues around a job's essay."""
    return inputs.around[job.essay] if job.essay else b""


def _is_as_it_was(
    job: Job,
    made: Made,
    inputs: Inputs,
    touched: Collection[tuple[str, ...]],
    standing: set[str],
) -> bool:
    """Say whether nothing speaks against a job's files, without a word on what would."""
    return (
        made.paths == job.paths
        and made.around == around_of(job, inputs)
        and made.basis == basis_of(job, inputs)
        and made.paths not in touched
        and standing.issuperset(made.paths)
    )


def _reason(  # noqa: PLR0913, PLR0917 - one reason after the other, from one state to the next
    job: Job,
    made: Made | None,
    inputs: Inputs,
    changed: Collection[int],
    names: Sequence[str],
    standing: Collection[str],
) -> str:
    """Say why a job is due; nothing where its files are as they should be."""
    if made is None:
        return "it is new"
    if made.paths != job.paths:
        return "it goes with other files now"
    for path in made.paths:
        if path not in standing:
            return f"{path} is missing, or somebody changed it"
    if made.basis != basis_of(job, inputs):
        return _what_it_is_given(job)
    if made.around != around_of(job, inputs):
        return f"what '{job.essay}' argues changed, or how it fares, or its title"
    return next(_looked_at(unpacked(made.noted), changed, names), "")


def _what_it_is_given(job: Job) -> str:
    if job.essay and not job.statement:
        return f"something in '{job.essay}' changed"
    return "what it lists changed" if job.basis else "it is about the whole site, which changed"


def _looked_at(
    noted: Sequence[int], changed: Collection[int], names: Sequence[str]
) -> Iterator[str]:
    for place in noted:
        if place in changed:
            name = names[place]
            if name == EVERYTHING:
                yield "it is about the whole site, which changed"
            elif name.startswith(TEMPLATE):
                template = name.removeprefix(TEMPLATE)
                yield f"the template '{template}' changed, or one that it draws on"
            elif name.startswith(ESSAY):
                yield f"what '{name.removeprefix(ESSAY)}' says of itself changed"
            else:
                yield f"it shows '{name}', which changed"
