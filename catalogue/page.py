"""What every public page has: its entry, its frame, and an answer for what is no longer there."""

import json
from collections.abc import Callable, Sequence
from functools import wraps
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from catalogue.citing import Citations
from catalogue.freshness import at_newest, question_in
from catalogue.linked_data import linked_data
from catalogue.names import address_of, names_at, shown_name
from catalogue.questions import BadQuestion, whole_number
from catalogue.vantage import Vantage, from_now, vantage_asked
from register.models import Entry, Head
from register.public_record import PublicRecord

SECTIONS = (
    ("search", gettext_lazy("Search")),
    ("agreements", gettext_lazy("Agreements")),
    ("states", gettext_lazy("States")),
    ("organizations", gettext_lazy("Organizations")),
    ("projects", gettext_lazy("Projects")),
    ("laws", gettext_lazy("Laws")),
    ("sources", gettext_lazy("Sources")),
    ("coming", gettext_lazy("Coming up")),
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
    vantage: Vantage,
    template: str,
    content: dict,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    """A page in the frame of the site, which tells the newest entry and where one is."""
    frame = {"head": vantage.newest, "vantage": vantage, "sections": SECTIONS}
    return render(request, template, frame | content, status=status)


def render_record(
    request: HttpRequest, vantage: Vantage, template: str, document: dict, content: dict
) -> HttpResponse:
    """The page of one record: its document, its evidence, and every entry about it."""
    found = Entry.objects.filter(key=document["key"], number__lte=vantage.number)
    history = list(found.defer("document", "reading", "salt").order_by("-number"))
    texts = [entry.number for entry in history if entry.event == Entry.Event.PUBLISHED]
    frame = {
        "document": document,
        "citations": Citations(document),
        "history": history,
        "api_page": f"api-{document['kind']}",
        "said_from": texts[0],
        "home": settings.REGISTER_HOME_STATE,
        "citation_address": _citation_address(request, vantage, content),
        "linked_data": linked_data(
            document, request.build_absolute_uri(request.path), content.get("answer")
        ),
    }
    return render_page(request, vantage, template, frame | content)


def _citation_address(request: HttpRequest, vantage: Vantage, content: dict) -> str:
    """The address that will always show what the page shows now."""
    days = {"on": vantage.on.isoformat()} if "on" in content else {}
    question = urlencode({**days, "recorded": vantage.number})
    return f"{request.build_absolute_uri(request.path)}?{question}"


def page_of(request: HttpRequest, found: QuerySet | Sequence, length: int) -> Page:
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


def public_page(*known: str) -> Callable:
    """A page that only reads, from the newest entry or the one that `?recorded=` names.

    `known` are the parameters that it reads; others are passed over. A record that was withdrawn
    and a question that has no answer are answered in words. The view gets its Vantage as second
    argument.
    """

    def page(view: Callable) -> Callable:
        return require_safe(at_newest(answered_in_words(*known)(view), known))

    return page


def answered_in_words(*known: str) -> Callable:
    """As `public_page`, for a view that is given the newest Head and may do more than read."""

    def page(view: Callable) -> Callable:
        @wraps(view)
        def answered(request: HttpRequest, newest: Head, *args, **kwargs) -> HttpResponse:
            vantage = from_now(newest, question_in(request.GET, known))
            try:
                vantage = vantage_asked(request.GET, newest, known)
                return view(request, vantage, *args, **kwargs)
            except Withdrawn as withdrawn:
                return _withdrawn(request, vantage, withdrawn.entry)
            except BadQuestion as bad:
                return _unanswered(request, vantage, bad)

        return answered

    return page


def _unanswered(request: HttpRequest, vantage: Vantage, bad: BadQuestion) -> HttpResponse:
    """A page that names the parameter that cannot be answered, and says why."""
    content = {"parameter": bad.parameter, "sentence": str(bad)}
    template = "catalogue/bad_question.html"
    return render_page(request, vantage, template, content, HTTPStatus.BAD_REQUEST)


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


def _withdrawn(request: HttpRequest, vantage: Vantage, entry: Entry) -> HttpResponse:
    """The way to the record that replaces it, else a page that says when and why it went."""
    replaced_by = json.loads(entry.document or "{}").get("replaced_by")
    if replaced_by:
        return HttpResponsePermanentRedirect(address_of(entry.kind, replaced_by, vantage.kept))
    called = shown_name(names_at(PublicRecord(entry.number - 1), [entry.key]), entry.key)
    content = {"entry": entry, "called": called}
    return render_page(request, vantage, "catalogue/withdrawn.html", content, HTTPStatus.GONE)
