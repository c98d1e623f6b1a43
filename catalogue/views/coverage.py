"""The coverage matrix, as a page and as a file."""

import csv
from io import StringIO

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.models import PublishedSubject
from catalogue.coverage import Cell, Coverage, Row
from catalogue.downloads import harmless
from catalogue.labels import labels
from catalogue.names import names_at, shown_name
from catalogue.page import public_page, render_page
from catalogue.questions import BadQuestion
from catalogue.vantage import TIME, Vantage
from organizations.models import PublishedState
from register.public_record import PublicRecord

WITH = {
    "": gettext_lazy("With an agreement or a search"),
    "all": gettext_lazy("All states"),
}
OF = {"": gettext_lazy("Bilateral"), "all": gettext_lazy("Bilateral and multilateral")}
BILATERAL = ("bilateral",)
KNOWN = (*TIME, "subject", "partners", "agreements")


@public_page(*KNOWN)
def coverage(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The home state's agreements with everybody about every subject, on `?on=`."""
    content = {"section": "coverage", "is_index": True, "on": vantage.on, **_matrix(vantage)}
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


def _matrix(vantage: Vantage) -> dict:
    asked = {name: vantage.question.get(name, "") for name in ("subject", "partners", "agreements")}
    _refuse_unknown(asked, vantage)
    scopes = () if asked["agreements"] else BILATERAL
    home = settings.REGISTER_HOME_STATE
    matrix = Coverage(vantage.number, home, vantage.on, scopes)
    columns = matrix.columns(asked["subject"])
    rows = [row for row in matrix.rows(columns) if not row.is_blank]
    if asked["partners"]:
        rows = _with_all(rows, columns, vantage, home)
    public = PublicRecord(vantage.number)
    keys = {home, asked["subject"], *(row.actor for row in rows)}
    names = names_at(public, {*keys, *columns, *matrix.branches()})
    rows.sort(key=lambda row: shown_name(names, row.actor).casefold())
    return {
        "columns": columns, "rows": rows, "names": names, "home": home, "asked": asked,
        "partners": WITH.items(), "of": OF.items(), "branches": matrix.branches(),
    }  # fmt: skip


def _refuse_unknown(asked: dict[str, str], vantage: Vantage) -> None:
    sentence = _("“%(value)s” is not a value of this parameter.")
    for name, values in (("partners", WITH), ("agreements", OF)):
        if asked[name] not in values:
            raise BadQuestion(name, sentence % {"value": asked[name]})
    subjects = PublishedSubject.objects.recorded(vantage.number)
    if asked["subject"] and not subjects.filter(key=asked["subject"]).exists():
        raise BadQuestion("subject", sentence % {"value": asked["subject"]})


def _with_all(rows: list[Row], columns: list, vantage: Vantage, home: str) -> list[Row]:
    """The rows with an empty one for every state that exists and has none."""
    known = {row.actor for row in rows} | {home}
    states = PublishedState.objects.recorded(vantage.number).filter(is_former=False)
    blank = [Cell(subject, 0, 0, None) for subject in columns]
    keys = states.exclude(key__in=known).values_list("key", flat=True)
    return [*rows, *(Row(key, blank) for key in keys)]
