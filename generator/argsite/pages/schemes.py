"""What readers call the kinds of step that `scheme:` may name, in the page's language."""

from __future__ import annotations

from functools import cache

from argsite.language import Words


def scheme_word(words: Words, scheme: str) -> str:
    """Return a scheme's name for readers; one that is not known stays as its author wrote it.

    Most steps have none.
    """
    if not scheme:
        return ""
    return _names(words).get(scheme) or scheme.replace("-", " ")


@cache
def _names(words: Words) -> dict[str, str]:
    return {
        "analogy": words.gettext("analogy"),
        "best-explanation": words.gettext("best explanation"),
        "cause-to-effect": words.gettext("cause to effect"),
        "classification": words.gettext("classification"),
        "commitment": words.gettext("commitment"),
        "composition": words.gettext("composition"),
        "consequences": words.gettext("consequences"),
        "correlation-to-cause": words.gettext("correlation to cause"),
        "established-rule": words.gettext("established rule"),
        "ethotic": words.gettext("ethotic"),
        "example": words.gettext("example"),
        "expert-opinion": words.gettext("expert opinion"),
        "ignorance": words.gettext("ignorance"),
        "modus-ponens": words.gettext("modus ponens"),
        "popular-opinion": words.gettext("popular opinion"),
        "position-to-know": words.gettext("position to know"),
        "practical-reasoning": words.gettext("practical reasoning"),
        "precedent": words.gettext("precedent"),
        "sign": words.gettext("sign"),
        "slippery-slope": words.gettext("slippery slope"),
        "sunk-costs": words.gettext("sunk costs"),
        "threat": words.gettext("threat"),
        "values": words.gettext("values"),
        "witness-testimony": words.gettext("witness testimony"),
    }
