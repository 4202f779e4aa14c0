"""What the library gives to look at: frozen dataclasses, one for each type of the core.

They compare by value, hash, pickle, and become dicts with ``to_dict``. Dates are
``datetime.date``, zones text such as ``departement:80``.
"""

from . import generated
from ._records import Entity, Record, Stored
from .generated import *

__all__ = ["Entity", "Record", "Stored"]
__all__ += generated.__all__
