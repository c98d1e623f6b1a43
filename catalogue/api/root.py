"""The entrance of the API: where everything is."""

from http import HTTPStatus

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.freshness import at_newest

from .answering import answer, head_member

LISTS = (
    "agreements",
    "states",
    "organizations",
    "projects",
    "laws",
    "sources",
    "subjects",
    "codes",
    "checks",
    "coverage",
    "dates",
    "entries",
)
ABOUT = ("schema", "docs")


@require_safe
@at_newest
def root(request, head):
    """The newest entry and the address of every list."""
    addresses = {
        name: request.build_absolute_uri(reverse(f"api-{name}")) for name in (*LISTS, *ABOUT)
    }
    return answer({"head": head_member(head), **addresses})


@require_safe
def nowhere(request):
    """The answer to an address that the API does not have."""
    sentence = _("There is nothing at this address; %(root)s lists what there is.")
    root_address = request.build_absolute_uri(reverse("api-root"))
    return answer({"detail": sentence % {"root": root_address}}, HTTPStatus.NOT_FOUND)
