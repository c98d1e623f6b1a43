"""Feeds: of everything, of a state or organization, of a subject, of a list of agreements."""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from agreements.filters import AgreementFilterSet
from catalogue.feeds import feed_of
from catalogue.filtering import asked
from catalogue.names import names_at, shown_name
from catalogue.page import public_page
from catalogue.searching import keys_found
from catalogue.vantage import Vantage
from catalogue.views.search import KNOWN
from register.models import PublishedReference
from register.public_record import PublicRecord

# Of a list that words narrow, so many agreements are followed.
MOST_FOLLOWED = 500


@public_page()
def feed(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """Every entry."""
    return feed_of(request, PublicRecord(vantage.number), _("all entries"))


@public_page()
def feed_about(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """The entries about a state, an organization or a subject, and about what names it."""
    public = PublicRecord(vantage.number)
    kind = public.kinds_of([key]).get(key)
    if kind not in ("state", "organization", "subject"):
        raise Http404
    called = shown_name(names_at(public, [key]), key)
    if kind == "subject":
        question = QueryDict(mutable=True)
        question["subject"] = key
        keys = asked(AgreementFilterSet, question, vantage.number, {}).qs.values("key")
    else:
        references = PublishedReference.objects.recorded(vantage.number).filter(target=key)
        keys = references.exclude(field="citations.source").values("key")
    return feed_of(request, public, called, [key, *keys.values_list("key", flat=True)])


@public_page(*KNOWN)
def feed_of_list(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The entries about the agreements that a list shows."""
    public, words = PublicRecord(vantage.number), vantage.question.get("q")
    if words:
        _total, keys = keys_found(vantage, MOST_FOLLOWED)
        return feed_of(request, public, words, keys)
    given = vantage.question.copy()
    given.pop("ordering", None)
    found = asked(AgreementFilterSet, given, vantage.number, {}).qs.order_by()
    return feed_of(request, public, _("agreements"), found.values("key"))
