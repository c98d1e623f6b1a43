"""The site map: every public page of a record, with the moment of the entry that says it."""

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from catalogue.search.shape import KINDS
from register import kind_table
from register.models import Entry, Head


class Records(Sitemap):
    """The pages of all records of a kind, in every language of the site."""

    i18n = alternates = x_default = True
    limit = 5_000

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind, self.moments = kind, {}

    def get_latest_lastmod(self) -> datetime | None:
        """When anything was entered last."""
        return Head.newest().at

    def items(self):
        """The key of each record with the entry that says it, in the order of keys."""
        rows = kind_table.kind(self.kind).row.objects.recorded(Head.newest().number)
        return rows.order_by("key").values_list("key", "said_from")

    def location(self, item) -> str:
        """The page of a record."""
        return reverse(self.kind, args=[item[0]])

    def _urls(self, page, protocol, domain):
        """With the moments of the entries of this page alone, in one query."""
        numbers = {said_from for (_key, said_from), _language in self.paginator.page(page)}
        entries = Entry.objects.filter(number__in=numbers)
        self.moments = dict(entries.values_list("number", "at"))
        return super()._urls(page, protocol, domain)

    def lastmod(self, item) -> datetime | None:
        """When that was entered."""
        return self.moments.get(item[1])


class Lists(Sitemap):
    """The pages that list."""

    i18n = alternates = x_default = True
    names = ("home", "agreements", "states", "organizations", "projects", "laws", "sources",
             "subjects", "coming", "gaps", "log", "about")  # fmt: skip

    def items(self):
        """The names of their addresses."""
        return list(self.names)

    def location(self, item) -> str:
        """The page."""
        return reverse(item)


SITEMAPS = {"lists": Lists(), **{kind: Records(kind) for kind in KINDS}}
