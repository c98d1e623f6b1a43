"""Walking the chain: does every entry still say what it said when it was made?"""

from .chain import head_of, salted_digest
from .models import Entry, Head
from .models.entry import NO_HEAD


def broken_entries():
    """Walk the chain from the first entry; yield (number, sentence) for whatever is wrong."""
    number, digest, at = 0, NO_HEAD, None
    for entry in Entry.objects.order_by("number").iterator(chunk_size=500):
        if entry.number != number + 1:
            yield entry.number, f"entry {number + 1} is missing"
        if at and entry.at < at:
            yield entry.number, "the moment lies before its predecessor's"
        if entry.previous_head != digest:
            yield entry.number, "the previous head is not that of its predecessor"
        yield from ((entry.number, sentence) for sentence in _wrong_in(entry))
        number, digest, at = entry.number, entry.head, entry.at
    head = Head.newest()
    if (head.number, head.digest) != (number, digest):
        yield head.number, "the head of the register is not the last entry's"


def _wrong_in(entry):
    for name in ("document", "reading", "reason"):
        text, digest = getattr(entry, name), getattr(entry, f"{name}_digest")
        if entry.salt is None:
            if text is not None:
                yield f"the {name} has no salt"
        elif salted_digest(bytes(entry.salt), text) != digest:
            yield f"the {name} is not what was entered"
    if head_of(entry) != entry.head:
        yield "the head does not follow from the entry"
