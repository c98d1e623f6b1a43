"""The dates that matter, as pages, feeds and the API tell them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import orjson
from django.db.models import QuerySet

from agreements.models import PublishedDate, PublishedLife
from agreements.models.standing import FIRST_DAY, LAST_DAY
from register.public_record import PublicRecord

# Of one agreement so many dates to come are told over the API, and so many on its page.
NEXT, SHOWN = 20, 6
# A visit is over within the year; what lapses in the next one is talked about already.
YEARS_AHEAD = 2


class Coming(NamedTuple):
    """A day that matters: what happens, to which agreement, to whom of it, and why.

    The day lies between `day` and `latest`, mostly one; None stands for an end that is open.
    `days_left` counts from the day that the page is about; a day that began before it has none.
    """

    agreement: str
    kind: str
    day: date | None
    latest: date | None
    reason: dict
    participant: str
    actor: str
    act: str
    days_left: int | None

    @property
    def written(self) -> str:
        """The day in ISO 8601, the two ends with a slash where it is known in part."""
        if self.day == self.latest:
            return self.day.isoformat()
        ends = (day.isoformat() if day else ".." for day in (self.day, self.latest))
        return "/".join(ends)

    @property
    def must_be_kept(self) -> bool:
        """Whether somebody must act by this day."""
        return self.kind == PublishedDate.Kind.LAST_DAY_FOR_NOTICE


def coming_in(row: PublishedDate, on: date) -> Coming:
    """The date that a row holds, seen from a day."""
    day = None if row.day == FIRST_DAY else row.day
    return Coming(
        row.agreement,
        row.kind,
        day,
        None if row.latest == LAST_DAY else row.latest,
        orjson.loads(row.reason),
        row.participant,
        row.actor,
        row.act,
        (day - on).days if day and day >= on else None,
    )


def in_order(dates: QuerySet) -> QuerySet:
    """Dates by day; of one day, by agreement."""
    return dates.order_by("day", "latest", "agreement", "kind", "participant", "pk")


def dates_from(rows: Iterable[PublishedDate], on: date) -> list[Coming]:
    """The dates that rows hold, seen from a day."""
    return [coming_in(row, on) for row in rows]


def next_dates(public: PublicRecord, agreement: str, on: date) -> list[Coming]:
    """The next dates of one agreement from a day on."""
    rows = PublishedDate.objects.recorded(public.number).filter(agreement=agreement, latest__gte=on)
    return dates_from(in_order(rows)[:SHOWN], on)


def dates_for(
    public: PublicRecord, agreements: Iterable[str], actors: Iterable[str], on: date
) -> list[Coming]:
    """What falls due within two years in these agreements as such, or for one of these actors."""
    rows = PublishedDate.objects.recorded(public.number).filter(
        agreement__in=list(agreements),
        actor__in=["", *actors],
        latest__gte=on,
        day__lt=years_later(on, YEARS_AHEAD),
    )
    return dates_from(in_order(rows), on)


class Life(NamedTuple):
    """An agreement's entry into force, as recorded, computed and taken, and the term that runs."""

    force: dict | None
    term: dict | None


def life_of(public: PublicRecord, agreement: str, on: date) -> Life:
    """What the register says of the beginning of an agreement, and of its term on a day."""
    rows = PublishedLife.objects.recorded(public.number).filter(agreement=agreement)
    found = rows.values_list("force", "terms").first()
    if found is None:
        return Life(None, None)
    force, terms = map(orjson.loads, found)
    return Life(force, term_on(terms, on))


def term_on(terms: list[dict], on: date) -> dict | None:
    """The term that surely runs on a day, None where none does or which one is not known."""
    day = on.isoformat()
    for term in terms:
        begins, ends = term["begins"], term["ends"]
        if day < _earliest(ends) and (begins is None or _latest(begins) <= day):
            return term
    return None


def _earliest(written: str) -> str:
    return written.partition("/")[0].replace("..", FIRST_DAY.isoformat())


def _latest(written: str) -> str:
    return written.rpartition("/")[2].replace("..", LAST_DAY.isoformat())


def years_later(day: date, years: int) -> date:
    """The same day so many years later; 28 February where there is no 29th; at most the last."""
    if day.year + years > LAST_DAY.year:
        return LAST_DAY
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if is_leap_day else day.day)
