"""How long an agreement runs: its first term, its renewals, and the notice that prevents one.

Family of clauses: "concluded for five years and renewed for further periods of five years unless
a party gives notice six months before the end of a period" (VCLT 54.a; 42.2 for the rule that a
treaty ends only as it provides). A term begins with the day of entry into force. Every later end
is counted from that day over all periods so far, so that 29 February or the 31st comes back.
"""

from datetime import date
from typing import NamedTuple

from .delays import day_added, first_of_next_year, last_day_before, parts_of, run_out
from .evidence import Evidence, done
from .periods import day_after
from .values import FIRST_DAY, LAST_DAY, Clause, Day, Force

DAYS_OF_A_MONTH = 30.44


class Terms(NamedTuple):
    """The terms of an agreement: where they begin, and how far from there each of them ends.

    `begins` is the first day of the first term, None where the text only names its end. `ends`
    are months and days from `base` to the first day after each term; `repeated` is the period
    that is renewed again and again after those. `then` says what follows the last end: "none",
    "by_agreement", "tacit" (for a period not recorded) or "" (not recorded). The last `agreed` of
    the terms came by agreement.
    """

    begins: Day | None
    base: Day
    ends: tuple[tuple[int, int], ...]
    repeated: tuple[int, int] | None
    then: str
    agreed: int = 0

    def end(self, number: int) -> Day | None:
        """The first day after the term of that number (0 is the first), None if not known."""
        beyond = number - len(self.ends) + 1
        if beyond > 0 and self.repeated is None:
            return None
        months, days = self.ends[min(number, len(self.ends) - 1)]
        if beyond > 0:
            months += beyond * self.repeated[0]
            days += beyond * self.repeated[1]
        earliest = run_out(self.base.earliest, months, days)
        if self.base.is_exact:
            return Day(earliest, earliest)
        return Day(earliest, run_out(self.base.latest, months, days))

    def number_on(self, day: date) -> int:
        """The number of the first term that may end after a day, or of the last one known."""
        number = self._about(day)
        while (end := self.end(number)) is not None and end.latest <= day < LAST_DAY:
            number += 1
        return number if end is not None else number - 1

    def _about(self, day: date) -> int:
        """A number that is not too great, without counting from the beginning."""
        if self.repeated is None:
            return 0
        last = self.end(len(self.ends) - 1)
        length = self.repeated[0] * DAYS_OF_A_MONTH + self.repeated[1]
        passed = int((day - last.latest).days / length) - 1
        return len(self.ends) - 1 + passed if passed > 0 else 0


class Term(NamedTuple):
    """One term: its number (0 is the first), its first day, the first day after it, what follows
    (as in `Terms`, or "agreed"), and the last day to give notice if that is bound to its end.
    """

    number: int
    begins: Day | None
    ends: Day
    then: str
    last_notice: Day | None


def term_of(e: Evidence, terms: Terms, number: int) -> Term | None:
    """The term of that number, None if the record does not reach so far."""
    ends = terms.end(number)
    if ends is None:
        return None
    begins = terms.end(number - 1) if number else terms.begins
    return Term(number, begins, ends, _follows(terms, number), last_notice(e, ends))


def _follows(terms: Terms, number: int) -> str:
    """What follows the term of that number."""
    if terms.repeated or number + 1 < len(terms.ends) - terms.agreed:
        return "tacit"
    return "agreed" if number + 1 < len(terms.ends) else terms.then


def term_on(e: Evidence, force: Force | None, on: date) -> Term | None:
    """The term that runs on a day, None where no term is set or which one runs is not known."""
    terms = terms_of(e, force)
    found = terms and term_of(e, terms, terms.number_on(on))
    if not found or not found.ends.earliest > on:
        return None
    return found if found.begins is None or found.begins.latest <= on else None


def last_notice(e: Evidence, ends: Day) -> Day | None:
    """The last day to give notice before a term ends; of several clauses the strictest."""
    periods = [clause.period for clause in e.clauses("notice") if clause.rule == "before_end"]
    earliest = [last_day_before(ends.earliest, period) for period in periods]
    if not periods or not all(earliest):
        return None
    if ends.is_exact:
        return Day(min(earliest), min(earliest))
    latest = [last_day_before(ends.latest, period) for period in periods]
    return Day(*min(zip(earliest, latest, strict=True))) if all(latest) else None


def terms_of(e: Evidence, force: Force | None) -> Terms | None:
    """The terms that the clauses on duration and renewal set, None if the record sets none."""
    clause = e.clause("duration")
    first = clause and _first_term(clause, force)
    if not first:
        return None
    begins, base, end = first
    renewals = e.clauses("renewal")
    ends = [end]
    while renewals and renewals[0].rule == "tacit" and (period := _period(renewals[0])):
        ends.append(_sum(ends[-1], period))
        if not renewals[1:]:
            return Terms(begins, base, tuple(ends), period, "")
        renewals = renewals[1:]
    return _extended(e, Terms(begins, base, tuple(ends), None, _then(renewals)), renewals)


def _first_term(
    clause: Clause, force: Force | None
) -> tuple[Day | None, Day, tuple[int, int]] | None:
    """Its first day, the day to count from, and the distance from there to its end."""
    if clause.rule == "until" and clause.day is not None:
        after = Day(day_after(clause.day.earliest), day_after(clause.day.latest))
        return force and force.day, after, (0, 0)
    period = _period(clause)
    if clause.rule == "fixed" and force is not None and period:
        return force.day, force.day, period
    return None


def _period(clause: Clause) -> tuple[int, int] | None:
    """Months and days of a clause's period, None if there is none."""
    parts = parts_of(clause.period)
    return parts if parts and any(parts) else None


def _sum(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _then(renewals: list[Clause]) -> str:
    return renewals[0].rule if renewals else ""


def _extended(e: Evidence, terms: Terms, renewals: list[Clause]) -> Terms:
    """Renewal by agreement: each extension made in time adds the period of the clause.

    One that came late, has no certain day, or for which no period is recorded leaves the end
    open.
    """
    acts = e.acts("extension")
    agreed = renewals[0] if renewals and renewals[0].rule == "by_agreement" else None
    for day in sorted((done(a, e.begun or FIRST_DAY) for a in acts), key=lambda d: d.latest):
        period = agreed and _period(agreed)
        end = terms.end(len(terms.ends) - 1)
        if not period or day.latest >= end.earliest:
            return terms._replace(then="" if terms.then == "none" else terms.then)
        ends = (*terms.ends, _sum(terms.ends[-1], period))
        terms = terms._replace(ends=ends, agreed=terms.agreed + 1)
    return terms


def notice_ends(e: Evidence, force: Force | None, received: Day) -> Day | None:
    """When a notice received on a day takes effect by the clauses on notice (VCLT 54.a).

    The first day that is free. Where several clauses allow notice, between the first and the
    last of their days nothing is known. None if no clause says it.
    """
    found = [_notice_end(e, clause, force, received) for clause in e.clauses("notice")]
    if not found or not all(found):
        return None
    return Day(min(day.earliest for day in found), max(day.latest for day in found))


def _notice_end(e: Evidence, clause: Clause, force: Force | None, received: Day) -> Day | None:
    """After so long from receipt; with the end of the calendar year in which that time runs
    out; or with the end of the first term that is still far enough away.
    """
    if clause.rule == "before_end":
        terms = terms_of(e, force)
        return terms and _end_by_notice(terms, clause.period, received)
    day = day_added(received, clause.period)
    if day is None or clause.rule != "end_of_calendar_year":
        return day
    return Day(first_of_next_year(day.earliest), first_of_next_year(day.latest))


def _end_by_notice(terms: Terms, period: str, received: Day) -> Day | None:
    """The end of the first term before which the notice came in time, or of the last one."""
    if not terms.base.is_exact:
        return None
    ends = [_first_end_in_time(terms, period, day) for day in (received.earliest, received.latest)]
    return Day(*ends) if all(ends) else None


def _first_end_in_time(terms: Terms, period: str, received: date) -> date | None:
    number = terms.number_on(received)
    while (end := terms.end(number)) is not None:
        last = last_day_before(end.earliest, period)
        if last is None or last >= received:
            return last and end.earliest
        number += 1
    return terms.end(number - 1).earliest if terms.then == "none" else None
