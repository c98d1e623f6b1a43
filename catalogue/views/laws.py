"""Pages of laws."""

import orjson
from django.http import HttpRequest, HttpResponse

from agreements.filters import LawFilterSet
from catalogue.answers import statuses_of
from catalogue.filtering import asked, choices_of, form_of, in_order
from catalogue.indexes import index_of
from catalogue.names import names_at, names_in
from catalogue.page import page_of, public_page, published, render_page, render_record
from catalogue.titles import main_title, other_titles
from catalogue.vantage import TIME, Vantage
from register.public_record import PublicRecord

LAWS_A_PAGE = 50


@public_page(*TIME, "page", *LawFilterSet.base_filters)
def laws(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The laws that fit what is asked."""
    public = PublicRecord(vantage.number)
    choices = {"state": choices_of(index_of(vantage, "state", ("law",), ("state",)))}
    filters = asked(LawFilterSet, vantage.question, vantage.number, choices)
    page = page_of(request, in_order(filters.qs, "title", "key"), LAWS_A_PAGE)
    documents = [orjson.loads(row.document) for row in page]
    content = {
        "section": "laws",
        "is_index": True,
        "page": page,
        "hits": [{"document": each, "title": main_title(each)} for each in documents],
        "names": names_in(public, "law", [row.key for row in page]),
        **form_of(filters),
    }
    return render_page(request, vantage, "catalogue/laws.html", content)


@public_page(*TIME)
def law(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One law: what it is, which agreements it carries out, which laws it changes."""
    public = PublicRecord(vantage.number)
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
        "on": vantage.on,
        "answers": statuses_of(public, agreements, vantage.on),
        "names": names_in(public, "law", [key]) | names_at(public, others),
        **found,
    }
    return render_record(request, vantage, "catalogue/law.html", document, content)
