"""The page of coming dates, and the lists of what data rules found."""

from datetime import timedelta

import orjson
from django.contrib import admin
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from register.models import PublishedName
from register.texts import text_in

from ..data_rules import RULES, without_particulars
from ..desk import dates_of
from ..law.reasons import sentence
from ..models import Agreement, PublishedFinding

DATES_A_PAGE = 100
WHOSE = {
    "mine": gettext_lazy("Mine"),
    "unit": gettext_lazy("My unit's"),
    "all": gettext_lazy("All that are public"),
}


def coming_view(request, model_admin):
    """The dates of the next two years, by days left: of mine, my units', or all agreements."""
    whose = request.GET.get("whose", "unit")
    whose = whose if whose in WHOSE else "unit"
    today = timezone.localdate()
    rows = dates_of(request.user, whose).between_days(today, today + timedelta(730))
    rows = rows.order_by("day", "latest", "agreement", "kind", "pk")
    page = Paginator(rows, DATES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Coming dates"),
        "whose": whose,
        "choices": WHOSE.items(),
        "page": page,
        "lines": _lines(request.user, page.object_list, today),
    }
    return TemplateResponse(request, "admin/agreements/coming.html", context)


def _lines(account, rows, today):
    """The dates of a page, each with its title, its reason and, if it may be opened, its form."""
    keys = {row.agreement for row in rows}
    names = PublishedName.objects.filter(said_until=None, key__in=keys)
    titles = {key: orjson.loads(texts) for key, texts in names.values_list("key", "texts")}
    seen = Agreement.objects.visible_to(account).filter(key__in=keys)
    forms = dict(seen.values_list("key", "pk"))
    return [
        {
            "row": row,
            "title": (text_in(titles.get(row.agreement, {}), "en") or ("", row.agreement))[1],
            "why": sentence(orjson.loads(row.reason), _),
            "left": max(0, (row.day - today).days),
            "form": forms.get(row.agreement),
        }
        for row in rows
    ]


class FindingFilter(admin.SimpleListFilter):
    """Agreements in whose public text a data rule found something."""

    title = gettext_lazy("finding")
    parameter_name = "finding"

    def lookups(self, request, model_admin):
        """Every rule, in the words of its sentence."""
        return [(name, without_particulars(_(rule.sentence))) for name, rule in RULES.items()]

    def queryset(self, request, queryset):
        """The agreements in which the rule found something that counts today."""
        if self.value() not in RULES:
            return queryset
        rows = PublishedFinding.objects.filter(said_until=None, rule=self.value())
        return queryset.filter(key__in=rows.on(timezone.localdate()).values("agreement"))
