"""A bug report that can be sent to strangers: `argsite doctor --report`.

crash.py    what is kept of a bug: its type and where in Argsite it arose
machine.py  Argsite, Python, packages, and what they run on
content.py  how large a site is, which keys it uses and which kinds of problems it has

An author's texts, the names of files, folders, users and machines, and what stands in the
environment are private. So nothing is taken out of a text: each part is a number, a word of
Argsite's own, or a version.
"""

from argsite.cli.diagnosis.writing import write

__all__ = ["write"]
