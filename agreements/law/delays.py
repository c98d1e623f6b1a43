"""Durations of final clauses added to days: 90 days, three months, a year."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from .values import LAST_DAY, Day

DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
SPAN_LIMIT = 9998


@lru_cache(maxsize=512)
def parts_of(period: str) -> tuple[int, int] | None:
    """Months and days of an ISO 8601 duration of whole days, None if it is not one."""
    match = DURATION.fullmatch(period)
    if match is None or period == "P":
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return years * 12 + months, weeks * 7 + days


def added(day: date, period: str) -> date | None:
    """The day `period` after `day`, None if the period cannot be read.

    The day itself does not count: "the ninetieth day after the date of deposit" is the day of
    deposit plus ninety days, as the Secretary-General counts as depositary. A month ends on
    the day of the same number, or on the last of the month where that day does not exist.
    """
    parts = parts_of(period)
    if parts is None:
        return None
    months, days = parts
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > SPAN_LIMIT:
        return LAST_DAY
    shifted = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return LAST_DAY if days > (LAST_DAY - shifted).days else shifted + timedelta(days)


def first_of_next_month(day: date) -> date:
    """The first day of the month after that of `day`."""
    if day.year > SPAN_LIMIT:
        return LAST_DAY
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def day_added(day: Day, period: str, *, next_month: bool = False) -> Day | None:
    """Both bounds of `day` moved by `period`, and to the next first of a month if asked."""
    earliest = added(day.earliest, period)
    latest = added(day.latest, period)
    if earliest is None or latest is None:
        return None
    if next_month:
        return Day(first_of_next_month(earliest), first_of_next_month(latest))
    return Day(earliest, latest)
