"""Instruments for the tests of the law: short words for acts, days and answers."""

from datetime import date

from agreements.law import reading_of_instrument
from agreements.law.values import (
    Act,
    Clause,
    Day,
    Instrument,
    Participant,
    PartyCount,
    RelatedInstrument,
)
from register.partial_dates import PartialDate


def day(text: str | None) -> Day | None:
    """A day as written in a document."""
    if text is None:
        return None
    partial = PartialDate.parse(text)
    return Day(partial.earliest, partial.latest)


def act(type: str, done: str | None = None, by: str | None = None, **more) -> Act:
    """A shown act; `by` names the participant, `takes_effect` and `as_at` are days as written."""
    as_at = more.pop("as_at", None)
    ref = more.pop("ref", f"act-{type}-{by or 'all'}-{done or more}")
    return Act(
        ref=ref,
        type=type,
        participant=by,
        done_on=day(done),
        effective_on=day(more.pop("takes_effect", None)),
        as_at=(day(as_at),) if as_at else (),
        **more,
    )


def clause(type: str, rule: str, period: str = "", **more) -> Clause:
    """A final clause; `on` is its day as written."""
    ref = more.pop("ref", f"clause-{type}")
    return Clause(ref, type, rule, period=period, day=day(more.pop("on", None)), **more)


def later(type: str, force: str | None, **more) -> RelatedInstrument:
    """A later agreement that acts on the one that is read."""
    return RelatedInstrument("later-agreement", type, force=day(force), **more)


def bilateral(*acts: Act, **more) -> Instrument:
    """An agreement of Uzbekistan and Russia, one on each side."""
    sides = (Participant("UZB", 1), Participant("RUS", 2))
    return Instrument("uz-ru", "bilateral", **{"participants": sides, "acts": acts} | more)


def count(value: int, as_at: str) -> PartyCount:
    """The depositary's count of parties, as at a day."""
    return PartyCount(value, day(as_at))


def parent(force: str | None) -> RelatedInstrument:
    """The agreement that a protocol supplements."""
    return RelatedInstrument("parent", "supplements", force=day(force))


def convention(*acts: Act, **more) -> Instrument:
    """A multilateral convention with three participants."""
    states = tuple(Participant(key) for key in ("UZB", "KAZ", "TUR"))
    return Instrument("convention", "multilateral", **{"participants": states, "acts": acts} | more)


def text(*acts: Act, **more) -> Instrument:
    """A text that does not bind."""
    return convention(*acts, **{"binding": "non_binding"} | more)


def status(instrument: Instrument, on: str) -> str:
    """The agreement's status on a day."""
    return answer(reading_of_instrument(instrument).agreement, on).status


def standing(instrument: Instrument, who: str, on: str) -> str:
    """A participant's standing on a day."""
    return answer(reading_of_instrument(instrument).participants[who], on).status


def why(instrument: Instrument, on: str, who: str | None = None):
    """The cause of an answer on a day."""
    reading = reading_of_instrument(instrument)
    return answer(reading.participants[who] if who else reading.agreement, on).mark.cause


def answer(line, on: str):
    """The period of a line in which a day lies."""
    found = date.fromisoformat(on)
    return next(period for period in line if period.start <= found < period.end)
