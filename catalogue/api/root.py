"""The entrance of the API: where everything is."""

from django.urls import reverse
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
