"""Pages of organizations."""

from itertools import groupby

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from catalogue.answers import statuses_of
from catalogue.beginnings import beginning, narrowed
from catalogue.indexes import index_of
from catalogue.labels import labels
from catalogue.languages import text_for_reader
from catalogue.names import names_at, names_in
from catalogue.page import public_page, published, render_page, render_record
from catalogue.referring import rows_referring
from catalogue.vantage import TIME, Vantage
from catalogue.views.states import other_names
from organizations.models import PublishedOrganization
from register.public_record import PublicRecord

IN_AGREEMENTS = ("participants.actor", "depositary", "secretariat", "bodies.organization")
IN_PROJECTS = ("organizations.actor",)


@public_page(*TIME)
def organizations(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """Every organization by type and name, with how many agreements and projects name it."""
    rows = PublishedOrganization.objects.recorded(vantage.number).values_list(
        "key", "type", "document"
    )
    found = {key: (type_, _acronym(document)) for key, type_, document in rows}
    order = list(labels("organizations.Organization.type"))
    naming = ("agreement", "project"), IN_AGREEMENTS + IN_PROJECTS
    index = index_of(vantage, "organization", *naming)
    index = sorted(index, key=lambda one: order.index(found[one.key][0]))
    content = {
        "section": "organizations",
        "is_index": True,
        "groups": [
            (type_, [(one, found[one.key][1]) for one in group])
            for type_, group in groupby(index, key=lambda one: found[one.key][0])
        ],
    }
    return render_page(request, vantage, "catalogue/organizations.html", content)


def _acronym(document: str) -> str:
    found = text_for_reader(orjson.loads(document)["acronyms"])
    return found[1] if found else ""


@public_page(*TIME)
def organization(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One organization: what it is, who belongs to it, which agreements and projects name it."""
    public = PublicRecord(vantage.number)
    document = published(public, "organization", key)
    agreements = beginning(
        _naming(public, key, "agreement", IN_AGREEMENTS),
        narrowed(vantage, "agreements", organization=key),
    )
    projects = beginning(
        _naming(public, key, "project", IN_PROJECTS),
        narrowed(vantage, "projects", organization=key),
    )
    parts = _naming(public, key, "organization", ("parent",))
    member_of = rows_referring(public, "organization", key, "memberships", "actor")
    keys = {*agreements.rows, *projects.rows, *parts, *(one.key for one in member_of)}
    content = {
        "section": "organizations",
        "on": vantage.on,
        "home": settings.REGISTER_HOME_STATE,
        "other_names": other_names(document),
        "agreements": agreements,
        "projects": projects,
        "parts": parts,
        "member_of": member_of,
        "answers": statuses_of(public, agreements.rows, vantage.on),
        "names": names_in(public, "organization", [key]) | names_at(public, keys),
    }
    return render_record(request, vantage, "catalogue/organization.html", document, content)


def _naming(public: PublicRecord, key: str, kind: str, fields: tuple[str, ...]) -> list[str]:
    """The records of a kind that name the organization in one of these fields."""
    rows = public.referring([key], kind).get(key, [])
    return list(dict.fromkeys(found for _kind, found, field in rows if field in fields))
