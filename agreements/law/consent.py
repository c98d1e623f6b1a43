"""From when a consent binds, and from when a denunciation frees."""

from typing import NamedTuple

from .computed_force import delayed as deposit_delayed
from .delays import added, day_added
from .evidence import BYSTANDERS, Evidence, done, resting_on, told
from .reasons import reason
from .terms import notice_ends
from .values import (
    CONSENTS,
    FIRST_DAY,
    LAST_DAY,
    SIGNATURES,
    Act,
    Cause,
    Clause,
    Day,
    Force,
    Participant,
)

# Where no clause says when a consent given after entry into force binds, it binds at once
# unless the treaty provides otherwise (VCLT 24.3). Treaties provide for up to twelve months
# (conventions of the International Labour Organization), seldom for more.
LONGEST_DELAY = "P12M"


class Effect(NamedTuple):
    """From when a consent makes a party, why, and why the days before are in doubt."""

    day: Day
    cause: Cause
    doubt: Cause | None = None


def bound_by_sides(e: Evidence, participant: Participant) -> bool:
    """Whether the entry into force of an agreement of two sides binds this participant.

    It does if the participant is a side, or, where a side has several members, if an act of
    its own is recorded.
    """
    if not e.is_bilateral or participant.side is None or participant.role in BYSTANDERS:
        return False
    members = sum(p.side == participant.side for p in e.instrument.participants)
    own = e.of.get(participant.ref, ())
    return members == 1 or any(a.type in SIGNATURES | CONSENTS for a in own)


def effect_of_consent(e: Evidence, act: Act, consent: Day, force: Force | None) -> Effect | None:
    """From when a consent makes a party, None where the agreement's force is not established.

    The day on record; else the agreement's entry into force for those who had consented in
    time (VCLT 24.1); else the day that the clause for later parties gives (VCLT 24.3).
    """
    if act.effective_on is not None:
        cause = told("consent_effective", act, act.effective_on, act_type=act.type)
        return Effect(act.effective_on, cause)
    if force is None:
        return None
    in_time = _in_time(e, consent, force)
    if in_time:
        return Effect(force.day, _from_force(act, force))
    start = consent.and_not_before(force.day)
    if act.type in ("succession", "definitive_signature"):
        return Effect(start, told("consent_effective", act, start, act_type=act.type))
    later = _later_party(e, act, consent, force)
    if in_time is None:
        return later._replace(day=Day(start.earliest, later.day.latest))
    return later


def _from_force(act: Act, force: Force) -> Cause:
    return told("bound_from_entry_into_force", act, force.day, act_type=act.type)


def _in_time(e: Evidence, consent: Day, force: Force) -> bool | None:
    """Whether a consent is one of those that brought the entry into force; None: not known.

    Where a number of deposits brings it, a later one is that of a later party even if the delay
    still ran: it is in time if, counted as the deciding one, it would have been enough.
    """
    clause = e.clause("entry_into_force")
    counted = clause and clause.count and deposit_delayed(clause, consent)
    counted = counted or consent
    if counted.latest <= force.day.earliest:
        return True
    return False if counted.earliest > force.day.latest else None


def _later_party(e: Evidence, act: Act, consent: Day, force: Force) -> Effect:
    """One who consents late is bound after the clause's delay, or on a day not recorded."""
    start = consent.and_not_before(force.day)
    clause = e.clause("later_parties")
    delayed = _delayed(clause, consent) if clause else None
    if delayed is not None:
        day = delayed.and_not_before(force.day)
        return Effect(day, told("bound_after_delay", act, day, act_type=act.type))
    day = Day(start.earliest, added(start.latest, LONGEST_DELAY))
    doubt = resting_on(reason("consent_delay_not_recorded", day=consent.written), act)
    return Effect(day, _bound_by(act, day), doubt)


def _bound_by(act: Act, day: Day) -> Cause:
    return resting_on(reason("bound_on_deposit", day=day.latest, act_type=act.type), act)


def _delayed(clause: Clause, consent: Day) -> Day | None:
    if clause.rule == "after_deposit":
        return day_added(consent, clause.period)
    if clause.rule == "first_of_month_after_deposit":
        return day_added(consent, clause.period, next_month=True)
    return None


def departure(e: Evidence, act: Act, force: Force | None = None) -> tuple[Day, bool]:
    """When a denunciation takes effect, and whether that is known.

    The day on record, else the day that the clauses on notice give (VCLT 54). The twelve months
    of VCLT 56 are for treaties that are silent; a clause not recorded is not silence.
    """
    if act.effective_on is not None:
        return act.effective_on, True
    received = done(act, e.begun or FIRST_DAY)
    day = notice_ends(e, force, received)
    if day is None:
        return Day(received.earliest, LAST_DAY), False
    return day, True
