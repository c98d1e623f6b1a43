"""Pages of subjects and of searches: what agreements are about, and what was looked for."""

from collections import defaultdict

from django.http import HttpRequest, HttpResponse

from agreements.models import PublishedSubject
from catalogue.answers import statuses_of
from catalogue.beginnings import beginning, narrowed
from catalogue.indexes import index_of
from catalogue.names import names_at, names_in
from catalogue.page import public_page, published, render_page, render_record
from catalogue.referring import records_referring
from catalogue.vantage import TIME, Vantage
from catalogue.views.states import other_names
from register.public_record import PublicRecord


@public_page(*TIME)
def subjects(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """The tree of subjects, each with how many agreements are about it."""
    content = {"is_index": True, "tree": _tree(vantage)}
    return render_page(request, vantage, "catalogue/subjects.html", content)


def _tree(vantage: Vantage) -> list[dict]:
    """The subjects at the top, each with those below it, in the curators' order."""
    index = {one.key: one for one in index_of(vantage, "subject", ("agreement",), ("subjects",))}
    rows = PublishedSubject.objects.recorded(vantage.number).order_by("position", "key")
    below = defaultdict(list)
    for key, parent in rows.values_list("key", "parent"):
        below[parent].append({**index[key]._asdict(), "below": below[key]})
    return below[""]


@public_page(*TIME)
def subject(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One subject: what falls under it, and the agreements about it."""
    public = PublicRecord(vantage.number)
    document = published(public, "subject", key)
    found = [other for _, other in records_referring(public, key, "agreement", "subjects")]
    agreements = beginning(found, narrowed(vantage, "agreements", subject=key))
    narrower = [other for _, other in records_referring(public, key, "subject", "parent")]
    content = {
        "on": vantage.on,
        "other_names": other_names(document),
        "agreements": agreements,
        "narrower": narrower,
        "answers": statuses_of(public, agreements.rows, vantage.on),
        "names": names_in(public, "subject", [key])
        | names_at(public, [*agreements.rows, *narrower]),
    }
    return render_record(request, vantage, "catalogue/subject.html", document, content)


@public_page(*TIME)
def check(request: HttpRequest, vantage: Vantage, key: str) -> HttpResponse:
    """One search: whose agreements were looked for, where, and what was found."""
    public = PublicRecord(vantage.number)
    document = published(public, "check", key)
    content = {"section": "states", "names": names_in(public, "check", [key])}
    return render_record(request, vantage, "catalogue/check.html", document, content)
