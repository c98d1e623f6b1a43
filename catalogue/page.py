"""What every public page has: its entry, its frame, and an answer for what is no longer there."""

import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from catalogue.citing import Citations
from catalogue.freshness import at_newest
from catalogue.names import address_of
from catalogue.questions import BadQuestion, whole_number
from register.models import Entry, Head
from register.public_record import PublicRecord

SECTIONS = (
    ("agreements", gettext_lazy("Agreements")),
    ("states", gettext_lazy("States")),
    ("organizations", gettext_lazy("Organizations")),
    ("projects", gettext_lazy("Projects")),
    ("laws", gettext_lazy("Laws")),
    ("sources", gettext_lazy("Sources")),
    ("log", gettext_lazy("What changed")),
    ("about", gettext_lazy("About")),
)


class Withdrawn(Exception):
    """A record that the register once published and then withdrew or erased."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.key)
        self.entry = entry


def render_page(
    request: HttpRequest,
    head: Head,
    template: str,
    content: dict,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """A page in the frame of the site, which tells the newest entry and where one is."""
    frame = {"head": head, "sections": SECTIONS}
    return render(request, template, frame | content, status=status)


def render_record(
    request: HttpRequest, head: Head, template: str, document: dict, content: dict
) -> HttpResponse:
    """The page of one record: its document, its evidence, and every entry about it."""
    found = Entry.objects.filter(key=document["key"], number__lte=head.number)
    history = list(found.defer("document", "reading", "salt").order_by("-number"))
    texts = [entry.number for entry in history if entry.event == Entry.Event.PUBLISHED]
    frame = {
        "document": document,
        "citations": Citations(document),
        "history": history,
        "api_page": f"api-{document['kind']}",
        "said_from": texts[0],
        "home": settings.REGISTER_HOME_STATE,
    }
    return render_page(request, head, template, frame | content)


def page_of(request: HttpRequest, found: QuerySet, length: int) -> Page:
    """The page of a list that `?page=` asks for; raises `BadQuestion` for one that is not there."""
    paginator = Paginator(found, length)
    number = whole_number(request.GET, "page") or 1
    if number > paginator.num_pages:
        raise BadQuestion(
            "page",
            _("There is no page %(number)s: the list has %(pages)s.")
            % {"number": number, "pages": paginator.num_pages},
        )
    page = paginator.page(number)
    page.shown_numbers = list(paginator.get_elided_page_range(number))
    return page


def public_page(view: Callable) -> Callable:
    """A page that only reads, from the newest entry.

    A record that was withdrawn and a question that has no answer are answered in words.
    """

    @wraps(view)
    def answered(request: HttpRequest, head: Head, *args, **kwargs) -> HttpResponse:
        try:
            return view(request, head, *args, **kwargs)
        except Withdrawn as withdrawn:
            return _withdrawn(request, head, withdrawn.entry)
        except BadQuestion as bad:
            content = {"parameter": bad.parameter, "sentence": str(bad)}
            template = "catalogue/bad_question.html"
            return render_page(request, head, template, content, HTTPStatus.BAD_REQUEST)

    return require_safe(at_newest(answered))


def published(public: PublicRecord, kind: str, key: str) -> dict:
    """The document of a published record.

    Raises `Withdrawn` for one that was taken back, `Http404` for one that never was.
    """
    document = public.document(kind, key)
    if document is None:
        withdrawal = public.withdrawal(key)
        if withdrawal and withdrawal.kind == kind:
            raise Withdrawn(withdrawal)
        raise Http404
    return document


def _withdrawn(request: HttpRequest, head: Head, entry: Entry) -> HttpResponse:
    """The way to the record that replaces it, else a page that says when and why it went."""
    replaced_by = json.loads(entry.document or "{}").get("replaced_by")
    if replaced_by:
        return HttpResponsePermanentRedirect(address_of(entry.kind, replaced_by))
    return render_page(request, head, "catalogue/withdrawn.html", {"entry": entry}, HTTPStatus.GONE)
