"""Changes to what authors wrote: where a statement is named, a new name for it, one style for all.

Pure: a library and its manuscripts in, edits or new texts out. The command line writes them.
"""
