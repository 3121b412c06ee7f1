"""Argsite: argument maps from plain text.

    from argsite.build import build
    outcome = build(Path("my-site"), Path("my-site/site"))

`argsite.build` is the public interface: `build` and `check` return an `Outcome` with the author's
mistakes as data and raise an `ArgsiteError` where the machine or the set-up is at fault. It is also
the place to begin to read the code: the whole pipeline in one function. Nothing is imported here,
so that `argsite --version` does not wait for Graphviz.
"""
