"""The storage of the tests of storage, for what stands on it."""

from tests.storage.conftest import address, clock, open_here, storage

__all__ = ["address", "clock", "open_here", "storage"]
