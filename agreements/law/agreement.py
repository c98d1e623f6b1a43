"""The status of an agreement that binds, on every day."""

from collections.abc import Iterator
from datetime import date

from .ending import LATER, endings
from .evidence import (
    Evidence,
    both_sides,
    checked,
    earliest_of,
    effective,
    looked_for,
    newest,
    told,
)
from .periods import Change, cut, day_after, limited
from .reasons import reason
from .values import (
    FIRST_DAY,
    IN_FORCE_STATUSES,
    SIGNATURES,
    Act,
    AgreementStatus,
    Cause,
    Day,
    Force,
    Mark,
    Period,
)

S = AgreementStatus
TEXT_ACTS = ("adoption", "authentication", "opening_for_signature")
SETTLED = {S.NOT_YET: S.NEGOTIATED}
INITIALLED = {S.NOT_YET: S.INITIALLED, S.NEGOTIATED: S.INITIALLED}
SIGNED = dict.fromkeys((S.NOT_YET, S.NEGOTIATED, S.INITIALLED), S.SIGNED_NOT_IN_FORCE)
PENDING = (*SIGNED, S.SIGNED_NOT_IN_FORCE)
PROVISIONAL = dict.fromkeys(PENDING, S.PROVISIONALLY_APPLIED)
PROVISIONAL_ENDED = {S.PROVISIONALLY_APPLIED: S.SIGNED_NOT_IN_FORCE}
ENTERED = dict.fromkeys((*PENDING, S.PROVISIONALLY_APPLIED), S.IN_FORCE)
SUSPENDED = {S.IN_FORCE: S.SUSPENDED, S.PARTLY_SUSPENDED: S.SUSPENDED}
RESUMED = {S.SUSPENDED: S.IN_FORCE}
PARTLY = {S.IN_FORCE: S.PARTLY_SUSPENDED}
WHOLE_AGAIN = {S.PARTLY_SUSPENDED: S.IN_FORCE}


def status_line(e: Evidence, force: Force | None) -> tuple[Period, ...]:
    """The periods of the agreement's status, given when it entered into force.

    It exists from the first act that makes a text, is pending until it enters into force
    (VCLT 24), and lasts until an act, its term, a notice of one of two sides or a later
    agreement ends it (VCLT 54 to 62).
    """
    changes = [*_before_force(e), *_provisional(e), *_suspensions(e), *endings(e, force)]
    if force is not None:
        changes.append(Change(force.day, 5, ENTERED, force.cause, "entry_into_force", force.doubt))
    if not changes:
        return cut(Mark(S.NOT_KNOWN, _nothing(e)), ())
    line = cut(_beginning(e, changes), changes)
    line = _settled_only(e, force, line)
    return _checked_again(e, _signed_only(e, force, line))


def _nothing(e: Evidence) -> Cause:
    """Why nothing at all is known of the agreement."""
    if any(e.claimed.values()):
        return Cause(reason("only_claimed"))
    return Cause(reason("nothing_recorded"))


def _beginning(e: Evidence, changes: list[Change]) -> Mark:
    """The answer before the first dated act: no text yet, unless a text must have existed."""
    own = [change for change in changes if change.type != LATER] or changes
    first = min(change.day.earliest for change in own)
    if e.begun is not None and e.begun <= first:
        return Mark(S.NOT_YET, Cause(reason("before_first_act", day=e.begun)))
    return Mark(S.NOT_YET, Cause(reason("text_not_dated", day=first)))


def _before_force(e: Evidence) -> Iterator[Change]:
    """Adoption and authentication (VCLT 9, 10), initialling, signature (VCLT 12)."""
    stages = (
        (1, SETTLED, "adopted", e.acts(*TEXT_ACTS, of_agreement=True)),
        (2, INITIALLED, "initialled", e.acts("initialling")),
        (3, SIGNED, "signed", e.acts(*sorted(SIGNATURES))),
    )
    for rank, moves, code, acts in stages:
        first = earliest_of(acts)
        if first:
            day, act = first
            yield Change(day, rank, moves, told(code, act, day), act.type)


def _provisional(e: Evidence) -> Iterator[Change]:
    """Provisional application and its end by act or by notice of a side (VCLT 25)."""
    begun = e.begun or FIRST_DAY
    for act in e.acts("provisional_application", of_agreement=True):
        day = effective(act, begun)
        yield Change(day, 4, PROVISIONAL, told("provisional_application", act, day), act.type)
    agreed = both_sides(e, {"provisional_application"}) or _provisional_by_clause(e)
    if agreed:
        day, act = agreed
        yield Change(day, 4, PROVISIONAL, told("provisional_application", act, day), act.type)
    for act in e.acts("end_of_provisional_application", of_agreement=not e.is_bilateral):
        day = effective(act, begun)
        cause = told("provisional_application_ended", act, day)
        yield Change(day, 6, PROVISIONAL_ENDED, cause, act.type)


def _provisional_by_clause(e: Evidence) -> tuple[Day, Act] | None:
    """Provisional application that a clause lets begin, once both sides have signed."""
    clause = e.clause("provisional_application")
    signed = both_sides(e, SIGNATURES)
    if clause is None or signed is None:
        return None
    if clause.rule == "from_day" and clause.day is not None:
        return clause.day.and_not_before(signed[0]), signed[1]
    return signed if clause.rule == "from_signature" else None


def _suspensions(e: Evidence) -> Iterator[Change]:
    """Suspension for all, or for a particular party only (VCLT 57); between two it is for all."""
    running = 0
    acts = [
        (effective(a, e.begun or FIRST_DAY), a) for a in e.acts("suspension", "end_of_suspension")
    ]
    for day, act in sorted(acts, key=lambda pair: (pair[0].earliest, pair[0].latest, pair[1].ref)):
        whole = act.participant is None or e.is_bilateral
        begins = act.type == "suspension"
        if whole:
            moves = SUSPENDED if begins else RESUMED
            code = "suspended" if begins else "suspension_ended"
        else:
            running = max(0, running + (1 if begins else -1))
            moves = PARTLY if begins else ({} if running else WHOLE_AGAIN)
            code = "partly_suspended" if begins else "suspension_ended"
        yield Change(day, 7, moves, told(code, act, day), act.type)


def _signed_only(e: Evidence, force: Force | None, line: tuple[Period, ...]) -> tuple[Period, ...]:
    """Says how far "not in force" reaches: to the entry into force if that is known, else to
    the day as at which none was shown. Signature alone says nothing about force (VCLT 11, 24).
    """
    if force is not None:
        return limited(line, FIRST_DAY, _signed_before_force)
    looked = looked_for(e.none_shown.get(None, ()), {"entry_into_force"})
    until = checked(looked) if looked else None

    def not_shown(mark: Mark) -> Mark:
        if mark.status != S.SIGNED_NOT_IN_FORCE:
            return mark
        day = _signing_day(mark)
        why = reason("signed_force_none_shown", day=day, until=until)
        return Mark(mark.status, Cause(why, mark.cause.act, newest(mark.cause.checked, until)))

    if until is None:
        return limited(line, FIRST_DAY, _force_open)
    return limited(limited(line, FIRST_DAY, not_shown), day_after(until), _force_open)


def _signed_before_force(mark: Mark) -> Mark:
    if mark.cause.reason.code != "signed":
        return mark
    why = reason("signed_before_force", day=_signing_day(mark))
    return Mark(mark.status, mark.cause._replace(reason=why))


def _force_open(mark: Mark) -> Mark:
    if mark.status != S.SIGNED_NOT_IN_FORCE:
        return mark
    why = reason("signed_force_not_established", day=_signing_day(mark))
    return Mark(S.SIGNED_FORCE_NOT_ESTABLISHED, mark.cause._replace(reason=why))


def _signing_day(mark: Mark) -> str:
    return dict(mark.cause.reason.params)["day"]


def _settled_only(e: Evidence, force: Force | None, line: tuple[Period, ...]) -> tuple[Period, ...]:
    """A text of which only the adoption is recorded: it may have been signed and be in force."""
    if force is not None or any(e.acts(*SIGNATURES)):
        return line

    def open_end(mark: Mark) -> Mark:
        if mark.status != S.NEGOTIATED:
            return mark
        why = reason("adopted_force_not_established", day=_signing_day(mark))
        return Mark(S.NOT_KNOWN, mark.cause._replace(reason=why))

    looked = looked_for(e.none_shown.get(None, ()), {"entry_into_force", "signature"})
    reached: date = day_after(checked(looked)) if looked else FIRST_DAY
    return limited(line, reached, open_end)


def _checked_again(e: Evidence, line: tuple[Period, ...]) -> tuple[Period, ...]:
    """Somebody looked for an end and found none: force was checked as at that day too.

    A text that must have existed before the first dated act is not known before it.
    """
    types = {"termination", "denunciation", "suspension", "supersession"}
    looked = looked_for(e.none_shown.get(None, ()), types)
    as_at = checked(looked) if looked else None

    def again(mark: Mark) -> Mark:
        status, cause = mark
        if status == S.NOT_YET and cause.reason.code == "text_not_dated":
            return Mark(S.NOT_KNOWN, cause)
        if as_at is None or status not in IN_FORCE_STATUSES:
            return mark
        return Mark(status, cause._replace(checked=newest(cause.checked, as_at)))

    return limited(line, FIRST_DAY, again)
