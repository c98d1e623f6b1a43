"""Who is bound when, as numbers which the engine counts by the thousand.

A document of the index holds the days on which each state or organization becomes bound by the
agreement, or free of it: its turns. Bound on a day are those who became so by then, less those who
are free again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

# The engine counts in floating point, exact up to 53 bits: 22 for the day, 2 for the slot, 29 for
# who. Each has a slot of days for beginnings and one for ends, and after either comes an empty one,
# so that all can be cut at the same day: a stretch from cut to cut has the days of one slot alone.
SLOT, SLOTS, BEGINNINGS, ENDS = 1 << 22, 4, 0, 2


def turns_of(bond: tuple[int, date, date], start: date, end: date) -> Iterator[int]:
    """What of a bond (whose number, first day, first day after) tells of the days of a period."""
    number, since, until = bond
    if since < end and until > start:
        yield (number * SLOTS + BEGINNINGS) * SLOT + since.toordinal()
        if until < end:
            yield (number * SLOTS + ENDS) * SLOT + until.toordinal()


def turns_by(on: date) -> dict:
    """To ask the engine how many turns there are in each stretch, cut after a day."""
    cut = {"interval": SLOT, "offset": on.toordinal() + 1}
    return {"histogram": {"field": "turns", "min_doc_count": 1, **cut}}


def bound_on(on: date, stretches: Iterable[tuple[int, int]]) -> dict[int, int]:
    """By number, how often one is bound on the day, of those that are; from (stretch, turns)."""
    found = defaultdict(int)
    for beginning, count in stretches:
        number, slot = divmod((beginning - on.toordinal() - 1) // SLOT + 1, SLOTS)
        if slot in (BEGINNINGS, ENDS):
            found[number] += count if slot == BEGINNINGS else -count
    return {number: count for number, count in found.items() if count}
