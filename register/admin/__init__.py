"""The curators' side of the register: forms, steps to publication, history."""

from .accounts import AccountAdmin, UnitAdmin
from .log import EntryAdmin, RevisionAdmin
from .own_page import OwnPageAdmin
from .record import RecordAdmin
from .rows import RowInline
from .sources import CodeAdmin, CodeListAdmin, SourceAdmin

__all__ = [
    "AccountAdmin",
    "CodeAdmin",
    "CodeListAdmin",
    "EntryAdmin",
    "OwnPageAdmin",
    "RecordAdmin",
    "RevisionAdmin",
    "RowInline",
    "SourceAdmin",
    "UnitAdmin",
]
