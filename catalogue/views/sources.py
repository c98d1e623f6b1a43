"""Pages of sources and of lists of codes: on whose word, and in whose words."""

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from catalogue.labels import labels
from catalogue.names import names_at, names_in
from catalogue.page import page_of, public_page, published, render_page, render_record
from catalogue.questions import BadQuestion
from catalogue.referring import records_referring, uses_of_codes
from register.models import Head, PublishedSource
from register.public_record import PublicRecord

SOURCES_A_PAGE = 100


@public_page
def sources(request: HttpRequest, head: Head) -> HttpResponse:
    """All sources, or those of one type, by key."""
    types, wanted = labels("register.Source.type"), request.GET.get("type", "")
    if wanted and wanted not in types:
        raise BadQuestion("type", _("“%(text)s” is not a type of source.") % {"text": wanted})
    rows = PublishedSource.objects.recorded(head.number).order_by("key")
    page = page_of(request, rows.filter(type=wanted) if wanted else rows, SOURCES_A_PAGE)
    content = {
        "section": "sources",
        "is_index": True,
        "page": page,
        "sources": [orjson.loads(row.document) for row in page],
        "types": types,
        "type": wanted,
    }
    return render_page(request, head, "catalogue/sources.html", content)


@public_page
def source(request: HttpRequest, head: Head, key: str) -> HttpResponse:
    """One source, and every published record that cites it."""
    public = PublicRecord(head.number)
    document = published(public, "source", key)
    citing = records_referring(public, key, field="citations.source")
    content = {
        "section": "sources",
        "citing": citing,
        "names": names_in(public, "source", [key]) | names_at(public, (key for _, key in citing)),
    }
    return render_record(request, head, "catalogue/source.html", document, content)


@public_page
def code_list(request: HttpRequest, head: Head, key: str) -> HttpResponse:
    """One list of codes that others keep, with how many records use each code."""
    public = PublicRecord(head.number)
    document = published(public, "code_list", key)
    uses = uses_of_codes(public, key)
    content = {
        "codes": [code | {"used": uses.get(code["code"], 0)} for code in document["codes"]],
        "names": names_in(public, "code_list", [key]),
    }
    return render_record(request, head, "catalogue/code_list.html", document, content)
