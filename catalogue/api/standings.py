"""What the law engine answered, as the API gives it: stored reasons spliced in."""

from collections.abc import Iterable
from datetime import date

from orjson import Fragment

from agreements.models import PublishedStanding
from agreements.models.standing import FIRST_DAY, LAST_DAY
from register.public_record import PublicRecord

COLUMNS = ("status", "from_day", "until_day", "reason", "act", "checked")


def statuses_on(public: PublicRecord, keys: Iterable[str], day: date) -> dict[str, dict]:
    """The status of each of these agreements on a day, in one query."""
    rows = PublishedStanding.objects.recorded(public.number).of_agreements().on(day)
    found = rows.filter(agreement__in=list(keys)).order_by()
    return {
        key: {"on": day, **_period(period)}
        for key, *period in found.values_list("agreement", *COLUMNS)
    }


def course(public: PublicRecord, key: str) -> dict[str, list]:
    """Every period of one agreement ("") and of each participant (its ref), in order of time."""
    rows = PublishedStanding.objects.recorded(public.number).filter(agreement=key)
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


def _period(period) -> dict:
    status, start, end, reason, act, checked = period
    return {
        "status": status,
        "since": None if start == FIRST_DAY else start,
        "until": None if end == LAST_DAY else end,
        "reason": Fragment(reason),
        "act": act or None,
        "checked": checked,
    }
