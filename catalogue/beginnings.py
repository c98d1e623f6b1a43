"""Long lists on the page of a record: their beginning, and the way to all of it."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from catalogue.vantage import Vantage

# As many rows as a page shows of what other records say.
SHOWN = 50


class Beginning(NamedTuple):
    """The first rows of a list, how many it has, and the address of the list of them all."""

    rows: Sequence
    count: int
    all: str

    @property
    def is_cut(self) -> bool:
        """Whether there are more than the page shows."""
        return self.count > len(self.rows)


def beginning(rows: Sequence, whole: str) -> Beginning:
    """The beginning of a list that stands at the address `whole`."""
    return Beginning(rows[:SHOWN], len(rows), whole)


def narrowed(vantage: Vantage, name: str, **filters: str | list[str]) -> str:
    """The address of a list of records, narrowed by these filters, at the same state and day."""
    kept = {name: vantage.question[name] for name in vantage.asked}
    return f"{reverse(name)}?{urlencode(filters | kept, doseq=True)}"
