"""The standing of a participant in an agreement that binds, on every day.

Its own acts make one line, the agreement's status another; a standing is what both say.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from .consent import bound_by_sides, consent_day, departure, effect_of_consent
from .evidence import (
    Evidence,
    checked,
    done,
    effective,
    looked_for,
    newest,
    resting_on,
    told,
)
from .force import reconciled
from .periods import Change, cut, day_after, limited, overlaid
from .reasons import reason
from .values import (
    CONSENTS,
    ENDED_STATUSES,
    FIRST_DAY,
    IN_FORCE_STATUSES,
    SIGNATURES,
    Act,
    AgreementStatus,
    Cause,
    Day,
    Force,
    Mark,
    Participant,
    Period,
    Standing,
)

S = Standing
SIGNED = {S.NONE: S.SIGNATORY}
UNCONFIRMED = {S.NONE: S.NOT_KNOWN}
CONSENTED = dict.fromkeys((S.NONE, S.NOT_KNOWN, S.SIGNATORY, S.FORMER_PARTY), S.CONTRACTING)
PROVISIONAL = dict.fromkeys((S.NONE, S.SIGNATORY, S.CONTRACTING), S.PROVISIONALLY_APPLYING)
BOUND = dict.fromkeys((S.CONTRACTING, S.PROVISIONALLY_APPLYING), S.PARTY)
BOUND_BY_RECORD = BOUND | dict.fromkeys((S.NONE, S.NOT_KNOWN, S.SIGNATORY), S.PARTY)
SUSPENDED = {S.PARTY: S.PARTY_SUSPENDED}
RESUMED = {S.PARTY_SUSPENDED: S.PARTY}
LEFT = {S.PARTY: S.FORMER_PARTY, S.PARTY_SUSPENDED: S.FORMER_PARTY, S.CONTRACTING: S.NOT_KNOWN}
LEFT_BY_SIDE = dict.fromkeys(
    (S.NONE, S.SIGNATORY, S.CONTRACTING, S.PARTY, S.PARTY_SUSPENDED), S.FORMER_PARTY
)
UNSIGNED = {S.SIGNATORY: S.NONE}
BACK = ({S.CONTRACTING: S.NONE}, {S.CONTRACTING: S.SIGNATORY})
UNAPPLIED = ({S.PROVISIONALLY_APPLYING: S.NONE}, {S.PROVISIONALLY_APPLYING: S.SIGNATORY})
# Acts that change a standing by themselves: their rank on a day, what they change if the
# participant has not signed and if it has, and the reason.
LONE_MOVES = {
    "withdrawal_of_signature": (7, (UNSIGNED,) * 2, "signature_withdrawn"),
    "withdrawal_of_instrument": (7, BACK, "instrument_withdrawn"),
    "provisional_application": (3, (PROVISIONAL,) * 2, "provisional_application"),
    "end_of_provisional_application": (6, UNAPPLIED, "provisional_application_ended"),
    "suspension": (8, (SUSPENDED,) * 2, "suspended_for_it"),
    "end_of_suspension": (8, (RESUMED,) * 2, "suspension_ended"),
}
POSITIVE = SIGNATURES | CONSENTS | {"provisional_application", "entry_into_force"}
ENDED_BY_LATER = ("superseded_by", "superseded_apparently_by")


def standing_line(
    e: Evidence, participant: Participant, force: Force | None, status: tuple[Period, ...]
) -> tuple[Period, ...]:
    """The periods of a participant's standing, given the agreement's status.

    Only consent to be bound makes a party (VCLT 2.1.g, 11), or in an agreement of two sides
    its entry into force. Internal approval, a vote, an endorsement or membership never does,
    and a claim changes nothing.
    """
    own = e.of.get(participant.ref, [])
    first = Mark(S.NONE, Cause(reason("before_text", day=FIRST_DAY)))
    line = cut(first, _changes(e, participant, own, force))
    line = _until_first_act(e, participant, line, own, first)
    line = _checked_again(e, participant, line)
    sides = bound_by_sides(e, participant)
    return overlaid(line, status, partial(_two_sides, force) if sides else _several)


def _changes(
    e: Evidence, participant: Participant, own: list[Act], force: Force | None
) -> Iterator[Change]:
    """What each of the participant's acts changes, the agreement's status left aside."""
    signed = [act for act in own if act.type in SIGNATURES]
    notices = {act.ref for act in own if act.type == "denunciation"}
    for act in own:
        if act.type in LONE_MOVES and act.concerns not in notices:
            rank, moves, code = LONE_MOVES[act.type]
            day = effective(act, e.begun or FIRST_DAY)
            yield Change(day, rank, moves[_signed_by(day, signed)], told(code, act, day), act.type)
        elif act.type == "denunciation":
            yield from _leaving(e, participant, act, force)
    yield from _signing(e, own, signed)
    yield from _consenting(e, own, signed, force)


def _signed_by(day: Day, signed: list[Act]) -> bool:
    """Whether a signature stands behind what is given up on a day."""
    return any(act.done_on is None or act.done_on.earliest <= day.latest for act in signed)


def _signing(e: Evidence, own: list[Act], signed: list[Act]) -> Iterator[Change]:
    """Signature (VCLT 12, 18); ad referendum it counts once confirmed, from its own day."""
    confirmed = any(act.type == "confirmation_of_signature" for act in own)
    for act in signed:
        day = done(act, e.begun or FIRST_DAY)
        moves, code = SIGNED, "signed_by_it"
        if act.type == "signature_ad_referendum":
            moves = SIGNED if confirmed else UNCONFIRMED
            code = "signature_confirmed" if confirmed else "signature_not_confirmed"
        yield Change(day, 1, moves, told(code, act, day), act.type)


def _consenting(
    e: Evidence, own: list[Act], signed: list[Act], force: Force | None
) -> Iterator[Change]:
    """Consent to be bound (VCLT 11 to 16) and, where it can be said, its effect (VCLT 24)."""
    after_signature = max(
        (act.done_on.earliest for act in signed if act.done_on), default=e.begun or FIRST_DAY
    )
    consents = {act: consent_day(e, act, after_signature) for act in own if act.type in CONSENTS}
    recorded = [act for act in own if act.type == "entry_into_force"]
    known = [effective(act, e.begun or FIRST_DAY) for act in recorded]
    for act, (day, cause, doubt) in consents.items():
        yield Change(day, 2, CONSENTED, cause, act.type, doubt)
        effect = effect_of_consent(e, act, day, force)
        if effect and not any(day.earliest <= bound.latest for bound in known):
            yield Change(effect.day, 5, BOUND, effect.cause, act.type, _doubt(effect, cause), True)
    for act, day in zip(recorded, known, strict=True):
        found = _force_for_it(e, act, day, consents, force)
        yield Change(found.day, 5, BOUND_BY_RECORD, found.cause, act.type, found.doubt)


def _force_for_it(
    e: Evidence, act: Act, day: Day, consents: dict[Act, Force], force: Force | None
) -> Force:
    """The recorded entry into force for a participant, reconciled with that of its last consent."""
    recorded = Force(day, told("force_for_it", act, day))
    before = [one for one, given in consents.items() if given.day.earliest <= day.latest]
    if not before:
        return recorded
    last = max(before, key=lambda one: (consents[one].day.latest, one.ref))
    computed = effect_of_consent(e, last, consents[last].day, force)
    return reconciled(recorded, computed, act.verified) if computed else recorded


def _doubt(effect: Force, consented: Cause) -> Cause | None:
    """Until the effect is certain: the delay that is not recorded, or the day of force."""
    if effect.doubt is not None or effect.cause.reason.code != "bound_from_entry_into_force":
        return effect.doubt
    return consented._replace(reason=reason("consented_force_not_established"))


def _leaving(
    e: Evidence, participant: Participant, act: Act, force: Force | None
) -> Iterator[Change]:
    """Denunciation or withdrawal (VCLT 54 to 56): a party until it takes effect."""
    day, known, revoked = departure(e, act, force)
    if revoked:
        return
    code = "left" if known else "left_effect_not_known"
    cause = told(code, act, day if known else Day(day.earliest))
    moves = LEFT_BY_SIDE if bound_by_sides(e, participant) else LEFT
    yield Change(day, 9, moves, cause, act.type, None if known else cause)


def _until_first_act(
    e: Evidence, participant: Participant, line: tuple[Period, ...], own: list[Act], first: Mark
) -> tuple[Period, ...]:
    """What is said before the first act: no text, no act yet, none shown, or not known.

    Negative evidence reaches back to the adoption of the text and forward to its as-at day.
    """
    begun = e.begun or FIRST_DAY
    absent = looked_for(e.none_shown.get(participant.ref, ()), CONSENTS)
    later = _after_negative(e, participant, own, absent, line)
    stretches = [(begun, later)]
    if absent is not None and (len(line) == 1 or checked(absent) < line[1].start):
        until = checked(absent)
        why = reason("none_shown_until", until=until, act_type=absent.type)
        none = Mark(S.NONE_SHOWN, resting_on(why, absent))
        stretches = [(day_after(until), later), (begun, none)]
    if e.begun is not None:
        stretches.append((FIRST_DAY, Mark(S.NONE, Cause(reason("before_text", day=begun)))))
    for day, said in stretches:
        line = limited(line, day, lambda mark, said=said: said if mark == first else mark)
    return line


def _after_negative(
    e: Evidence,
    participant: Participant,
    own: list[Act],
    absent: Act | None,
    line: tuple[Period, ...],
) -> Mark:
    """Before an act that is recorded there was none; where none is recorded nothing is known."""
    if len(line) > 1 and any(act.type in POSITIVE for act in own):
        return Mark(S.NONE, Cause(reason("before_first_own_act", day=line[1].start)))
    if absent is not None:
        why = reason("none_shown_only_until", until=checked(absent))
        return Mark(S.NOT_KNOWN, resting_on(why, absent))
    return Mark(S.NOT_KNOWN, _nothing(e, participant, own))


def _nothing(e: Evidence, participant: Participant, own: list[Act]) -> Cause:
    """Why nothing is known of a participant without an act that counts."""
    approvals = [act for act in own if act.type == "internal_approval"]
    others = [act for act in own if act.type not in POSITIVE and act.type != "internal_approval"]
    absent = e.none_shown.get(participant.ref, ())
    claimed = e.claimed.get(participant.ref, ())
    if others:
        return resting_on(reason("no_act_that_binds", act_type=others[0].type), others[0])
    if approvals:
        return resting_on(reason("only_internal_approval"), approvals[0])
    if absent:
        return resting_on(reason("none_shown_day_not_known"), absent[0])
    if claimed:
        return resting_on(reason("only_claimed"), claimed[0])
    return Cause(reason("no_act_recorded"))


def _checked_again(
    e: Evidence, participant: Participant, line: tuple[Period, ...]
) -> tuple[Period, ...]:
    """Somebody looked for the next act and found none: the standing was checked then too."""
    absent = e.none_shown.get(participant.ref, ())
    if not absent:
        return line
    ended = looked_for((a for a in absent if a.type != "any_act"), {"denunciation", "suspension"})
    consented = looked_for(absent, CONSENTS)
    looked = {S.SIGNATORY: consented, S.PARTY: ended, S.CONTRACTING: ended}

    def again(mark: Mark) -> Mark:
        act = looked.get(mark.status)
        if act is None:
            return mark
        return Mark(
            mark.status, mark.cause._replace(checked=newest(mark.cause.checked, checked(act)))
        )

    return limited(line, FIRST_DAY, again)


def _several(own: Mark, status: Mark) -> Mark:
    """A participant among several: its own acts, as far as the agreement is in force."""
    if own.status not in (S.PARTY, S.CONTRACTING, S.PARTY_SUSPENDED):
        return own
    if status.status in IN_FORCE_STATUSES:
        return own
    if status.status == AgreementStatus.SUSPENDED:
        suspended = own.status != S.CONTRACTING
        return _with(own, status, S.PARTY_SUSPENDED, "agreement_suspended") if suspended else own
    if status.status in ENDED_STATUSES:
        return _after_end(own, status)
    if status.status in (AgreementStatus.SIGNED_FORCE_NOT_ESTABLISHED, AgreementStatus.NOT_KNOWN):
        return _with(own, own, S.NOT_KNOWN, "consented_force_not_established")
    return Mark(S.CONTRACTING, own.cause)


def _after_end(own: Mark, status: Mark) -> Mark:
    """Among several a later agreement binds only those who are party to it (VCLT 30.4, 59)."""
    if status.cause.reason.code in ENDED_BY_LATER:
        return _with(own, status, S.NOT_KNOWN, "superseded_between_some")
    ended = S.NOT_KNOWN if own.status == S.CONTRACTING else S.FORMER_PARTY
    return _with(own, status, ended, "agreement_ended")


def _two_sides(force: Force | None, own: Mark, status: Mark) -> Mark:
    """A side of two: the agreement's entry into force binds both (VCLT 24, 26)."""
    if own.status == S.FORMER_PARTY:
        return own
    if status.status == AgreementStatus.PROVISIONALLY_APPLIED:
        return Mark(S.PROVISIONALLY_APPLYING, status.cause)
    if force is None:
        return _several(own, status)
    if status.status in IN_FORCE_STATUSES:
        return own if own.status in (S.PARTY, S.PARTY_SUSPENDED) else _bound(force, own)
    if status.status == AgreementStatus.SUSPENDED:
        return _with(own, status, S.PARTY_SUSPENDED, "agreement_suspended")
    if status.status in ENDED_STATUSES:
        return _with(own, status, S.FORMER_PARTY, "agreement_ended")
    if status.status == AgreementStatus.NOT_KNOWN:
        return Mark(S.NOT_KNOWN, status.cause)
    return _several(own, status)


def _bound(force: Force, own: Mark) -> Mark:
    as_at = newest(own.cause.checked, force.cause.checked)
    return Mark(
        S.PARTY, Cause(reason("both_sides_bound", day=force.day.written), force.cause.act, as_at)
    )


def _with(own: Mark, status: Mark, standing: str, code: str) -> Mark:
    return Mark(standing, Cause(reason(code), status.cause.act, _newest(own, status)))


def _newest(own: Mark, status: Mark) -> date | None:
    return newest(own.cause.checked, status.cause.checked)
