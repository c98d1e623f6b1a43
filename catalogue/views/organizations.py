"""Pages of organizations."""

from itertools import groupby

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from catalogue.answers import statuses_of
from catalogue.freshness import register_day
from catalogue.indexes import index_of
from catalogue.labels import labels
from catalogue.names import names_at, names_in
from catalogue.page import public_page, published, render_page, render_record
from catalogue.referring import rows_referring
from catalogue.views.states import other_names
from organizations.models import PublishedOrganization
from register.models import Head
from register.public_record import PublicRecord
from register.texts import text_in

IN_AGREEMENTS = ("participants.actor", "depositary", "secretariat", "bodies.organization")
IN_PROJECTS = ("organizations.actor",)


@public_page
def organizations(request: HttpRequest, head: Head) -> HttpResponse:
    """Every organization by type and name, with how many agreements and projects name it."""
    rows = PublishedOrganization.objects.recorded(head.number).values_list(
        "key", "type", "document"
    )
    found = {key: (type_, _acronym(document)) for key, type_, document in rows}
    order = list(labels("organizations.Organization.type"))
    naming = ("agreement", "project"), IN_AGREEMENTS + IN_PROJECTS
    index = index_of(head, "organization", *naming)
    index = sorted(index, key=lambda one: order.index(found[one.key][0]))
    content = {
        "section": "organizations",
        "is_index": True,
        "groups": [
            (type_, [(one, found[one.key][1]) for one in group])
            for type_, group in groupby(index, key=lambda one: found[one.key][0])
        ],
    }
    return render_page(request, head, "catalogue/organizations.html", content)


def _acronym(document: str) -> str:
    found = text_in(orjson.loads(document)["acronyms"], get_language(), ("en",))
    return found[1] if found else ""


@public_page
def organization(request: HttpRequest, head: Head, key: str) -> HttpResponse:
    """One organization: what it is, who belongs to it, which agreements and projects name it."""
    public = PublicRecord(head.number)
    document = published(public, "organization", key)
    agreements = _naming(public, key, "agreement", IN_AGREEMENTS)
    found = {
        "agreements": agreements,
        "projects": _naming(public, key, "project", IN_PROJECTS),
        "parts": _naming(public, key, "organization", ("parent",)),
        "member_of": rows_referring(public, "organization", key, "memberships", "actor"),
    }
    keys = {
        *agreements,
        *found["projects"],
        *found["parts"],
        *(one.key for one in found["member_of"]),
    }
    content = {
        "section": "organizations",
        "home": settings.REGISTER_HOME_STATE,
        "other_names": other_names(document),
        "answers": statuses_of(public, agreements, register_day()),
        "names": names_in(public, "organization", [key]) | names_at(public, keys),
        **found,
    }
    return render_record(request, head, "catalogue/organization.html", document, content)


def _naming(public: PublicRecord, key: str, kind: str, fields: tuple[str, ...]) -> list[str]:
    """The records of a kind that name the organization in one of these fields."""
    rows = public.referring([key], kind).get(key, [])
    return list(dict.fromkeys(found for _kind, found, field in rows if field in fields))
