"""The steps on the way to publication: submit, return, withdraw. Each changes by POST alone."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from register.loading import Refused
from register.publishing import NotPublishable, withdraw
from register.revising import NotNow, return_with_remarks

from .course import Course
from .forms import ReturnForm, WithdrawForm
from .working_copy import submit_and_tell, to_record


def step(view):
    """A page about one record that the account sees; a refusal is a message on the record's page.

    Calls `view(request, record, model_admin)`. Whoever does not see the record gets the answer
    that a record that is not there would get.
    """

    @wraps(view)
    def guarded(request, object_id, model_admin, **more):
        record = model_admin.get_object(request, object_id)
        if record is None or not model_admin.has_view_permission(request, record):
            raise Http404
        try:
            return view(request, record, model_admin, **more)
        except (NotNow, PermissionDenied, NotPublishable, Refused) as refused:
            messages.error(request, str(refused))
            return to_record(record)

    return guarded


def page(model_admin, request, record, template, context):
    """A page about one record inside the frame of the admin."""
    return TemplateResponse(
        request,
        template,
        {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "original": record,
            "title": str(record),
            "subtitle": str(record),
            **context,
        },
    )


def require_editor(model_admin, request, record):
    """Refuse, with the sentence that is shown, who may not edit the record."""
    if not model_admin.has_change_permission(request, record):
        raise PermissionDenied(_("Only an editor of the unit that keeps the record may do this."))


@step
def reading_view(request, record, model_admin, context):
    """The record to be read, for who may not edit it."""
    return page(model_admin, request, record, "register/reading.html", context)


@step
def submit_view(request, record, model_admin):
    """Submit the last revision for approval."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    require_editor(model_admin, request, record)
    revision = record.revisions.order_by("-number").first()
    if revision is None:
        raise NotNow(_("The record was never saved here: save it first."))
    submit_and_tell(request, revision)
    return to_record(record)


@step
def return_view(request, record, model_admin):
    """Return what was submitted, with remarks."""
    course = Course(record, request.user)
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        shown = record.revisions.filter(pk=_number(request.POST.get("revision"))).first()
        if shown is None:
            raise NotNow(_("The record has been saved again since."))
        return_with_remarks(shown, request.user, form.cleaned_data["remarks"])
        messages.success(request, _("The text is returned to its editors."))
        return to_record(record)
    if not course.can_approve:
        raise NotNow(_("There is nothing to return, or you are no approver."))
    context = {"form": form, "course": course, "step": "return"}
    return page(model_admin, request, record, "register/step.html", context)


@step
def withdraw_view(request, record, model_admin):
    """Take a public record out of the register, with a reason."""
    course = Course(record, request.user)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        entry = withdraw(record, request.user, **form.cleaned_data)
        messages.success(request, _("Withdrawn in entry %(number)d.") % {"number": entry.number})
        return to_record(record)
    if not course.can_withdraw:
        raise NotNow(_("The record is not public, or you are no approver."))
    context = {"form": form, "course": course, "step": "withdraw"}
    return page(model_admin, request, record, "register/step.html", context)


def _number(text):
    """The number that a text is, or none: what comes from outside may be anything."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 18 else None
