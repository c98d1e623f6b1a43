"""Every revision and entry of a record, two of them compared, one of them restored."""

import json

from django.contrib import messages
from django.http import HttpResponseNotAllowed
from django.utils.translation import gettext as _

from register import kind_table
from register.in_words import differences_in_words
from register.models import Entry
from register.public_record import PublicRecord
from register.revising import NotNow, restore

from .course import Course
from .steps import page, require_editor, step
from .working_copy import to_record

PUBLIC = "public"
NEWEST_SHOWN = 200


@step
def history_view(request, record, model_admin):
    """The revisions (newest first) and the entries of a record."""
    people = ("saved_by", "submitted_by", "returned_by", "entry")
    context = {
        "course": Course(record, request.user),
        "revisions": record.revisions.select_related(*people).order_by("-number")[:NEWEST_SHOWN],
        "entries": Entry.objects.filter(key=record.key)
        .select_related("approved_by")
        .order_by("-number")[:NEWEST_SHOWN],
        "is_history": True,
        "may_edit": model_admin.has_change_permission(request, record),
    }
    return page(model_admin, request, record, "register/history.html", context)


@step
def compare_view(request, record, model_admin):
    """What changed from one revision to another, or from the public text to a revision."""
    before = _text(record, request.GET.get("before", ""))
    after = _text(record, request.GET.get("after", ""))
    context = {
        "course": Course(record, request.user),
        "before": before,
        "after": after,
        "differences": differences_in_words(before["document"], after["document"]),
    }
    return page(model_admin, request, record, "register/compare.html", context)


@step
def restore_view(request, record, model_admin):
    """Make the working copy what it was at a revision; the result is a new one."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    require_editor(model_admin, request, record)
    revision = _revision(record, request.POST.get("revision", ""))
    key = json.loads(revision.document)["key"]
    if key != record.key:
        sentence = _("That revision was saved under the key %(key)s: give the record that key.")
        raise NotNow(sentence % {"key": key})
    restored = restore(revision, request.user)
    sentence = _("Restored from revision %(old)d; this is revision %(new)d now.")
    messages.success(request, sentence % {"old": revision.number, "new": restored.number})
    return to_record(record)


def _revision(record, number):
    """The record's revision of that number; NotNow if there is none."""
    known = number.isascii() and number.isdecimal() and len(number) < 9
    revision = record.revisions.filter(number=int(number)).first() if known else None
    if revision is None:
        raise NotNow(_("There is no such revision."))
    return revision


def _text(record, name):
    """A text of the record to compare: a revision by its number, or the public one."""
    kind = kind_table.kind(record.kind)
    if name == PUBLIC:
        document = PublicRecord().document(kind.name, record.key)
        return {"title": _("the public text"), "document": document or {}, "revision": None}
    revision = _revision(record, name)
    document = kind.upgraded(json.loads(revision.document))
    title = _("revision %(number)d") % {"number": revision.number}
    return {"title": title, "document": document, "revision": revision}
