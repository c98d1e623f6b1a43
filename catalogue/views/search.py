"""The search of everything, and what a page says while it cannot search."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from agreements.filters import AgreementFilterSet
from catalogue.names import names_in
from catalogue.page import page_of, public_page, render_page
from catalogue.search.following import NotReady
from catalogue.searching import A_PAGE, find
from catalogue.vantage import Vantage
from register.public_record import PublicRecord

# After so many seconds the page asks again how far the index is.
ASK_AGAIN = 5
ORDERS = {
    "": gettext_lazy("Best match first"),
    "-newest_act": gettext_lazy("Newest act first"),
    "-made_on": gettext_lazy("Newest signature first"),
    "made_on": gettext_lazy("Oldest signature first"),
    "-force_on": gettext_lazy("Newest entry into force first"),
    "title": gettext_lazy("Title, A to Z"),
}
KNOWN = ("q", "kind", "on", "page", *AgreementFilterSet.base_filters)


@public_page(*KNOWN)
def search(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """Records of every kind that have the words, and what is asked for beside them."""
    try:
        return results(request, vantage, "catalogue/search.html", {"section": "search"})
    except NotReady as state:
        return not_ready(request, vantage, state)


def results(request: HttpRequest, vantage: Vantage, template: str, content: dict) -> HttpResponse:
    """A page of results in a template; `only` in its content names the one kind that is wanted.

    Raises `NotReady`.
    """
    found = find(vantage, content.get("only", ""))
    keys = [key for kind, key in found.answer.records if kind == "agreement"]
    content = content | {
        "is_index": True,
        "on": vantage.on,
        "found": found,
        "orders": ORDERS.items(),
        "ordering": vantage.question.get("ordering", ""),
        "page": page_of(request, range(found.answer.total), A_PAGE),
        "names": names_in(PublicRecord(vantage.number), "agreement", keys),
    }
    return render_page(request, vantage, template, content)


def not_ready(request: HttpRequest, vantage: Vantage, state: NotReady) -> HttpResponse:
    """What a page says while there is no index to ask: how far it is, and to come again."""
    content = {"section": "search", "percent": int(100 * state.share), "state": state}
    status = HTTPStatus.SERVICE_UNAVAILABLE
    response = render_page(request, vantage, "catalogue/not_ready.html", content, status)
    response["Retry-After"] = str(ASK_AGAIN)
    return response
