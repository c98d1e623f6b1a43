"""Reports of errors by readers: what one is about, and keeping it for the curators."""

import hashlib
from datetime import datetime
from typing import NamedTuple

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from catalogue.models import ErrorReport
from catalogue.names import Name, names_at
from catalogue.page import Withdrawn
from catalogue.public_forms import AddressField, PlainText, PublicForm, drawn_about, token_for
from register.models.record import KEY
from register.public_record import PublicRecord

FORM = "catalogue.reports.form"
# How many reports may come from one client in a day.
FROM_CLIENT = 20


class ReportForm(PublicForm):
    """What is wrong, and, if the reader wants to say so, how they know and where to answer."""

    words = PlainText(label=_("What is wrong"), max_length=4000)
    source = PlainText(label=_("Where you know it from"), max_length=1000, required=False)
    address = AddressField(label=_("E-mail"), required=False)


class Place(NamedTuple):
    """What a report is about: a record by its key and kind, or the site, after an entry."""

    record: str
    kind: str
    entry: int


def place_asked(key: str, number: int) -> Place:
    """The record that an address names as it stood after an entry; the site, if it names none.

    Raises `Withdrawn` for one that was taken back, `Http404` for one that never was.
    """
    if not key:
        return Place("", "", number)
    if not KEY.regex.match(key):
        raise Http404
    public = PublicRecord(number)
    kind = public.kinds_of([key]).get(key)
    if kind is None:
        withdrawal = public.withdrawal(key)
        raise Withdrawn(withdrawal) if withdrawal else Http404
    return Place(key, kind, number)


def place_token(place: Place) -> str:
    """What the form carries instead of a cookie."""
    return token_for(FORM, *place)


def place_of(token: str) -> tuple[Place, str] | None:
    """What a form was drawn about, and its mark; None for one that is foreign or too old.

    A record that was withdrawn meanwhile is still what the reader was looking at.
    """
    drawn = drawn_about(token, FORM, len(Place._fields))
    return (Place(*drawn[:-1]), drawn[-1]) if drawn else None


def names_of(record: str, entry: int) -> dict[str, Name]:
    """What the record of a report was called when the reader saw it."""
    return names_at(PublicRecord(entry), [record])


def keep(place: Place, mark: str, typed: dict, **where_from: str | datetime) -> None:
    """Keep a report for the curators; the same form with the same words is one report."""
    given = {name: typed[name] for name in ("words", "source", "address")}
    sent_as = hashlib.sha256("\0".join([mark, *given.values()]).encode()).hexdigest()
    report = {**place._asdict(), **given, **where_from}
    ErrorReport.objects.get_or_create(sent_as=sent_as, defaults=report)
