"""Cutting the time line into periods of constant answer.

A line begins with one answer and is changed by dated changes. A change whose day is known only
in part may or may not have happened on the days between its bounds: there the possible answers
are followed side by side, and where they differ the answer is "not known".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from .reasons import reason
from .values import FIRST_DAY, LAST_DAY, Cause, Day, Mark, Period

NOT_KNOWN = "not_known"


class Change(NamedTuple):
    """On `day` every answer that is a key of `moves` becomes its value, because of `cause`.

    `rank` orders changes of one day in the order of a treaty's life. `doubt` is the reason to
    give for the days between the bounds; without it the reason names the act and the bounds.
    """

    day: Day
    rank: int
    moves: Mapping[str, str]
    cause: Cause
    type: str = ""
    doubt: Cause | None = None


def cut(first: Mark, changes: Iterable[Change]) -> tuple[Period, ...]:
    """The periods of a line that begins with `first` and is changed by `changes`."""
    ordered = sorted(changes, key=_order)
    starts = {FIRST_DAY}
    for change in ordered:
        starts.update((change.day.earliest, change.day.latest))
    starts.discard(LAST_DAY)
    return joined((start, _answer_on(start, first, ordered)) for start in sorted(starts))


def joined(marks: Iterable[tuple[date, Mark]]) -> tuple[Period, ...]:
    """Marks in order of their first day as periods, equal neighbours made one."""
    kept: list[tuple[date, Mark]] = []
    for start, mark in marks:
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


def _answer_on(day: date, first: Mark, changes: Sequence[Change]) -> Mark:
    """The one answer that is possible on `day`, or "not known" if several are."""
    possible = {first.status: first.cause}
    doubtful = None
    for change in changes:
        if change.day.earliest > day:
            break
        moved = _moved(possible, change)
        if change.day.latest <= day:
            possible = moved
        elif moved.keys() - possible.keys():
            possible = moved | possible
            doubtful = change
    if len(possible) == 1:
        return Mark(*next(iter(possible.items())))
    return Mark(NOT_KNOWN, _doubt_of(doubtful))


def _moved(possible: Mapping[str, Cause], change: Change) -> dict[str, Cause]:
    """The possible answers once the change has happened."""
    moved = {status: cause for status, cause in possible.items() if status not in change.moves}
    for status in possible:
        if status in change.moves:
            moved[change.moves[status]] = change.cause
    return moved


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
