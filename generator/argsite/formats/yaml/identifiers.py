"""Kinds of values that name something: a statement, a kind of step, a premise's role."""

from __future__ import annotations

from argsite.formats import ids, schemes
from argsite.formats.yaml import fragments
from argsite.formats.yaml.values import PASSAGES, SENTENCE, Value, mapping

_CHAR = r"[^\x00-,./:-@\[-`{-\x9f\u2000-\u206f]"
_NAME = rf"(?!-)(?:{_CHAR}){{1,{ids.LONGEST}}}"
_NOT_RESERVED = f"(?!(?:{fragments.any_case(sorted(ids.STATEMENT_RESERVED))})$)"
_OTHER = ("number", "boolean")

_ID = {**fragments.matching(f"{_NOT_RESERVED}(?!.*-$){_NAME}", *_OTHER), "minimum": 0}

ID = Value("letters, digits and hyphens", SENTENCE.read, _ID)
"""A statement's id; `names` looks at it more closely."""

IDS = Value("a list of ids", PASSAGES.read, fragments.list_of(_ID))
"""Older ids of a statement."""

REF = Value(
    "an id, or essay/id",
    SENTENCE.read,
    {**fragments.matching(f"(?:{_NAME}/)?{_NAME}", *_OTHER), "minimum": 0},
)
"""The id of a statement that stands elsewhere; whether it is there is seen when all is read."""

SCHEME = Value(
    "the name of a scheme",
    SENTENCE.read,
    {**SENTENCE.schema, "examples": sorted(schemes.SCHEMES)},
)
"""A kind of step."""

ROLES = Value(
    "a mapping of roles to premises",
    mapping(
        "write a role and a premise's id or position below it, such as 'data: 1'", "roles"
    ).read,
    {"type": "object", "additionalProperties": SENTENCE.schema},
)
"""What each premise does in a step."""
