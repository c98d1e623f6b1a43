"""The coverage matrix, as a page and as a file."""

import csv
from io import StringIO

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from catalogue.coverage import AGREEMENTS, PARTNERS, Cell, matrix_asked
from catalogue.downloads import harmless
from catalogue.labels import labels
from catalogue.names import names_at, shown_name
from catalogue.page import public_page, render_page
from catalogue.vantage import TIME, Vantage
from register.public_record import PublicRecord

KNOWN = (*TIME, "subject", "partners", "agreements")


@public_page(*KNOWN)
def coverage(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The home state's agreements with everybody about every subject, on `?on=`."""
    content = {"section": "coverage", "is_index": True, "on": vantage.on, **_matrix(vantage)}
    content["api_address"] = _api_address(vantage)
    return render_page(request, vantage, "catalogue/coverage.html", content)


@public_page(*KNOWN)
def coverage_file(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The same as CSV: a line for each state, a column for each subject, cells in words."""
    found = _matrix(vantage)
    out = StringIO()
    writer = csv.writer(out)
    names = found["names"]
    subjects = [shown_name(names, subject) for subject in found["columns"]]
    writer.writerow([_("Key"), _("State or organization"), *map(harmless, subjects)])
    for row in found["rows"]:
        cells = [harmless(cell_words(cell)) for cell in row.cells]
        writer.writerow([row.actor, harmless(shown_name(names, row.actor)), *cells])
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="coverage-{vantage.number}.csv"'
    return response


def cell_words(cell: Cell) -> str:
    """What a cell says, in words."""
    if cell.in_force or cell.others:
        parts = [(cell.in_force, _("%(count)d in force")), (cell.others, _("%(count)d other"))]
        return ", ".join(words % {"count": count} for count, words in parts if count)
    if cell.check is None:
        return _("not checked")
    words = str(labels("agreements.Check.result")[cell.check.result])
    return f"{words} ({cell.check.done_on})" if cell.check.done_on else words


def _api_address(vantage: Vantage) -> str:
    """Where programs read the same matrix, of the same day and entry."""
    question = vantage.question.copy()
    question["on"], question["recorded"] = vantage.on.isoformat(), str(vantage.number)
    return f"{reverse('api-coverage')}?{question.urlencode()}"


def _matrix(vantage: Vantage) -> dict:
    """What was asked for, the rows by name, and what everything is called."""
    asked = {name: vantage.question.get(name, "") for name in ("subject", "partners", "agreements")}
    found = matrix_asked(vantage.question, vantage.number, vantage.on)
    home = settings.REGISTER_HOME_STATE
    keys = {home, *found.columns, *found.branches, *(row.actor for row in found.rows)}
    names = names_at(PublicRecord(vantage.number), keys)
    rows = sorted(found.rows, key=lambda row: shown_name(names, row.actor).casefold())
    return {
        "columns": found.columns, "rows": rows, "names": names, "home": home, "asked": asked,
        "partners": PARTNERS.items(), "of": AGREEMENTS.items(), "branches": found.branches,
    }  # fmt: skip
