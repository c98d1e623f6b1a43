"""The working copy's history: saving, submitting, returning, restoring."""

import json

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import kind_table
from .canonical import canonical
from .documents import dump, row_serializers
from .loading import Refused, load, validated
from .models import Entry, Record, Revision
from .public_record import PublicRecord


class NotNow(Exception):
    """What was asked for does not fit where the record stands; the message says why."""


def assign_refs(record):
    """Give every new row of the record its ref: the next number of its prefix, never reused.

    The record must be locked; its counters are read as they stand now.
    """
    record.refresh_from_db(fields=["last_refs"])
    last = dict(record.last_refs)
    for name in row_serializers(kind_table.kind(record.KIND).shape):
        rows = getattr(record, name)
        for row in rows.filter(ref__isnull=True).order_by("pk"):
            number = last[row.PREFIX] = last.get(row.PREFIX, 0) + 1
            rows.filter(pk=row.pk).update(ref=f"{row.PREFIX}-{number:03d}")
    if last != record.last_refs:
        record.last_refs = last
        Record.objects.filter(pk=record.pk).update(last_refs=last)


@transaction.atomic
def save_revision(record, account, reason=""):
    """Keep the record as it now stands in the working copy as a revision, and return it.

    Returns the last revision, unchanged, if the document is the same as there and was not taken
    out of the register since. A later save voids a submission. Raises loading.Refused if the
    document does not hold together.
    """
    Record.objects.select_for_update().get(pk=record.pk)
    assign_refs(record)
    document = dump(record)
    _require_key_kept(record, document["key"])
    validated(document)
    text = canonical(document).decode()
    last = record.revisions.order_by("-number").first()
    if last and last.document == text and not _is_withdrawn(last):
        return last
    return Revision.objects.create(
        record_id=record.pk,
        number=last.number + 1 if last else 1,
        schema=document["schema"],
        document=text,
        saved_by=account,
        saved_at=timezone.now(),
        reason=reason,
    )


@transaction.atomic
def submit(revision, account):
    """Submit the last revision of a record for approval."""
    revision = _locked(revision)
    if revision.state == Revision.State.PUBLISHED:
        raise NotNow(_("Nothing has changed since the last publication."))
    if revision.state == Revision.State.SUBMITTED:
        return revision
    revision.submitted_by, revision.submitted_at = account, timezone.now()
    revision.returned_by = revision.returned_at = None
    revision.save()
    return revision


@transaction.atomic
def return_with_remarks(revision, account, remarks):
    """Return a submitted revision to its editors; the remarks say what to mend."""
    require_approver(account)
    revision = _locked(revision)
    if revision.state != Revision.State.SUBMITTED:
        raise NotNow(_("Only a submitted revision can be returned."))
    if not remarks.strip():
        raise NotNow(_("Say what is to be mended."))
    revision.returned_by, revision.returned_at = account, timezone.now()
    revision.remarks = remarks
    revision.save()
    return revision


@transaction.atomic
def restore(revision, account):
    """Make the working copy what it was at that revision; the result is a new revision."""
    record = load(json.loads(revision.document), revision.record.unit)
    reason = _("Restored from revision %(number)d.") % {"number": revision.number}
    return save_revision(record, account, reason)


def require_approver(account):
    """Refuse, with PermissionDenied, an account that may not approve."""
    if not account.has_perm("register.approve"):
        raise PermissionDenied(_("Only an approver may do this."))


def _require_key_kept(record, key):
    """A key is for ever from its first publication on."""
    entry = Entry.objects.filter(pk__in=record.revisions.values("entry")).exclude(key=key).first()
    if entry:
        sentence = _("The key was published as %(key)s and cannot be changed.")
        raise Refused([("key", sentence % {"key": entry.key})])


def _is_withdrawn(revision):
    """Whether the text was public and is no longer, so that it may be submitted anew."""
    entry = revision.entry
    return bool(entry and PublicRecord().withdrawal(entry.key))


def _locked(revision):
    """The revision as it stands now, if it is still its record's last; else NotNow."""
    Record.objects.select_for_update().get(pk=revision.record_id)
    revision = Revision.objects.select_related("record").get(pk=revision.pk)
    if revision.record.revisions.filter(number__gt=revision.number).exists():
        raise NotNow(_("The record has been saved again since; submit the last revision."))
    return revision
