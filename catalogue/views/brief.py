"""The brief of a state: on a page, for whoever travels there, what there is between the two."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from catalogue.bonds import Bond, bonds_of, groups_with_home
from catalogue.coming import dates_for
from catalogue.memberships import memberships_of, shared_memberships
from catalogue.names import names_at
from catalogue.page import public_page, published, render_page
from catalogue.vantage import TIME, Vantage
from projects.models import Project, PublishedProject
from register.public_record import PublicRecord

# Agreements that only others bind belong on the page of the state.
GROUPS = 6
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
    dates, projects = dates_for(public, keys, (key, home), vantage.on), _projects(public, key)
    shared = sorted(shared_memberships(memberships_of(public, key, home), vantage.on))
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


def _projects(public: PublicRecord, key: str) -> list[str]:
    """The projects that run in the other state."""
    rows = PublishedProject.objects.recorded(public.number)
    found = rows.referring("locations.state", [key], public.number)
    running = found.filter(status__in=RUNNING)
    return list(running.order_by("key").values_list("key", flat=True))
