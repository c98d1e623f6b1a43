"""What browsers and crawlers ask for at the root of every site."""

from django.conf import settings
from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalogue.freshness import at_newest
from catalogue.sitemaps import SITEMAPS

RULES = """User-agent: *
Disallow: /admin/
Disallow: /*recorded=
Disallow: /*/alerts/
Disallow: /*/report/

Sitemap: {sitemap}
"""


@require_safe
@cache_control(public=True, max_age=86400)
def favicon(request: HttpRequest) -> HttpResponse:
    """The way to the mark of the site."""
    return HttpResponseRedirect(static("img/mark.svg"))


@require_safe
@cache_control(public=True, max_age=86400)
def robots(request: HttpRequest) -> HttpResponse:
    """Crawlers may read everything public; past states of the register they need not gather."""
    rules = RULES.format(sitemap=f"{settings.BITIM_SITE_URL}{reverse('sitemaps')}")
    return HttpResponse(rules, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The site maps of all kinds of record."""
    return at_newest(_index, known=())(request)


@require_safe
def sitemap(request: HttpRequest, section: str) -> HttpResponse:
    """One site map, a page at a time."""
    return at_newest(_section, known=("p",))(request, section=section)


def _index(request: HttpRequest, _head) -> HttpResponse:
    return views.index(request, SITEMAPS, sitemap_url_name="sitemap").render()


def _section(request: HttpRequest, _head, section: str) -> HttpResponse:
    return views.sitemap(request, SITEMAPS, section).render()
