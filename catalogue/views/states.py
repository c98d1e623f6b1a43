"""Pages of states: what binds each, and what was looked for."""

from datetime import date

import orjson
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from agreements.models import PublishedCheck
from catalogue.beginnings import SHOWN, Beginning, beginning, narrowed
from catalogue.bonds import Bond, bonds_of, groups_of_home, groups_with_home
from catalogue.coming import dates_for
from catalogue.coverage import Coverage
from catalogue.indexes import index_of
from catalogue.languages import text_for_reader
from catalogue.memberships import memberships_of, shared_memberships
from catalogue.names import names_at, names_in
from catalogue.page import page_of, public_page, published, render_page, render_record
from catalogue.partners import partners_of
from catalogue.pictures import map_of_partners, picture_of_state
from catalogue.referring import records_referring, rows_referring
from catalogue.vantage import TIME, Vantage
from organizations.models import PublishedState
from register.public_record import PublicRecord


@public_page(*TIME)
def states(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The home state's partners on `?on=`, and every state: those with agreements come first."""
    public, home = PublicRecord(vantage.number), settings.REGISTER_HOME_STATE
    partners = partners_of(public, home, vantage.on)
    index = index_of(vantage, "state", ("agreement",), ("participants.actor",))
    rows = PublishedState.objects.recorded(vantage.number).filter(is_former=True)
    former = set(rows.values_list("key", flat=True))
    content = {
        "section": "states",
        "is_index": True,
        "on": vantage.on,
        "home": home,
        "map": map_of_partners(home, partners),
        "names": names_at(public, {home, *(one.key for one in partners)}),
        "involved": [one for one in index if one.count and one.key not in former],
        "others": [one for one in index if not one.count and one.key not in former],
        "former": [one for one in index if one.key in former],
    }
    return render_page(request, vantage, "catalogue/states.html", content)


@public_page(*TIME, "page")
def state(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One state on `?on=`: its agreements beside the home state's, and all that names it."""
    public = PublicRecord(vantage.number)
    document = published(public, "state", key)
    checks = page_of(request, _checks(public, key), SHOWN)
    content = {
        "section": "states",
        "on": vantage.on,
        "is_home": key == settings.REGISTER_HOME_STATE,
        "other_names": other_names(document),
        "page": checks,
        **_surroundings(public, vantage, key, [orjson.loads(row.document) for row in checks]),
    }
    return render_record(request, vantage, "catalogue/state.html", document, content)


def other_names(document: dict) -> dict[str, str]:
    """The names in other languages than the one that heads the page, each spelling once."""
    found = text_for_reader(document["names"])
    if not found:
        return {}
    others = {text: code for code, text in document["names"].items() if text != found[1]}
    return {code: text for text, code in others.items() if code != found[0]}


def _surroundings(public: PublicRecord, vantage: Vantage, key: str, checks: list[dict]) -> dict:
    """The state's agreements in groups, and what other records say of it, with all names."""
    laws, projects = (
        beginning(_keys(public, key, kind, field), narrowed(vantage, name, state=key))
        for kind, field, name in (
            ("law", "state", "laws"),
            ("project", "locations.state", "projects"),
        )
    )
    home = settings.REGISTER_HOME_STATE
    bonds = bonds_of(public, key, home, vantage.on)
    groups, coming = _groups(vantage, key, bonds), narrowed(vantage, "coming", participant=key)
    dates = dates_for(public, {bond.key for bond in bonds}, {key, home}, vantage.on)
    found = {
        "groups": groups,
        **_memberships(public, key, vantage.on),
        **_coverage(vantage, key, bonds),
        "dates": beginning(dates, coming),
        "succeeded_by": rows_referring(public, "state", key, "successions", "predecessor"),
        "laws": laws,
        "projects": projects,
        "checks": checks,
    }
    names = _names(public, key, found)
    shown = [bond for _heading, group in groups for bond in group.rows]
    return {**found, "names": names, **picture_of_state(public, shown, names, vantage.on)}


def _coverage(vantage: Vantage, key: str, bonds: list[Bond]) -> dict:
    """About which subjects there is something with the home state, and where nobody looked."""
    home = settings.REGISTER_HOME_STATE
    if key == home:
        return {}
    matrix = Coverage(vantage.number, home, vantage.on)
    shared = {bond.key: len(bond.binding) == 2 for bond in bonds if home in bond.standings}
    cells = matrix.row(key, shared).cells
    return {
        "covered": [cell for cell in cells if not cell.is_blank],
        "unchecked": [cell.subject for cell in cells if cell.is_blank],
    }


def _memberships(public: PublicRecord, key: str, on: date) -> dict:
    """To what the state belongs, and to what of it the home state belongs as well."""
    home = settings.REGISTER_HOME_STATE
    rows = memberships_of(public, *{key, home})
    return {
        "memberships": rows[key],
        "shared": shared_memberships(rows, on) if key != home else (),
    }


def _groups(vantage: Vantage, key: str, bonds: list[Bond]) -> list[tuple[str, Beginning]]:
    """The state's agreements on the day, each group with its heading; no empty ones."""
    home = settings.REGISTER_HOME_STATE
    groups = groups_of_home(bonds) if key == home else groups_with_home(bonds, key, home)
    whole = narrowed(vantage, "agreements", participant=key)
    return [(heading, beginning(group, whole)) for heading, group in groups if group]


def _names(public: PublicRecord, key: str, found: dict) -> dict:
    """The names of everything that the page leads to, in two queries."""
    bonds = (bond.key for _heading, group in found["groups"] for bond in group.rows)
    keys = {key, settings.REGISTER_HOME_STATE, *bonds}
    keys |= {date.agreement for date in found["dates"].rows}
    keys |= {*found["laws"].rows, *found["projects"].rows}
    keys |= {one.key for one in (*found["memberships"], *found["succeeded_by"])}
    keys |= {
        check[part] for check in found["checks"] for part in ("actor", "counterpart", "subject")
    }
    keys |= {cell.subject for cell in found.get("covered", ())} | {*found.get("unchecked", ())}
    return names_in(public, "state", [key]) | names_at(public, keys - {None})


def _keys(public: PublicRecord, key: str, kind: str, field: str) -> list[str]:
    return [found for _kind, found in records_referring(public, key, kind, field)]


def _checks(public: PublicRecord, key: str) -> QuerySet:
    """The searches made about this state, alone or as the other side, the newest first."""
    rows = PublishedCheck.objects.recorded(public.number)
    own = rows.filter(actor=key) | rows.referring("counterpart", [key], public.number)
    return own.order_by("-done_on", "key")
