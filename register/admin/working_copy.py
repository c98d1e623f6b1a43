"""Forms on the working copy: whose they are, and how saving one makes a revision."""

from django.contrib import messages
from django.contrib.admin.utils import NestedObjects
from django.db import IntegrityError, router
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from unfold.admin import ModelAdmin

from register import kind_table
from register.loading import Refused, sentence_of
from register.revising import NotNow, save_revision, submit
from register.tidying import drop_what_hangs_loose

from .editing import Editing
from .forms import WorkingCopyForm
from .referring import Referring


class WorkingCopyAdmin(Referring, ModelAdmin):
    """A form of a record or of some of its rows, for the members of the record's unit alone.

    Saving keeps a revision of the whole record in the same transaction. What the register refuses
    of the whole is shown on the form, which keeps all that was entered.
    """

    form = WorkingCopyForm
    compressed_fields = True
    warn_unsaved_form = True
    offers_submission = True
    show_full_result_count = False
    list_per_page = 50
    actions = ()

    @property
    def kind(self):
        """The kind of the record that is edited."""
        raise NotImplementedError

    def record_of(self, obj):
        """The record that this form's object is or belongs to; None without an object."""
        raise NotImplementedError

    def editing_of(self, request, object_id):
        """What this request needs to know of the record that it edits."""
        obj = self.get_object(request, object_id) if object_id else None
        return Editing(self.record_of(obj))

    def has_change_permission(self, request, obj=None):
        """Members of the record's unit edit it; to whom it was shown by name, reads it."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or is_member(request, self.record_of(obj)))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """The form; a save that the register refuses is told on it and loses nothing."""
        request.editing = self.editing_of(request, object_id)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refused:
            problems = refused.problems
        except IntegrityError as error:
            problems = [("", sentence_of(error, self.kind))]
        request.editing = self.editing_of(request, object_id)
        request.editing.refused = problems
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form's class, told which request it serves."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.editing = request.editing
        return form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        """The same for the forms of its rows."""
        return super().get_formset_kwargs(request, obj, inline, prefix) | {
            "form_kwargs": {"editing": request.editing}
        }

    def render_change_form(self, request, context, add=False, **options):
        """The form; what is there already is not saved in order to add another."""
        context["show_save_and_add_another"] = add
        context["seen"] = request.editing.last
        return super().render_change_form(request, context, add=add, **options)

    def save_related(self, request, form, formsets, change):
        """Save the rows, then keep the whole record as a revision."""
        super().save_related(request, form, formsets, change)
        record = self.record_of(form.instance)
        keep(request, record, form.cleaned_data.get("why", ""))

    def log_addition(self, request, obj, message):
        """Nothing: the revision says it."""

    def log_change(self, request, obj, message):
        """Nothing: the revision says it."""

    def log_deletions(self, request, queryset):
        """Nothing: what was never published leaves no trace."""

    def get_deleted_objects(self, objs, request):
        """What goes with these objects; of what stands in the way no name is told.

        The theme's own list would name records of other units that refer to them.
        """
        collector = NestedObjects(using=router.db_for_write(self.model), origin=objs)
        collector.collect(objs)
        blocked = _("Records refer to it, perhaps of another unit: take the references out first.")
        counts = {
            model._meta.verbose_name_plural: len(found)
            for model, found in collector.model_objs.items()
        }
        return [str(each) for each in objs], counts, set(), [blocked] if collector.protected else []


def is_member(request, record):
    """Whether the request's account belongs to the unit that keeps the record."""
    if not hasattr(request, "unit_ids"):
        request.unit_ids = set(request.user.units.values_list("pk", flat=True))
    return record.unit_id in request.unit_ids


def keep(request, record, why):
    """Keep a revision of the record, submit it if that was asked for, and say what was done."""
    gone = drop_what_hangs_loose(record)
    if gone:
        sentence = _("These rows are gone, and with them their citations: %(paths)s.")
        messages.warning(request, sentence % {"paths": ", ".join(gone)})
    before = record.revisions.order_by("-number").first()
    revision = save_revision(record, request.user, why)
    if before and before != revision and before.state == before.State.SUBMITTED:
        messages.warning(request, _("The text had been submitted; this save voids that."))
    if "_submit" in request.POST:
        submit_and_tell(request, revision)


def submit_and_tell(request, revision):
    """Submit a revision and say so, or say why not."""
    try:
        submit(revision, request.user)
    except NotNow as refused:
        messages.error(request, str(refused))
    else:
        sentence = _("Revision %(number)d is submitted for approval.")
        messages.success(request, sentence % {"number": revision.number})


def address_of(record, page="change", *args):
    """The address of a page of the record's admin."""
    meta = kind_table.kind(record.kind).model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[record.pk, *args])


def to_record(record):
    """Back to the record's page."""
    return HttpResponseRedirect(address_of(record))
