"""The brief of a state: on a page, for whoever travels there, what there is between the two."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from agreements.models import PublishedDate
from catalogue.bonds import Bond, bonds_of, groups_with_home
from catalogue.coming import Coming, dates_from, in_order, years_later
from catalogue.names import names_at
from catalogue.page import public_page, published, render_page
from catalogue.referring import rows_referring
from catalogue.vantage import TIME, Vantage
from projects.models import Project, PublishedProject
from register.public_record import PublicRecord

# A minister's visit is over within the year; what lapses in the next one is talked about already.
YEARS_AHEAD = 2
# Agreements that only others bind belong on the page of the state.
GROUPS = 6
MEMBER = "member"
RUNNING = (Project.Status.IMPLEMENTATION, Project.Status.FINALISATION, Project.Status.PIPELINE)


@public_page(*TIME)
def brief(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """What binds the home state and another, what comes, what they do together, and the gaps."""
    public, home = PublicRecord(vantage.number), settings.REGISTER_HOME_STATE
    document = published(public, "state", key)
    if key == home:
        raise Http404
    groups = [group for group in _groups(public, vantage, key, home) if group[1]]
    keys = {bond.key for _heading, bonds in groups for bond in bonds}
    dates, projects = _dates(public, vantage, keys), _projects(public, key)
    shared = _shared_memberships(public, key, home)
    checked = [bond.status.checked for _h, bonds in groups for bond in bonds if bond.status]
    content = {
        "section": "states",
        "on": vantage.on,
        "document": document,
        "home": home,
        "groups": groups,
        "dates": dates,
        "projects": projects,
        "shared": shared,
        "checked": max(filter(None, checked), default=None),
        "address": f"{settings.BITIM_SITE_URL}{reverse('state', args=[key])}",
        "names": names_at(public, {key, home, *keys, *projects, *shared}),
    }
    return render_page(request, vantage, "catalogue/brief.html", content)


def _groups(
    public: PublicRecord, vantage: Vantage, key: str, home: str
) -> list[tuple[str, list[Bond]]]:
    """The agreements of both, from those between the two outwards."""
    return groups_with_home(bonds_of(public, key, home, vantage.on), key, home)[:GROUPS]


def _dates(public: PublicRecord, vantage: Vantage, keys: set[str]) -> list[Coming]:
    """What falls due in these agreements within two years."""
    rows = PublishedDate.objects.recorded(public.number).filter(
        agreement__in=keys, latest__gte=vantage.on, day__lt=years_later(vantage.on, YEARS_AHEAD)
    )
    return dates_from(in_order(rows), vantage.on)


def _projects(public: PublicRecord, key: str) -> list[str]:
    """The projects that run in the other state."""
    rows = PublishedProject.objects.recorded(public.number)
    found = rows.referring("locations.state", [key], public.number)
    running = found.filter(status__in=RUNNING)
    return list(running.order_by("key").values_list("key", flat=True))


def _shared_memberships(public: PublicRecord, key: str, home: str) -> list[str]:
    """The organizations of which both are members now."""
    members = [
        {
            one.key
            for one in rows_referring(public, "organization", state, "memberships", "actor")
            if one.row["capacity"] == MEMBER and not one.row["until"]
        }
        for state in (key, home)
    ]
    return sorted(members[0] & members[1])
