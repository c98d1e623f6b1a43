"""The front page, and the page on what this register is."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.law.values import BOUND_STANDINGS
from agreements.models import PublishedAgreement, PublishedStanding
from catalogue.freshness import register_day
from catalogue.indexes import listed, most_counted
from catalogue.names import names_at
from catalogue.page import public_page, render_page
from catalogue.referring import counted
from organizations.models import PublishedState
from register.models import Entry, Head
from register.public_record import PublicRecord

ROWS_OF_INDEX = 10
NEWEST_ENTRIES = 6
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


@public_page
def home(request: HttpRequest, head: Head) -> HttpResponse:
    """What the register holds, what was entered last, and the ways in."""
    public = PublicRecord(head.number)
    newest = list(
        Entry.objects.filter(number__lte=head.number, kind__in=("agreement", "project", "law"))
        .defer("document", "reading", "salt")
        .order_by("-number")[:NEWEST_ENTRIES]
    )
    home_state = settings.REGISTER_HOME_STATE
    content = {
        "on": register_day(),
        "home": home_state,
        "figures": _figures(public, home_state),
        "newest": newest,
        "names": names_at(public, {home_state, *(entry.key for entry in newest)}),
        "index": _index(public),
    }
    return render_page(request, head, "catalogue/home.html", content)


def _figures(public: PublicRecord, home_state: str) -> list[Figure]:
    """How many instruments there are, bind the home state, or are signed without proof of force."""
    periods = PublishedStanding.objects.recorded(public.number).on(register_day())
    own = periods.of_participants().of_actor(home_state).filter(status__in=BOUND_STANDINGS)
    unproved = periods.of_agreements().filter(status=NOT_ESTABLISHED).count()
    instruments = PublishedAgreement.objects.recorded(public.number).count()
    bound = own.values("agreement").distinct().count()
    states = PublishedState.objects.recorded(public.number).filter(is_former=False).count()
    agreements = reverse("agreements")
    return [
        Figure(instruments, ngettext("instrument", "instruments", instruments), agreements),
        Figure(
            bound,
            ngettext("binds the home state", "bind the home state", bound),
            f"{reverse('state', args=[home_state])}#agreements",
        ),
        Figure(
            unproved,
            _("signed; entry into force not established"),
            f"{agreements}?{urlencode({'status': NOT_ESTABLISHED})}",
        ),
        Figure(states, ngettext("state", "states", states), reverse("states")),
    ]


def _index(public: PublicRecord) -> list[Column]:
    """The subjects, states and organizations that most agreements name."""
    taking_part = counted(public, ["agreement"], ["participants.actor"])
    taking_part.pop(settings.REGISTER_HOME_STATE, None)
    about = counted(public, ["agreement"], ["subjects"])
    working = counted(public, ["project"], ["organizations.actor"])
    return [
        _column(public, "subject", about, _("By subject"), "subjects", _("All subjects")),
        _column(public, "state", taking_part, _("By state"), "states", _("All states")),
        _column(
            public,
            "organization",
            taking_part,
            _("By organization"),
            "organizations",
            _("All organizations"),
        ),
        _column(
            public, "organization", working, _("By project partner"), "projects", _("All projects")
        ),
    ]


def _column(
    public: PublicRecord, kind: str, counts: dict, heading: str, page: str, words: str
) -> Column:
    return Column(
        heading, most_counted(listed(public, kind, counts), ROWS_OF_INDEX), reverse(page), words
    )


@public_page
def about(request: HttpRequest, head: Head) -> HttpResponse:
    """What the register is, how it works things out, how to cite and check it."""
    content = {"section": "about", "is_index": True}
    return render_page(request, head, "catalogue/about.html", content)
