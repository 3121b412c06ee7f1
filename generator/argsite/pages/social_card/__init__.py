"""The picture that stands for an essay where its address is shared: title, contention, status.

`essays` says what each card shows and remembers it, `drawing` places it, `lettering` sets words.
"""
