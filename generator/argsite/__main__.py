"""`python -m argsite` is the command `argsite`."""

from __future__ import annotations

from argsite.cli import main

raise SystemExit(main())
