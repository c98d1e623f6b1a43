"""What browsers and crawlers ask for at the root of every site."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

RULES = "User-agent: *\nDisallow: /admin/\n"


@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    """The way to the mark of the site."""
    return HttpResponseRedirect(static("img/mark.svg"))


@require_safe
@cache_control(public=True, max_age=86400)
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read everything public."""
    return HttpResponse(RULES, content_type="text/plain; charset=utf-8")
