"""The log over the API: every entry by number, with what a mirror needs to check the chain."""

from django.http import Http404
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from orjson import Fragment
from rest_framework.exceptions import ValidationError

from catalogue.freshness import at_newest
from catalogue.questions import whole_number
from register.chain import moment
from register.filters import EntryFilterSet
from register.models import Entry

from .answering import answer, head_member
from .asking import LIMITED, limit_asked
from .openapi import NEXT, NUMBER, TEXT, filter_parameters, fixed_object, list_of, parameter
from .reading import ReadingViewSet

COLUMNS = (
    "number",
    "at",
    "event",
    "nature",
    "kind",
    "key",
    "schema",
    "reason",
    "document",
    "reading",
    "salt",
    "document_digest",
    "reading_digest",
    "reason_digest",
    "previous_head",
    "head",
)
TEXTS = {name: TEXT for name in COLUMNS if name.endswith(("digest", "head"))}
JSON_OR_NULL = {"type": ["object", "null"], "additionalProperties": True}
ENTRY = fixed_object(
    number=NUMBER,
    at=TEXT,
    event={"enum": Entry.Event.values},
    nature={"enum": ["", *Entry.Nature.values]},
    kind=TEXT,
    key=TEXT,
    schema=NUMBER,
    reason={"type": ["string", "null"]},
    document=JSON_OR_NULL,
    reading=JSON_OR_NULL,
    salt={"type": ["string", "null"]},
    **TEXTS,
)


class Entries(ReadingViewSet):
    """The log: what was published, withdrawn, recomputed or erased, in ascending order."""

    @method_decorator(at_newest)
    def list(self, request, head):
        """Entries after number `after`, the oldest first."""
        after = whole_number(request.GET, "after", least=0) or 0
        limit = limit_asked(request.GET)
        beside = ("after", "limit")
        filters = EntryFilterSet(request.GET, Entry.objects.all(), beside, brief=True)
        if not filters.is_valid():
            raise ValidationError(filters.errors)
        found = filters.qs.filter(number__gt=after, number__lte=head.number).order_by("number")
        rows = list(found.values_list(*COLUMNS)[: limit + 1])
        content = {
            "head": head_member(head),
            "next": _next(request, rows[limit - 1][0]) if len(rows) > limit else None,
            "results": [_entry(row) for row in rows[:limit]],
        }
        return answer(content)

    @method_decorator(at_newest)
    def retrieve(self, request, head, number):
        """One entry."""
        if request.GET:
            raise ValidationError({name: [_("Nothing can be asked here.")] for name in request.GET})
        row = Entry.objects.filter(number=number).values_list(*COLUMNS).first()
        if row is None:
            raise Http404
        return answer({"head": head_member(head), "entry": _entry(row)})

    def parameters(self, action):
        """Filters, where to begin and how much."""
        if action != "list":
            return []
        return [
            *filter_parameters(EntryFilterSet),
            parameter("after", {"type": "integer", "minimum": 0}, _("Entries after this number.")),
            LIMITED,
        ]

    def answers(self, action, schema):
        """A page of entries, or one."""
        head = schema.shared("Head")
        if action == "list":
            page = fixed_object(head=head, next=NEXT, results=list_of(ENTRY))
            return {200: page, 400: schema.shared("Errors")}
        return {
            200: fixed_object(head=head, entry=ENTRY),
            404: schema.shared("NotFound"),
        }


def _entry(row):
    """An entry as JSON values, its document and reading as they are stored."""
    entry = dict(zip(COLUMNS, row, strict=True))
    for name in ("document", "reading"):
        entry[name] = Fragment(entry[name]) if entry[name] else None
    salt = entry["salt"]
    return entry | {"at": moment(entry["at"]), "salt": bytes(salt).hex() if salt else None}


def _next(request, last):
    """The address of the page after this one."""
    given = request.GET.copy()
    given["after"] = last
    return f"{request.build_absolute_uri(request.path)}?{given.urlencode()}"
