"""What it means to be on record, table by table."""

from .account import Account, Unit
from .code_list import Code, CodeList
from .entry import Entry, Head
from .fact import Citation, Remark
from .projection import PublishedName, PublishedReference, PublishedRow, PublishedRowQuerySet
from .published import PublishedCodeList, PublishedSource
from .record import NestedRow, Record, RecordQuerySet
from .revision import Revision
from .source import Source
from .task import Task, TaskQuerySet

__all__ = [
    "Account",
    "Citation",
    "Code",
    "CodeList",
    "Entry",
    "Head",
    "NestedRow",
    "PublishedCodeList",
    "PublishedName",
    "PublishedReference",
    "PublishedRow",
    "PublishedRowQuerySet",
    "PublishedSource",
    "Record",
    "RecordQuerySet",
    "Remark",
    "Revision",
    "Source",
    "Task",
    "TaskQuerySet",
    "Unit",
]
