"""The starting register as tests read it: the committed documents, and paths into them."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

REGISTER = Path(__file__).parent.parent / "data" / "starting-register" / "register.ndjson"


@cache
def all_documents():
    """Every document of the starting register, in the order of the file."""
    return [json.loads(line) for line in REGISTER.read_bytes().splitlines()]


def documents(kind):
    """The documents of one kind."""
    return [document for document in all_documents() if document["kind"] == kind]


def document(key):
    """The document with this key."""
    return next(each for each in all_documents() if each["key"] == key)


def rows(kind, name):
    """Every row of this list in the documents of one kind, as pairs (document, row)."""
    return [(each, row) for each in documents(kind) for row in each[name]]


def citations(document, path):
    """The citations of one fact."""
    return [row for row in document["citations"] if row["path"] == path]


def best_confidence(document, path):
    """The greatest confidence with which any source bears out a fact."""
    found = {row["confidence"] for row in citations(document, path)}
    return next(each for each in ("verified", "reported", "uncertain") if each in found)


def counted(values):
    """How often each value stands there, as a plain mapping."""
    return dict(Counter(values))


def stated(kind, field):
    """How many documents of a kind have a value in a field."""
    return sum(1 for each in documents(kind) if each[field] not in (None, "", [], {}))


def remarks(kind, *types, about=None):
    """The remarks of some types in the documents of one kind, as pairs (document, remark)."""
    return [
        (each, row)
        for each, row in rows(kind, "remarks")
        if row["type"] in types and about in (None, row["about"])
    ]
