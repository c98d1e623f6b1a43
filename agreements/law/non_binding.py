"""Texts that do not bind: adopted, completed, superseded or given up; who takes part in them.

A text whose binding force is disputed or not known is read here too: these rules say less.
They never show anybody as bound, and the reason names the dispute.
"""

from collections.abc import Callable, Iterator

from .consent import departure
from .ending import LATER
from .evidence import Evidence, checked, done, earliest_of, effective, looked_for, resting_on, told
from .periods import Change, cut, day_after, limited, overlaid
from .reasons import reason
from .terms import terms_of
from .values import (
    ENDED_STATUSES,
    EXISTING,
    FIRST_DAY,
    JOININGS,
    Act,
    AgreementStatus,
    Cause,
    Day,
    Mark,
    Participant,
    Period,
    Standing,
)

S = AgreementStatus
ADOPTED = {S.NOT_YET: S.ADOPTED}
TEXT_ADOPTED = {
    "disputed": "text_adopted_binding_disputed",
    "not_known": "text_adopted_binding_not_known",
}
ENDS = {
    "completion": (S.COMPLETED, "completed"),
    "discontinuance": (S.DISCONTINUED, "discontinued"),
    "termination": (S.DISCONTINUED, "discontinued"),
    "supersession": (S.SUPERSEDED, "superseded"),
}
RELATIONS = {
    "supersedes": (S.SUPERSEDED, "superseded_by", "superseded_apparently_by"),
    "terminates": (S.DISCONTINUED, "terminated_by", "terminated_apparently_by"),
}
TAKING_PART = {Standing.NONE: Standing.TAKING_PART}
LEAVING = {Standing.TAKING_PART: Standing.NONE}


def text_line(e: Evidence) -> tuple[Period, ...]:
    """The periods of the status of a text that does not bind.

    It is adopted from its adoption (VCLT 9, by analogy), or where none is recorded from the
    first act that shows it, signature, endorsement or vote, until an act, its term or a later
    text ends it. Somebody may have taken part before the adoption, as in a process that was
    given its text later: from when it existed is then not known.
    """
    adoption = earliest_of(e.acts("adoption"))
    first = adoption or earliest_of(e.acts(*sorted(EXISTING)))
    if first is None:
        claimed = any(e.claimed.values())
        why = reason("only_claimed" if claimed else "nothing_recorded")
        return cut(Mark(S.NOT_KNOWN, Cause(why)), ())
    day, act = first
    code = TEXT_ADOPTED.get(e.instrument.binding, "text_adopted")
    changes = [Change(day, 1, ADOPTED, told(code, act, day), act.type), *_endings(e)]
    if e.begun is not None and e.begun <= day.earliest:
        return cut(Mark(S.NOT_YET, Cause(reason("before_first_act", day=e.begun))), changes)
    undated = "acts_before_adoption" if adoption else "text_not_dated"
    line = cut(Mark(S.NOT_YET, Cause(reason(undated, day=day.earliest))), changes)
    return limited(line, FIRST_DAY, _not_known_yet)


def _not_known_yet(mark: Mark) -> Mark:
    return Mark(S.NOT_KNOWN, mark.cause) if mark.status == S.NOT_YET else mark


def _endings(e: Evidence) -> Iterator[Change]:
    """Acts, a later text and the text's own term."""
    begun = e.begun or FIRST_DAY
    for name, (status, code) in ENDS.items():
        for act in e.acts(name, of_agreement=True):
            day = effective(act, begun)
            yield Change(day, 9, _ending(status), told(code, act, day), name)
    for other in e.instrument.related:
        if other.force is not None and other.type in RELATIONS:
            status, certain, apparent = RELATIONS[other.type]
            why = reason(
                apparent if other.apparent else certain, by=other.key, day=other.force.written
            )
            yield Change(other.force, 9, _ending(status), Cause(why), LATER)
    yield from _by_term(e)


def _by_term(e: Evidence) -> Iterator[Change]:
    """Completed after the last day that it names if it says that it is not renewed; with tacit
    renewal it goes on; else it is not known.
    """
    terms = terms_of(e, None)
    if terms is None or terms.repeated or terms.then == "tacit":
        return
    end = terms.end(len(terms.ends) - 1)
    over = terms.then == "none"
    code = "completed" if over else "term_ended_renewal_not_known"
    moves = {S.ADOPTED: S.COMPLETED if over else S.NOT_KNOWN}
    yield Change(end, 9, moves, Cause(reason(code, day=end.written)), "term")


def _ending(status: AgreementStatus) -> dict[str, str]:
    return {S.NOT_YET: status, S.ADOPTED: status, S.NOT_KNOWN: status}


def part_line(
    e: Evidence, participant: Participant, status: tuple[Period, ...]
) -> tuple[Period, ...]:
    """The periods of a participant in a text that does not bind: it takes part, or does not.

    A vote in favour, an endorsement, a signature or membership is taking part; it never makes
    a party.
    """
    own = e.of.get(participant.ref, [])
    first = Mark(Standing.NONE, Cause(reason("before_text", day=FIRST_DAY)))
    changes = [change for act in own for change in _part(e, act)]
    line = _before_part(e, participant, cut(first, changes), first)
    return overlaid(line, status, _while_it_runs)


def _part(e: Evidence, act: Act) -> Iterator[Change]:
    """What an act changes: joining, a vote for or not for the text, leaving."""
    if act.type in JOININGS or act.type == "vote":
        day = done(act, e.begun or FIRST_DAY)
        if act.type == "vote" and act.vote != "for":
            cause = told("not_voted_for", act, day)
            yield Change(day, 1, {Standing.NONE: Standing.NONE}, cause, act.type)
        else:
            cause = told("taking_part", act, day, act_type=act.type)
            yield Change(day, 2, TAKING_PART, cause, act.type)
    elif act.type in ("denunciation", "withdrawal_of_signature"):
        day, known, revoked = departure(e, act)
        if revoked:
            return
        code = "left" if known else "left_effect_not_known"
        cause = told(code, act, day if known else Day(day.earliest))
        yield Change(day, 9, LEAVING, cause, act.type, None if known else cause)


def _before_part(
    e: Evidence, participant: Participant, line: tuple[Period, ...], first: Mark
) -> tuple[Period, ...]:
    """What is said before the first act: none yet, none shown up to a day, or not known."""
    absent = looked_for(e.none_shown.get(participant.ref, ()), JOININGS | {"vote"})
    later = _open_end(e, participant, line, absent)

    def instead(mark: Mark) -> Callable[[Mark], Mark]:
        return lambda found: mark if found == first else found

    if absent is not None and (len(line) == 1 or checked(absent) < line[1].start):
        until = checked(absent)
        line = limited(line, day_after(until), instead(later))
        why = reason("none_shown_until", until=until, act_type=absent.type)
        later = Mark(Standing.NONE_SHOWN, resting_on(why, absent))
    line = limited(line, e.begun or FIRST_DAY, instead(later))
    before = Mark(Standing.NONE, Cause(reason("before_text", day=e.begun or FIRST_DAY)))
    return limited(line, FIRST_DAY, instead(before))


def _open_end(
    e: Evidence, participant: Participant, line: tuple[Period, ...], absent: Act | None
) -> Mark:
    if len(line) > 1:
        return Mark(Standing.NONE, Cause(reason("before_first_own_act", day=line[1].start)))
    if absent is not None:
        why = reason("none_shown_only_until", until=checked(absent))
        return Mark(Standing.NOT_KNOWN, resting_on(why, absent))
    for found, code in (
        (e.none_shown.get(participant.ref), "none_shown_day_not_known"),
        (e.claimed.get(participant.ref), "only_claimed"),
    ):
        if found:
            return Mark(Standing.NOT_KNOWN, resting_on(reason(code), found[0]))
    return Mark(Standing.NOT_KNOWN, Cause(reason("no_act_recorded")))


def _while_it_runs(own: Mark, status: Mark) -> Mark:
    """Nobody takes part in a text that has ended."""
    if own.status == Standing.TAKING_PART and status.status in ENDED_STATUSES:
        return Mark(Standing.NONE, Cause(reason("text_ended"), status.cause.act, own.cause.checked))
    if own.status == Standing.TAKING_PART and status.status == S.NOT_KNOWN:
        return Mark(Standing.NOT_KNOWN, status.cause)
    return own
