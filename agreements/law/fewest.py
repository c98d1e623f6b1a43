"""The number of parties below which a text says that it ends.

A multilateral treaty does not end only because its parties become fewer than its entry into force
took (VCLT 55). It does if it says so: the convention on genocide, for one, if there are fewer than
sixteen (article XV).
"""

from collections.abc import Iterator
from datetime import date

from .consent import departure
from .evidence import Evidence, done, resting_on
from .periods import Change
from .reasons import reason
from .values import CONSENTS, FIRST_DAY, Act, AgreementStatus, Day, Force

S = AgreementStatus
RUNNING = (S.IN_FORCE, S.PARTLY_SUSPENDED, S.SUSPENDED)


def fallen_below(e: Evidence, force: Force | None) -> Iterator[Change]:
    """The denunciation with which the parties on record fell below the number that the text asks.

    It ends the agreement if the depositary counted so few as at that day or later; otherwise
    parties may be missing from the record, and from then on nothing is known.
    """
    clause = e.clause("fewest_parties")
    if clause is None or clause.count is None or force is None or e.is_bilateral:
        return
    joined = [_joined(e, ref) for ref in _parties(e)]
    for gone, (day, act) in enumerate(_departures(e, force), start=1):
        parties = sum(first <= day.latest for first in joined) - gone
        if parties < clause.count:
            yield _end(e, day, act, parties, clause.count)
            return


def _parties(e: Evidence) -> list[str]:
    """Those who consented at any time."""
    return [p.ref for p in e.makers() if any(a.type in CONSENTS for a in e.of.get(p.ref, ()))]


def _joined(e: Evidence, ref: str) -> date:
    """The day by which a participant had first consented."""
    begun = e.begun or FIRST_DAY
    return min(done(act, begun).latest for act in e.of[ref] if act.type in CONSENTS)


def _departures(e: Evidence, force: Force) -> list[tuple[Day, Act]]:
    """When each participant left for good, in the order of time."""
    found = []
    for ref in _parties(e):
        own = e.of[ref]
        notices = [(departure(e, act, force), act) for act in own if act.type == "denunciation"]
        known = [(gone.day, act) for gone, act in notices if gone.is_known and not gone.revoked]
        joined = [a.done_on for a in own if a.type in CONSENTS and a.done_on]
        last = max(known, key=lambda one: one[0].latest, default=None)
        if last and all(day.latest <= last[0].latest for day in joined):
            found.append(last)
    return sorted(found, key=lambda one: (one[0].latest, one[0].earliest, one[1].ref))


def _end(e: Evidence, day: Day, act: Act, parties: int, fewest: int) -> Change:
    counted = any(
        count.value < fewest and count.as_at.earliest >= day.latest for count in e.instrument.counts
    )
    code = "fell_below" if counted else "may_have_fallen_below"
    why = reason(code, day=day.written, count=str(parties), fewest=str(fewest))
    moves = dict.fromkeys(RUNNING, S.TERMINATED if counted else S.NOT_KNOWN)
    return Change(day, 9, moves, resting_on(why, act), act.type)
