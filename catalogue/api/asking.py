"""What the API can be asked beside filters: how much, and as of which entry of the register."""

from collections.abc import Container
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import ValidationError

from catalogue.freshness import register_day
from catalogue.questions import BadQuestion, day, whole_number
from register.models import Entry, Head

from .openapi import NUMBER, parameter

LIMIT, MOST = 50, 200
LIMITED = parameter(
    "limit",
    {**NUMBER, "maximum": MOST, "default": LIMIT},
    gettext_lazy("How many results a page has."),
)


def refuse_unknown(given: QueryDict, known: Container[str]) -> None:
    """Refuse parameters that the address does not know, each by its name."""
    sentence = _("There is no parameter “%(name)s” here.")
    unknown = {name: [sentence % {"name": name}] for name in given if name not in known}
    if unknown:
        raise ValidationError(unknown)


def limit_asked(given: QueryDict) -> int:
    """How many results a page has."""
    limit = whole_number(given, "limit") or LIMIT
    if limit > MOST:
        raise BadQuestion("limit", _("A page has at most %(most)s results.") % {"most": MOST})
    return limit


def recorded_asked(given: QueryDict, head: Head) -> int:
    """After which entry the register is asked: its number, or the day whose last entry it is."""
    text = given.get("recorded", "").strip()
    if not text:
        return head.number
    if "-" in text:
        return _last_entry_of(day(given, "recorded"))
    number = whole_number(given, "recorded")
    if number > head.number:
        raise BadQuestion(
            "recorded",
            _("The newest entry is number %(number)s.") % {"number": head.number},
        )
    return number


def _last_entry_of(asked: date) -> int:
    """The number of the last entry made on or before a day where the register is kept, else 0."""
    zone = ZoneInfo(settings.REGISTER_TIME_ZONE)
    end = datetime.combine(min(asked, register_day()), time.max, zone)
    entries = Entry.objects.filter(at__lte=end).order_by("-number")
    return entries.values_list("number", flat=True).first() or 0
