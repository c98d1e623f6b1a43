"""What the curators' desk tells of agreements: dates that come soon, and what is to be mended."""

from datetime import timedelta

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from register.kind_table import Notice
from register.models import Record

from .data_rules import RULES, Severity, without_particulars
from .models import PublishedDate, PublishedFinding

SOON = timedelta(90)


def dates_of(account, whose):
    """The public dates of the agreements that an account saved, that its units keep, or of all."""
    dates = PublishedDate.objects.filter(said_until=None)
    records = Record.objects.all()
    if whose == "mine":
        records = records.filter(revisions__saved_by=account)
    elif whose == "unit":
        records = records.filter(unit__in=account.units.all())
    else:
        return dates
    return dates.filter(agreement__in=records.values("key"))


def notices(account):
    """What the desk tells of the agreements of an account's units: dates soon, and findings."""
    today = timezone.localdate()
    soon = dates_of(account, "unit").between_days(today, today + SOON).count()
    address = reverse("admin:agreements_agreement_coming")
    yield Notice(_("Dates in the next ninety days"), soon, address)
    own = Record.objects.filter(unit__in=account.units.all()).values("key")
    rows = PublishedFinding.objects.filter(said_until=None, agreement__in=own).on(today)
    counted = rows.order_by().values_list("rule").annotate(Count("agreement", distinct=True))
    found = dict(counted)
    weight = list(Severity)
    names = sorted(
        (name for name in found if name in RULES),
        key=lambda name: (weight.index(RULES[name].severity), -found[name]),
    )
    listed = reverse("admin:agreements_agreement_changelist")
    for name in names:
        query = urlencode({"finding": name})
        yield Notice(without_particulars(_(RULES[name].sentence)), found[name], f"{listed}?{query}")
