"""Pages of laws."""

from django.http import HttpRequest, HttpResponse

from catalogue.answers import statuses_of
from catalogue.freshness import register_day
from catalogue.names import names_at, names_in
from catalogue.page import public_page, published, render_record
from catalogue.titles import main_title, other_titles
from register.models import Head
from register.public_record import PublicRecord


@public_page
def law(request: HttpRequest, head: Head, key: str) -> HttpResponse:
    """One law: what it is, which agreements it carries out, which laws it changes."""
    public = PublicRecord(head.number)
    document = published(public, "law", key)
    title = main_title(document)
    rows = public.referring([key]).get(key, [])
    found = {
        "amended_by": [other for _kind, other, field in rows if field == "amends"],
        "replaced_by": [other for _kind, other, field in rows if field == "replaces.law"],
        "approvals": [other for _kind, other, field in rows if field == "acts.law"],
    }
    agreements = {row["agreement"] for row in document["implements"]} - {None}
    others = (other for keys in found.values() for other in keys)
    content = {
        "section": "laws",
        "title": title,
        "other_titles": other_titles(document, title),
        "answers": statuses_of(public, agreements, register_day()),
        "names": names_in(public, "law", [key]) | names_at(public, others),
        **found,
    }
    return render_record(request, head, "catalogue/law.html", document, content)
