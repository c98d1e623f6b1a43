"""The dates that matter between two days: what begins, what ends, the last day to give notice."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from .delays import last_day_before
from .evidence import Evidence, laid_out
from .force import ForceFound, entry_into_force, found_in
from .reading import reading_of_evidence
from .reasons import reason
from .terms import Term, term_of, term_on, terms_of
from .values import (
    ENDED_STATUSES,
    FIRST_DAY,
    IN_FORCE_STATUSES,
    LAST_DAY,
    AgreementStatus,
    Day,
    Force,
    Instrument,
    Period,
    Reading,
    Reason,
    Standing,
)

S = AgreementStatus
RUNNING = IN_FORCE_STATUSES | {S.SUSPENDED, S.ADOPTED}
# What it is called when an agreement, or a standing, becomes this after having been another.
BECOMING = {
    S.IN_FORCE: "entry_into_force",
    S.PROVISIONALLY_APPLIED: "provisional_application",
    S.SUSPENDED: "suspension",
    S.PARTLY_SUSPENDED: "suspension",
} | dict.fromkeys(ENDED_STATUSES, "end")
STANDING_BECOMING = {
    Standing.PARTY: "bound",
    Standing.PARTY_SUSPENDED: "suspension",
    Standing.FORMER_PARTY: "freed",
}
# The end of a term is told from the clauses, also where its effect is not known.
BY_TERM = frozenset({"expired", "completed"})
TERM_ENDS = {
    "none": "term_ends",
    "by_agreement": "term_ends_unless_renewed",
    "tacit": "renewed_tacitly",
    "agreed": "renewed_by_agreement",
    "": "term_ends_open",
}


class ComingDate(NamedTuple):
    """A date that matters: the day, as far as it is known, what it is, why, and whose.

    `kind` is entry_into_force, provisional_application, suspension, resumption, end, bound or
    freed (with the `participant`), end_of_term, renewal, or last_day_for_notice. The day of
    end_of_term is the last day of the term, that of renewal the first of the next. `act` is the
    act that it rests on, if it rests on one.
    """

    day: Day
    kind: str
    reason: Reason
    participant: str | None = None
    act: str | None = None


class Life(NamedTuple):
    """All that the rules answer of one agreement: its reading, force, terms and dates.

    `force` is None for a text that does not bind; terms and dates reach to a day asked for.
    """

    reading: Reading
    force: ForceFound | None
    terms: tuple[Term, ...]
    dates: tuple[ComingDate, ...]


def life_of(instrument: Instrument, until: date) -> Life:
    """The reading of an instrument, with its terms and the dates that matter before a day."""
    e = laid_out(instrument)
    found = found_in(e) if instrument.binding == "binding" else None
    force = found and found.taken
    reading = reading_of_evidence(e, force)
    terms = _Terms(e, force)
    dates = _dates(e, terms, reading, _beginning(reading), until)
    return Life(reading, found, _terms(terms, reading, until), dates)


def current_term(instrument: Instrument, on: date) -> Term | None:
    """The term that runs on a day, None if no term is set, or the agreement does not run then."""
    e = laid_out(instrument)
    force = entry_into_force(e)
    status = reading_of_evidence(e, force).agreement
    return term_on(e, force, on) if _on(status, on) in RUNNING else None


def coming_dates(instrument: Instrument, since: date, until: date) -> tuple[ComingDate, ...]:
    """The dates that matter from `since` to the day before `until`, in their order.

    Only what the record establishes: after a day from which nothing is known nothing is to come.
    """
    e = laid_out(instrument)
    force = entry_into_force(e)
    return _dates(e, _Terms(e, force), reading_of_evidence(e, force), since, until)


def _beginning(reading: Reading) -> date:
    """The first day on which an agreement is, or may be, more than nothing."""
    return next((p.start for p in reading.agreement if p.status != S.NOT_YET), LAST_DAY)


class _Terms:
    """The terms of an agreement by their number, each worked out once."""

    def __init__(self, e: Evidence, force: Force | None) -> None:
        self.evidence, self.rule = e, terms_of(e, force)
        self.known: dict[int, Term | None] = {}

    def at(self, number: int) -> Term | None:
        """The term of that number, None if the record does not reach so far."""
        if self.rule is None:
            return None
        if number not in self.known:
            self.known[number] = term_of(self.evidence, self.rule, number)
        return self.known[number]

    def first_on(self, day: date) -> int:
        """The number of the term before the first that may end after a day, or 0."""
        return max(0, self.rule.number_on(day) - 1) if self.rule else 0


def _terms(terms: _Terms, reading: Reading, until: date) -> tuple[Term, ...]:
    """The terms that begin before a day, in their order, as long as the agreement runs.

    A term whose beginning is not recorded stands for itself alone.
    """
    found, number = [], 0
    while (term := terms.at(number)) is not None:
        if not _runs(reading.agreement, term, until):
            break
        found.append(term)
        number += 1
    return tuple(found)


def _runs(line: Sequence[Period], term: Term, until: date) -> bool:
    """Whether a term begins before a day, and the agreement still runs when it does."""
    if term.ends.latest == LAST_DAY:
        return False
    begins = term.begins or term.ends
    if begins.earliest >= until:
        return False
    return term.begins is None or _on(line, begins.latest) in RUNNING


def _dates(
    e: Evidence, terms: _Terms, reading: Reading, since: date, until: date
) -> tuple[ComingDate, ...]:
    found = [*_of_lines(reading), *_of_terms(terms, reading, since, until)]
    found += _of_calendar_years(e, reading, since, until)
    within = {one for one in found if one.day.earliest < until and since <= one.day.latest}
    return tuple(sorted(within, key=_order))


def _order(one: ComingDate) -> tuple:
    return one.day.earliest, one.day.latest, one.kind, one.participant or "", one.act or ""


def _of_lines(reading: Reading) -> Iterator[ComingDate]:
    """What the periods of the agreement and of each participant begin with.

    What happens to a participant on a day on which the same happens to all is told once.
    """
    told = set()
    for period, before in _successive(reading.agreement):
        kind = BECOMING.get(period.status)
        if kind == "entry_into_force" and before in RUNNING:
            kind = "resumption" if before == S.SUSPENDED else None
        told.add(period.start)
        if kind and period.mark.cause.reason.code not in BY_TERM:
            yield _begun(period, kind)
    for ref, line in reading.participants.items():
        for period, before in _successive(line):
            kind = STANDING_BECOMING.get(period.status)
            if kind == "bound" and before == Standing.PARTY_SUSPENDED:
                kind = "resumption"
            if kind and period.start not in told:
                yield _begun(period, kind)._replace(participant=ref)


def _successive(line: Sequence[Period]) -> Iterator[tuple[Period, str]]:
    """The periods that begin with another status than the one before had."""
    for before, period in pairwise(line):
        if period.status != before.status:
            yield period, before.status


def _begun(period: Period, kind: str) -> ComingDate:
    why, act, _checked = period.mark.cause
    return ComingDate(Day(period.start, period.start), kind, why, act=act)


def _of_terms(terms: _Terms, reading: Reading, since: date, until: date) -> Iterator[ComingDate]:
    """The ends of terms, renewals, and the last days to give notice, while it runs."""
    number = terms.first_on(since)
    while (term := terms.at(number)) is not None and term.ends.latest < LAST_DAY:
        yield from _of_term(reading.agreement, term)
        if (term.last_notice or term.ends).earliest > until < term.ends.earliest:
            return
        number += 1


def _of_term(line: Sequence[Period], term: Term) -> Iterator[ComingDate]:
    """The last day of a term, or the first of the next, and the last day to give notice."""
    last = Day(_day_before(term.ends.earliest), _day_before(term.ends.latest))
    if _on(line, last.latest) in RUNNING:
        code = TERM_ENDS[term.then]
        if term.then not in ("tacit", "agreed"):
            yield ComingDate(last, "end_of_term", reason(code, until=last.written))
        elif _on(line, term.ends.latest) in RUNNING:
            yield ComingDate(term.ends, "renewal", reason(code, day=term.ends.written))
    notice = term.last_notice
    if notice and term.then != "none" and _on(line, notice.latest) in RUNNING - {S.DENOUNCED}:
        why = reason("last_notice", until=notice.written, day=term.ends.written)
        yield ComingDate(notice, "last_day_for_notice", why)


def _of_calendar_years(
    e: Evidence, reading: Reading, since: date, until: date
) -> Iterator[ComingDate]:
    """The last days on which notice still frees with the end of a calendar year."""
    clauses = [c for c in e.clauses("notice") if c.rule == "end_of_calendar_year"]
    for year in range(since.year, min(until.year + 100, LAST_DAY.year)):
        end = date(year + 1, 1, 1)
        lasts = [last_day_before(end, clause.period) for clause in clauses]
        if not any(lasts) or all(last and last >= until for last in lasts):
            return
        for last in filter(None, lasts):
            if _on(reading.agreement, last) in RUNNING - {S.DENOUNCED}:
                why = reason("last_notice", until=last, day=end)
                yield ComingDate(Day(last, last), "last_day_for_notice", why)


def _day_before(day: date) -> date:
    return day - timedelta(1) if day > FIRST_DAY else day


def _on(line: Sequence[Period], day: date) -> str:
    """The status of a line on a day."""
    return next(p.status for p in line if day < p.end or p.end == LAST_DAY)
