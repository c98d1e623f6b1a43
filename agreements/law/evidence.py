"""The acts of an instrument laid out for the rules: what is shown, by whom, and how surely."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from .reasons import reason
from .values import (
    BEGINNINGS,
    FIRST_DAY,
    LAST_DAY,
    SIGNATURES,
    Act,
    Cause,
    Clause,
    Day,
    Instrument,
    Participant,
    Reason,
)

BYSTANDERS = frozenset({"observer", "coordinator", "depositary"})


class Evidence(NamedTuple):
    """An instrument with its acts and clauses sorted; `begun` is the first day of the text, if
    recorded, and `ruled` the clauses that are recorded with a rule.
    """

    instrument: Instrument
    shown: dict[str, list[Act]]
    of: dict[str | None, list[Act]]
    none_shown: dict[str | None, list[Act]]
    claimed: dict[str | None, list[Act]]
    begun: date | None
    ruled: dict[str, list[Clause]]

    def acts(self, *types: str, of_agreement: bool = False) -> list[Act]:
        """The shown acts of these types, of anybody or of the agreement as a whole."""
        found = [act for name in types for act in self.shown.get(name, ())]
        return [act for act in found if act.participant is None] if of_agreement else found

    def clause(self, type: str) -> Clause | None:
        """The first clause of a type that is recorded with a rule."""
        return next(iter(self.clauses(type)), None)

    def clauses(self, type: str) -> list[Clause]:
        """The clauses of a type that are recorded with a rule, in the order of the record."""
        return self.ruled.get(type, [])

    def makers(self) -> list[Participant]:
        """The participants that make the agreement: all but observers and their like."""
        return [p for p in self.instrument.participants if p.role not in BYSTANDERS]

    @property
    def is_bilateral(self) -> bool:
        """Whether the agreement has two sides."""
        return self.instrument.scope == "bilateral"


def laid_out(instrument: Instrument) -> Evidence:
    """The evidence of an instrument; the order in which acts are recorded makes no difference."""
    shown, of = defaultdict(list), defaultdict(list)
    absent, claimed = defaultdict(list), defaultdict(list)
    for act in sorted(instrument.acts, key=lambda act: (len(act.ref), act.ref)):
        if act.evidence == "shown":
            shown[act.type].append(act)
            of[act.participant].append(act)
        else:
            (absent if act.evidence == "none_shown" else claimed)[act.participant].append(act)
    ruled = defaultdict(list)
    for clause in sorted(instrument.clauses, key=lambda clause: (len(clause.ref), clause.ref)):
        if clause.rule:
            ruled[clause.type].append(clause)
    return Evidence(instrument, shown, of, absent, claimed, _begun(shown), ruled)


def _begun(shown: dict[str, list[Act]]) -> date | None:
    """The first day on which the text can have existed, by the acts that make texts.

    None if such an act is without a day (an adoption comes before the rest, so its day is
    enough), or if another act is dated earlier: then there was a text before.
    """
    makers = [act for name in sorted(BEGINNINGS) for act in shown.get(name, ())]
    dated = [act for act in makers if act.done_on is not None]
    if not dated or (len(dated) < len(makers) and not any(a.type == "adoption" for a in dated)):
        return None
    begun = min(act.done_on.earliest for act in dated)
    others = (act for name, acts in shown.items() if name != "internal_approval" for act in acts)
    days = (act.done_on or act.effective_on for act in others)
    return None if any(day is not None and day.earliest < begun for day in days) else begun


def done(act: Act, not_before: date = FIRST_DAY) -> Day:
    """When an act was done, however little is known of it.

    An act without a day was done at the latest when a source, checked as at a day, shows it,
    or when it took effect; and not before what had to come first.
    """
    return act.done_on or _bounded(act, not_before)


def effective(act: Act, not_before: date = FIRST_DAY) -> Day:
    """When an act took effect: the day given for that, else the day it was done."""
    return act.effective_on or done(act, not_before)


def _bounded(act: Act, not_before: date) -> Day:
    latest = [day.latest for day in act.as_at]
    if act.effective_on is not None:
        latest.append(act.effective_on.latest)
    last = min(latest, default=LAST_DAY)
    return Day(min(not_before, last), last)


def earliest_of(acts: Iterable[Act]) -> tuple[Day, Act] | None:
    """When the first of several acts was done, with the act that is surest to be the first.

    Acts without a day are left out where others have one: which came first cannot be said.
    """
    dated = [(act.done_on, act) for act in acts if act.done_on is not None]
    if not dated:
        return None
    first = min(dated, key=lambda pair: (pair[0].latest, pair[0].earliest, pair[1].ref))
    return Day(min(day.earliest for day, _ in dated), first[0].latest), first[1]


def succeeds(e: Evidence, participant: Participant) -> bool:
    """Whether a participant came in the place of a predecessor, without signing itself."""
    own = {act.type for act in e.of.get(participant.ref, ())}
    return "succession" in own and not own & SIGNATURES


def members_of_side(e: Evidence, participant: Participant) -> list[Participant]:
    """Those who make up a side together with a participant, itself included.

    A predecessor and its successor follow one another on a side: they are not members together.
    """
    if participant.side is None:
        return [participant]
    linked = {act.predecessor for act in e.of.get(participant.ref, ())} - {None}
    after = {
        act.participant
        for act in e.acts("succession")
        if participant.actor and act.predecessor == participant.actor
    }
    return [
        other
        for other in e.makers()
        if other == participant
        or (other.side == participant.side and other.actor not in linked and other.ref not in after)
    ]


def both_sides(e: Evidence, types: Collection[str]) -> tuple[Day, Act] | None:
    """When the last of the two sides did an act of these types, None if one did not.

    A side of several has done so once every one of its members has; a successor need not.
    """
    if not e.is_bilateral:
        return None
    sided = [p for p in e.makers() if p.side and not succeeds(e, p)]
    firsts = [
        earliest_of(a for a in e.of.get(participant.ref, ()) if a.type in types)
        for participant in sided
    ]
    if len({participant.side for participant in sided}) < 2 or not all(firsts):
        return None
    return last_of(firsts)


def last_of(dated: Iterable[tuple[Day, Act]]) -> tuple[Day, Act]:
    """When the last of several acts was done, with the act that is surest to be the last."""
    ordered = sorted(dated, key=lambda one: (one[0].latest, one[0].earliest, one[1].ref))
    last, act = ordered[-1]
    return Day(max(day.earliest for day, _ in ordered), last.latest), act


def checked(*acts: Act) -> date | None:
    """The newest day as at which any of these acts was checked.

    Of a day known in part its earliest end counts: "as at 2017" surely reaches no further than
    1 January 2017.
    """
    return max((_checked_on(act, day) for act in acts for day in act.as_at), default=None)


def _checked_on(act: Act, day: Day) -> date:
    """The day that a check surely reaches; who saw an act looked no earlier than it was done."""
    if act.done_on is not None and act.done_on.earliest <= day.latest:
        return max(day.earliest, act.done_on.earliest)
    return day.earliest


def looked_for(acts: Iterable[Act], types: Collection[str]) -> Act | None:
    """The newest negative evidence that looked for one of `types`, or for any act at all."""
    found = [act for act in acts if act.type in types or act.type == "any_act"]
    dated = [act for act in found if act.as_at]
    return max(dated, key=lambda act: (checked(act), act.ref), default=None)


def newest(*days: date | None) -> date | None:
    """The newest of the days that are known."""
    return max((day for day in days if day is not None), default=None)


def resting_on(why: Reason, *acts: Act) -> Cause:
    """A cause that rests on the first act and was checked with all of them."""
    return Cause(why, acts[0].ref, checked(*acts))


def told(code: str, act: Act, day: Day, **params: date | str) -> Cause:
    """A cause whose sentence names the day, as far as it is known."""
    return resting_on(reason(code, day=day.written, **params), act)
