"""Published records over the API: each kind's list and details, as the documents are stored."""

from http import HTTPStatus
from urllib.parse import urlencode

import orjson
from django.http import Http404, HttpResponsePermanentRedirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from orjson import Fragment
from rest_framework.exceptions import ValidationError
from rest_framework.reverse import reverse

from agreements.filters import (
    AgreementFilterSet,
    CheckFilterSet,
    LawFilterSet,
    SubjectFilterSet,
)
from agreements.models import PublishedStanding
from catalogue.freshness import at_newest, register_day
from catalogue.questions import day
from organizations.filters import OrganizationFilterSet, StateFilterSet
from projects.filters import ProjectFilterSet
from register import kind_table
from register.filters import CodeListFilterSet, SourceFilterSet
from register.models.record import KEY
from register.public_record import PublicRecord

from . import stored
from .answering import answer, head_member, names_member, taken_back
from .asking import LIMITED, limit_asked, recorded_asked, refuse_unknown
from .cursors import Order
from .openapi import (
    DAY,
    NEXT,
    NUMBER,
    TEXT,
    filter_parameters,
    fixed_object,
    list_of,
    parameter,
)
from .reading import ReadingViewSet
from .standings import course, in_order, life, on_day, statuses_on

PAGING = frozenset({"cursor", "limit", "recorded"})
RECORDED = parameter(
    "recorded",
    TEXT,
    _("The register as it stood after this entry, or at the end of this day; now without it."),
)
ON = parameter("on", DAY, _("The day that status and standings are asked about; today without it."))
CURSOR = parameter("cursor", TEXT, _("Where a page begins, as the page before it says in `next`."))


class RecordViewSet(ReadingViewSet):
    """The published records of one kind.

    Subclasses name the kind and the filters; what is worked out beside a document they add in
    `beside_each` for lists and `beside_one` for details. `days_in` names those of the two actions
    whose answer depends on the day asked about.
    """

    kind = ""
    filterset_class = None
    days_in = frozenset()

    @classmethod
    def plural(cls):
        """What the list is called in addresses."""
        return kind_table.kind(cls.kind).plural

    @method_decorator(at_newest)
    def list(self, request, head):
        """A page of records, with what those are called that they refer to."""
        number, limit = recorded_asked(request.GET, head), limit_asked(request.GET)
        on = self._day_asked(request.GET, "list")
        order, found = self._found(request.GET, number, on, limit + 1)
        shown, has_more = found[:limit], len(found) > limit
        asked = {"recorded": number, **({"on": on.isoformat()} if "list" in self.days_in else {})}
        keys = [row[-1] for row in shown]
        beside = self.beside_each(number, keys, on)
        content = {
            "head": head_member(head),
            **asked,
            "next": next_address(request, asked, order.write(shown[-1][2:])) if has_more else None,
            "results": [
                {"entry": entry, **beside.get(key, {}), "document": Fragment(document)}
                for entry, document, *_columns, key in shown
            ],
            "names": names_member(number, self.kind, keys),
        }
        return answer(content)

    @method_decorator(at_newest)
    def retrieve(self, request, head, key):
        """One record, with what those are called that it refers to."""
        self._refuse_unknown(request.GET)
        public = PublicRecord(recorded_asked(request.GET, head))
        if not KEY.regex.search(key):
            raise Http404
        rows = kind_table.kind(self.kind).row.objects.recorded(public.number).filter(key=key)
        found = rows.values_list("said_from", "document").first()
        if found is None:
            return self._taken_back(request, public, key)
        content = {
            "head": head_member(head),
            "recorded": public.number,
            "entry": found[0],
            **self.beside_one(public.number, key, self._day_asked(request.GET, "retrieve")),
            "document": Fragment(found[1]),
            "names": names_member(public.number, self.kind, [key]),
        }
        return answer(content)

    def beside_each(self, number, keys, on):
        """What stands beside each document of a list: {key: {member: value}}."""
        return {}

    def beside_one(self, number, key, on):
        """What stands beside the document in its details: {member: value}."""
        return {}

    def parameters(self, action):
        """The filters of the kind, where to begin and how much, and as of which entry."""
        asked = [RECORDED, *([ON] if "retrieve" in self.days_in else [])]
        if action != "list":
            return asked
        return [RECORDED, LIMITED, CURSOR, *filter_parameters(self.filterset_class)]

    def answers(self, action, schema):
        """A page of records, or one."""
        document = schema.document(kind_table.kind(self.kind))
        every = {"head": schema.shared("Head"), "recorded": NUMBER}
        names = schema.shared("Names")
        if action == "list":
            each = fixed_object(entry=NUMBER, **self.described_each(schema), document=document)
            on = {"on": DAY} if "list" in self.days_in else {}
            page = fixed_object(**every, **on, next=NEXT, results=list_of(each), names=names)
            return {200: page, 400: schema.shared("Errors")}
        beside = self.described_one(schema)
        one = fixed_object(**every, entry=NUMBER, **beside, document=document, names=names)
        return {
            200: one,
            400: schema.shared("Errors"),
            404: schema.shared("NotFound"),
            410: schema.shared("TakenBack"),
        }

    def described_each(self, schema):
        """The shapes of what `beside_each` gives."""
        return {}

    def described_one(self, schema):
        """The shapes of what `beside_one` gives."""
        return {}

    def _day_asked(self, given, action):
        return (day(given, "on") if action in self.days_in else None) or register_day()

    def _found(self, given, number, on, count):
        """The order of the list, and its first `count` rows: entry, document, the order's columns.

        The whole list in the order of keys, which is how mirrors read it, is asked without detour.
        """
        model, cursor = kind_table.kind(self.kind).row, given.get("cursor", "")
        beside = {*PAGING, "on"} if "list" in self.days_in else PAGING
        if beside.issuperset(given):
            order = Order(model, ())
            after = order.read(cursor)[0] if cursor else ""
            return order, stored.page(model, number, after, count)
        options = {"number": number, "on": on, "beside": beside, "brief": True}
        filters = self.filterset_class(given, **options)
        if not filters.is_valid():
            raise ValidationError(filters.errors)
        order = Order(model, filters.form.cleaned_data.get("ordering") or ())
        rows = order.page(filters.qs, cursor).values_list("said_from", "document", *order.names)
        return order, list(rows[:count])

    def _refuse_unknown(self, given):
        known = {"recorded", *(["on"] if "retrieve" in self.days_in else [])}
        refuse_unknown(given, known)

    def _taken_back(self, request, public, key):
        """The way to the record that replaces it, else what is left to say; 404 if it never was."""
        entry = public.withdrawal(key)
        if entry is None or entry.kind != self.kind:
            raise Http404
        replaced_by = orjson.loads(entry.document or "{}").get("replaced_by")
        if replaced_by:
            address = reverse(f"api-{self.kind}", args=[replaced_by], request=request)
            return HttpResponsePermanentRedirect(address)
        return answer(taken_back(entry, replaced_by), HTTPStatus.GONE)


def next_address(request, asked, cursor):
    """The address of the page after this one: the same question, of the same entry and day."""
    kept = [(name, each) for name, many in request.GET.lists() for each in many]
    fixed = {**asked, "cursor": cursor}
    given = [(name, each) for name, each in kept if name not in fixed]
    return f"{request.build_absolute_uri(request.path)}?{urlencode([*given, *fixed.items()])}"


class Agreements(RecordViewSet):
    """Agreements, with how each stands on the day asked about (today without `on`)."""

    kind = "agreement"
    filterset_class = AgreementFilterSet
    days_in = frozenset({"list", "retrieve"})

    def beside_each(self, number, keys, on):
        """The status on the day."""
        found = statuses_on(number, keys, on)
        return {key: {"status": found.get(key)} for key in keys}

    def beside_one(self, number, key, on):
        """The status and standings on the day, all periods of constant status, the entry into
        force as recorded and as computed, the term that runs, and the next dates.
        """
        periods = course(number, key)
        standings = {ref: on_day(own, on) for ref, own in periods.items() if ref}
        return {
            "status": on_day(periods[""], on),
            "standings": standings,
            "periods": in_order(periods[""]),
            **life(number, key, on),
        }

    def described_each(self, schema):
        """The status."""
        return {"status": _or_null(schema.shared("PeriodOnDay"))}

    def described_one(self, schema):
        """The status, the standings by participant, the periods, force, term and dates."""
        standing = _or_null(schema.shared("PeriodOnDay"))
        return {
            "status": standing,
            "standings": {"type": "object", "additionalProperties": standing},
            "periods": list_of(schema.shared("Period")),
            "force": _or_null(schema.shared("Force")),
            "term": _or_null(schema.shared("Term")),
            "dates": list_of(schema.shared("Date")),
        }


class States(RecordViewSet):
    """States, present and former, each with what binds it on the day asked about."""

    kind = "state"
    filterset_class = StateFilterSet
    days_in = frozenset({"retrieve"})

    def beside_one(self, number, key, on):
        """The day, and the keys of the agreements that bind the state on it."""
        periods = PublishedStanding.objects.recorded(number).binding(key, on).order_by()
        keys = periods.values_list("agreement", flat=True)
        return {"on": on, "bound_by": sorted(set(keys))}

    def described_one(self, schema):
        """The day and the keys."""
        return {"on": DAY, "bound_by": list_of(TEXT)}


class Organizations(RecordViewSet):
    """Organizations, with who belongs to them."""

    kind = "organization"
    filterset_class = OrganizationFilterSet


class Projects(RecordViewSet):
    """Projects."""

    kind = "project"
    filterset_class = ProjectFilterSet


class Laws(RecordViewSet):
    """National laws."""

    kind = "law"
    filterset_class = LawFilterSet


class Sources(RecordViewSet):
    """Sources: on whose word facts stand."""

    kind = "source"
    filterset_class = SourceFilterSet


class Subjects(RecordViewSet):
    """Subjects of agreements: a curated tree."""

    kind = "subject"
    filterset_class = SubjectFilterSet


class Codes(RecordViewSet):
    """Lists of codes that others keep, each with all its codes."""

    kind = "code_list"
    filterset_class = CodeListFilterSet


class Checks(RecordViewSet):
    """Checks: somebody looked for agreements, and what was found."""

    kind = "check"
    filterset_class = CheckFilterSet


def _or_null(described):
    return {"anyOf": [described, {"type": "null"}]}
