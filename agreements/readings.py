"""From an agreement's document to what the law engine answers about it, as stored in entries."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from agreements.law import day_of_effect, reading_of_instrument
from agreements.law.values import (
    FIRST_DAY,
    LAST_DAY,
    Act,
    Clause,
    Day,
    Instrument,
    Participant,
    Period,
    RelatedInstrument,
)
from register.partial_dates import PartialDate

# Relations by which a later agreement changes the answer about the one that it names.
ACTING_RELATIONS = frozenset({"supersedes", "terminates", "suspends"})


def reading_of(document: Mapping, related: Mapping[str, Mapping] | None = None) -> dict:
    """The periods of an agreement and of its participants, as the register stores them.

    `related` holds by key the documents of the agreements that act on this one (those found by
    `acting_on`); others among them are passed over. Each is asked only for its own entry into
    force, so relations that run in a circle end at once.
    """
    instrument = instrument_of(document, _acting(document["key"], (related or {}).values()))
    reading = reading_of_instrument(instrument)
    return {
        "agreement": _periods(reading.agreement),
        "participants": {ref: _periods(line) for ref, line in reading.participants.items()},
    }


def depends_on(document: Mapping) -> set[str]:
    """Keys of the agreements whose answer this document can change, itself left out."""
    targets = {row["target"] for row in document["relations"] if row["type"] in ACTING_RELATIONS}
    return targets - {None, document["key"]}


def acting_on(key: str, documents: Iterable[Mapping]) -> dict[str, Mapping]:
    """By key, those of the documents that act on the agreement `key`."""
    return {found["key"]: found for found in documents if key in depends_on(found)}


def instrument_of(document: Mapping, related: tuple[RelatedInstrument, ...] = ()) -> Instrument:
    """The plain values that the law engine reads, out of a document."""
    checks = _checks(document["citations"])
    return Instrument(
        key=document["key"],
        scope=document["scope"],
        binding=document["binding"],
        participants=tuple(
            Participant(row["ref"], row["side"], row["role"]) for row in document["participants"]
        ),
        acts=tuple(_act(row, checks.get(row["ref"], ())) for row in document["acts"]),
        clauses=tuple(_clause(row) for row in document["clauses"]),
        related=related,
    )


def _acting(key: str, documents: Iterable[Mapping]) -> tuple[RelatedInstrument, ...]:
    """What each document that names `key` in an acting relation does to it."""
    found = []
    for document in sorted(documents, key=lambda document: document["key"]):
        rows = [
            row
            for row in document["relations"]
            if row["target"] == key and row["type"] in ACTING_RELATIONS
        ]
        if not rows or document["key"] == key:
            continue
        force = day_of_effect(instrument_of(document))
        found += [_related(document, row, force) for row in rows]
    return tuple(found)


def _related(document: Mapping, row: Mapping, force: Day | None) -> RelatedInstrument:
    return RelatedInstrument(
        key=document["key"],
        type=row["type"],
        apparent=row["certainty"] == "apparent",
        binds=document["binding"] == "binding",
        force=force,
    )


def _act(row: Mapping, checks: Iterable[str]) -> Act:
    as_at = [row["as_at"], *checks] if row["as_at"] else checks
    return Act(
        ref=row["ref"],
        type=row["type"],
        participant=row["participant"],
        evidence=row["evidence"],
        done_on=_day(row["done_on"]),
        effective_on=_day(row["effective_on"]),
        as_at=tuple(_day(text) for text in as_at),
        vote=row["vote"],
    )


def _clause(row: Mapping) -> Clause:
    return Clause(
        row["ref"], row["type"], row["rule"], row["count"], row["period"], _day(row["day"])
    )


def _checks(citations: Iterable[Mapping]) -> dict[str, list[str]]:
    """For each act the as-at days of the citations that speak of it or of one of its fields."""
    checks: dict[str, list[str]] = {}
    for citation in citations:
        rows, _, rest = citation["path"].partition("/")
        if rows == "acts" and citation["as_at"]:
            checks.setdefault(rest.partition("/")[0], []).append(citation["as_at"])
    return checks


@lru_cache(maxsize=4096)
def _day(text: str | None) -> Day | None:
    """A partial date by its bounds; a range is one day somewhere between its ends."""
    if not text:
        return None
    partial = PartialDate.parse(text)
    return Day(partial.earliest, partial.latest)


def _periods(line: Iterable[Period]) -> list[dict]:
    return [_period(period) for period in line]


def _period(period: Period) -> dict:
    why, act, checked = period.mark.cause
    return {
        "status": str(period.status),
        "from": _iso(period.start, FIRST_DAY),
        "until": _iso(period.end, LAST_DAY),
        "reason": {"code": why.code, **dict(why.params)},
        "act": act,
        "checked": checked.isoformat() if checked else None,
    }


def _iso(day: date, open_end: date) -> str | None:
    return None if day == open_end else day.isoformat()
