"""The front page, and the page on what this register is."""

from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.law.values import BOUND_STANDINGS
from agreements.models import PublishedAgreement, PublishedDate, PublishedStanding
from catalogue.coming import Coming, dates_from, in_order, years_later
from catalogue.freshness import register_day
from catalogue.indexes import Listed, index_of, most_counted
from catalogue.names import Name, names_at, shown_name
from catalogue.page import public_page, render_page
from catalogue.partners import THROUGH, Partner, partners_of
from catalogue.pictures import map_of_partners
from catalogue.vantage import Vantage
from register.models import Entry
from register.public_record import PublicRecord

ROWS_OF_INDEX = 10
NEWEST_ENTRIES = 6
NEXT_DATES = 5
NOT_ESTABLISHED = "signed_force_not_established"


class Figure(NamedTuple):
    """A number on the front page, in words, with the list that it counts."""

    number: int
    words: str
    address: str


class Column(NamedTuple):
    """A column of the index: the records counted most, and the way to all of them."""

    heading: str
    rows: list
    all: str
    all_words: str


@public_page()
def home(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """What the register holds, what was entered last, and the ways in."""
    public = PublicRecord(vantage.number)
    newest = list(
        Entry.objects.filter(number__lte=vantage.number, kind__in=("agreement", "project", "law"))
        .defer("document", "reading", "salt")
        .order_by("-number")[:NEWEST_ENTRIES]
    )
    state = settings.REGISTER_HOME_STATE
    dates = _coming_up(public, vantage.on)
    partners = partners_of(public, state, vantage.on)
    shown = {state, *(entry.key for entry in newest), *(one.agreement for one in dates)}
    shown |= {one.actor for one in dates if one.actor} | {one.key for one in partners}
    names = names_at(public, shown)
    content = {
        "on": vantage.on,
        "home": state,
        "figures": _figures(public, state, shown_name(names, state), _states(partners, names)),
        "newest": newest,
        "dates": dates,
        "map": map_of_partners(state, partners),
        "names": names,
        "index": _index(vantage),
    }
    return render_page(request, vantage, "catalogue/home.html", content)


def _coming_up(public: PublicRecord, on: date) -> list[Coming]:
    """The next dates of all agreements, within a year."""
    rows = PublishedDate.objects.recorded(public.number)
    rows = rows.filter(latest__gte=on, day__lt=years_later(on, 1))
    return dates_from(in_order(rows)[:NEXT_DATES], on)


def _states(partners: list[Partner], names: dict[str, Name]) -> int:
    """How many of the partners are states with an instrument of their own."""
    return sum(one.bond != THROUGH and names[one.key].kind == "state" for one in partners)


def _figures(public: PublicRecord, home_state: str, called: str, partners: int) -> list[Figure]:
    """How many instruments there are, bind the home state, or lack proof of force; with whom."""
    periods = PublishedStanding.objects.recorded(public.number).on(register_day())
    own = periods.of_participants().of_actor(home_state).filter(status__in=BOUND_STANDINGS)
    bound = own.values("agreement").distinct().count()
    unproved = periods.of_agreements().filter(status=NOT_ESTABLISHED).count()
    instruments = PublishedAgreement.objects.recorded(public.number)
    number, agreements = instruments.count(), reverse("agreements")
    bonds = f"{reverse('state', args=[home_state])}#agreements"
    return [
        Figure(number, ngettext("instrument", "instruments", number), agreements),
        Figure(bound, _("in force for %(home)s") % {"home": called}, bonds),
        Figure(
            unproved,
            _("signed; entry into force not established"),
            f"{agreements}?{urlencode({'status': NOT_ESTABLISHED})}",
        ),
        Figure(
            partners,
            ngettext(
                "partner state with a bilateral instrument",
                "partner states with a bilateral instrument",
                partners,
            ),
            reverse("states"),
        ),
    ]


def _index(vantage: Vantage) -> list[Column]:
    """The subjects, states and organizations that most agreements and projects name."""
    agreements, projects = ("agreement",), ("project",)
    actors, partners = ("participants.actor",), ("organizations.actor",)
    subjects = index_of(vantage, "subject", agreements, ("subjects",))
    states = index_of(vantage, "state", agreements, actors)
    organizations = index_of(vantage, "organization", agreements, actors)
    working = index_of(vantage, "organization", projects, partners)
    return [
        _column(_("By subject"), subjects, "subjects", _("All subjects")),
        _column(_("By state"), states, "states", _("All states")),
        _column(_("By organization"), organizations, "organizations", _("All organizations")),
        _column(_("By project partner"), working, "projects", _("All projects")),
    ]


def _column(heading: str, index: tuple[Listed, ...], page: str, words: str) -> Column:
    rows = most_counted(index, ROWS_OF_INDEX, apart=settings.REGISTER_HOME_STATE)
    return Column(heading, rows, reverse(page), words)


@public_page()
def about(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """What the register is, how it works things out, how to cite and check it."""
    content = {"section": "about", "is_index": True}
    return render_page(request, vantage, "catalogue/about.html", content)
