"""How an agreement that binds ends: by act, by notice, by its term, by a later agreement."""

from collections.abc import Iterator

from .consent import Departure, departure
from .evidence import Evidence, effective, members_of_side, told
from .fewest import fallen_below
from .periods import Change
from .reasons import reason
from .terms import terms_of
from .values import (
    FIRST_DAY,
    Act,
    AgreementStatus,
    Cause,
    Day,
    Force,
    RelatedInstrument,
)

S = AgreementStatus
RUNNING = (S.IN_FORCE, S.PARTLY_SUSPENDED, S.SUSPENDED, S.DENOUNCED)
UNFINISHED = (
    S.NOT_YET,
    S.NEGOTIATED,
    S.INITIALLED,
    S.SIGNED_NOT_IN_FORCE,
    S.PROVISIONALLY_APPLIED,
)
NOTICE = {S.IN_FORCE: S.DENOUNCED, S.PARTLY_SUSPENDED: S.DENOUNCED}

# What a change is called that a later agreement brings.
LATER = "later_instrument"
# Acts that end an agreement, with the status they bring and the reason to give.
ENDS = {
    "termination": (S.TERMINATED, "terminated"),
    "discontinuance": (S.TERMINATED, "terminated"),
    "supersession": (S.SUPERSEDED, "superseded"),
    "completion": (S.EXPIRED, "expired"),
}
# Relations of a later agreement, with the status they bring and the two reasons to give.
RELATIONS = {
    "supersedes": (S.SUPERSEDED, "superseded_by", "superseded_apparently_by"),
    "terminates": (S.TERMINATED, "terminated_by", "terminated_apparently_by"),
    "suspends": (S.SUSPENDED, "suspended_by", "suspended_apparently_by"),
}


def endings(e: Evidence, force: Force | None) -> Iterator[Change]:
    """Everything that ends the agreement, or would if it still ran."""
    yield from _by_act(e)
    yield from _given_up(e)
    yield from _by_denunciation(e, force)
    yield from _by_term(e, force)
    yield from fallen_below(e, force)
    for other in e.instrument.related:
        yield from _by_later_agreement(e, other)


def _all_to(status: AgreementStatus, *, existing: bool = False) -> dict[str, str]:
    """Every answer of an agreement that has not ended becomes `status`."""
    moves = dict.fromkeys((*UNFINISHED, *RUNNING, S.NOT_KNOWN), status)
    if existing:
        del moves[S.NOT_YET]
    return moves


def _by_act(e: Evidence) -> Iterator[Change]:
    """Termination by consent, breach, impossibility, changed circumstances (VCLT 54, 60 to 62),
    supersession (VCLT 59) and completion, as recorded.
    """
    for name, (status, code) in ENDS.items():
        for act in e.acts(name, of_agreement=True):
            day = effective(act, e.begun or FIRST_DAY)
            yield Change(day, 9, _all_to(status), told(code, act, day), name)


def _given_up(e: Evidence) -> Iterator[Change]:
    """A side that refuses or withdraws its signature before force ends the agreement of two."""
    if not e.is_bilateral:
        return
    for act in e.acts("refusal", "withdrawal_of_signature"):
        day = effective(act, e.begun or FIRST_DAY)
        moves = dict.fromkeys(UNFINISHED, S.NEVER_IN_FORCE)
        yield Change(day, 8, moves, told("given_up", act, day), act.type)


def _by_denunciation(e: Evidence, force: Force | None) -> Iterator[Change]:
    """A side's denunciation ends an agreement of two sides when it takes effect (VCLT 54, 56).

    While the notice runs the agreement is in force and shown as denounced. Where the day of
    receipt is not recorded no notice is shown; where the effect is not, nothing is known from
    receipt on.
    """
    if not e.is_bilateral:
        return
    for act, gone in _notices(e, force):
        if (gone.is_known or gone.revoked) and act.done_on is not None:
            cause = told("denunciation_received", act, act.done_on)
            yield Change(act.done_on, 8, NOTICE, cause, act.type)
        if gone.revoked:
            day, withdrawal = gone.revoked
            cause = told("denunciation_revoked", withdrawal, day)
            yield Change(day, 8, {S.DENOUNCED: S.IN_FORCE}, cause, withdrawal.type)
        else:
            yield _end_by_notice(act, gone)


def _end_by_notice(act: Act, gone: Departure) -> Change:
    if gone.is_known:
        cause, doubt = told("denunciation_effective", act, gone.day), None
    else:
        cause = doubt = told("denunciation_effect_not_known", act, Day(gone.day.earliest))
    return Change(gone.day, 9, dict.fromkeys(RUNNING, S.TERMINATED), cause, act.type, doubt)


def _notices(e: Evidence, force: Force | None) -> Iterator[tuple[Act, Departure]]:
    """The notices by which a whole side leaves: of a side of several, the last of its members'."""
    given = [(act, departure(e, act, force)) for act in e.acts("denunciation")]
    sides = {p.ref: {m.ref for m in members_of_side(e, p)} for p in e.makers()} | {None: {None}}
    for act, gone in given:
        members = sides.get(act.participant, set())
        own = [one for one in given if one[0].participant in members and not one[1].revoked]
        if len(members) == 1:
            yield act, gone
        elif own and {one[0].participant for one in own} == members:
            if max(own, key=_departed)[0] == act:
                yield act, gone


def _departed(one: tuple[Act, Departure]) -> tuple:
    return one[1].day.latest, one[1].day.earliest, one[0].ref


def _by_term(e: Evidence, force: Force | None) -> Iterator[Change]:
    """The end of the last term that the text sets (VCLT 54).

    It expires if the text says that it is not renewed. With tacit renewal it goes on until an
    act ends it. Otherwise it is not known whether it went on.
    """
    terms = terms_of(e, force)
    if terms is None or terms.repeated or terms.then == "tacit":
        return
    end = terms.end(len(terms.ends) - 1)
    over = terms.then == "none"
    code = "expired" if over else "term_ended_renewal_not_known"
    moves = dict.fromkeys(RUNNING, S.EXPIRED if over else S.NOT_KNOWN)
    yield Change(end, 9, moves, Cause(reason(code, day=end.written)), "term")


def _by_later_agreement(e: Evidence, other: RelatedInstrument) -> Iterator[Change]:
    """A later agreement acts on this one from its own entry into force (VCLT 59, 57, 58).

    Until its force is established nothing changes: what an act established lasts. A text that
    does not bind changes no agreement that does.
    """
    if other.force is None or not other.binds or other.type not in RELATIONS:
        return
    status, certain, apparent = RELATIONS[other.type]
    why = reason(apparent if other.apparent else certain, by=other.key, day=other.force.written)
    moves = _all_to(status, existing=e.begun is not None)
    if status == S.SUSPENDED:
        moves = {S.IN_FORCE: status, S.PARTLY_SUSPENDED: status}
    yield Change(other.force, 9, moves, Cause(why), LATER)
