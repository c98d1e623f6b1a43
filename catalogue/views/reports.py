"""The form by which readers report an error."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from catalogue.mailing import reaches_readers
from catalogue.models import ErrorReport
from catalogue.names import address_of
from catalogue.page import answered_in_words, render_page
from catalogue.public_forms import client_of, is_too_often
from catalogue.reports import (
    FORM,
    FROM_CLIENT,
    Place,
    ReportForm,
    keep,
    names_of,
    place_asked,
    place_of,
    place_token,
)
from catalogue.vantage import Vantage
from register.models import Head


# The form carries a signed token of its own: public pages have no cookie to compare with.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form about the record that the address names; sending it leaves a task to curators."""
    return _report(request, Head.newest())


@answered_in_words("record", "recorded")
def _report(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    if request.method == "POST":
        return _sent(request, vantage)
    place = place_asked(request.GET.get("record", ""), vantage.number)
    return _form(request, vantage, place, ReportForm())


def _sent(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The answer to a form that was sent; if it is not taken, all that was typed is still there."""
    form, moment, drawn = ReportForm(request.POST), now(), place_of(request.POST.get("token", ""))
    if drawn is None:
        place = place_asked(request.GET.get("record", ""), vantage.number)
        words = _("This form lay open for too long. What you typed is still here: send it again.")
        return _form(request, vantage, place, form, HTTPStatus.BAD_REQUEST, words)
    place, mark = drawn
    if not form.is_valid():
        return _form(request, vantage, place, form, HTTPStatus.BAD_REQUEST)
    client = client_of(request, FORM)
    if is_too_often(ErrorReport.objects.all(), client, FROM_CLIENT, moment):
        words = _("Too many reports came from where you are. Try again tomorrow.")
        return _form(request, vantage, place, form, HTTPStatus.TOO_MANY_REQUESTS, words)
    # An address that nobody can write to is not kept.
    typed = form.cleaned_data | ({} if reaches_readers() else {"address": ""})
    if not form.is_by_a_program:
        came = {"language": get_language(), "reported_at": moment, "client": client}
        keep(place, mark, typed, **came)
    return _page(request, vantage, place, {"is_answered": typed["address"] != ""})


def _form(
    request: HttpRequest,
    vantage: Vantage,
    place: Place,
    form: ReportForm,
    status: HTTPStatus = HTTPStatus.OK,
    refused: str = "",
) -> HttpResponse:
    content = {
        "form": form,
        "token": place_token(place),
        "refused": refused,
        "sends_mail": reaches_readers(),
    }
    return _page(request, vantage, place, content, status)


def _page(
    request: HttpRequest,
    vantage: Vantage,
    place: Place,
    content: dict,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    frame = {"place": place}
    if place.record:
        name = names_of(place.record, place.entry).get(place.record)
        frame |= {
            "texts": name.texts if name else {},
            "place_address": address_of(place.kind, place.record, vantage.kept),
        }
    return render_page(request, vantage, "catalogue/report.html", frame | content, status)
