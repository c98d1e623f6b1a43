"""The log of the register: every entry, by number."""

import json

from django.http import Http404, HttpRequest, HttpResponse

from catalogue.names import names_at
from catalogue.page import public_page, render_page
from catalogue.questions import whole_number
from catalogue.vantage import Vantage
from register.models import Entry
from register.public_record import PublicRecord

ENTRIES_A_PAGE = 50


@public_page("before")
def log(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """What changed: the entries, the newest first, those before `?before=` a number."""
    before = whole_number(request.GET, "before") or vantage.number + 1
    found = Entry.objects.filter(number__lt=before).defer("document", "reading", "salt")
    entries = list(found.order_by("-number")[: ENTRIES_A_PAGE + 1])
    shown = entries[:ENTRIES_A_PAGE]
    content = {
        "section": "log",
        "is_index": True,
        "entries": shown,
        "names": names_at(PublicRecord(vantage.number), (entry.key for entry in shown)),
        "older": shown[-1].number if len(entries) > ENTRIES_A_PAGE else None,
        "newer": before + ENTRIES_A_PAGE if before <= vantage.number else None,
    }
    return render_page(request, vantage, "catalogue/log.html", content)


@public_page()
def entry(request: HttpRequest, vantage: Vantage, number: int) -> HttpResponse:
    """One entry: what was entered, when and why, and the digests that hold it in the chain."""
    found = Entry.objects.filter(number=number).first()
    if found is None:
        raise Http404
    content = {
        "section": "log",
        "entry": found,
        "names": names_at(PublicRecord(vantage.number), [found.key]),
        "document_text": _readable(found.document),
        "reading_text": _readable(found.reading),
    }
    return render_page(request, vantage, "catalogue/entry.html", content)


def _readable(text: str | None) -> str:
    """The stored JSON, laid out for reading; the digest is over the stored bytes, not these."""
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) if text else ""
