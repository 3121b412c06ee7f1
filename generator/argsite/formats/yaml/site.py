"""What holds for a whole site, from `site.yaml`."""

from __future__ import annotations

from argsite.formats.yaml.checks import read_checks
from argsite.formats.yaml.keys import SITE, check_keys, need, take
from argsite.formats.yaml.keys import site as keys
from argsite.formats.yaml.nodes import Mapping, parse
from argsite.formats.yaml.options import read_options
from argsite.formats.yaml.values import wrong_type
from argsite.model import Options, Search, Site
from argsite.problems import Report
from argsite.severities import AS_USUAL
from argsite.source import Manuscript


def read_site(manuscript: Manuscript, report: Report) -> Site | None:
    """Return the site; None where the file is no YAML at all."""
    node = parse(manuscript, report)
    if node is None:
        return None
    if not isinstance(node, Mapping):
        wrong_type("site.yaml", "a mapping of keys", node, report, "begin with 'title: …'")
        return None
    check_keys(node, SITE, report)
    options = take(node, keys.OPTIONS, report)
    checks = take(node, keys.CHECKS, report)
    return Site(
        title=need(node, keys.TITLE, SITE, report) or "",
        at=node.at,
        url=take(node, keys.URL, report) or "",
        language=take(node, keys.LANGUAGE, report) or "en",
        theme=take(node, keys.THEME, report),
        options=read_options(options, report) if options else Options(),
        authors=take(node, keys.AUTHOR, report) or (),
        licence=take(node, keys.LICENCE, report) or "",
        description=take(node, keys.DESCRIPTION, report) or "",
        search=take(node, keys.SEARCH, report) or Search.OWN,
        essays=take(node, keys.ESSAYS, report) or (),
        checks=read_checks(checks, report) if checks else AS_USUAL,
    )
