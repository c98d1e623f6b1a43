"""Durations of final clauses counted from days: 90 days, three months, a year.

A *delay* runs from an act: the day of the act does not count (`added`). A *term* begins with a
day that counts (`run_out`). Everything is in whole days; months and years go before days.
"""

import re
from calendar import isleap
from datetime import date, timedelta
from functools import lru_cache

from .values import LAST_DAY, Day

DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
SPAN_LIMIT = 9998
LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def length_of(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and isleap(year) else LENGTHS[month - 1]


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
    shifted = date(year, month + 1, min(day.day, length_of(year, month + 1)))
    return LAST_DAY if days > (LAST_DAY - shifted).days else shifted + timedelta(days)


def run_out(day: date, months: int, days: int = 0) -> date:
    """The first day after a term of so many months and days that begins with `day`.

    It is the day of the same number; where the month has no such day, the first of the next
    one, so that a term is never cut short: a year from 29 February ends with 28 February, a
    month from 31 January with the last of February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > SPAN_LIMIT:
        return LAST_DAY
    first = date(year, month + 1, 1)
    fits = day.day <= length_of(year, month + 1)
    after = first.replace(day=day.day) if fits else first_of_next_month(first)
    return LAST_DAY if days > (LAST_DAY - after).days else after + timedelta(days)


def last_day_before(end: date, period: str) -> date | None:
    """The last day for a notice that must come at least `period` before a term ends.

    `end` is the first day after the term. The notice is in time if the period, counted from the
    day after it, has run out by the last day of the term: six months before the end of 31
    December is 30 June, before the end of 31 August the last of February. None if the period
    cannot be read, or reaches back before all days.
    """
    parts = parts_of(period)
    if parts is None or end == LAST_DAY or end.toordinal() - 1 <= parts[1]:
        return None
    last = end - timedelta(1 + parts[1])
    year, month = divmod(last.year * 12 + last.month - 1 - parts[0], 12)
    if year < 1:
        return None
    length = length_of(year, month + 1)
    ends_month = last.day == length_of(last.year, last.month)
    return date(year, month + 1, length if ends_month else min(last.day, length))


def first_of_next_year(day: date) -> date:
    """The first day of the year after that of `day`."""
    return LAST_DAY if day.year > SPAN_LIMIT else date(day.year + 1, 1, 1)


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
