"""The keys of an argument: what is said of the step from an item to the statement above it."""

from __future__ import annotations

from argsite.formats.yaml.identifiers import ROLES as ROLE_NAMES
from argsite.formats.yaml.identifiers import SCHEME as SCHEME_NAME
from argsite.formats.yaml.keys.key import Key, names
from argsite.formats.yaml.tokens import WEIGHT as OVER_0
from argsite.formats.yaml.values import LINE, listed

SCHEME = Key(
    "scheme",
    SCHEME_NAME,
    "The kind of step, by its name among the argumentation schemes of D. Walton and others, such "
    "as `expert-opinion`, `analogy` or `consequences`. The statement's page shows it. A name that "
    "Argsite does not know is kept, with a warning.",
    "scheme: correlation-to-cause",
)
ROLES = Key(
    "roles",
    ROLE_NAMES,
    "What each linked premise does in the step: a role, and the id of the premise or its position "
    "from 1. The roles are words of your own, such as Toulmin's *data* and *warrant*.",
    "roles: {data: lit-paths, warrant: 2}",
)
WEIGHT = Key(
    "weight",
    OVER_0,
    "How much the argument counts beside others for or against the same statement: a number over "
    "0. It is 1 unless given. The heavier side wins; equal sides leave the statement contested.",
    "weight: 2",
)
UNDERCUTS = Key(
    "undercuts",
    listed("item", "a list of items"),
    "Objections to the step itself: each grants the premise and the statement above, and denies "
    "that the one speaks for or against the other.",
    "undercuts:\n  - Burglaries fell everywhere in those years.",
)
LABEL = Key(
    "label",
    LINE,
    "A word or two about the step, shown with it, such as *presumably* or *as a rule*.",
    "label: presumably",
)

STEP: tuple[Key[object], ...] = (LABEL, SCHEME, ROLES, WEIGHT)
"""What is said of the step itself."""

KEYS = (*STEP, UNDERCUTS)
"""All of them."""

NAMES = names(KEYS)
"""The keys that make more of an item than its premises."""
