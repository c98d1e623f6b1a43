"""When an agreement entered into force, and from when a consent binds."""

from typing import NamedTuple

from .delays import added, day_added
from .evidence import (
    BYSTANDERS,
    Evidence,
    done,
    earliest_of,
    effective,
    laid_out,
    resting_on,
    told,
)
from .reasons import reason
from .values import (
    CONSENTS,
    EXISTING,
    FIRST_DAY,
    LAST_DAY,
    SIGNATURES,
    Act,
    Cause,
    Clause,
    Day,
    Instrument,
    Participant,
)

# Where no clause says when a consent given after entry into force binds, it binds at once
# unless the treaty provides otherwise (VCLT 24.3). Treaties provide for up to twelve months
# (conventions of the International Labour Organization), seldom for more.
LONGEST_DELAY = "P12M"


class Force(NamedTuple):
    """Entry into force of the agreement: the day, as far as known, and what shows it."""

    day: Day
    cause: Cause


class Effect(NamedTuple):
    """From when a consent makes a party, why, and why the days before are in doubt."""

    day: Day
    cause: Cause
    doubt: Cause | None = None


def entry_into_force(e: Evidence) -> Force | None:
    """When the agreement entered into force, None if nothing establishes it.

    In such manner and on such day as it provides or its makers agreed (VCLT 24.1): the day on
    record comes first; a clause counts where it makes signature suffice or names a day. Never
    inferred from signature alone.
    """
    recorded = _recorded(e)
    if recorded is not None:
        return recorded
    found = [_by_signature(e), _on_fixed_day(e), _shown_for_participant(e)]
    return min(filter(None, found), key=lambda force: force.day.latest, default=None)


def day_of_effect(instrument: Instrument) -> Day | None:
    """From when an instrument can act on another: its entry into force, or its adoption if it
    does not bind. None if that is not established.
    """
    e = laid_out(instrument)
    if instrument.binding == "binding":
        force = entry_into_force(e)
        return force and force.day
    first = earliest_of(e.acts(*sorted(EXISTING)))
    return first and first[0]


def _recorded(e: Evidence) -> Force | None:
    """The entry into force on record; in an agreement of two sides it is one for both."""
    acts = e.acts("entry_into_force", of_agreement=not e.is_bilateral)
    if not acts:
        return None
    day, act = min(((effective(act, e.begun or FIRST_DAY), act) for act in acts), key=_first)
    if day.is_exact:
        return Force(day, told("entered_into_force", act, day))
    return Force(day, resting_on(reason("in_force_by", day=day.latest), act))


def _first(pair: tuple[Day, Act]) -> tuple:
    return pair[0].latest, pair[0].earliest, pair[1].ref


def _by_signature(e: Evidence) -> Force | None:
    """Signature of both sides, where a clause makes it suffice or both are definitive (VCLT 12)."""
    clause = e.clause("entry_into_force")
    suffices = clause is not None and clause.rule == "on_signature"
    if suffices or clause is None:
        last = both_sides(e, SIGNATURES if suffices else {"definitive_signature"})
        if last is not None:
            return Force(last[0], told("in_force_by_signature", last[1], last[0]))
    return None


def _on_fixed_day(e: Evidence) -> Force | None:
    """A day named by the text itself, once both sides, or two participants, have signed."""
    clause = e.clause("entry_into_force")
    if clause is None or clause.rule != "fixed_day" or clause.day is None:
        return None
    made = _made_by_two(e)
    if made is None:
        return None
    day = clause.day.and_not_before(made)
    return Force(day, Cause(reason("in_force_on_fixed_day", day=day.written)))


def _made_by_two(e: Evidence) -> Day | None:
    """When the second of the makers had signed or consented, None if there is no second."""
    types = SIGNATURES | CONSENTS
    if e.is_bilateral:
        last = both_sides(e, types)
        return last and last[0]
    own = (e.of.get(participant.ref, ()) for participant in e.instrument.participants)
    firsts = [earliest_of(act for act in acts if act.type in types) for acts in own]
    days = [first[0] for first in firsts if first]
    if len(days) < 2:
        return None
    return Day(sorted(day.earliest for day in days)[1], sorted(day.latest for day in days)[1])


def _shown_for_participant(e: Evidence) -> Force | None:
    """What is in force for a participant is in force: since when, only "by then" is known."""
    acts = [act for act in e.acts("entry_into_force") if act.participant is not None]
    acts += [act for act in e.acts(*CONSENTS) if act.effective_on and act.type != "succession"]
    if not acts:
        return None
    begun = e.begun or FIRST_DAY
    day, act = min(((effective(act, begun), act) for act in acts), key=_first)
    return Force(
        Day(min(begun, day.latest), day.latest), told("in_force_for_participant", act, day)
    )


def both_sides(e: Evidence, types: frozenset[str] | set[str]) -> tuple[Day, Act] | None:
    """When the last of the two sides did an act of these types, None if one did not."""
    if not e.is_bilateral:
        return None
    last: dict[int, tuple[Day, Act]] = {}
    for participant in e.instrument.participants:
        first = earliest_of(a for a in e.of.get(participant.ref, ()) if a.type in types)
        if first and participant.side:
            last[participant.side] = _later(last.get(participant.side), first)
    return _later(*last.values()) if len(last) == 2 else None


def _later(one: tuple[Day, Act] | None, other: tuple[Day, Act]) -> tuple[Day, Act]:
    if one is None:
        return other
    return one[0].and_not_before(other[0]), max(one, other, key=_first)[1]


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
    if consent.latest <= force.day.earliest and not _after_deciding_deposit(e, consent, force):
        return Effect(force.day, _from_force(act, force))
    if act.type in ("succession", "definitive_signature"):
        later = consent.and_not_before(force.day)
        return Effect(later, told("consent_effective", act, later, act_type=act.type))
    return _later_party(e, act, consent, force)


def _from_force(act: Act, force: Force) -> Cause:
    return told("bound_from_entry_into_force", act, force.day, act_type=act.type)


def _after_deciding_deposit(e: Evidence, consent: Day, force: Force) -> bool:
    """Whether a consent before entry into force may have come after the deposit that decided it.

    Such a participant is a later one: the deciding deposit lies the clause's delay before the
    entry into force.
    """
    clause = e.clause("entry_into_force")
    if clause is None or clause.rule != "nth_deposit" or not force.day.is_exact:
        return False
    decided_by = added(consent.latest, clause.period)
    return decided_by is not None and decided_by > force.day.earliest


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


def departure(e: Evidence, act: Act) -> tuple[Day, bool]:
    """When a denunciation takes effect, and whether that is known.

    The day on record, else the notice that the clause sets from receipt (VCLT 54). The twelve
    months of VCLT 56 are for treaties that are silent; a clause not recorded is not silence.
    """
    if act.effective_on is not None:
        return act.effective_on, True
    received = done(act, e.begun or FIRST_DAY)
    clause = e.clause("notice")
    if clause is not None and clause.rule == "after_receipt":
        day = day_added(received, clause.period)
        if day is not None:
            return day, True
    return Day(received.earliest, LAST_DAY), False
