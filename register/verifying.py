"""Walking the chain: does every entry still say what it said when it was made?"""

from . import kind_table
from .canonical import sha256_hex
from .chain import head_of, salted_digest
from .models import Entry, Head
from .models.entry import NO_HEAD
from .projecting import text_in_force


def broken_entries():
    """Walk the chain from the first entry; yield (number, sentence) for whatever is wrong.

    Walks as far as the head reached when the walk began, so that a publication meanwhile is no
    fault. Then holds the rows that the public reads against the entries that they come from.
    """
    head = Head.newest()
    erased = _erased()
    number, digest, at = 0, NO_HEAD, None
    entries = Entry.objects.filter(number__lte=head.number).order_by("number")
    for entry in entries.iterator(chunk_size=500):
        if entry.number != number + 1:
            yield entry.number, f"entry {number + 1} is missing"
        if at and entry.at < at:
            yield entry.number, "the moment lies before its predecessor's"
        if entry.previous_head != digest:
            yield entry.number, "the previous head is not that of its predecessor"
        yield from ((entry.number, sentence) for sentence in _wrong_in(entry, erased))
        number, digest, at = entry.number, entry.head, entry.at
    if (head.number, head.digest) != (number, digest):
        yield head.number, "the head of the register is not the last entry's"
    yield from _wrong_rows(head.number)


def _erased():
    """The number of the last entry that tells of the erasing of a key, by key."""
    erasing = Entry.objects.filter(event=Entry.Event.ERASED).order_by("number")
    return dict(erasing.values_list("key", "number"))


def _wrong_in(entry, erased):
    if entry.salt is None and erased.get(entry.key, 0) <= entry.number:
        yield "its bytes are gone, and no later entry tells of their erasing"
    for name in ("document", "reading", "reason"):
        text, digest = getattr(entry, name), getattr(entry, f"{name}_digest")
        if entry.salt is None:
            if text is not None:
                yield f"the {name} has no salt"
        elif salted_digest(bytes(entry.salt), text) != digest:
            yield f"the {name} is not what was entered"
    if head_of(entry) != entry.head:
        yield "the head does not follow from the entry"


def _wrong_rows(newest):
    """Public rows that do not say what their entry says, and entries that have no public row."""
    for kind in kind_table.kinds().values():
        rows = kind.row.objects.filter(said_from__lte=newest)
        texts = rows.values_list("said_from", "document").iterator(chunk_size=500)
        said = {number: sha256_hex(text.encode()) for number, text in texts}
        published = Entry.objects.filter(
            kind=kind.name, event=Entry.Event.PUBLISHED, number__lte=newest, document__isnull=False
        )
        for entry in published.order_by("number").iterator(chunk_size=500):
            text = text_in_force(kind, entry)
            if said.pop(entry.number, None) != sha256_hex(text.encode()):
                yield entry.number, "what the public reads is not what was entered; rebuild"
        yield from ((number, "a public row rests on no entry; rebuild") for number in said)
