"""The page of what falls due, and the calendars that tell the same."""

from datetime import date
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from agreements.filters import DateFilterSet
from agreements.models import PublishedDate, PublishedStanding
from catalogue.coming import dates_from, in_order, years_later
from catalogue.filtering import asked, choices_of, form_of
from catalogue.indexes import index_of
from catalogue.names import names_at
from catalogue.page import page_of, public_page, render_page
from catalogue.vantage import TIME, Vantage
from register.public_record import PublicRecord

DATES_A_PAGE = 50


@public_page(*TIME, "page", *DateFilterSet.base_filters)
def coming(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """What falls due from `?on=` to `?until=` (a year later without it), month by month."""
    public = PublicRecord(vantage.number)
    filters = asked(DateFilterSet, vantage.question, vantage.number, _choices(vantage))
    until = filters.form.cleaned_data["until"] or years_later(vantage.on, 1)
    page = page_of(request, in_order(filters.qs.filter(day__lt=until)), DATES_A_PAGE)
    dates = dates_from(page, vantage.on)
    keys = {one.agreement for one in dates} | {one.actor for one in dates if one.actor}
    content = {
        "section": "coming",
        "is_index": True,
        "on": vantage.on,
        "until": until,
        "page": page,
        "months": [(first, list(rows)) for first, rows in groupby(dates, _month)],
        "names": names_at(public, keys),
        "calendar": _calendar(vantage),
        **_known(public, vantage.on),
        **form_of(filters, apart=("on", "until")),
    }
    return render_page(request, vantage, "catalogue/coming.html", content)


def _month(one) -> date | None:
    """The first day of the month in which a date may first fall."""
    return one.day and one.day.replace(day=1)


def _choices(vantage: Vantage) -> dict[str, list[tuple[str, str]]]:
    """The states and organizations that take part in agreements, for the form."""
    found = (
        index_of(vantage, kind, ("agreement",), ("participants.actor",))
        for kind in ("state", "organization")
    )
    return {"participant": [choice for index in found for choice in choices_of(index)]}


def _calendar(vantage: Vantage) -> str:
    """The address of the calendar of what is shown: of the one state chosen, else of all."""
    chosen = vantage.question.getlist("participant")
    return reverse("calendar-of", args=chosen) if len(chosen) == 1 else reverse("calendar")


def _known(public: PublicRecord, on: date) -> dict[str, int]:
    """Of how many agreements in force on a day any date to come is known."""
    in_force = PublishedStanding.objects.recorded(public.number).in_force(on)
    dated = PublishedDate.objects.recorded(public.number).filter(latest__gte=on)
    keys = in_force.order_by().values("agreement")
    return {
        "in_force": in_force.count(),
        "dated": dated.filter(agreement__in=keys).values("agreement").distinct().count(),
    }
