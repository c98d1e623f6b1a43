"""For which of its territories a participant is bound (VCLT 29).

A treaty binds each party in respect of its entire territory unless something else appears. Many
conventions let it appear: a state extends them to a territory, or declares that they do not extend
there. Such a territory has a row of its own; it stands as its state does, as far as it reaches.
"""

from .evidence import Evidence, effective
from .periods import Change, cut, overlaid
from .reasons import reason
from .values import CONSENTS, FIRST_DAY, Act, Cause, Mark, Participant, Period, Standing

S = Standing
APPLIED, EXCLUDED = "applied", "excluded"
BEFORE = {S.NONE: APPLIED, EXCLUDED: APPLIED}


def takes_part_by_itself(e: Evidence, participant: Participant) -> bool:
    """Whether a territory has consented in its own name, as some did before independence."""
    return any(act.type in CONSENTS for act in e.of.get(participant.ref, ()))


def territory_line(
    e: Evidence, participant: Participant, state: tuple[Period, ...] | None
) -> tuple[Period, ...]:
    """The periods of a territory: those of its state while the agreement reaches it.

    `state` is the line of its state, None if the state itself is not among the participants.
    """
    if state is None:
        return cut(Mark(S.NOT_KNOWN, Cause(reason("state_not_recorded"))), ())
    changes = [_change(e, act) for act in e.of.get(participant.ref, ()) if act.type in CHANGING]
    changes += [_change(e, act) for act in _withdrawn(e, participant)]
    if not changes:
        return overlaid(state, state, _not_settled)
    first = Mark(S.NONE, Cause(reason("before_first_own_act", day=_first_day(changes))))
    return overlaid(cut(first, changes), state, _as_its_state)


def _first_day(changes: list[Change]) -> str:
    return min(change.day.earliest for change in changes).isoformat()


CHANGING = {
    "territorial_application": (BEFORE, "extended_to_territory"),
    "territorial_exclusion": ({S.NONE: EXCLUDED, APPLIED: EXCLUDED}, "territory_excluded"),
    "withdrawal_of_instrument": ({APPLIED: S.FORMER_PARTY}, "extension_withdrawn"),
}


def _withdrawn(e: Evidence, participant: Participant) -> list[Act]:
    """Withdrawals, by the state itself, of what was said for the territory."""
    own = {act.ref for act in e.of.get(participant.ref, ())}
    acts = e.acts("withdrawal_of_instrument")
    return [act for act in acts if act.concerns in own and act.ref not in own]


def _change(e: Evidence, act: Act) -> Change:
    moves, code = CHANGING[act.type]
    day = effective(act, e.begun or FIRST_DAY)
    why = reason(code, day=day.written)
    return Change(day, 3, moves, Cause(why, act.ref), act.type)


def _as_its_state(own: Mark, state: Mark) -> Mark:
    """While the agreement reaches the territory, its state's standing; else its own answer."""
    if own.status == APPLIED:
        return state
    if own.status == EXCLUDED:
        return Mark(S.NONE, own.cause)
    return own


def _not_settled(state: Mark, _same: Mark) -> Mark:
    """Without any act for the territory: nothing while the state is nothing, else not known."""
    if state.status in (S.NONE, S.NONE_SHOWN):
        return state
    return Mark(S.NOT_KNOWN, Cause(reason("territory_not_settled")))
