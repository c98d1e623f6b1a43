"""Durations of final clauses, counted in whole days, months and years."""

from datetime import date

import pytest

from agreements.law.delays import added, day_added, first_of_next_month
from agreements.law.values import LAST_DAY, Day


@pytest.mark.parametrize(
    ("day", "period", "expected"),
    [
        (date(2003, 7, 1), "P90D", date(2003, 9, 29)),
        (date(2003, 9, 26), "P90D", date(2003, 12, 25)),
        (date(2003, 10, 30), "P90D", date(2004, 1, 28)),
        (date(1954, 1, 22), "P90D", date(1954, 4, 22)),
        (date(2024, 1, 31), "P1M", date(2024, 2, 29)),
        (date(2023, 1, 31), "P1M", date(2023, 2, 28)),
        (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
        (date(2019, 11, 30), "P1Y3M", date(2021, 2, 28)),
        (date(2020, 3, 1), "P2W", date(2020, 3, 15)),
    ],
)
def test_the_day_from_which_a_delay_runs_does_not_count(day, period, expected):
    assert added(day, period) == expected


@pytest.mark.parametrize("period", ["", "P", "90 days", "PT5H", "P1.5Y", "-P1D"])
def test_what_is_no_duration_of_whole_days_gives_no_day(period):
    assert added(date(2020, 1, 1), period) is None
    assert day_added(Day(date(2020, 1, 1), date(2020, 1, 1)), period) is None


def test_the_first_of_the_month_follows_even_a_day_that_is_a_first():
    assert first_of_next_month(date(2020, 12, 31)) == date(2021, 1, 1)
    assert first_of_next_month(date(2020, 1, 1)) == date(2020, 2, 1)


def test_an_open_end_stays_open():
    assert day_added(Day(), "P9999Y").latest == LAST_DAY
    assert added(date(9998, 12, 31), "P400D") == LAST_DAY
    assert first_of_next_month(LAST_DAY) == LAST_DAY


def test_both_bounds_of_a_day_known_in_part_move():
    moved = day_added(Day(date(2012, 1, 1), date(2012, 12, 31)), "P3M", next_month=True)
    assert moved == Day(date(2012, 5, 1), date(2013, 4, 1))
