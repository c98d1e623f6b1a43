"""Pages of public alerts: asking, confirming, leaving."""

import logging
from http import HTTPStatus
from smtplib import SMTPException

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from catalogue.alerts import (
    CONFIRM,
    FORM,
    FROM_CLIENT,
    LEAVE,
    LINK_HOLDS,
    alert_of,
    ask,
    confirm,
    form_token,
    subject_asked,
    subject_of,
)
from catalogue.mailing import reaches_readers
from catalogue.models import Alert
from catalogue.page import render_page
from catalogue.public_forms import AddressField, PublicForm, client_of, is_too_often
from catalogue.vantage import from_now
from register.models import Head

log = logging.getLogger(__name__)


class AlertForm(PublicForm):
    """An address to write to."""

    address = AddressField(label=_("E-mail"))


def _told(request: HttpRequest, words: str, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
    """A page that says one thing."""
    content = {"step": "told", "words": words}
    return render_page(
        request, from_now(Head.newest(), request.GET), "catalogue/alerts.html", content, status
    )


# The form carries a signed token of its own: public pages have no cookie to compare with.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def alerts(request: HttpRequest) -> HttpResponse:
    """The form for an alert about what the address names; sending it sends a message."""
    newest = Head.newest()
    if request.method == "POST":
        return _asked(request, newest)
    subject = subject_asked(request.GET, newest.number)
    if subject is None:
        raise Http404
    return _form(request, newest, subject, AlertForm())


def _form(request, newest, subject, form, status=HTTPStatus.OK) -> HttpResponse:
    content = {
        "step": "ask",
        "subject": subject,
        "form": form,
        "token": form_token(subject),
        "sends_no_mail": not reaches_readers(),
    }
    return render_page(
        request, from_now(newest, request.GET), "catalogue/alerts.html", content, status
    )


def _asked(request: HttpRequest, newest: Head) -> HttpResponse:
    subject = subject_of(request.POST.get("token", ""), newest.number)
    if subject is None:
        words = _("This form is too old, or not ours. Go back to the page and ask again.")
        return _told(request, words, HTTPStatus.BAD_REQUEST)
    form, moment = AlertForm(request.POST), now()
    if not form.is_valid():
        return _form(request, newest, subject, form, HTTPStatus.BAD_REQUEST)
    client = client_of(request, FORM)
    if is_too_often(Alert.objects.all(), client, FROM_CLIENT, moment):
        words = _("Too many wishes came from where you are. Try again tomorrow.")
        return _told(request, words, HTTPStatus.TOO_MANY_REQUESTS)
    if not form.is_by_a_program:
        try:
            ask(subject, form.cleaned_data["address"], get_language(), client, moment)
        except (SMTPException, OSError):
            log.exception("The message that confirms an alert could not be sent.")
            words = _("The message with the link could not be sent just now. Try again later.")
            return _told(request, words, HTTPStatus.SERVICE_UNAVAILABLE)
    return _told(request, _("If this address can be written to, a message with a link is on its "
                            "way. Nothing is sent before you open it and confirm."))  # fmt: skip


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirming(request: HttpRequest, token: str) -> HttpResponse:
    """One button that lets the alert begin; links alone are followed by mail programs too."""
    alert = alert_of(token, CONFIRM, LINK_HOLDS)
    if alert is None:
        return _told(
            request, _("This link is too old, or the alert is gone."), HTTPStatus.NOT_FOUND
        )
    if request.method == "POST":
        confirm(alert, now())
        return _told(request, _("You will be told when something changes."))
    content = {"step": "confirm", "alert": alert}
    return render_page(
        request, from_now(Head.newest(), request.GET), "catalogue/alerts.html", content
    )


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leaving(request: HttpRequest, token: str) -> HttpResponse:
    """One button, or one click in a mail program (RFC 8058), that ends the alert."""
    alert = alert_of(token, LEAVE)
    if request.method == "POST" or alert is None:
        if alert is not None:
            alert.delete()
        return _told(request, _("You will hear no more of this; your address is forgotten."))
    content = {"step": "leave", "alert": alert}
    return render_page(
        request, from_now(Head.newest(), request.GET), "catalogue/alerts.html", content
    )
