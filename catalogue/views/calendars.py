"""Calendars to subscribe to: of all dates, of one state or organization, of one agreement."""

from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.filters import DateFilterSet
from agreements.models import PublishedDate
from catalogue.calendar import calendar_of, event_of
from catalogue.coming import coming_in, in_order
from catalogue.filtering import asked
from catalogue.names import names_at, shown_name
from catalogue.page import public_page, published
from catalogue.vantage import Vantage
from register.models import Entry
from register.public_record import PublicRecord

# What fell due within the last year is kept, so that nobody loses it on the day after.
BACK = timedelta(365)
# More than calendar programs care to open.
MOST = 5000


@public_page()
def calendar(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The calendar of all agreements."""
    dates = PublishedDate.objects.recorded(vantage.number)
    return _calendar(request, vantage, dates, _("Agreements on migration"))


@public_page()
def calendar_of_actor(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """The calendar of one state or organization: what concerns it."""
    public = PublicRecord(vantage.number)
    if public.kinds_of([key]).get(key) not in ("state", "organization"):
        raise Http404
    since = (vantage.on - BACK).isoformat()
    question = QueryDict(urlencode({"participant": key, "on": since}))
    filters = asked(DateFilterSet, question, vantage.number, {})
    called = shown_name(names_at(public, [key]), key)
    name = _("Agreements on migration: %(called)s") % {"called": called}
    return _calendar(request, vantage, filters.qs, name)


@public_page()
def calendar_of_agreement(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """The calendar of one agreement."""
    public = PublicRecord(vantage.number)
    published(public, "agreement", key)
    dates = PublishedDate.objects.recorded(vantage.number).filter(agreement=key)
    return _calendar(request, vantage, dates, shown_name(names_at(public, [key]), key))


def _calendar(request: HttpRequest, vantage: Vantage, dates: QuerySet, name: str) -> HttpResponse:
    """The dates from a year back on, as a calendar of that name."""
    rows = list(in_order(dates.filter(latest__gte=vantage.on - BACK))[:MOST])
    found = names_at(
        PublicRecord(vantage.number),
        {row.agreement for row in rows} | {row.actor for row in rows if row.actor},
    )
    moments = dict(
        Entry.objects.filter(number__in={row.said_from for row in rows}).values_list("number", "at")
    )
    events = (
        event_of(
            coming_in(row, vantage.on),
            request.get_host(),
            shown_name(found, row.agreement),
            shown_name(found, row.actor) if row.actor else "",
            request.build_absolute_uri(reverse("agreement", args=[row.agreement])),
            moments[row.said_from],
        )
        for row in rows
    )
    address = request.build_absolute_uri(request.path)
    content = calendar_of(name, filter(None, events), address)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
