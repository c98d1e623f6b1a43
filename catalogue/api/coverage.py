"""The coverage matrix over the API: what is settled with whom, and where nobody looked."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from orjson import Fragment

from agreements.models import Check, PublishedCheck
from catalogue.coverage import AGREEMENTS, PARTNERS, Cell, Row, matrix_asked
from catalogue.freshness import at_newest, register_day
from catalogue.questions import day
from register import kind_table

from .answering import answer, head_member, names_member, names_of
from .asking import recorded_asked, refuse_unknown
from .openapi import DAY, NUMBER, TEXT, TEXT_OR_NULL, fixed_object, list_of, parameter
from .reading import ReadingViewSet
from .records import RECORDED

KNOWN = {"on", "recorded", "subject", "partners", "agreements"}
ON = parameter("on", DAY, gettext_lazy("The day that is asked about; today without it."))
SUBJECT = parameter(
    "subject", TEXT, gettext_lazy("Only the parts of this subject; all subjects without it.")
)
WITH = parameter(
    "partners",
    {**TEXT, "enum": list(filter(None, PARTNERS))},
    gettext_lazy("All: every state that exists too; else those with an agreement or a search."),
)
OF = parameter(
    "agreements",
    {**TEXT, "enum": list(filter(None, AGREEMENTS))},
    gettext_lazy("All: agreements of every scope; only bilateral ones without it."),
)
# What a cell answers; where there is no agreement, what came of the newest search, if any.
FOUND, UNCHECKED = "agreements", "not_checked"
ANSWERS = (FOUND, *(f"checked_{result}" for result in Check.Result.values), UNCHECKED)
COUNT = {"type": "integer", "minimum": 0}


class Matrix(ReadingViewSet):
    """Agreements of the home state with every other about every subject, and what was sought."""

    @method_decorator(at_newest)
    def list(self, request, head):
        """The whole matrix on a day; the searches that it rests on stand beside it."""
        refuse_unknown(request.GET, KNOWN)
        number = recorded_asked(request.GET, head)
        on = day(request.GET, "on") or register_day()
        found = matrix_asked(request.GET, number, on)
        home = settings.REGISTER_HOME_STATE
        named = {home, *found.columns, *(row.actor for row in found.rows)}
        checks = _checks(number, found.rows)
        return answer(
            {
                "head": head_member(head),
                "recorded": number,
                "on": on.isoformat(),
                "home": home,
                "subjects": found.columns,
                "results": [_row(row) for row in found.rows],
                "checks": checks,
                "names": names_of(number, named) | names_member(number, "check", list(checks)),
            }
        )

    def parameters(self, action):
        """The day, the entry, and what part of the matrix."""
        return [RECORDED, ON, SUBJECT, WITH, OF]

    def answers(self, action, schema):
        """A row for each partner with a cell for each subject, and the searches by key."""
        cell = fixed_object(
            subject=TEXT,
            answer={**TEXT, "enum": list(ANSWERS)},
            in_force=COUNT,
            other=COUNT,
            check=TEXT_OR_NULL,
            checked_on=TEXT_OR_NULL,
        )
        check = fixed_object(entry=NUMBER, document=schema.document(kind_table.kind("check")))
        matrix = fixed_object(
            head=schema.shared("Head"),
            recorded=COUNT,
            on=DAY,
            home=TEXT,
            subjects=list_of(TEXT),
            results=list_of(fixed_object(actor=TEXT, cells=list_of(cell))),
            checks={"type": "object", "additionalProperties": check},
            names=schema.shared("Names"),
        )
        return {200: matrix, 400: schema.shared("Errors")}


def _row(row: Row) -> dict:
    return {"actor": row.actor, "cells": [_cell(cell) for cell in row.cells]}


def _cell(cell: Cell) -> dict:
    check = cell.check
    if cell.in_force or cell.others:
        said = FOUND
    else:
        said = f"checked_{check.result}" if check else UNCHECKED
    return {
        "subject": cell.subject,
        "answer": said,
        "in_force": cell.in_force,
        "other": cell.others,
        "check": check.key if check else None,
        "checked_on": check.done_on if check else None,
    }


def _checks(number: int, rows: Iterable[Row]) -> dict:
    """The searches that the cells name, by key, as they were published."""
    keys = {cell.check.key for row in rows for cell in row.cells if cell.check}
    found = PublishedCheck.objects.recorded(number).filter(key__in=keys).order_by("key")
    return {
        key: {"entry": entry, "document": Fragment(document)}
        for key, entry, document in found.values_list("key", "said_from", "document")
    }
