"""What binds two states or organizations to each other on a day, over the API."""

from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from orjson import Fragment

from agreements.models import PublishedAgreement
from catalogue.between import ANSWERS, require_two, shared_between
from catalogue.freshness import at_newest, register_day
from catalogue.questions import BadQuestion, day
from register import kind_table
from register.public_record import PublicRecord

from .answering import answer, head_member, names_member
from .asking import LIMITED, limit_asked, recorded_asked, refuse_unknown
from .cursors import Order
from .openapi import DAY, NEXT, NUMBER, TEXT, fixed_object, list_of, parameter
from .reading import ReadingViewSet
from .records import CURSOR, RECORDED, next_address
from .standings import answered_on, statuses_on

KNOWN = {"on", "recorded", "answer", "limit", "cursor"}
ON = parameter("on", DAY, gettext_lazy("The day that is asked about; today without it."))
ANSWER = parameter(
    "answer",
    list_of({**TEXT, "enum": list(ANSWERS)}),
    gettext_lazy("Only agreements with one of these answers; all three without it."),
)


class Between(ReadingViewSet):
    """Agreements between two states or organizations, wider ones that bind both included."""

    @method_decorator(at_newest)
    def list(self, request, head, one, other):
        """A page of the agreements that bind both on a day, or may, with the standing of each."""
        refuse_unknown(request.GET, KNOWN)
        public = PublicRecord(recorded_asked(request.GET, head))
        require_two(public, one, other)
        on, limit = day(request.GET, "on") or register_day(), limit_asked(request.GET)
        order = Order(PublishedAgreement, ())
        found = _found(request.GET, shared_between(public, one, other, on), order)
        shown, has_more = found[:limit], len(found) > limit
        keys = [each.agreement for each in shown]
        asked = {"recorded": public.number, "on": on.isoformat()}
        cursor = order.write(keys[-1:])
        return answer(
            {
                "head": head_member(head),
                **asked,
                "between": [one, other],
                "next": next_address(request, asked, cursor) if has_more else None,
                "results": _results(public, shown, keys, on),
                "names": names_member(public.number, "agreement", keys),
            }
        )

    def parameters(self, action):
        """The day, the entry, which answers, where to begin and how much."""
        return [RECORDED, ON, ANSWER, LIMITED, CURSOR]

    def answers(self, action, schema):
        """A page of agreements, each with the answer and both standings."""
        standing = schema.shared("PeriodOnDay")
        each = fixed_object(
            entry=NUMBER,
            answer={**TEXT, "enum": list(ANSWERS)},
            status=standing,
            standings={"type": "object", "additionalProperties": standing},
            document=schema.document(kind_table.kind("agreement")),
        )
        page = fixed_object(
            head=schema.shared("Head"),
            recorded=NUMBER,
            on=DAY,
            between=list_of(TEXT),
            next=NEXT,
            results=list_of(each),
            names=schema.shared("Names"),
        )
        return {200: page, 400: schema.shared("Errors"), 404: schema.shared("NotFound")}


def _found(given, shared, order):
    """The agreements with the answers asked for, after the cursor."""
    wanted = set(filter(None, given.getlist("answer"))) or set(ANSWERS)
    for unknown in wanted - set(ANSWERS):
        raise BadQuestion("answer", _("“%(text)s” is not an answer.") % {"text": unknown})
    after = order.read(given["cursor"])[0] if given.get("cursor") else ""
    return [each for each in shared if each.answer in wanted and each.agreement > after]


def _results(public, shown, keys, on):
    rows = PublishedAgreement.objects.recorded(public.number).filter(key__in=keys)
    documents = {key: texts for key, *texts in rows.values_list("key", "said_from", "document")}
    statuses = statuses_on(public.number, keys, on)
    return [
        {
            "entry": documents[each.agreement][0],
            "answer": each.answer,
            "status": statuses[each.agreement],
            "standings": {
                actor: answered_on(standing, on) for actor, standing in each.standings.items()
            },
            "document": Fragment(documents[each.agreement][1]),
        }
        for each in shown
    ]
