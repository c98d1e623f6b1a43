"""How many of the agreements among some results bind each state or organization on a day.

The index does not know who is bound when; period rows do.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from django.db.models import Count

from agreements.models import PublishedStanding

# Of more results than these it is counted only where nothing else narrows them.
MOST_RESULTS = 500
KEPT = 16


def bound_among(number: int, on: date, keys: Sequence[str]) -> Mapping[str, int]:
    """By actor, how many of these agreements bind it on the day."""
    return _counted(_bonds(number, on).filter(agreement__in=keys))


@lru_cache(maxsize=KEPT)
def bound_by_all(_digest: str, number: int, on: date) -> Mapping[str, int]:
    """The same of all agreements; kept, for what was said after an entry never changes."""
    return _counted(_bonds(number, on))


def _bonds(number: int, on: date):
    periods = PublishedStanding.objects.recorded(number).on(on)
    return periods.filter(status__in=PublishedStanding.BIND).exclude(actor="")


def _counted(bonds) -> Mapping[str, int]:
    rows = bonds.order_by().values("actor").annotate(found=Count("agreement", distinct=True))
    return dict(rows.values_list("actor", "found"))
