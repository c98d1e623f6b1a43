"""From an agreement's document to what the law engine answers about it, as stored in entries."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from agreements.law import day_of_effect, life_of
from agreements.law.coming import ComingDate
from agreements.law.force import ForceFound
from agreements.law.terms import Term
from agreements.law.values import (
    FIRST_DAY,
    LAST_DAY,
    Act,
    Clause,
    Day,
    Instrument,
    Participant,
    PartyCount,
    Period,
    Reason,
    RelatedInstrument,
)
from register.partial_dates import PartialDate

# Relations by which a later agreement changes the answer about the one that it names.
ACTING_RELATIONS = frozenset({"supersedes", "terminates", "suspends"})
# The relation of a protocol to its parent, which it does not precede.
TO_PARENT = "supplements"
# Before this day there is no date to tell: nobody asks for any.
NO_DATES = FIRST_DAY
# Keys of states; every other actor is an organization.
STATE_KEY = re.compile("[A-Z]{3}")


def reading_of(
    document: Mapping, related: Mapping[str, Mapping] | None = None, until: date = NO_DATES
) -> dict:
    """What the rules answer about an agreement, as the register stores it.

    The periods of the agreement and of its participants, its entry into force as recorded and as
    computed, and its terms and the dates that matter before the day `until`.

    `related` holds by key the documents of the agreements that bear on this one: those found by
    `acting_on` and those that `parents_of` names; others among them are passed over. Each is
    asked only for its own entry into force, so relations that run in a circle end at once.
    """
    reading, force, terms, dates = life_of(instrument_of(document, related), until)
    return {
        "agreement": _periods(reading.agreement),
        "participants": {ref: _periods(line) for ref, line in reading.participants.items()},
        "force": force and _force(force),
        "terms": [_term(term) for term in terms],
        "dates": [_date(each) for each in dates],
    }


def depends_on(document: Mapping) -> set[str]:
    """Keys of the agreements whose answer this document can change, itself left out."""
    targets = {row["target"] for row in document["relations"] if row["type"] in ACTING_RELATIONS}
    return targets - {None, document["key"]}


def acting_on(key: str, documents: Iterable[Mapping]) -> dict[str, Mapping]:
    """By key, those of the documents that act on the agreement `key`."""
    return {found["key"]: found for found in documents if key in depends_on(found)}


def parents_of(document: Mapping) -> set[str]:
    """Keys of the agreements that this one supplements: its own answer depends on theirs."""
    rows = document["relations"]
    return {row["target"] for row in rows if row["type"] == TO_PARENT} - {None, document["key"]}


def instrument_of(document: Mapping, related: Mapping[str, Mapping] | None = None) -> Instrument:
    """The plain values that the law engine reads, out of a document and those related to it."""
    checks, verified = _checks(document["citations"]), _verified(document["citations"])
    related = related or {}
    return Instrument(
        key=document["key"],
        scope=document["scope"],
        binding=document["binding"],
        participants=tuple(_participant(row) for row in document["participants"]),
        acts=tuple(
            _act(row, checks.get(row["ref"], ()), row["ref"] in verified)
            for row in document["acts"]
        ),
        clauses=tuple(_clause(row) for row in document["clauses"]),
        related=_acting(document["key"], related.values()),
        parents=tuple(_parent(key, related.get(key)) for key in sorted(parents_of(document))),
        counts=tuple(
            PartyCount(row["value"], _day(row["as_at"]))
            for row in document["tallies"]
            if row["of"] == "parties" and row["as_at"]
        ),
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


def _parent(key: str, document: Mapping | None) -> RelatedInstrument:
    """The agreement that is supplemented, with its force if its document is at hand."""
    force = day_of_effect(instrument_of(document)) if document else None
    return RelatedInstrument(key, TO_PARENT, force=force)


def _participant(row: Mapping) -> Participant:
    key = row["actor"]
    organization = bool(key) and not STATE_KEY.fullmatch(key)
    return Participant(
        row["ref"],
        row["side"],
        row["role"],
        key,
        organization,
        territory=bool(row.get("territory")),
        named=row.get("named", False),
    )


def _act(row: Mapping, checks: Iterable[str], verified: bool) -> Act:
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
        predecessor=row["predecessor"],
        concerns=row["concerns"],
        verified=verified,
    )


def _clause(row: Mapping) -> Clause:
    return Clause(
        row["ref"],
        row["type"],
        row["rule"],
        row["count"],
        row["period"],
        _day(row["day"]),
        row.get("share", ""),
    )


def _checks(citations: Iterable[Mapping]) -> dict[str, list[str]]:
    """For each act the as-at days of the citations that speak of it or of one of its fields."""
    checks: dict[str, list[str]] = {}
    for citation in citations:
        act = _cited_act(citation)
        if act and citation["as_at"]:
            checks.setdefault(act, []).append(citation["as_at"])
    return checks


def _verified(citations: Iterable[Mapping]) -> set[str]:
    """The acts of which a source that was seen is cited, for the whole act or for its days."""
    rows = [row for row in citations if row["confidence"] == "verified" and _cited_act(row)]
    fields = {"", "done_on", "effective_on"}
    return {_cited_act(row) for row in rows if "".join(row["path"].split("/")[2:]) in fields}


def _cited_act(citation: Mapping) -> str:
    """The act that a citation speaks of, "" if it speaks of something else."""
    rows, _, rest = citation["path"].partition("/")
    return rest.partition("/")[0] if rows == "acts" else ""


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
        "reason": _reason(why),
        "act": act,
        "checked": checked.isoformat() if checked else None,
    }


def _force(found: ForceFound) -> dict:
    """Entry into force as recorded, as computed and as taken."""
    days = {name: force and force.day.written for name, force in found._asdict().items()}
    return {**days, "differ": found.differ}


def _term(term: Term) -> dict:
    return {
        "number": term.number,
        "begins": term.begins and term.begins.written,
        "ends": term.ends.written,
        "then": term.then,
        "last_notice": term.last_notice and term.last_notice.written,
    }


def _date(each: ComingDate) -> dict:
    return {
        "day": each.day.written,
        "kind": each.kind,
        "reason": _reason(each.reason),
        "participant": each.participant,
        "act": each.act,
    }


def _reason(why: Reason) -> dict:
    return {"code": why.code, **dict(why.params)}


def _iso(day: date, open_end: date) -> str | None:
    return None if day == open_end else day.isoformat()
