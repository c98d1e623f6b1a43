"""The dates that matter over the API."""

from django.utils.decorators import method_decorator
from rest_framework.exceptions import ValidationError

from agreements.filters import DateFilterSet
from agreements.models import PublishedDate
from catalogue.freshness import at_newest, register_day

from .answering import answer, head_member, names_of
from .asking import LIMITED, limit_asked, recorded_asked
from .cursors import Order
from .openapi import DAY, NEXT, NUMBER, filter_parameters, fixed_object, list_of
from .reading import ReadingViewSet
from .records import CURSOR, PAGING, RECORDED, next_address
from .standings import DATE_COLUMNS, date_of

ORDER = ("day", "latest", "agreement", "kind", "participant")


class Dates(ReadingViewSet):
    """Days that matter: entries into force, renewals, last days for notice, ends of terms."""

    @method_decorator(at_newest)
    def list(self, request, head):
        """A page of the dates from a day on, in the order of time."""
        number, limit = recorded_asked(request.GET, head), limit_asked(request.GET)
        asked = {"number": number, "on": register_day(), "beside": PAGING, "brief": True}
        filters = DateFilterSet(request.GET, **asked)
        if not filters.is_valid():
            raise ValidationError(filters.errors)
        order = Order(PublishedDate, ORDER, unique="id")
        rows = order.page(filters.qs, request.GET.get("cursor", ""))
        found = list(rows.values_list(*DATE_COLUMNS, "id")[: limit + 1])
        shown, has_more = found[:limit], len(found) > limit
        fixed = {"recorded": number, "on": filters.on.isoformat()}
        called = {key for agreement, _ref, actor, *_rest in shown for key in (agreement, actor)}
        content = {
            "head": head_member(head),
            **fixed,
            "next": next_address(request, fixed, _cursor(order, shown[-1])) if has_more else None,
            "results": [date_of(row[:-1]) for row in shown],
            "names": names_of(number, called),
        }
        return answer(content)

    def parameters(self, action):
        """The filters, where to begin and how much, and as of which entry."""
        return [RECORDED, LIMITED, CURSOR, *filter_parameters(DateFilterSet)]

    def answers(self, action, schema):
        """A page of dates."""
        page = fixed_object(
            head=schema.shared("Head"),
            recorded=NUMBER,
            on=DAY,
            next=NEXT,
            results=list_of(schema.shared("Date")),
            names=schema.shared("Names"),
        )
        return {200: page, 400: schema.shared("Errors")}


def _cursor(order, row):
    values = dict(zip((*DATE_COLUMNS, "id"), row, strict=True))
    return order.write(values[name] for name in order.names)
