"""Cutting the time line into periods of constant answer.

A line begins with one answer and is changed by dated changes. A change whose day is known only
in part may happen on any of the days between its bounds, before or after whatever else happens
on those days: every possible course is followed, and where their answers differ the answer is
"not known".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from .reasons import reason
from .values import FIRST_DAY, LAST_DAY, Cause, Day, Mark, Period

NOT_KNOWN = "not_known"
# The answers that are possible, each with the changes that may still happen in its course.
Courses = dict[tuple[str, frozenset[int]], Cause]


class Change(NamedTuple):
    """On `day` every answer that is a key of `moves` becomes its value, because of `cause`.

    `rank` orders changes of one day in the order of a treaty's life. `doubt` is the reason to
    give for the days between the bounds; without it the reason names the act and the bounds.
    A change that `follows` is the effect of another change by the same act, never before it.
    """

    day: Day
    rank: int
    moves: Mapping[str, str]
    cause: Cause
    type: str = ""
    doubt: Cause | None = None
    follows: bool = False


def cut(first: Mark, changes: Iterable[Change]) -> tuple[Period, ...]:
    """The periods of a line that begins with `first` and is changed by `changes`."""
    ordered = sorted(changes, key=_order)
    courses: Courses = {(first.status, frozenset()): first.cause}
    marks = [(FIRST_DAY, first)]
    doubtful = None
    for day, events in groupby(_events(ordered), key=itemgetter(0)):
        for _day, _rank, closing, number in events:
            courses = (_followed if closing else _opened)(courses, number, ordered[number])
            courses = _spread(courses, ordered)
            doubtful = _doubtful(courses, ordered) or doubtful
        marks.append((day, _answer(courses, doubtful)))
    return joined(marks)


def joined(marks: Iterable[tuple[date, Mark]]) -> tuple[Period, ...]:
    """Marks in order of their first day as periods, equal neighbours made one."""
    kept: list[tuple[date, Mark]] = []
    for start, mark in marks:
        if kept and kept[-1][0] == start:
            kept.pop()
        if not kept or kept[-1][1] != mark:
            kept.append((start, mark))
    ends = [start for start, _ in kept[1:]] + [LAST_DAY]
    return tuple(Period(start, end, mark) for (start, mark), end in zip(kept, ends, strict=True))


def overlaid(
    upper: Sequence[Period], lower: Sequence[Period], judge: Callable[[Mark, Mark], Mark]
) -> tuple[Period, ...]:
    """One line out of two: on every day what `judge` makes of the two answers."""
    marks = []
    above = below = 0
    for start in sorted({period.start for period in (*upper, *lower)}):
        above += above + 1 < len(upper) and upper[above + 1].start <= start
        below += below + 1 < len(lower) and lower[below + 1].start <= start
        marks.append((start, judge(upper[above].mark, lower[below].mark)))
    return joined(marks)


def limited(
    periods: Sequence[Period], day: date, beyond: Callable[[Mark], Mark]
) -> tuple[Period, ...]:
    """The same line, with `beyond` said of every answer from `day` on."""
    marks: list[tuple[date, Mark]] = []
    for start, end, mark in periods:
        if start < day:
            marks.append((start, mark))
        if day < end:
            marks.append((max(start, day), beyond(mark)))
    return joined(marks)


def day_after(day: date) -> date:
    """The next day, or the open end."""
    return LAST_DAY if day == LAST_DAY else day + timedelta(1)


def _order(change: Change) -> tuple:
    return change.day.earliest, change.day.latest, change.rank, change.cause.act or ""


def _events(ordered: Sequence[Change]) -> list[tuple[date, int, bool, int]]:
    """When each change becomes possible, and when it has happened at the latest (closing)."""
    events = []
    for number, (day, rank, *_) in enumerate(ordered):
        if day.earliest < day.latest:
            events.append((day.earliest, rank, False, number))
        if day.latest != LAST_DAY:
            events.append((day.latest, rank, True, number))
    return sorted(events)


def _opened(courses: Courses, number: int, _change: Change) -> Courses:
    """Every course with one more change that may happen from now on."""
    return {(status, open_ | {number}): cause for (status, open_), cause in courses.items()}


def _followed(courses: Courses, number: int, change: Change) -> Courses:
    """Every course after a change has happened at the latest."""
    exact = change.day.is_exact
    followed: Courses = {}
    for (status, open_), cause in courses.items():
        if (exact or number in open_) and status in change.moves:
            followed[change.moves[status], open_ - {number}] = change.cause
        else:
            followed.setdefault((status, open_ - {number}), cause)
    return followed


def _spread(courses: Courses, ordered: Sequence[Change]) -> Courses:
    """The courses with those added in which changes that may have happened did."""
    waiting = [course for course in courses if course[1]]
    while waiting:
        status, open_ = course = waiting.pop()
        for number in sorted(open_):
            change = ordered[number]
            if change.follows and any(_brings(ordered[other], change) for other in open_):
                continue
            moved = (change.moves.get(status, status), open_ - {number})
            if moved not in courses:
                courses[moved] = change.cause if status in change.moves else courses[course]
                if moved[1]:
                    waiting.append(moved)
    return courses


def _brings(change: Change, effect: Change) -> bool:
    """Whether `effect` is the effect of `change`: the same act, and not itself an effect."""
    return change.cause.act == effect.cause.act and not change.follows


def _doubtful(courses: Courses, ordered: Sequence[Change]) -> Change | None:
    """The first of the changes that may or may not have happened and would make a difference."""
    numbers = {
        number
        for (status, open_) in courses
        for number in open_
        if ordered[number].moves.get(status, status) != status
    }
    return ordered[min(numbers)] if numbers else None


def _answer(courses: Courses, doubtful: Change | None) -> Mark:
    """The one answer that every course gives, or "not known" if they differ."""
    (status, _open), cause = next(iter(courses.items()))
    if all(other == status for other, _ in courses):
        return Mark(status, cause)
    return Mark(NOT_KNOWN, _doubt_of(doubtful))


def _doubt_of(change: Change) -> Cause:
    """Why nothing is known between the bounds of a change."""
    if change.doubt is not None:
        return change.doubt
    earliest, latest = change.day.earliest, change.day.latest
    if latest == LAST_DAY:
        why = reason("day_not_known", act_type=change.type)
    elif earliest == FIRST_DAY:
        why = reason("day_known_only_by", act_type=change.type, latest=latest)
    else:
        why = reason("day_known_in_part", act_type=change.type, earliest=earliest, latest=latest)
    return Cause(why, change.cause.act, change.cause.checked)
