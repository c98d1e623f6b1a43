"""Clause arithmetic agrees with a slow oracle that only ever goes from one day to the next.

The oracle shares no code with the rules: it knows durations as months and days, walks the
calendar, and asks of every day what it is.
"""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.law import coming_dates, reading_of_instrument
from agreements.law.values import Act, Clause, Day, Instrument, Participant

ONE_DAY = timedelta(1)
# Terms and notices, as ISO 8601 and as months and days.
TERMS = {
    "P1Y": (12, 0),
    "P6M": (6, 0),
    "P1M": (1, 0),
    "P2Y": (24, 0),
    "P1Y3M": (15, 0),
    "P90D": (0, 90),
    "P1M10D": (1, 10),
    "P6W": (0, 42),
}
NOTICES = {"P1M": (1, 0), "P3M": (3, 0), "P30D": (0, 30), "P6M": (6, 0), "P1M15D": (1, 15)}
WINDOW = 1500

starts = st.one_of(
    st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    st.sampled_from(
        [date(2000, 2, 29), date(2011, 1, 31), date(2011, 12, 31), date(2015, 8, 31),
         date(2016, 2, 29), date(2019, 11, 30), date(2023, 3, 31), date(2015, 2, 28)]
    ),
)  # fmt: skip
periods = st.lists(st.sampled_from(sorted(TERMS)), min_size=1, max_size=3)
notices = st.sampled_from(sorted(NOTICES))


# --- The oracle ---------------------------------------------------------------------------------


def tomorrow_is_another_month(day):
    return (day + ONE_DAY).month != day.month


def term_is_over(begun, day, months):
    """Whether, as a day begins, so many months have wholly passed since another day began."""
    passed = (day.year - begun.year) * 12 + day.month - begun.month
    return passed > months or (passed == months and day.day >= begun.day)


def end_of_term(begun, months, days):
    """The first day after a term, found by walking through it."""
    day = begun
    while not term_is_over(begun, day, months):
        day += ONE_DAY
    for _ in range(days):
        day += ONE_DAY
    return day


def notice_is_in_time(given, end, months, days):
    """Whether a delay that begins the day after notice has run out when the last day ends."""
    day, left = given, months
    while left and day < end:
        day += ONE_DAY
        same_day = day.day == given.day
        left -= same_day or (day.day < given.day and tomorrow_is_another_month(day))
    for _ in range(days):
        day += ONE_DAY
    return not left and day < end


def ends_of_terms(begun, parts, until):
    """The first day after each term; the last period is renewed for ever."""
    ends, months, days, number = [], 0, 0, 0
    while not ends or ends[-1] <= until:
        more = parts[min(number, len(parts) - 1)]
        months, days, number = months + more[0], days + more[1], number + 1
        ends.append(end_of_term(begun, months, days))
    return ends


def last_day_in_time(begun, end, notice):
    """The last day of force on which notice is in time for an end, None if there is none."""
    day = end - ONE_DAY
    while day >= begun:
        if notice_is_in_time(day, end, *notice):
            return day
        day -= ONE_DAY
    return None


# --- The rules ----------------------------------------------------------------------------------


def agreement(begun, terms, notice, denounced=None):
    """In force from a day for a term that is renewed tacitly, with notice before its end."""
    exact = Day(begun, begun)
    acts = [Act(f"act-{who}", "signature", who, done_on=exact) for who in ("A", "B")]
    acts.append(Act("act-3", "entry_into_force", done_on=exact))
    if denounced:
        acts.append(Act("act-4", "denunciation", "B", done_on=Day(denounced, denounced)))
    renewals = [
        Clause(f"clause-{number}", "renewal", "tacit", period=period)
        for number, period in enumerate(terms[1:] or terms, 1)
    ]
    return Instrument(
        "x",
        "bilateral",
        participants=(Participant("A", 1), Participant("B", 2)),
        acts=tuple(acts),
        clauses=(
            Clause("clause-0", "duration", "fixed", period=terms[0]),
            *renewals,
            Clause("clause-9", "notice", "before_end", period=notice),
        ),
    )


@settings(max_examples=60, deadline=None)
@given(starts, periods, notices)
def test_every_renewal_and_every_last_day_for_notice_is_the_one_found_by_walking(
    begun, terms, notice
):
    until = begun + WINDOW * ONE_DAY
    found = coming_dates(agreement(begun, terms, notice), begun + ONE_DAY, until)
    ends = ends_of_terms(begun, [TERMS[period] for period in terms], until + 400 * ONE_DAY)
    walked = {("renewal", end) for end in ends if begun < end < until}
    for end in ends:
        day = last_day_in_time(begun, end, NOTICES[notice])
        if day and begun < day < until:
            walked.add(("last_day_for_notice", day))
    told = {(one.kind, one.day.earliest) for one in found if one.kind != "entry_into_force"}
    assert told == walked
    assert all(one.day.is_exact for one in found)


@settings(max_examples=60, deadline=None)
@given(starts, periods, notices, st.integers(0, 900))
def test_a_notice_takes_effect_with_the_first_end_for_which_walking_finds_it_in_time(
    begun, terms, notice, later
):
    received = begun + later * ONE_DAY
    line = reading_of_instrument(agreement(begun, terms, notice, received)).agreement
    ends = ends_of_terms(begun, [TERMS[period] for period in terms], received + 900 * ONE_DAY)
    free = next(
        end for end in ends if end > received and notice_is_in_time(received, end, *NOTICES[notice])
    )
    assert [(period.status, period.start) for period in line[-2:]] == [
        ("denounced", received),
        ("terminated", free),
    ]


@settings(max_examples=60, deadline=None)
@given(starts, st.sampled_from(sorted(TERMS)))
def test_a_term_that_is_not_renewed_expires_on_the_day_found_by_walking(begun, period):
    whole = agreement(begun, [period], "P1M")
    clauses = (whole.clauses[0], Clause("clause-1", "renewal", "none"))
    line = reading_of_instrument(
        Instrument(
            "x", "bilateral", participants=whole.participants, acts=whole.acts, clauses=clauses
        )
    ).agreement
    assert (line[-1].status, line[-1].start) == ("expired", end_of_term(begun, *TERMS[period]))
