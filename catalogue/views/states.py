"""Pages of states: what binds each, and what was looked for."""

import orjson
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from agreements.models import PublishedCheck
from catalogue.bonds import bonds_of, groups_of_home, groups_with_home
from catalogue.freshness import register_day
from catalogue.indexes import index_of
from catalogue.names import names_at, names_in
from catalogue.page import public_page, published, render_page, render_record
from catalogue.questions import day
from catalogue.referring import records_referring, rows_referring
from organizations.models import PublishedState
from register.models import Head
from register.public_record import PublicRecord


@public_page
def states(request: HttpRequest, head: Head) -> HttpResponse:
    """Every state by name: those with agreements first, those that are no more last."""
    index = index_of(head, "state", ("agreement",), ("participants.actor",))
    rows = PublishedState.objects.recorded(head.number).filter(is_former=True)
    former = set(rows.values_list("key", flat=True))
    content = {
        "section": "states",
        "is_index": True,
        "involved": [one for one in index if one.count and one.key not in former],
        "others": [one for one in index if not one.count and one.key not in former],
        "former": [one for one in index if one.key in former],
    }
    return render_page(request, head, "catalogue/states.html", content)


@public_page
def state(request: HttpRequest, head: Head, key: str) -> HttpResponse:
    """One state on `?on=`: its agreements beside the home state's, and all that names it."""
    on = day(request.GET, "on") or register_day()
    public = PublicRecord(head.number)
    document = published(public, "state", key)
    content = {
        "section": "states",
        "on": on,
        "is_past_or_future": on != register_day(),
        "is_home": key == settings.REGISTER_HOME_STATE,
        "other_names": other_names(document),
        **_surroundings(public, key, on),
    }
    return render_record(request, head, "catalogue/state.html", document, content)


def other_names(document: dict) -> dict[str, str]:
    """The names in other languages than the page's."""
    shown = get_language()
    return {language: text for language, text in document["names"].items() if language != shown}


def _surroundings(public: PublicRecord, key: str, on) -> dict:
    """The state's agreements in groups, and what other records say of it, with all names."""
    home = settings.REGISTER_HOME_STATE
    bonds = bonds_of(public, key, home, on)
    groups = groups_of_home(bonds) if key == home else groups_with_home(bonds, key, home)
    found = {
        "groups": [(heading, group) for heading, group in groups if group],
        "memberships": rows_referring(public, "organization", key, "memberships", "actor"),
        "succeeded_by": rows_referring(public, "state", key, "successions", "predecessor"),
        "laws": _keys(public, key, "law", "state"),
        "projects": _keys(public, key, "project", "locations.state"),
        "checks": _checks(public, key),
    }
    return found | {"names": _names(public, key, home, bonds, found)}


def _names(public: PublicRecord, key: str, home: str, bonds: list, found: dict) -> dict:
    """The names of everything that the page leads to, in two queries."""
    keys = {key, home, *(bond.key for bond in bonds), *found["laws"], *found["projects"]}
    keys |= {one.key for one in (*found["memberships"], *found["succeeded_by"])}
    keys |= {
        check[part] for check in found["checks"] for part in ("actor", "counterpart", "subject")
    }
    return names_in(public, "state", [key]) | names_at(public, keys - {None})


def _keys(public: PublicRecord, key: str, kind: str, field: str) -> list[str]:
    return [found for _kind, found in records_referring(public, key, kind, field)]


def _checks(public: PublicRecord, key: str) -> list[dict]:
    """The searches made about this state, alone or as the other side, the newest first."""
    rows = PublishedCheck.objects.recorded(public.number)
    own = rows.filter(actor=key) | rows.referring("counterpart", [key], public.number)
    return [orjson.loads(row.document) for row in own.order_by("-done_on", "key")]
