"""What the law engine answered, as the API gives it: stored reasons spliced in."""

from collections.abc import Iterable, Sequence
from datetime import date

from orjson import Fragment

from agreements.models import PublishedDate, PublishedStanding
from agreements.models.standing import FIRST_DAY, LAST_DAY
from catalogue.answers import Answer
from catalogue.coming import NEXT, life_of
from catalogue.coming import in_order as dates_in_order
from register.public_record import PublicRecord

from . import stored

COLUMNS = ("status", "from_day", "until_day", "reason", "act", "checked")
DATE_COLUMNS = ("agreement", "participant", "actor", "kind", "day", "latest", "reason", "act")
BEGINNING, END = FIRST_DAY.isoformat(), LAST_DAY.isoformat()


def statuses_on(number: int, keys: Sequence[str], day: date) -> dict[str, dict]:
    """The status of each of these agreements on a day, at entry `number`."""
    on = day.isoformat()
    return {
        key: {"on": on, **_period(period)} for key, *period in stored.statuses(number, keys, on)
    }


def course(number: int, key: str) -> dict[str, list]:
    """Every period of one agreement ("") and of each participant (its ref), in order of time."""
    rows = PublishedStanding.objects.recorded(number).filter(agreement=key)
    found = {"": []}
    ordered = rows.order_by("participant", "from_day")
    for participant, *period in ordered.values_list("participant", *COLUMNS):
        found.setdefault(participant, []).append(period)
    return found


def on_day(periods: Iterable, day: date) -> dict | None:
    """The period that holds on a day, None if there is none."""
    for period in periods:
        _status, start, end, *_rest = period
        if start <= day < end:
            return {"on": day, **_period(period)}
    return None


def in_order(periods: Iterable) -> list[dict]:
    """All periods as JSON values."""
    return [_period(period) for period in periods]


def answered_on(answer: Answer, day: date) -> dict:
    """An answer of the pages, which holds on a day, as JSON values."""
    return {
        "on": day,
        "status": answer.status,
        "since": answer.since,
        "until": answer.until,
        "reason": answer.reason,
        "act": answer.act or None,
        "checked": answer.checked,
    }


def life(number: int, key: str, day: date) -> dict:
    """An agreement's `force`, the `term` that runs on a day, and the next `dates` from it on."""
    rows = PublishedDate.objects.recorded(number).filter(agreement=key, latest__gte=day)
    dates = dates_in_order(rows).values_list(*DATE_COLUMNS)[:NEXT]
    found = life_of(PublicRecord(number), key, day)
    return {**found._asdict(), "dates": [date_of(row) for row in dates]}


def date_of(row: Sequence) -> dict:
    """A date, given by its `DATE_COLUMNS`, as JSON values; open ends as null."""
    agreement, participant, actor, kind, day, latest, reason, act = row
    return {
        "agreement": agreement,
        "participant": participant or None,
        "actor": actor or None,
        "kind": kind,
        "day": None if day == FIRST_DAY else day,
        "latest": None if latest == LAST_DAY else latest,
        "reason": Fragment(reason),
        "act": act or None,
    }


def _period(period) -> dict:
    status, start, end, reason, act, checked = period
    start, end = str(start), str(end)
    return {
        "status": status,
        "since": None if start == BEGINNING else start,
        "until": None if end == END else end,
        "reason": Fragment(reason),
        "act": act or None,
        "checked": checked,
    }
