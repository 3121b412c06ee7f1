"""Themes: where a theme's files are found, and how its styles and scripts become one file each."""

from argsite.theme.choice import choose
from argsite.theme.description import describe
from argsite.theme.digest import digest_of_look, digests_of_templates, templates_of
from argsite.theme.files import files, read, read_text
from argsite.theme.folders import DEFAULT, KINDS, Theme, check_names, find, names, places
from argsite.theme.libraries import pan_zoom, pan_zoom_licence
from argsite.theme.options import check_options, options_sheet
from argsite.theme.scripts import join_scripts, shrink
from argsite.theme.styles import join_styles

__all__ = [
    "DEFAULT",
    "KINDS",
    "Theme",
    "check_names",
    "check_options",
    "choose",
    "describe",
    "digest_of_look",
    "digests_of_templates",
    "files",
    "find",
    "join_scripts",
    "join_styles",
    "names",
    "options_sheet",
    "pan_zoom",
    "pan_zoom_licence",
    "places",
    "read",
    "read_text",
    "shrink",
    "templates_of",
]
