"""Pages of projects."""

import orjson
from django.http import HttpRequest, HttpResponse

from catalogue.answers import statuses_of
from catalogue.filtering import asked, choices_of, form_of, in_order
from catalogue.freshness import register_day
from catalogue.indexes import listed
from catalogue.names import names_at, names_in
from catalogue.page import page_of, public_page, published, render_page, render_record
from catalogue.referring import counted, records_referring
from catalogue.titles import main_title, other_titles
from projects.filters import ProjectFilterSet
from register.models import Head
from register.public_record import PublicRecord

PROJECTS_A_PAGE = 25


@public_page
def projects(request: HttpRequest, head: Head) -> HttpResponse:
    """The projects that fit what is asked."""
    public = PublicRecord(head.number)
    filters = asked(ProjectFilterSet, request.GET, head.number, _choices(public))
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


def _choices(public: PublicRecord) -> dict[str, list[tuple[str, str]]]:
    """The partners and states that projects name, for the form."""
    partners = counted(public, ["project"], ["organizations.actor"])
    places = counted(public, ["project"], ["locations.state"])
    return {
        "organization": choices_of(listed(public, "organization", partners)),
        "state": choices_of(listed(public, "state", places)),
    }


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
