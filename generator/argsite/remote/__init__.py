"""Content and output at an address: `s3://bucket/my-site` and whatever else fsspec reaches.

    address ─ fetched ─▶ a copy on this machine ─ build ─▶ a folder ─ upload ─▶ address

Both ways go through folders in the user's cache, so that only what changed is sent, and the build
itself knows nothing of addresses. `store.py` says what is asked of a store, `file_system.py` asks
fsspec for it and is the only module that knows it.
"""

from argsite.remote.address import Address, is_address, parse, refuse_unsafe

__all__ = ["Address", "is_address", "parse", "refuse_unsafe"]
