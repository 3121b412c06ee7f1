"""The format that authors write: YAML, read from its parser's events.

The way of a file: `nodes` turns text into nodes with places; `keys` declares what may stand in
each mapping and `values` what each key takes; `steps` walks the nested statements, `names` gives
them ids, and `statements` and `arguments` make values of them; `essay` puts all together.
"""

from argsite.formats.yaml.essay import read_essay
from argsite.formats.yaml.looks import GENERIC
from argsite.formats.yaml.site import read_site
from argsite.formats.yaml.theme import read_theme

__all__ = ["GENERIC", "read_essay", "read_site", "read_theme"]
