"""What the law engine answered, as the API gives it: stored reasons spliced in."""

from collections.abc import Iterable, Sequence
from datetime import date

from orjson import Fragment

from agreements.models import PublishedStanding
from agreements.models.standing import FIRST_DAY, LAST_DAY
from catalogue.answers import Answer

from . import stored

COLUMNS = ("status", "from_day", "until_day", "reason", "act", "checked")
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
