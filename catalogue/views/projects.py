"""Pages of projects."""

import orjson
from django.http import HttpRequest, HttpResponse

from catalogue.answers import statuses_of
from catalogue.filtering import asked, choices_of, form_of, in_order
from catalogue.freshness import register_day
from catalogue.indexes import index_of
from catalogue.names import names_at, names_in
from catalogue.page import page_of, public_page, published, render_page, render_record
from catalogue.referring import records_referring
from catalogue.titles import main_title, other_titles
from projects.filters import ProjectFilterSet
from register.models import Head
from register.public_record import PublicRecord

PROJECTS_A_PAGE = 25


@public_page
def projects(request: HttpRequest, head: Head) -> HttpResponse:
    """The projects that fit what is asked."""
    public = PublicRecord(head.number)
    filters = asked(ProjectFilterSet, request.GET, head.number, _choices(head))
    page = page_of(request, in_order(filters.qs, "title", "key"), PROJECTS_A_PAGE)
    documents = [orjson.loads(row.document) for row in page]
    content = {
        "section": "projects",
        "is_index": True,
        "page": page,
        "hits": [{"document": each, "title": main_title(each)} for each in documents],
        "names": names_in(public, "project", [row.key for row in page]),
        **form_of(filters),
    }
    return render_page(request, head, "catalogue/projects.html", content)


def _choices(head: Head) -> dict[str, list[tuple[str, str]]]:
    """The partners and states that projects name, for the form."""
    partners = index_of(head, "organization", ("project",), ("organizations.actor",))
    places = index_of(head, "state", ("project",), ("locations.state",))
    return {"organization": choices_of(partners), "state": choices_of(places)}


@public_page
def project(request: HttpRequest, head: Head, key: str) -> HttpResponse:
    """One project: who, where, when, with what money, for whom, and under which agreements."""
    public = PublicRecord(head.number)
    document = published(public, "project", key)
    title = main_title(document)
    related = dict.fromkeys(document["related"])
    related |= dict.fromkeys(other for _, other in records_referring(public, key, "project"))
    content = {
        "section": "projects",
        "title": title,
        "other_titles": other_titles(document, title),
        "related": list(related),
        "answers": statuses_of(public, document["agreements"], register_day()),
        "names": names_in(public, "project", [key]) | names_at(public, related),
    }
    return render_record(request, head, "catalogue/project.html", document, content)
