"""Sending public alerts: what is new for each, in one message, told once."""

import json
import logging
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from smtplib import SMTPException

import orjson
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext as _

from agreements.filters import AgreementFilterSet, DateFilterSet
from agreements.models import PublishedDate
from catalogue.alerts import LINK_HOLDS, called, leaving_link
from catalogue.calendar import reason_words
from catalogue.coming import in_order
from catalogue.labels import labels
from catalogue.mailing import link_to, message
from catalogue.models import Alert
from catalogue.names import names_at, shown_name
from catalogue.public_forms import A_DAY
from register.models import Entry, Head, PublishedReference
from register.public_record import PublicRecord

log = logging.getLogger(__name__)
# Coming dates are told so long before.
AHEAD = timedelta(days=30)
# An address that refused so many messages in a row is given up.
MOST_FAILURES = 5
# More than a reader goes through; the log has the rest.
MOST_LINES = 50


def send_alerts(today: date, now: datetime) -> tuple[int, int]:
    """Send each confirmed alert what is new for it; returns how many were sent and refused.

    How far an alert has been told is kept before its message is handed over: a crash in between
    loses one message, and nobody is ever told twice. What a mail server refuses is tried again.
    Wishes that nobody confirmed are forgotten, and from where wishes came after a day.
    """
    Alert.objects.forget_clients(now - A_DAY)
    Alert.objects.filter(confirmed_at=None, asked_at__lt=now - LINK_HOLDS).delete()
    sent = refused = 0
    confirmed = Alert.objects.exclude(confirmed_at=None).order_by("pk")
    for pk in list(confirmed.values_list("pk", flat=True)):
        claimed = _claimed(pk, today)
        if claimed is None:
            continue
        before, due = claimed
        try:
            due.send()
        except (SMTPException, OSError) as error:
            log.warning("The message of alert %s was refused: %s", pk, error)
            _take_back(pk, before)
            refused += 1
        else:
            Alert.objects.filter(pk=pk).update(failures=0)
            sent += 1
    Alert.objects.filter(failures__gte=MOST_FAILURES).delete()
    return sent, refused


@transaction.atomic
def _claimed(pk: int, today: date) -> tuple[dict, EmailMessage] | None:
    """The message that is due, and how far the alert had been told before; None if none is."""
    alert = Alert.objects.select_for_update().filter(pk=pk).exclude(confirmed_at=None).first()
    if alert is None:
        return None
    before = {"told_until": alert.told_until, "dates_until": alert.dates_until}
    with translation.override(alert.language):
        due = _message(alert, Head.newest().number, today)
    alert.save(update_fields=["told_until", "dates_until"])
    return (before, due) if due else None


def _take_back(pk: int, before: dict) -> None:
    failures = Alert.objects.values_list("failures", flat=True).get(pk=pk)
    Alert.objects.filter(pk=pk).update(**before, failures=failures + 1)


def _message(alert: Alert, newest: int, today: date) -> EmailMessage | None:
    """What is new for an alert, in one message; the alert is told that far afterwards."""
    public, then = PublicRecord(newest), PublicRecord(alert.told_until)
    keys = _keys(alert, public, today) | _keys(alert, then, today)
    entries = list(_entries(keys, alert.told_until, newest))
    dates = list(_dates(alert, keys, public, today))
    alert.told_until, alert.dates_until = newest, today + AHEAD
    if not entries and not dates:
        return None
    names = names_at(public, keys) | names_at(then, keys - set(names_at(public, keys)))
    lines = [_entry_line(entry, touched, names) for entry, touched in entries[:MOST_LINES]]
    if more := len(entries[MOST_LINES:]):
        lines.append(_("and %(count)d more, in the log") % {"count": more})
    if dates:
        lines += [_("Coming up:"), *(_date_line(row, names) for row in dates[:MOST_LINES])]
    link = leaving_link(alert)
    lines += ["", _("To hear no more of this, open:"), f"  {link}"]
    leaving = {
        "List_Unsubscribe": f"<{link}>",
        "List_Unsubscribe_Post": "List-Unsubscribe=One-Click",
    }
    subject = _("Bitim: news about %(subject)s") % {"subject": called(alert, newest)}
    return message(subject, lines, alert.address, **leaving)


def _keys(alert: Alert, public: PublicRecord, today: date) -> set[str]:
    """The records that an alert is about, as the register stood after an entry."""
    if alert.kind == Alert.Kind.AGREEMENT:
        return {alert.about}
    if alert.kind == Alert.Kind.STATE:
        rows = PublishedReference.objects.recorded(public.number).filter(
            kind="agreement", field="participants.actor", target=alert.about
        )
        return {alert.about, *rows.values_list("key", flat=True)}
    filters = AgreementFilterSet(QueryDict(alert.about), number=public.number, on=today)
    return set(filters.qs.values_list("key", flat=True)) if filters.is_valid() else set()


def _entries(keys: set[str], after: int, until: int) -> Iterator[tuple[Entry, list[str]]]:
    """The entries that are about one of these records, or changed what is read of one."""
    found = Entry.objects.filter(number__gt=after, number__lte=until).order_by("number")
    for entry in found.defer("document", "salt").iterator():
        touched = {entry.key, *json.loads(entry.reading or "{}").get("agreement", {})} & keys
        if touched:
            yield entry, sorted(touched)


def _dates(alert: Alert, keys: set[str], public: PublicRecord, today: date):
    """The dates of the next days of which the alert was not told yet."""
    since = max(today, alert.dates_until or today)
    question = QueryDict(mutable=True)
    question["on"], question["until"] = since.isoformat(), (today + AHEAD).isoformat()
    if alert.kind == Alert.Kind.STATE:
        question["participant"] = alert.about
    filters = DateFilterSet(question, number=public.number, on=today)
    rows = filters.qs if filters.is_valid() else PublishedDate.objects.none()
    return in_order(rows.filter(agreement__in=keys, day__gte=since))


def _entry_line(entry: Entry, touched: list[str], names: dict) -> str:
    address = link_to("entry", entry.number)
    event = f"{entry.get_event_display()}, {entry.get_nature_display()}".rstrip(", ")
    called = ", ".join(" ".join(shown_name(names, key).split()) for key in touched)
    return f"{event}: {called}\n  {address}\n"


def _date_line(row: PublishedDate, names: dict) -> str:
    title = " ".join(shown_name(names, row.agreement).split())
    kind = labels("agreements.PublishedDate.kind")[row.kind]
    address = link_to("agreement", row.agreement)
    reason = reason_words(orjson.loads(row.reason))
    return f"{row.day.isoformat()}: {kind}: {title}\n  {reason}\n  {address}\n"
