"""From when a consent binds, and from when a denunciation frees."""

from datetime import date
from typing import NamedTuple

from .computed_force import delayed as deposit_delayed
from .delays import added, day_added
from .evidence import (
    BYSTANDERS,
    Evidence,
    done,
    members_of_side,
    resting_on,
    succeeds,
    told,
)
from .force import reconciled
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


class Departure(NamedTuple):
    """When a denunciation takes effect, whether that is known, and its withdrawal if any."""

    day: Day
    is_known: bool
    revoked: tuple[Day, Act] | None = None


def bound_by_sides(e: Evidence, participant: Participant) -> bool:
    """Whether the entry into force of an agreement of two sides binds this participant.

    It does if the participant is a side, or, where a side has several members, if an act of
    its own is recorded. A successor is bound by its succession and not before.
    """
    if not e.is_bilateral or participant.side is None or participant.role in BYSTANDERS:
        return False
    if succeeds(e, participant):
        return False
    own = e.of.get(participant.ref, ())
    alone = len(members_of_side(e, participant)) == 1
    return alone or any(a.type in SIGNATURES | CONSENTS for a in own)


def consent_day(e: Evidence, act: Act, not_before: date) -> Force:
    """When consent was given; a succession reaches back to its effect (1978 Convention 23).

    Where that effect is not recorded it is a day between the predecessor's own consent, or the
    beginning of the text, and the notification.
    """
    if act.type == "succession" and act.effective_on is not None:
        day = act.effective_on
    else:
        day = done(act, not_before)
    cause = told("consented", act, day, act_type=act.type)
    if act.type != "succession" or act.effective_on is not None:
        return Force(day, cause)
    earliest = min(day.latest, max(not_before, _predecessor_consented(e, act)))
    why = reason("succession_effect_not_recorded", day=day.written)
    return Force(Day(earliest, day.latest), cause, cause._replace(reason=why))


def _predecessor_consented(e: Evidence, act: Act) -> date:
    """The first day on which the predecessor may have consented."""
    refs = {p.ref for p in e.instrument.participants if p.actor and p.actor == act.predecessor}
    begun = e.begun or FIRST_DAY
    own = [other for ref in refs for other in e.of.get(ref, ()) if other.type in CONSENTS]
    return min((done(other, begun).earliest for other in own), default=begun)


def effect_of_consent(e: Evidence, act: Act, consent: Day, force: Force | None) -> Force | None:
    """From when a consent makes a party, None where the agreement's force is not established.

    The day on record and the day that is computed are reconciled as for the agreement itself; a
    succession has the effect that is recorded for it.
    """
    computed = _computed_effect(e, act, consent, force)
    if act.effective_on is None:
        return computed
    cause = told("consent_effective", act, act.effective_on, act_type=act.type)
    recorded = Force(act.effective_on, cause)
    if computed is None or act.type == "succession":
        return recorded
    return reconciled(recorded, computed, act.verified)


def _computed_effect(e: Evidence, act: Act, consent: Day, force: Force | None) -> Force | None:
    """With the agreement's entry into force for those who had consented in time (VCLT 24.1);
    else on the day that the clause for later parties gives (VCLT 24.3).
    """
    if force is None:
        return None
    in_time = _in_time(e, consent, force)
    if in_time:
        return Force(force.day, _from_force(act, force))
    start = consent.and_not_before(force.day)
    if act.type in ("succession", "definitive_signature"):
        return Force(start, told("consent_effective", act, start, act_type=act.type))
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
    by_number = clause and (clause.count or clause.rule == "named_participants")
    counted = by_number and deposit_delayed(clause, consent)
    counted = counted or consent
    if counted.latest <= force.day.earliest:
        return True
    return False if counted.earliest > force.day.latest else None


def _later_party(e: Evidence, act: Act, consent: Day, force: Force) -> Force:
    """One who consents late is bound after the clause's delay, or on a day not recorded."""
    start = consent.and_not_before(force.day)
    clause = e.clause("later_parties")
    delayed = _delayed(clause, consent) if clause else None
    if delayed is not None:
        day = delayed.and_not_before(force.day)
        return Force(day, told("bound_after_delay", act, day, act_type=act.type))
    day = Day(start.earliest, added(start.latest, LONGEST_DELAY))
    doubt = resting_on(reason("consent_delay_not_recorded", day=consent.written), act)
    return Force(day, _bound_by(act, day), doubt)


def _bound_by(act: Act, day: Day) -> Cause:
    return resting_on(reason("bound_on_deposit", day=day.latest, act_type=act.type), act)


def _delayed(clause: Clause, consent: Day) -> Day | None:
    if clause.rule == "after_deposit":
        return day_added(consent, clause.period)
    if clause.rule == "first_of_month_after_deposit":
        return day_added(consent, clause.period, next_month=True)
    return None


def departure(e: Evidence, act: Act, force: Force | None = None) -> Departure:
    """When a denunciation takes effect, and whether that is known.

    The day on record, else the day that the clauses on notice give (VCLT 54). The twelve months
    of VCLT 56 are for treaties that are silent; a clause not recorded is not silence. A notice
    may be withdrawn before it has taken effect (VCLT 68).
    """
    received = done(act, e.begun or FIRST_DAY)
    day = act.effective_on or notice_ends(e, force, received)
    if day is None:
        return Departure(Day(received.earliest, LAST_DAY), False)
    withdrawals = [
        (done(other, received.earliest), other)
        for other in e.acts("withdrawal_of_instrument")
        if other.concerns == act.ref
    ]
    revoked = next((found for found in withdrawals if found[0].latest < day.earliest), None)
    if revoked is None and any(found[0].earliest < day.latest for found in withdrawals):
        return Departure(Day(received.earliest, LAST_DAY), False)
    return Departure(day, True, revoked)
