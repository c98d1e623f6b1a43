"""The page of what the register does not know, or knows to be wrong."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from agreements.data_rules import RULES
from agreements.models import PublishedAgreement, PublishedFinding
from catalogue.findings import counts, finding_in, words_of
from catalogue.names import names_at
from catalogue.page import page_of, public_page, render_page
from catalogue.questions import BadQuestion
from catalogue.vantage import TIME, Vantage
from register.public_record import PublicRecord

FINDINGS_A_PAGE = 50


@public_page(*TIME, "rule", "page")
def gaps(request: HttpRequest, vantage: Vantage) -> HttpResponse:
    """What the data rules found on `?on=`: how often each, or with `?rule=` where."""
    public, rule = PublicRecord(vantage.number), vantage.question.get("rule", "")
    if rule:
        return _of_rule(request, vantage, public, rule)
    content = {
        "is_index": True,
        "on": vantage.on,
        "groups": counts(public, vantage.on),
        "agreements": PublishedAgreement.objects.recorded(vantage.number).count(),
        "rules": len(RULES),
    }
    return render_page(request, vantage, "catalogue/gaps.html", content)


def _of_rule(
    request: HttpRequest, vantage: Vantage, public: PublicRecord, rule: str
) -> HttpResponse:
    """Where one rule found something."""
    if rule not in RULES:
        sentence = _("There is no rule “%(name)s”.")
        raise BadQuestion("rule", sentence % {"name": rule})
    rows = PublishedFinding.objects.recorded(vantage.number).on(vantage.on).filter(rule=rule)
    page = page_of(request, rows.order_by("agreement", "path", "pk"), FINDINGS_A_PAGE)
    content = {
        "on": vantage.on,
        "words": words_of(rule),
        "page": page,
        "findings": [finding_in(row) for row in page],
        "names": names_at(public, {row.agreement for row in page}),
    }
    return render_page(request, vantage, "catalogue/gap.html", content)
