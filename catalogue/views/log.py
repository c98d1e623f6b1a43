"""The log of the register: every entry, by number."""

import json

from django.http import Http404, HttpRequest, HttpResponse

from catalogue.answers import statuses_of
from catalogue.freshness import register_day
from catalogue.names import names_at
from catalogue.page import public_page, render_page
from catalogue.questions import whole_number
from catalogue.vantage import Vantage
from register.in_words import Change, differences_in_words
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
    statuses = _changed_statuses(found)
    content = {
        "section": "log",
        "entry": found,
        "changes": _changes(found),
        "statuses": statuses,
        "names": names_at(PublicRecord(vantage.number), [found.key, *statuses]),
        "document_text": _readable(found.document),
        "reading_text": _readable(found.reading),
    }
    return render_page(request, vantage, "catalogue/entry.html", content)


def _changes(entry: Entry) -> list[Change] | None:
    """What the text says otherwise than the one before it; None where there was none before."""
    is_first = entry.nature == Entry.Nature.FIRST
    if is_first or entry.event != Entry.Event.PUBLISHED or not entry.document:
        return None
    before, after = (
        PublicRecord(number).document(entry.kind, entry.key)
        for number in (entry.number - 1, entry.number)
    )
    return differences_in_words(before, after) if before and after else None


def _changed_statuses(entry: Entry) -> dict[str, tuple[str, str]]:
    """The agreements whose status on the day of the entry it changed: before and after, as words.

    A first publication changes none: before it there was nothing.
    """
    readings = json.loads(entry.reading or "{}").get("agreement", {})
    day = register_day(entry.at)
    before, after = (
        statuses_of(PublicRecord(number), readings, day) if readings else {}
        for number in (entry.number - 1, entry.number)
    )
    return {
        key: (before[key].status, after[key].status)
        for key in sorted(before.keys() & after.keys())
        if before[key].status != after[key].status
    }


def _readable(text: str | None) -> str:
    """The stored JSON, laid out for reading; the digest is over the stored bytes, not these."""
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2) if text else ""
