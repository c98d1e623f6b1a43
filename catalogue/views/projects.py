"""Pages of projects."""

import orjson
from django.http import HttpRequest, HttpResponse

from catalogue.answers import statuses_of
from catalogue.charts import money_in, people_in
from catalogue.filtering import asked, choices_of, form_of, in_order
from catalogue.indexes import index_of
from catalogue.names import names_at, names_in
from catalogue.page import page_of, public_page, published, render_page, render_record
from catalogue.referring import records_referring
from catalogue.titles import main_title, other_titles
from catalogue.vantage import TIME, Vantage
from projects.filters import ProjectFilterSet
from register.public_record import PublicRecord

PROJECTS_A_PAGE = 25


@public_page(*TIME, "page", *ProjectFilterSet.base_filters)
def projects(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The projects that fit what is asked."""
    public = PublicRecord(vantage.number)
    filters = asked(ProjectFilterSet, vantage.question, vantage.number, _choices(vantage))
    page = page_of(request, in_order(filters.qs, "title", "key"), PROJECTS_A_PAGE)
    documents = [orjson.loads(row.document) for row in page]
    keys = [row.key for row in page]
    content = {
        "section": "projects",
        "is_index": True,
        "page": page,
        "hits": [{"document": each, "title": main_title(each)} for each in documents],
        "names": names_in(public, "project", keys) | names_at(public, keys),
        "people": people_in(documents),
        "money": money_in(documents),
        **form_of(filters),
    }
    return render_page(request, vantage, "catalogue/projects.html", content)


def _choices(vantage: Vantage) -> dict[str, list[tuple[str, str]]]:
    """The partners and states that projects name, for the form."""
    partners = index_of(vantage, "organization", ("project",), ("organizations.actor",))
    places = index_of(vantage, "state", ("project",), ("locations.state",))
    return {"organization": choices_of(partners), "state": choices_of(places)}


@public_page(*TIME)
def project(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One project: who, where, when, with what money, for whom, and under which agreements."""
    public = PublicRecord(vantage.number)
    document = published(public, "project", key)
    title = main_title(document)
    related = dict.fromkeys(document["related"])
    related |= dict.fromkeys(other for _, other in records_referring(public, key, "project"))
    content = {
        "section": "projects",
        "title": title,
        "other_titles": other_titles(document, title),
        "people": people_in([document]),
        "money": money_in([document]),
        "related": list(related),
        "on": vantage.on,
        "answers": statuses_of(public, document["agreements"], vantage.on),
        "names": names_in(public, "project", [key]) | names_at(public, related),
    }
    return render_record(request, vantage, "catalogue/project.html", document, content)
