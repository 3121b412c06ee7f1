"""Make a folder hold exactly these files, and leave what others put there alone.

    files ─▶ staging (beside the folder) ─ verified ─▶ the folder, file by file ─▶ manifest

The folder's manifest names every file of ours with its hash. It decides what may be replaced and
what may be removed; everything else in the folder is a stranger and stays. Before the first file
is replaced the manifest is rewritten to name old and new files alike, and after the last one to
name the new alone. So a build that is killed leaves whole files, all known, and the next build
repairs what is missing.

Bytes are not flushed to the disk one by one: a killed program loses nothing, a power cut may, and
the next build repairs that too.
"""

from argsite.deeds import Recorded, Written
from argsite.output.comparison import Comparison, compare
from argsite.output.file import File
from argsite.output.intake import Entry, Intake
from argsite.output.lock import record
from argsite.output.manifest import NAME as MANIFEST
from argsite.output.publish import fill, publish
from argsite.output.refusal import refuse_unsafe

__all__ = [
    "MANIFEST",
    "Comparison",
    "Entry",
    "File",
    "Intake",
    "Recorded",
    "Written",
    "compare",
    "fill",
    "publish",
    "record",
    "refuse_unsafe",
]
