"""The argumentation schemes that `scheme:` may name.

After D. Walton, C. Reed and F. Macagno, *Argumentation Schemes*, Cambridge 2008.
"""

from __future__ import annotations

SCHEMES = frozenset(
    {
        "analogy",
        "best-explanation",
        "cause-to-effect",
        "classification",
        "commitment",
        "composition",
        "consequences",
        "correlation-to-cause",
        "established-rule",
        "ethotic",
        "example",
        "expert-opinion",
        "ignorance",
        "modus-ponens",
        "popular-opinion",
        "position-to-know",
        "practical-reasoning",
        "precedent",
        "sign",
        "slippery-slope",
        "sunk-costs",
        "threat",
        "values",
        "witness-testimony",
    }
)
"""Their ids."""
