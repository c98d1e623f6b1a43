"""Counting deposits: which one decided, and whether one that decided may be missing.

A list of deposits is trusted to be whole only if it holds as many parties as the depositary
counted as at a day after the deposit that decided. Unless that is the very day, even such a list
lacks states that have vanished since; a succession shows where a predecessor's deposit may be
missing.
"""

from datetime import date
from typing import NamedTuple

from .evidence import Evidence, checked, done, looked_for
from .periods import day_after
from .values import CONSENTS, DEPOSITS, FIRST_DAY, Act, Day, Participant


class Deposited(NamedTuple):
    """The first consent of a participant: no earlier than, no later than, the act if it counts."""

    earliest: date
    latest: date
    act: Act | None


class Deciding(NamedTuple):
    """The deposit that completed the number: on which day, as far as known, by which act."""

    day: Day
    act: Act
    is_complete: bool


def deciding_deposit(e: Evidence, number: int) -> Deciding | None:
    """The deposit of that number, None if fewer are on record.

    A deposit that is missing can only have made the day earlier, so the one counted is "at the
    latest". What may count (of an organization, of a successor, one withdrawn again, one of a
    predecessor that is not on record) moves the earliest day only.
    """
    listed = [found for found in (_deposited(e, p) for p in e.makers()) if found]
    counted = sorted((found for found in listed if found.act), key=_latest)
    if number < 1 or len(counted) < number:
        return None
    last = counted[number - 1]
    whole = _whole_as_at(e, listed, last.latest)
    if whole is None:
        earliest = min(_first_possible(e), last.latest)
        return Deciding(Day(earliest, last.latest), last.act, False)
    vanished = _missing_predecessors(e) if whole > last.latest else 0
    missing = [e.begun or FIRST_DAY] * vanished
    possible = sorted([found.earliest for found in listed] + missing)
    return Deciding(Day(possible[number - 1], last.latest), last.act, True)


def _latest(found: Deposited) -> tuple:
    return found.latest, found.earliest, found.act.ref


def _deposited(e: Evidence, participant: Participant) -> Deposited | None:
    """The first consent of a participant, with the act where it counts for certain."""
    own = e.of.get(participant.ref, ())
    consents = [(done(a, e.begun or FIRST_DAY), a) for a in own if a.type in CONSENTS]
    if not consents:
        return None
    earliest = min(day.earliest for day, _ in consents)
    sure = [(day.latest, a.ref, a) for day, a in consents if a.type in DEPOSITS]
    withdrawn = any(act.type == "withdrawal_of_instrument" for act in own)
    if not sure or withdrawn or participant.is_organization:
        return Deposited(earliest, max(day.latest for day, _ in consents), None)
    latest, _, act = min(sure, key=lambda found: found[:2])
    return Deposited(earliest, latest, act)


def _whole_as_at(e: Evidence, listed: list[Deposited], decided: date) -> date | None:
    """The first day, from the deciding deposit on, as at which as many are listed as counted.

    Who gave notice at any time is not counted as listed, since it may have left by then.
    """
    notices = len({act.participant for act in e.acts("denunciation")})
    days = [
        count.as_at.earliest
        for count in e.instrument.counts
        if sum(found.latest <= count.as_at.earliest for found in listed) - notices >= count.value
    ]
    return min((day for day in days if day >= decided), default=None)


def _missing_predecessors(e: Evidence) -> int:
    """How many predecessors may have deposited without being on record (1978 Convention 17)."""
    known = {
        p.actor
        for p in e.instrument.participants
        if any(act.type in CONSENTS for act in e.of.get(p.ref, ()))
    }
    named = [act.predecessor for act in e.acts("succession")]
    return named.count(None) + len({key for key in named if key} - known)


def _first_possible(e: Evidence) -> date:
    """Before this day no deposit, on record or not, can have decided: the text begins, or
    somebody looked up to then for an entry into force and found none.
    """
    looked = looked_for(e.none_shown.get(None, ()), {"entry_into_force"})
    begun = e.begun or FIRST_DAY
    return max(begun, day_after(checked(looked))) if looked else begun
