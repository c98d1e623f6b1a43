"""When an agreement entered into force: the recorded day, the computed one, and both together."""

from typing import NamedTuple

from .computed_force import by_definitive_signature, computed_force
from .evidence import Evidence, earliest_of, effective, laid_out, resting_on, told
from .reasons import reason
from .values import CONSENTS, EXISTING, FIRST_DAY, Act, Cause, Day, Force, Instrument


class ForceFound(NamedTuple):
    """The entry into force as recorded, as computed, and as taken; None where not established."""

    recorded: Force | None
    computed: Force | None
    taken: Force | None

    @property
    def differ(self) -> bool:
        """Whether the recorded and the computed day cannot both be right."""
        return bool(self.recorded and self.computed and _apart(self.recorded, self.computed))


def force_found(instrument: Instrument) -> ForceFound:
    """The entry into force of an agreement that binds, as recorded and as computed."""
    return found_in(laid_out(instrument))


def entry_into_force(e: Evidence) -> Force | None:
    """When the agreement entered into force, None if nothing establishes it (VCLT 24.1).

    Recorded and computed day are one where they can be. Where they differ a verified record
    decides; otherwise the days between them are not known. Without either, what is in force for
    a participant is in force by then. Never inferred from signature alone. A text that does not
    bind never enters into force.
    """
    return found_in(e).taken if e.instrument.binding == "binding" else None


def found_in(e: Evidence) -> ForceFound:
    """The same, of an instrument that is laid out."""
    recorded, computed = _recorded(e), computed_force(e)
    if recorded is not None:
        taken, verified = recorded
        taken = reconciled(taken, computed, verified) if computed else taken
        return ForceFound(recorded[0], computed, taken)
    inferred = computed or by_definitive_signature(e)
    shown = _shown_for_participant(e)
    if inferred is None or shown is None:
        return ForceFound(None, computed, inferred or shown)
    return ForceFound(None, computed, reconciled(shown, inferred, False))


def _apart(one: Force, other: Force) -> bool:
    """Whether the two have no day in common."""
    return one.day.latest < other.day.earliest or other.day.latest < one.day.earliest


def reconciled(recorded: Force, computed: Force, verified: bool) -> Force:
    """One answer out of the day that is recorded and the day that is computed.

    The days that both allow; where they differ a verified record decides, otherwise nothing is
    known between the two.
    """
    if not _apart(recorded, computed):
        return _narrowed(recorded, computed)
    days = {"recorded": recorded.day.written, "computed": computed.day.written}
    act, checked = recorded.cause.act, recorded.cause.checked
    if verified:
        return Force(recorded.day, Cause(reason("recorded_and_not_computed", **days), act, checked))
    day = Day(
        min(recorded.day.earliest, computed.day.earliest),
        max(recorded.day.latest, computed.day.latest),
    )
    why = reason("in_force_by_both", day=day.latest, **days)
    return Force(
        day,
        Cause(why, act, checked),
        Cause(reason("recorded_and_computed_differ", **days), act, checked),
    )


def _narrowed(recorded: Force, computed: Force) -> Force:
    """The days that both allow, with the reason of the one that says more."""
    day = Day(
        max(recorded.day.earliest, computed.day.earliest),
        min(recorded.day.latest, computed.day.latest),
    )
    if day == recorded.day:
        return recorded
    said = computed if day.latest == computed.day.latest else recorded
    return Force(day, said.cause, said.doubt)


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


def _recorded(e: Evidence) -> tuple[Force, bool] | None:
    """The entry into force on record, and whether it is verified; in an agreement of two sides
    what is recorded for one of them is recorded for both.
    """
    acts = e.acts("entry_into_force", of_agreement=not e.is_bilateral)
    if not acts:
        return None
    day, act = min(((effective(act, e.begun or FIRST_DAY), act) for act in acts), key=_first)
    if day.is_exact:
        return Force(day, told("entered_into_force", act, day)), act.verified
    return Force(day, resting_on(reason("in_force_by", day=day.latest), act)), act.verified


def _first(pair: tuple[Day, Act]) -> tuple:
    return pair[0].latest, pair[0].earliest, pair[1].ref


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
