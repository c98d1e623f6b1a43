"""The plain values that the rules take and give.

A day that is known only in part is a `Day` with two bounds. `FIRST_DAY` and `LAST_DAY` stand
for an open end on either side, so that bounds always compare.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

FIRST_DAY = date.min
LAST_DAY = date.max


class AgreementStatus(StrEnum):
    """What an agreement is on a day. The last three belong to texts that do not bind."""

    # No text yet: before its adoption, initialling or first signature.
    NOT_YET = "not_yet"
    # The text is settled; no signature is recorded and it is not in force.
    NEGOTIATED = "negotiated"
    # Initialled and not yet signed.
    INITIALLED = "initialled"
    # Signed, and something says that it is not (or was not yet) in force.
    SIGNED_NOT_IN_FORCE = "signed_not_in_force"
    # Applied before entry into force (VCLT 25).
    PROVISIONALLY_APPLIED = "provisionally_applied"
    # In force (VCLT 24).
    IN_FORCE = "in_force"
    # In force, its operation suspended for some of the parties only (VCLT 57).
    PARTLY_SUSPENDED = "partly_suspended"
    # Its operation is suspended for all parties (VCLT 57).
    SUSPENDED = "suspended"
    # In force while a notice of denunciation runs (VCLT 54 to 56).
    DENOUNCED = "denounced"
    # Ended because its term ran out (VCLT 54).
    EXPIRED = "expired"
    # Ended by an act: denunciation, consent, breach, impossibility, changed circumstances.
    TERMINATED = "terminated"
    # Ended, or for a text that does not bind replaced, by a later one (VCLT 59).
    SUPERSEDED = "superseded"
    # Given up before it entered into force.
    NEVER_IN_FORCE = "never_in_force"
    # Signed; nothing says whether it has entered into force.
    SIGNED_FORCE_NOT_ESTABLISHED = "signed_force_not_established"
    # The record does not say.
    NOT_KNOWN = "not_known"
    # A text that does not bind, adopted, signed or endorsed.
    ADOPTED = "adopted"
    # A text that does not bind and has run its course.
    COMPLETED = "completed"
    # A text that does not bind and was given up.
    DISCONTINUED = "discontinued"


class Standing(StrEnum):
    """What a participant is to an agreement on a day. A claim is never a standing."""

    # No act of it yet, and one is recorded later, or the text does not exist yet.
    NONE = "none"
    # Has signed and has not consented to be bound (VCLT 18).
    SIGNATORY = "signatory"
    # Applies the agreement before it is in force for it (VCLT 25).
    PROVISIONALLY_APPLYING = "provisionally_applying"
    # Has consented to be bound; the agreement is not yet in force for it (VCLT 2.1.f).
    CONTRACTING = "contracting"
    # Bound, and the agreement is in force for it (VCLT 2.1.g).
    PARTY = "party"
    # A party for which the operation of the agreement is suspended (VCLT 57).
    PARTY_SUSPENDED = "party_suspended"
    # Was a party; left, or the agreement ended.
    FORMER_PARTY = "former_party"
    # Somebody looked, as at a day, and found no act.
    NONE_SHOWN = "none_shown"
    # The record does not say.
    NOT_KNOWN = "not_known"
    # Signed, endorsed, voted for or takes part in a text that does not bind.
    TAKING_PART = "taking_part"


# The statuses in which an agreement that binds has force (a notice that runs ends nothing).
IN_FORCE_STATUSES = frozenset(
    {AgreementStatus.IN_FORCE, AgreementStatus.PARTLY_SUSPENDED, AgreementStatus.DENOUNCED}
)
# The statuses from which nothing follows any more.
ENDED_STATUSES = frozenset(
    {
        AgreementStatus.EXPIRED,
        AgreementStatus.TERMINATED,
        AgreementStatus.SUPERSEDED,
        AgreementStatus.NEVER_IN_FORCE,
        AgreementStatus.COMPLETED,
        AgreementStatus.DISCONTINUED,
    }
)
# The standings in which an agreement binds a participant.
BOUND_STANDINGS = frozenset({Standing.PARTY, Standing.PARTY_SUSPENDED})

# Signing and becoming a signatory (VCLT 12); signature ad referendum needs its confirmation.
SIGNATURES = frozenset({"signature", "definitive_signature", "signature_ad_referendum"})
# Consent to be bound (VCLT 11 to 16; 1986 Convention 14 for formal confirmation; 1978
# Convention 17 for succession). A notification that internal procedures are complete is
# consent "by any other means if so agreed" (VCLT 11).
CONSENTS = frozenset(
    {
        "definitive_signature",
        "ratification",
        "acceptance",
        "approval",
        "accession",
        "formal_confirmation",
        "succession",
        "consent_to_be_bound",
        "simplified_procedure",
        "notification",
        "exchange_of_instruments",
    }
)
# Consents that count, beyond doubt, towards a number of deposits that a text asks for. Definitive
# signature is no deposit; of organizations and of successor states it depends on the text.
DEPOSITS = CONSENTS - {
    "definitive_signature",
    "formal_confirmation",
    "succession",
    "exchange_of_instruments",
}
# Acts with which a text begins to exist: none of them can come before there is a text.
BEGINNINGS = SIGNATURES | {"adoption", "authentication", "opening_for_signature", "initialling"}
# Acts with which a participant joins a text that does not bind.
JOININGS = (
    SIGNATURES
    | CONSENTS
    | {"confirmation_of_signature", "endorsement", "participation_in_forum", "membership"}
)
# Any of these shows that a text exists; those of BEGINNINGS also that it did not before.
EXISTING = (BEGINNINGS | JOININGS | {"entry_into_force", "vote"}) - {"initialling"}


@dataclass(frozen=True, slots=True)
class Day:
    """A day known exactly (both bounds equal), in part, or not at all (both ends open)."""

    earliest: date = FIRST_DAY
    latest: date = LAST_DAY

    @property
    def is_exact(self) -> bool:
        """Whether the day is known to the day."""
        return self.earliest == self.latest

    @property
    def written(self) -> str:
        """ISO 8601: the day, or the two ends with a slash, ".." for an end that is open."""
        if self.is_exact:
            return self.earliest.isoformat()
        earliest = ".." if self.earliest == FIRST_DAY else self.earliest.isoformat()
        latest = ".." if self.latest == LAST_DAY else self.latest.isoformat()
        return f"{earliest}/{latest}"

    def and_not_before(self, other: "Day") -> "Day":
        """The later of two days, as far as both are known."""
        return Day(max(self.earliest, other.earliest), max(self.latest, other.latest))


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a participant, or all of them together, did or is said to have done.

    `participant` is None for an act of the agreement. `evidence` is shown, none_shown or
    claimed. `as_at` holds the days as at which the act, or its absence, was checked;
    `predecessor` the key of the state to which a succession was made, `concerns` the reference of
    the act that is withdrawn. An act is `verified` if a source that was seen shows it.
    """

    ref: str
    type: str
    participant: str | None = None
    evidence: str = "shown"
    done_on: Day | None = None
    effective_on: Day | None = None
    as_at: tuple[Day, ...] = ()
    vote: str = ""
    predecessor: str | None = None
    concerns: str | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """A state, an organization or a body that has to do with the agreement.

    `actor` is its key, None if it is known by words alone. `territory` says that it takes part
    for a part of the state alone, `named` that the clause on entry into force names it.
    """

    ref: str
    side: int | None = None
    role: str = ""
    actor: str | None = None
    is_organization: bool = False
    territory: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A final clause as data: its type, its rule, and a count, a share of it, a time or a day."""

    ref: str
    type: str
    rule: str = ""
    count: int | None = None
    period: str = ""
    day: Day | None = None
    share: str = ""


class PartyCount(NamedTuple):
    """How many parties the depositary counted, as at a day."""

    value: int
    as_at: Day


@dataclass(frozen=True, slots=True)
class RelatedInstrument:
    """Another instrument that bears on the one that is read.

    A later one that supersedes, terminates or suspends it, or the parent that it supplements.
    `force` is the day from which the other instrument has effect, None if not established.
    """

    key: str
    type: str
    apparent: bool = False
    binds: bool = True
    force: Day | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement as the rules see it."""

    key: str
    scope: str = "multilateral"
    binding: str = "binding"
    participants: tuple[Participant, ...] = ()
    acts: tuple[Act, ...] = ()
    clauses: tuple[Clause, ...] = ()
    related: tuple[RelatedInstrument, ...] = ()
    parents: tuple[RelatedInstrument, ...] = ()
    counts: tuple[PartyCount, ...] = ()


class Reason(NamedTuple):
    """Why the answer is what it is: a code of `reasons.REASONS` and its parameters."""

    code: str
    params: tuple[tuple[str, str], ...] = ()


class Cause(NamedTuple):
    """What an answer rests on: the reason, the act, and the day as at which it was checked."""

    reason: Reason
    act: str | None = None
    checked: date | None = None


class Force(NamedTuple):
    """Entry into force, of an agreement or for a participant: the day, as far as it is known, why,
    and why the days between its bounds are in doubt.
    """

    day: Day
    cause: Cause
    doubt: Cause | None = None


class Mark(NamedTuple):
    """One answer and what it rests on."""

    status: str
    cause: Cause


class Period(NamedTuple):
    """An answer that holds from `start` until the day before `end`."""

    start: date
    end: date
    mark: Mark

    @property
    def status(self) -> str:
        """The answer alone."""
        return self.mark.status


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules answer: the agreement's periods and those of each participant."""

    agreement: tuple[Period, ...]
    participants: Mapping[str, tuple[Period, ...]] = field(default_factory=dict)
