"""Rows of a record that have a page of their own, since there may be many with many of theirs."""

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from register import kind_table

from .editing import Editing
from .working_copy import WorkingCopyAdmin, address_of, keep


class OwnPageAdmin(WorkingCopyAdmin):
    """The page of one row of a record. Saving it keeps a revision of the record.

    `owner` names the field that leads to the record. The page has no place in the menu: it is
    reached from the record's page, to which it leads back.
    """

    owner = ""
    change_form_template = "register/row_form.html"

    def title_of(self, row):
        """What the row is called in messages; it comes from `get_queryset`."""
        return str(row)

    @property
    def kind(self):
        """The kind of the record that the row belongs to."""
        return kind_table.kind(self._owner_model.KIND)

    @property
    def _owner_model(self):
        return self.model._meta.get_field(self.owner).related_model

    def record_of(self, obj):
        """The record that the row belongs to."""
        return getattr(obj, self.owner) if obj else None

    def editing_of(self, request, object_id):
        """The row's record; of a new row, the one that the address names."""
        if object_id:
            return super().editing_of(request, object_id)
        return Editing(self._named_record(request))

    def has_module_permission(self, request):
        """The page has no place in the menu."""
        return False

    def has_add_permission(self, request):
        """A row is added to a record that the account may edit, named in the address."""
        record = self._named_record(request)
        return bool(record) and super().has_add_permission(request) and self._edits(request, record)

    def has_delete_permission(self, request, obj=None):
        """Members of the record's unit may delete the row."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or self._edits(request, self.record_of(obj)))

    def get_queryset(self, request):
        """The rows of records that the account sees."""
        records = self._owner_model.objects.visible_to(request.user)
        rows = super().get_queryset(request).select_related(self.owner)
        return rows.filter(**{f"{self.owner}__in": records.values("pk")})

    def get_fieldsets(self, request, obj=None):
        """The row's own fields, then why they were changed."""
        return [(None, {"fields": [*self.fields, "why"]})]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form, whose new row belongs to the record from the beginning."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return _owned(form, self.owner, request.editing.record)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The page for who may edit; who may not, reads the row on the record's page."""
        row = self.get_object(request, object_id)
        if row is None or request.method == "POST" or self.has_change_permission(request, row):
            return super().change_view(request, object_id, form_url, extra_context)
        return HttpResponseRedirect(f"{address_of(self.record_of(row))}#{row.ref}")

    def changelist_view(self, request, extra_context=None):
        """There is no list of rows of all records: back to the desk."""
        return HttpResponseRedirect(reverse("admin:index"))

    def delete_model(self, request, obj):
        """Delete the row with what hangs on it, and keep a revision of the record."""
        request.deleted_from = self.record_of(obj)
        super().delete_model(request, obj)
        keep(request, request.deleted_from, "")

    def response_add(self, request, obj, post_url_continue=None):
        """The next page, on which the new row is named."""
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return self._told(request, obj, _("%(row)s is added."))

    def response_change(self, request, obj):
        """The next page, on which the row is named."""
        if IS_POPUP_VAR in request.POST:
            return super().response_change(request, obj)
        return self._told(request, obj, _("%(row)s is saved."))

    def response_post_save_change(self, request, obj):
        """Back to the record."""
        return HttpResponseRedirect(address_of(self.record_of(obj)))

    def response_delete(self, request, obj_display, obj_id):
        """Back to the record, from which the row was reached."""
        return HttpResponseRedirect(address_of(request.deleted_from))

    def render_change_form(self, request, context, *args, **kwargs):
        """The page, with the way back to the record."""
        record = request.editing.record
        context |= {"record": record, "record_address": address_of(record)}
        return super().render_change_form(request, context, *args, **kwargs)

    def _told(self, request, obj, sentence):
        row = self.get_queryset(request).get(pk=obj.pk)
        messages.success(request, sentence % {"row": self.title_of(row)})
        if "_continue" in request.POST:
            return HttpResponseRedirect(
                reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[row.pk])
            )
        if "_addanother" in request.POST:
            return HttpResponseRedirect(request.get_full_path())
        return self.response_post_save_change(request, row)

    def _named_record(self, request):
        named = request.GET.get(self.owner, "")
        if not (named.isascii() and named.isdecimal() and len(named) < 18):
            return None
        return self._owner_model.objects.visible_to(request.user).filter(pk=int(named)).first()

    def _edits(self, request, record):
        row = self.model(**{self.owner: record})
        return self.has_change_permission(request, row)


def _owned(form, owner, record):
    """The form class, giving a new row its record before anything of it is checked."""

    class Owned(form):
        def __init__(self, *args, **options):
            super().__init__(*args, **options)
            if self.instance.pk is None and record:
                setattr(self.instance, owner, record)

    return Owned
