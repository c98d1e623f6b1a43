"""What a reader sees when there is no page to show."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from catalogue.page import render_page
from catalogue.vantage import from_now
from register.models import Head


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The address leads to nothing that the register has, or ever had."""
    return render_page(
        request,
        from_now(Head.newest(), request.GET),
        "catalogue/not_found.html",
        {},
        HTTPStatus.NOT_FOUND,
    )
