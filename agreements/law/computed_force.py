"""When an agreement enters into force by its own clauses and the acts on record (VCLT 24.1).

Each rule answers with a day as far as it follows for certain, or says nothing. An empty period
means that the delay is not recorded, "P0D" that there is none; a signature that suffices needs
no delay.
"""

import re
from collections.abc import Callable

from .delays import day_added
from .deposits import Deciding, deciding_deposit
from .evidence import Evidence, both_sides, done, earliest_of, last_of, resting_on, told
from .reasons import reason
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
)

NO_DELAY = "P0D"
SHARE = re.compile(r"[1-9]\d*/[1-9]\d*")


def computed_force(e: Evidence) -> Force | None:
    """When the agreement enters into force by its clauses, None if they do not say so.

    Where several clauses speak of it, the text may ask for all of them or for any: the days
    between the first and the last are left open, and one that cannot be computed leaves all
    open. An instrument that supplements a parent is not in force for certain before it.
    """
    clauses = e.clauses("entry_into_force")
    found = [RULES[c.rule](e, c) if c.rule in RULES else None for c in clauses]
    if not found or not all(found):
        return None
    return _with_parents(e, _together(found))


def by_definitive_signature(e: Evidence) -> Force | None:
    """Definitive signature of both sides, where no clause says otherwise (VCLT 12)."""
    if e.clauses("entry_into_force"):
        return None
    last = both_sides(e, {"definitive_signature"})
    return last and Force(last[0], told("in_force_by_signature", last[1], last[0]))


def _together(found: list[Force]) -> Force:
    """One answer out of those of several clauses."""
    last = max(found, key=lambda force: (force.day.latest, force.day.earliest))
    day = Day(min(force.day.earliest for force in found), last.day.latest)
    if day == last.day:
        return last
    doubt = Cause(reason("clauses_differ", earliest=day.earliest, latest=day.latest))
    return Force(day, last.cause, doubt)


def _with_parents(e: Evidence, force: Force) -> Force | None:
    """A protocol has nothing to supplement before its parent; whether it may nevertheless be in
    force earlier is for its text to say, so the days until the parent's force are left open.
    """
    for parent in e.instrument.parents:
        if parent.force is None:
            return None
        if parent.force.latest > force.day.latest:
            day = Day(force.day.earliest, parent.force.latest)
            why = reason("waits_for_parent", by=parent.key, day=parent.force.written)
            force = Force(day, force.cause, Cause(why, force.cause.act, force.cause.checked))
    return force


def _on_signature(e: Evidence, clause: Clause) -> Force | None:
    """Once both sides, or all signatories on one day, have signed (VCLT 12)."""
    last = both_sides(e, SIGNATURES) if e.is_bilateral else _signed_together(e)
    if last is not None and delayed(clause, last[0]) == last[0]:
        return Force(last[0], told("in_force_by_signature", last[1], last[0]))
    return _after_act(clause, last)


def _signed_together(e: Evidence) -> tuple[Day, Act] | None:
    """The one day on which several signed a text; where days differ, others may be missing."""
    signed = [(done(act, e.begun or FIRST_DAY), act) for act in e.acts(*sorted(SIGNATURES))]
    signatories = {act.participant for _, act in signed}
    days = {day for day, _ in signed}
    if len(signatories) < 2 or len(days) > 1 or not days.pop().is_exact:
        return None
    return last_of(signed)


def _last_notification(e: Evidence, clause: Clause) -> Force | None:
    """Once both sides have notified that their procedures are complete (VCLT 11, 24.1).

    Of agreements of several it cannot be told from the record whose notification was needed.
    """
    return _after_act(clause, both_sides(e, {"notification"}))


def _exchange(e: Evidence, clause: Clause) -> Force | None:
    """With the exchange of the instruments of ratification (VCLT 13, 16)."""
    joint = earliest_of(e.acts("exchange_of_instruments", of_agreement=True))
    return _after_act(clause, joint or both_sides(e, {"exchange_of_instruments"}))


def _by_deposits(e: Evidence, clause: Clause) -> Force | None:
    """With the n-th deposit, after a delay or on the first of a month (VCLT 16, 24.1).

    Where participants are named, theirs must be among them.
    """
    number = deposits_needed(clause)
    if number is None:
        notified = clause.rule == "first_of_month_after"
        return _last_notification(e, clause) if notified else None
    decided = _with_those_named(e, deciding_deposit(e, number))
    day = decided and delayed(clause, decided.day)
    if not day:
        return None
    cause = told("in_force_by_deposits", decided.act, day, count=str(number))
    if decided.is_complete:
        return Force(day, cause)
    why = reason("deposits_may_be_missing", latest=day.latest)
    return Force(day, cause, resting_on(why, decided.act))


def _with_those_named(e: Evidence, decided: Deciding | None) -> Deciding | None:
    """The deposit that decided, or that of the last participant named if it came later."""
    if decided is None or not any(participant.named for participant in e.makers()):
        return decided
    named = _last_named(e)
    if named is None:
        return None
    day, act = named
    later = act if day.latest > decided.day.latest else decided.act
    return decided._replace(day=decided.day.and_not_before(day), act=later)


def deposits_needed(clause: Clause) -> int | None:
    """How many deposits a clause takes: its count, or its share of that, rounded up.

    Two thirds of ten are seven. None where the count, or of a share either, is not recorded.
    """
    if clause.rule != "share_of_deposits" or clause.count is None:
        return clause.count
    if not SHARE.fullmatch(clause.share):
        return None
    part, whole = map(int, clause.share.split("/"))
    return -(-clause.count * part // whole)


def _by_those_named(e: Evidence, clause: Clause) -> Force | None:
    """Once all participants that the text names have consented (VCLT 24.1)."""
    return _after_act(clause, _last_named(e))


def _last_named(e: Evidence) -> tuple[Day, Act] | None:
    """When the last of the named participants consented, None if one of them has not."""
    begun = e.begun or FIRST_DAY
    firsts = []
    for participant in (p for p in e.makers() if p.named):
        own = [(done(a, begun), a) for a in e.of.get(participant.ref, ()) if a.type in CONSENTS]
        if not own or any(a.type == "withdrawal_of_instrument" for a in e.of[participant.ref]):
            return None
        firsts.append(min(own, key=lambda one: (one[0].latest, one[1].ref)))
    return last_of(firsts) if firsts else None


def _on_fixed_day(e: Evidence, clause: Clause) -> Force | None:
    """A day named by the text itself, once both sides, or two participants, have signed."""
    made = _made_by_two(e)
    if clause.day is None or made is None:
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


def _after_act(clause: Clause, last: tuple[Day, Act] | None) -> Force | None:
    """The day on which the clause's delay has run from the last act that it takes."""
    day = last and delayed(clause, last[0])
    if not day or day.latest == LAST_DAY:
        return None
    return Force(day, told("in_force_after_act", last[1], day, act_type=last[1].type))


def delayed(clause: Clause, day: Day) -> Day | None:
    """The day on which an entry into force follows a day, None if the delay is not recorded."""
    period = clause.period or (NO_DELAY if clause.rule == "on_signature" else "")
    return day_added(day, period, next_month=clause.rule == "first_of_month_after")


RULES: dict[str, Callable[[Evidence, Clause], Force | None]] = {
    "on_signature": _on_signature,
    "last_notification": _last_notification,
    "exchange_of_instruments": _exchange,
    "nth_deposit": _by_deposits,
    "share_of_deposits": _by_deposits,
    "named_participants": _by_those_named,
    "first_of_month_after": _by_deposits,
    "fixed_day": _on_fixed_day,
}
