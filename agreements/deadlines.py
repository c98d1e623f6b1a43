"""Telling curators by e-mail of the dates that come, each of them once."""

import logging
from datetime import date, datetime, timedelta
from smtplib import SMTPException

import orjson
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from register.models import Account, PublishedName
from register.texts import text_in

from .desk import dates_of
from .law.reasons import sentence
from .models import Agreement, PublishedDate, ToldDate

log = logging.getLogger(__name__)
# A message that was claimed and not marked as sent for so long was lost with its process.
LOST_AFTER = timedelta(hours=1)
HEADERS = {"Auto-Submitted": "auto-generated"}


def send_deadlines(today: date, within: timedelta, now: datetime) -> tuple[int, int]:
    """Tell every active account with an address of its units' dates in the next days.

    Each is told of each date once; of what a crash left unsent, again. A message that the mail
    server refuses is tried at the next run, and stops no other. Returns how many messages were
    handed over and how many were refused.
    """
    sent = refused = 0
    accounts = Account.objects.filter(is_active=True, units__isnull=False).exclude(email="")
    for account in accounts.distinct().order_by("pk"):
        dates = _claimed(account, today, within, now)
        if not dates:
            continue
        try:
            _message(account, dates, today).send()
        except (SMTPException, OSError) as error:
            log.warning("The message to account %s was refused: %s", account.pk, error)
            _told(account, dates).delete()
            refused += 1
        else:
            _told(account, dates).update(is_sent=True)
            sent += 1
    return sent, refused


def _claimed(account, today: date, within: timedelta, now: datetime) -> list[PublishedDate]:
    """The dates of which an account is to be told now, marked as its before anybody is told."""
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=account.pk)
        rows = dates_of(account, "unit").between_days(today, today + within)
        told = ToldDate.objects.filter(account=account)
        told.filter(is_sent=False, claimed_at__lt=now - LOST_AFTER).delete()
        known = set(told.values_list("agreement", "kind", "participant", "day"))
        dates = {_key(row): row for row in rows.order_by("day", "agreement", "kind", "pk")}
        new = [row for key, row in dates.items() if key not in known]
        ToldDate.objects.bulk_create(_as_told(account, row, now) for row in new)
    return new


def _key(row) -> tuple:
    return row.agreement, row.kind, row.participant, row.day


def _as_told(account, row: PublishedDate, now: datetime) -> ToldDate:
    names = ("agreement", "kind", "participant", "day")
    same = {name: getattr(row, name) for name in names}
    return ToldDate(account=account, claimed_at=now, **same)


def _told(account, dates: list[PublishedDate]):
    """The rows that say that an account is told of these dates."""
    wanted = Q()
    for row in dates:
        agreement, kind, participant, day = _key(row)
        wanted |= Q(agreement=agreement, kind=kind, participant=participant, day=day)
    return ToldDate.objects.filter(wanted, account=account)


def _message(account, dates: list[PublishedDate], today: date) -> EmailMessage:
    """One message with all of them, the soonest first."""
    keys = {row.agreement for row in dates}
    names = PublishedName.objects.filter(said_until=None, key__in=keys)
    titles = {key: orjson.loads(texts) for key, texts in names.values_list("key", "texts")}
    forms = dict(Agreement.objects.filter(key__in=keys).values_list("key", "pk"))
    lines = [
        _line(row, titles.get(row.agreement, {}), forms[row.agreement], today) for row in dates
    ]
    subject = ngettext("%(count)s date is coming up", "%(count)s dates are coming up", len(dates))
    return EmailMessage(
        f"Bitim: {subject % {'count': len(dates)}}", "\n".join(lines), to=[account.email],
        headers=HEADERS,
    )  # fmt: skip


def _line(row: PublishedDate, titles: dict, form: int, today: date) -> str:
    left = max(0, (row.day - today).days)
    day = row.day.isoformat()
    when = day if row.day == row.latest else f"{day}/{row.latest.isoformat()}"
    days = ngettext("in %(count)s day", "in %(count)s days", left) % {"count": left}
    title = (text_in(titles, "en") or ("", row.agreement))[1]
    address = reverse("admin:agreements_agreement_change", args=[form])
    return "\n".join(
        [
            f"{when} ({days}): {row.get_kind_display()}",
            f"  {' '.join(title.split())}",
            f"  {sentence(orjson.loads(row.reason), _)}",
            f"  {settings.BITIM_SITE_URL}{address}",
            "",
        ]
    )
