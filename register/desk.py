"""The desk: what awaits an account, where things are, and whether this is a demonstration."""

import json

from django.contrib import admin
from django.templatetags.static import static
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

from . import kind_table
from .admin.working_copy import address_of
from .kind_table import Notice
from .models import Account, Entry, Record, Revision
from .tasks import task_models
from .texts import text_in

SHOWN = 20
ICONS = {
    "source": "menu_book",
    "code_list": "list_alt",
    "subject": "category",
    "state": "flag",
    "organization": "corporate_fare",
    "law": "gavel",
    "agreement": "handshake",
    "check": "fact_check",
    "project": "construction",
}


def stylesheet(request):
    """The style of the register's own pages inside the theme."""
    return static("register/admin.css")


def environment(request):
    """What the theme shows beside the title of every page; nothing in a register in earnest."""
    return [_("Demonstration"), "warning"] if _is_demonstration(request) else None


def everywhere(request):
    """What every page of the admin is told."""
    return {"is_demonstration": _is_demonstration(request)}


def dashboard(request, context):
    """The desk of the account that asks."""
    seen = Revision.objects.newest_of_each().filter(
        record__in=Record.objects.visible_to(request.user).values("pk")
    ).select_related("record", "saved_by", "submitted_by", "returned_by")  # fmt: skip
    mine = seen.filter(saved_by=request.user, entry__isnull=True).order_by("-saved_at")
    drafts = mine.filter(submitted_at__isnull=True)
    returned = mine.filter(returned_at__isnull=False)
    awaiting = seen.awaiting_approval().order_by("submitted_at")
    may_approve = request.user.has_perm("register.approve")
    return context | {
        "title": _("Desk"),
        "may_approve": may_approve,
        "awaiting": _lines(awaiting) if may_approve else [],
        "awaiting_count": awaiting.count() if may_approve else 0,
        "notices": [notice for notice in _notices(request) if notice.count],
        "returned": _lines(returned),
        "drafts": _lines(drafts),
        "submitted": _lines(mine.filter(submitted_at__isnull=False, returned_at__isnull=True)),
        "published": Entry.objects.exclude(event=Entry.Event.RECOMPUTED)
        .select_related("approved_by")
        .defer("document", "reading")
        .order_by("-number")[:10],
    }


def navigation(request):
    """The menu: desk, kinds of record in the order of the rooms, log, the public's, accounts."""
    kinds = kind_table.kinds().values()
    records = [_item(request, kind.model, ICONS.get(kind.name, "draft")) for kind in kinds]
    log = [_item(request, Entry, "format_list_numbered"), _item(request, Revision, "history")]
    tasks = [_item(request, model, "inbox") for model in task_models()]
    people = [
        _item(request, model, "group")
        for model in admin.site._registry
        if model._meta.model_name in ("account", "unit", "group")
    ]
    desk = {"title": _("Desk"), "icon": "desk", "link": reverse_lazy("admin:index")}
    groups = [
        (None, [desk]),
        (_("Records"), records),
        (_("Register"), log),
        (_("From the public"), tasks),
        (_("People"), people),
    ]
    shown = [(title, [item for item in items if item]) for title, items in groups]
    return [
        {"title": title, "separator": bool(title), "items": items}
        for title, items in shown
        if items
    ]


def _notices(request):
    """What is to be looked after: what the public left, then what each kind of record tells."""
    for model in task_models():
        if request.user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}"):
            yield from _task_notices(request.user, model)
    for kind in kind_table.kinds().values():
        yield from kind.notices(request.user)


def _task_notices(account, model):
    """How many tasks of a sort await anybody, and how many the account is looking after."""
    listed = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    called = str(model._meta.verbose_name_plural).capitalize()
    own = model.objects.taken_up().filter(taken_up_by=account)
    yield Notice(called, model.objects.open().count(), f"{listed}?state=open")
    taken_up = _("%(tasks)s: taken up by you") % {"tasks": called}
    yield Notice(taken_up, own.count(), f"{listed}?state=mine")


def _is_demonstration(request):
    """Whether an active account was made for trying the register out; asked once a request."""
    if not hasattr(request, "is_demonstration"):
        demonstration = Account.objects.filter(is_demonstration=True, is_active=True)
        request.is_demonstration = demonstration.exists()
    return request.is_demonstration


def _item(request, model, icon):
    """A line of the menu, if the account may read that list."""
    its_admin = admin.site._registry.get(model)
    if its_admin is None or not its_admin.has_view_permission(request):
        return None
    meta = model._meta
    link = reverse_lazy(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    return {"title": str(meta.verbose_name_plural).capitalize(), "icon": icon, "link": link}


def _lines(revisions):
    return [
        {
            "revision": revision,
            "kind": kind_table.kind(revision.record.kind).model._meta.verbose_name,
            "name": _name(revision),
            "address": address_of(revision.record),
        }
        for revision in revisions[:SHOWN]
    ]


def _name(revision):
    """What the record is called in the text that was saved."""
    kind = kind_table.kind(revision.record.kind)
    document = kind.upgraded(json.loads(revision.document))
    shown = text_in(kind.names(document).get(document["key"], {}), "en")
    return shown[1] if shown else document["key"]
