"""Telling readers what came of their reports, once each; and erasing their addresses in the end."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from catalogue.freshness import register_day
from catalogue.mailing import link_to, message, reaches_readers
from catalogue.models import ErrorReport
from catalogue.names import shown_name
from catalogue.public_forms import A_DAY
from catalogue.reports import names_of

log = logging.getLogger(__name__)
# The form and the answer promise it.
ADDRESS_KEPT = timedelta(days=90)


def answer(pk: int, now: datetime) -> bool | None:
    """Tell the reader of a settled report what came of it; None if there is nobody to be told.

    That it is told is kept before the message is handed over, so that nobody is told twice. What
    the mail server refuses is taken back for the next time, and False returned.
    """
    due = _claimed(pk, now) if reaches_readers() else None
    if due is None:
        return None
    try:
        due.send()
    except (SMTPException, OSError) as error:
        log.warning("The answer to report %s was refused: %s", pk, error)
        ErrorReport.objects.filter(pk=pk).update(told_at=None)
        return False
    return True


def answer_all(now: datetime) -> tuple[int, int]:
    """Send every answer that is still due; returns how many were sent and how many refused."""
    due = ErrorReport.objects.unanswered().order_by("pk").values_list("pk", flat=True)
    told = [answer(pk, now) for pk in list(due)]
    return told.count(True), told.count(False)


def forget(now: datetime) -> int:
    """Erase the addresses of reports settled ninety days ago, and from where reports came.

    Returns how many addresses were erased.
    """
    ErrorReport.objects.forget_clients(now - A_DAY)
    return ErrorReport.objects.forget_addresses(now - ADDRESS_KEPT)


@transaction.atomic
def _claimed(pk: int, now: datetime) -> EmailMessage | None:
    """The message that is due, and marked as told before it is sent; None if none is."""
    report = ErrorReport.objects.unanswered().select_for_update().filter(pk=pk).first()
    if report is None:
        return None
    report.told_at = now
    report.save(update_fields=["told_at"])
    with translation.override(report.language):
        return _message(report)


def _message(report: ErrorReport) -> EmailMessage:
    """What came of a report. Nothing is repeated that a stranger typed: the address is unproven."""
    day = register_day(report.reported_at).isoformat()
    lines = [_("On %(day)s you reported an error to Bitim:") % {"day": day}]
    if report.record:
        name = shown_name(names_of(report.record, report.entry), report.record)
        lines += [f"  {' '.join(name.split())}", f"  {link_to(report.kind, report.record)}"]
    outcome = report.get_outcome_display()
    lines += ["", _("What came of it: %(outcome)s.") % {"outcome": outcome}, "", report.answer]
    if report.corrected_in_id:
        lines += ["", _("The entry that puts it right:")]
        lines += [f"  {link_to('entry', report.corrected_in_id)}"]
    lines += ["", _("This is the only message. Your address will be erased within ninety days.")]
    return message(_("Bitim: what came of your report"), lines, report.address)
