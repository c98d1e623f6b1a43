"""Pages of sources and of lists of codes: on whose word, and in whose words."""

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from catalogue.beginnings import SHOWN
from catalogue.labels import labels
from catalogue.names import names_at, names_in
from catalogue.page import page_of, public_page, published, render_page, render_record
from catalogue.questions import BadQuestion
from catalogue.referring import records_referring, uses_of_codes
from catalogue.vantage import TIME, Vantage
from register.models import PublishedSource
from register.public_record import PublicRecord

SOURCES_A_PAGE = 100


@public_page(*TIME, "page", "type")
def sources(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """All sources, or those of one type, by key."""
    types, wanted = labels("register.Source.type"), request.GET.get("type", "")
    if wanted and wanted not in types:
        raise BadQuestion("type", _("“%(text)s” is not a type of source.") % {"text": wanted})
    rows = PublishedSource.objects.recorded(vantage.number).order_by("key")
    page = page_of(request, rows.filter(type=wanted) if wanted else rows, SOURCES_A_PAGE)
    content = {
        "section": "sources",
        "is_index": True,
        "page": page,
        "sources": [orjson.loads(row.document) for row in page],
        "types": types,
        "type": wanted,
    }
    return render_page(request, vantage, "catalogue/sources.html", content)


@public_page(*TIME, "page")
def source(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One source, and every published record that cites it."""
    public = PublicRecord(vantage.number)
    document = published(public, "source", key)
    citing = page_of(request, records_referring(public, key, field="citations.source"), SHOWN)
    content = {
        "section": "sources",
        "page": citing,
        "names": names_in(public, "source", [key]) | names_at(public, (key for _, key in citing)),
    }
    return render_record(request, vantage, "catalogue/source.html", document, content)


@public_page(*TIME)
def code_list(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One list of codes that others keep, with how many records use each code."""
    public = PublicRecord(vantage.number)
    document = published(public, "code_list", key)
    uses = uses_of_codes(public, key)
    content = {
        "codes": [code | {"used": uses.get(code["code"], 0)} for code in document["codes"]],
        "names": names_in(public, "code_list", [key]),
    }
    return render_record(request, vantage, "catalogue/code_list.html", document, content)
