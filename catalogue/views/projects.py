"""Pages of projects."""

from django.http import HttpRequest, HttpResponse

from catalogue.answers import statuses_of
from catalogue.freshness import register_day
from catalogue.names import names_at, names_in
from catalogue.page import public_page, published, render_record
from catalogue.referring import records_referring
from catalogue.titles import main_title, other_titles
from register.models import Head
from register.public_record import PublicRecord


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
