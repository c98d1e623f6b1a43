"""The search of everything, and what a page says while it cannot search."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from agreements.filters import AgreementFilterSet
from catalogue.downloads import Download
from catalogue.names import names_in
from catalogue.page import page_of, public_page, render_page
from catalogue.questions import BadQuestion
from catalogue.search.following import NotReady
from catalogue.searching import A_PAGE, find, keys_found
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
# In which order results stand where there are no words to match.
USUAL = "-made_on"
# A file is for a spreadsheet; whoever wants more takes it from the API, a page at a time.
MOST_IN_FILE = 5_000
TOO_MANY = gettext_noop(
    "A file takes %(most)d agreements, and these are %(total)d: narrow the list, or ask the API."
)
FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
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
    ordering = vantage.question.get("ordering", "")
    content = content | {
        "is_index": True,
        "on": vantage.on,
        "found": found,
        "orders": _orders(found.typed, ordering).items(),
        "ordering": ordering,
        "page": page_of(request, range(found.answer.total), A_PAGE),
        "names": names_in(PublicRecord(vantage.number), "agreement", keys),
    }
    return render_page(request, vantage, template, content)


def _orders(typed: str, chosen: str) -> dict[str, str]:
    """The orders to choose from; where no words are typed, none of them is by the best match."""
    if typed:
        return ORDERS
    usual = {chosen if chosen == USUAL else "": ORDERS[USUAL]}
    others = {order: words for order, words in ORDERS.items() if order not in ("", USUAL)}
    return usual | others


def not_ready(request: HttpRequest, vantage: Vantage, state: NotReady) -> HttpResponse:
    """What a page says while there is no index to ask: how far it is, and to come again."""
    content = {"section": "search", "percent": int(100 * state.share), "state": state}
    status = HTTPStatus.SERVICE_UNAVAILABLE
    response = render_page(request, vantage, "catalogue/not_ready.html", content, status)
    response["Retry-After"] = str(ASK_AGAIN)
    return response


@public_page("recorded", *KNOWN)
def download(request: HttpRequest, vantage: Vantage, form: str) -> HttpResponse:
    """The agreements that a list shows, as a file."""
    if vantage.names_entry and vantage.question.get("q"):
        raise BadQuestion("q", _("Words are looked for in the newest state of the register only."))
    try:
        total, keys = keys_found(vantage, MOST_IN_FILE)
    except NotReady as state:
        return not_ready(request, vantage, state)
    if total > MOST_IN_FILE:
        sentence = _(TOO_MANY)
        raise BadQuestion("q", sentence % {"most": MOST_IN_FILE, "total": total})
    file = Download(vantage, keys, settings.BITIM_SITE_URL)
    response = HttpResponse(getattr(file, form)(), content_type=FORMS[form])
    name = f"agreements-{vantage.number}-{vantage.on.isoformat()}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
