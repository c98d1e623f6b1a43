"""The page on which an approver sees what would change, and publishes it as one batch."""

import json
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from register import kind_table
from register.in_words import differences_in_words, in_words
from register.models import Entry, Record, Revision
from register.public_record import PublicRecord
from register.publishing import NotPublishable, problems_of, publish
from register.revising import NotNow

from .course import has_saved
from .forms import PublishForm
from .working_copy import address_of, to_record

MOST_AT_ONCE = 200


class Coming:
    """One submitted text on its way out: the change it makes to what the public reads.

    `gone` is the entry that withdrew or erased what was public of the record, if any did.
    """

    def __init__(self, revision, public, account, gone=None):
        self.gone = gone
        kind = kind_table.kind(revision.record.kind)
        self.revision, self.kind = revision, kind.model._meta.verbose_name
        self.document = kind.upgraded(json.loads(revision.document))
        self.before = public.document(kind.name, revision.record.key)
        self.is_own = has_saved(revision.record, account)

    @property
    def differences(self):
        """What changes against the public text, in words."""
        return differences_in_words(self.before or {}, self.document)

    @property
    def words(self):
        """The whole text, for a first publication."""
        return in_words(self.document)


def ask_for(request, records):
    """Lead from a list of records to the page that shows what was submitted of them."""
    submitted = Revision.objects.awaiting_approval().filter(record__in=records.values("pk"))
    pks = list(submitted.order_by("record__key").values_list("pk", flat=True)[: MOST_AT_ONCE + 1])
    if not pks:
        messages.error(request, _("None of these records has been submitted for approval."))
        return None
    if len(pks) > MOST_AT_ONCE:
        sentence = _("Choose at most %(number)d records at once.")
        messages.error(request, sentence % {"number": MOST_AT_ONCE})
        return None
    return HttpResponseRedirect(address_for(pks))


def address_for(pks):
    """The address of the page for these revisions."""
    query = urlencode({"revision": pks}, doseq=True)
    return f"{reverse('admin:register_entry_publish')}?{query}"


def publish_view(request, site):
    """Show what would be published; on POST publish exactly that, or say why not."""
    revisions = _asked_for(request)
    desk = HttpResponseRedirect(reverse("admin:index"))
    if not request.user.has_perm("register.approve"):
        messages.error(request, _("Only an approver may do this."))
        return desk
    if not revisions:
        messages.error(request, _("There is nothing to approve: it was decided or saved again."))
        return desk
    form = PublishForm(request.POST or None)
    if not Entry.objects.filter(key__in=[each.record.key for each in revisions]).exists():
        form.leave_out_nature()
    if request.method == "POST" and form.is_valid():
        if _published(request, revisions, form.cleaned_data):
            return to_record(revisions[0].record) if len(revisions) == 1 else desk
    coming = _coming(revisions, request.user)
    context = {
        **site.each_context(request),
        "title": _("Approve and publish"),
        "form": form,
        "coming": coming,
        "problems": problems_of([each.document for each in coming]),
        "is_own": any(each.is_own for each in coming),
        "alone": address_of(revisions[0].record, "return") if len(revisions) == 1 else "",
    }
    return TemplateResponse(request, "register/publish.html", context)


def _coming(revisions, account):
    """What each of the revisions would change, beside what happened to its record."""
    public, gone = PublicRecord(), _gone([each.record.key for each in revisions])
    return [Coming(each, public, account, gone.get(each.record.key)) for each in revisions]


def _gone(keys):
    """The last entry of each of these keys that is public no longer, by key."""
    entries = Entry.objects.filter(key__in=keys).exclude(event=Entry.Event.RECOMPUTED)
    last = {entry.key: entry for entry in entries.defer("document").order_by("number")}
    return {key: entry for key, entry in last.items() if entry.event != Entry.Event.PUBLISHED}


def _asked_for(request):
    """The revisions named in the address that the account sees, in the order of their keys."""
    named = (request.POST if request.method == "POST" else request.GET).getlist("revision")
    pks = {int(each) for each in named if each.isascii() and each.isdecimal() and len(each) < 18}
    if len(pks) > MOST_AT_ONCE:
        return []
    visible = Record.objects.visible_to(request.user).values("pk")
    found = Revision.objects.filter(pk__in=pks, record__in=visible)
    if request.method != "POST":
        found = found.awaiting_approval()
    return list(found.select_related("record", "saved_by").order_by("record__key"))


def _published(request, revisions, values):
    """Publish, and whether that was done; a refusal becomes a message."""
    try:
        nature = values.get("nature", Entry.Nature.FIRST)
        entries = publish(revisions, request.user, values["reason"], nature)
    except NotPublishable as refused:
        for problem in refused.problems:
            messages.error(request, f"{problem.key} {problem.path}: {problem.sentence}")
    except (NotNow, PermissionDenied) as refused:
        messages.error(request, str(refused))
    else:
        numbers = ", ".join(str(entry.number) for entry in entries)
        messages.success(request, _("Published as entry %(numbers)s.") % {"numbers": numbers})
        return True
    return False
