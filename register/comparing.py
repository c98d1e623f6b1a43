"""What changed from one document of a record to another, fact by fact."""

from collections import namedtuple

Difference = namedtuple("Difference", "path before after")

# What is said of every document alike, and never by a curator.
_ENVELOPE = ("kind", "schema")


def differences(before, after):
    """Every fact that differs between two documents of one record, in the order of the document.

    The path is written as in a citation. A row that is in one document only is one difference,
    with None on the other side; so is everything if `before` is {}.
    """
    names = [*after, *(name for name in before if name not in after)]
    for name in names:
        if name in _ENVELOPE:
            continue
        old, new = before.get(name), after.get(name)
        if _is_rows(old) or _is_rows(new):
            yield from _differences_of_rows(name, old or [], new or [])
        elif old != new:
            yield Difference(name, old, new)


def _is_rows(value):
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _differences_of_rows(name, old, new):
    old = {row["ref"]: row for row in old}
    new = {row["ref"]: row for row in new}
    for ref in [*new, *(ref for ref in old if ref not in new)]:
        before, after = old.get(ref), new.get(ref)
        if before is None or after is None:
            yield Difference(f"{name}/{ref}", before, after)
            continue
        for field in after:
            if before.get(field) != after[field]:
                yield Difference(f"{name}/{ref}/{field}", before.get(field), after[field])
