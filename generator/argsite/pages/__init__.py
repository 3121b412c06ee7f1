"""Which pages a site has, and what each shows: values in, finished files out.

catalogue.py   every file of a site, as jobs for the press
job.py         what a job is, and how many are done with their diagrams drawn ahead
inputs.py      what jobs depend on, as digests
directory.py   the job for one path, without a list of all
shelf.py       a site whose files are made when they are asked for
press.py       templates and values in, a page's bytes out
"""

from argsite.pages.catalogue import catalogue
from argsite.pages.edition import Edition
from argsite.pages.inputs import Inputs
from argsite.pages.opened import recall_open
from argsite.pages.press import Page, Press
from argsite.pages.search import finish_of, sheaf_makers

__all__ = [
    "Edition",
    "Inputs",
    "Page",
    "Press",
    "catalogue",
    "finish_of",
    "recall_open",
    "sheaf_makers",
]
