"""What the rules of law answered for one day, as a page tells it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import orjson

from agreements.law.values import BOUND_STANDINGS
from agreements.models import PublishedStanding
from agreements.models.standing import FIRST_DAY, LAST_DAY
from register.public_record import PublicRecord


class Answer(NamedTuple):
    """A status or standing with the days between which it holds, and what it rests on.

    `since` is its first day, `until` the first day on which it no longer holds; None for an open
    end. `reason` is a reason of the rules, `act` the ref of the act it rests on or "".
    """

    status: str
    since: date | None
    until: date | None
    reason: dict
    act: str
    checked: date | None

    def holds_on(self, day: date) -> bool:
        """Whether this is the answer for that day."""
        return (self.since or FIRST_DAY) <= day < (self.until or LAST_DAY)

    @property
    def is_bound(self) -> bool:
        """Whether, as a standing, it means that the agreement binds the participant."""
        return self.status in BOUND_STANDINGS


def answer_in(row: PublishedStanding) -> Answer:
    """The answer that a period row holds."""
    return Answer(
        row.status,
        None if row.from_day == FIRST_DAY else row.from_day,
        None if row.until_day == LAST_DAY else row.until_day,
        orjson.loads(row.reason),
        row.act,
        row.checked,
    )


def course_of(public: PublicRecord, agreement: str) -> dict[str, list[Answer]]:
    """Every answer about one agreement in the order of time, by participant ("" for itself)."""
    rows = PublishedStanding.objects.recorded(public.number).filter(agreement=agreement)
    course = defaultdict(list)
    for row in rows.order_by("participant", "from_day"):
        course[row.participant].append(answer_in(row))
    return dict(course)


def on_day(course: dict[str, list[Answer]], day: date) -> dict[str, Answer]:
    """Of a whole course, the answers that hold on one day."""
    return {
        whose: answer
        for whose, answers in course.items()
        for answer in answers
        if answer.holds_on(day)
    }


def statuses_of(public: PublicRecord, agreements: Iterable[str], day: date) -> dict[str, Answer]:
    """The status of each of these agreements on a day, in one query."""
    rows = PublishedStanding.objects.recorded(public.number).of_agreements().on(day)
    return {row.agreement: answer_in(row) for row in rows.filter(agreement__in=set(agreements))}


def statuses_and_standings(
    public: PublicRecord, agreements: Iterable[str], actor: str, day: date
) -> tuple[dict[str, Answer], dict[str, Answer]]:
    """The status of each of these agreements and one actor's standing in it, in one query."""
    rows = PublishedStanding.objects.recorded(public.number).on(day)
    asked = rows.of_agreements() | rows.of_actor(actor)
    statuses: dict[str, Answer] = {}
    standings: dict[str, Answer] = {}
    for row in asked.filter(agreement__in=set(agreements)).order_by("agreement", "participant"):
        if row.participant:
            _keep(standings, row.agreement, answer_in(row))
        else:
            statuses[row.agreement] = answer_in(row)
    return statuses, standings


def standings_of(
    public: PublicRecord, actors: Iterable[str], day: date
) -> dict[str, dict[str, Answer]]:
    """For each agreement in which any of these takes part, the standing of each on a day.

    One that stands in an agreement more than once is shown by the standing that binds, if any.
    """
    rows = PublishedStanding.objects.recorded(public.number).of_participants().on(day)
    found = defaultdict(dict)
    for row in rows.filter(actor__in=set(actors)).order_by("agreement", "participant"):
        _keep(found[row.agreement], row.actor, answer_in(row))
    return dict(found)


def _keep(standings: dict[str, Answer], whose: str, answer: Answer) -> None:
    """Of several standings of one, the first is kept, unless a later one binds."""
    known = standings.get(whose)
    if known is None or (answer.is_bound and not known.is_bound):
        standings[whose] = answer
