"""Statements, refs and linked premises: what may stand at each place of an argument."""

from __future__ import annotations

from argsite.formats.yaml.identifiers import REF as REF_NAME
from argsite.formats.yaml.keys import argument, statement
from argsite.formats.yaml.keys.key import Choice, Key, Table, names
from argsite.formats.yaml.values import SENTENCE, listed

REF = Key(
    "ref",
    REF_NAME,
    "The id of a statement that is written elsewhere: `id` in the same essay, `essay/id` in "
    "another. The statement has one page, which lists each place that uses it.",
    "ref: safe-at-night",
)
TOGETHER = Key(
    "together",
    listed("linked", "a list of linked premises", least=1),
    "Linked premises: a list of texts, statements and refs, none of which is a reason without the "
    "others. The step fails as soon as one of them does.",
    "together:\n  - ref: rarely-needed\n  - ref: sharing-cheaper",
)

CLAIM_STATEMENT = Table(
    "claim-statement",
    "a claim",
    statement.KEYS,
    "A claim is a statement that is written out with keys of its own.",
    needs=(statement.TEXT,),
    misplaced=argument.NAMES,
    reason="'{key}' belongs to an argument, not to a claim",
    hint="write it on an item under 'premises' or 'rebuttals'",
)
ITEM_STATEMENT = Table(
    "item-statement",
    "a statement",
    (*statement.SAID, *argument.STEP, *statement.BELOW, argument.UNDERCUTS),
    "A statement, and what is said of the step from it to the statement above.",
    needs=(statement.TEXT,),
    others=names((REF, TOGETHER)),
)
ITEM_REF = Table(
    "item-ref",
    "a ref",
    (REF, *argument.KEYS),
    "A statement that is written elsewhere and used here again.",
    needs=(REF,),
    misplaced=names(statement.KEYS),
    reason="'{key}' belongs to the statement, not to a ref to it",
    hint="write it where the statement stands",
)
ITEM_TOGETHER = Table(
    "item-together",
    "linked premises",
    (TOGETHER, *argument.KEYS),
    "Premises that are a reason only together.",
    needs=(TOGETHER,),
    misplaced=names((*statement.KEYS, REF)),
    reason="'{key}' belongs to one of the linked premises, not beside 'together'",
    hint="write it on an item of the list under 'together'",
)
LINKED_STATEMENT = Table(
    "linked-statement",
    "a linked premise",
    statement.KEYS,
    "A statement among linked premises. What is said of the step stands beside `together`.",
    needs=(statement.TEXT,),
    misplaced=names((*argument.KEYS, TOGETHER)),
    reason="'{key}' belongs to the whole step, not to one of its linked premises",
    hint="write it beside 'together'",
    others=names((REF,)),
)
LINKED_REF = Table(
    "linked-ref",
    "a ref",
    (REF,),
    "A statement that is written elsewhere, among linked premises.",
    needs=(REF,),
    misplaced=names((*statement.KEYS, *argument.KEYS, TOGETHER)),
    reason="'{key}' cannot stand beside 'ref' under 'together'",
    hint="write it where the statement stands, or beside 'together' where it is about the step",
)

CLAIM = Choice(
    "claim",
    SENTENCE,
    (CLAIM_STATEMENT,),
    "A claim: a text, or a mapping with `text`, `id`, `premises` and so on.",
)
ITEM = Choice(
    "item",
    SENTENCE,
    (ITEM_TOGETHER, ITEM_REF, ITEM_STATEMENT),
    "A reason for or against the statement above: a text, a statement with keys, `ref` to a "
    "statement that is written elsewhere, or `together` with a list of linked premises.",
)
LINKED = Choice(
    "linked",
    SENTENCE,
    (LINKED_REF, LINKED_STATEMENT),
    "One of several linked premises: a text, a statement with keys, or a `ref`.",
)
