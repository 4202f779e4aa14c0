"""What all records share: see ``aiguillage._records``."""

from .._records import Entity, Record, Stored, call, load, native

__all__ = ["Entity", "Record", "Stored", "call", "load", "native"]
