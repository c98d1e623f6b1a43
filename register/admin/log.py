"""Entries and revisions as lists to read; nobody edits either."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from register import kind_table
from register.models import Entry, Record, Revision

from .course import TONES
from .publication import publish_view
from .working_copy import address_of


def moment(at):
    """A moment in figures, in the time of the installation."""
    return date_format(localtime(at), "Y-m-d H:i")


class ReadOnlyAdmin(ModelAdmin):
    """A list that staff may read and nobody may change."""

    actions = ()
    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request):
        """Staff find the list in the menu."""
        return request.user.is_active and request.user.is_staff

    def has_view_permission(self, request, obj=None):
        """Staff may read."""
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        """Nobody adds by hand."""
        return False

    def has_change_permission(self, request, obj=None):
        """Nobody changes."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nobody deletes."""
        return False


class KindFilter(admin.SimpleListFilter):
    """Rows about records of one kind."""

    title = _("kind")
    parameter_name = "kind"
    field = "kind"

    def lookups(self, request, model_admin):
        """The kinds of record."""
        kinds = kind_table.kinds().values()
        return [(each.name, each.model._meta.verbose_name) for each in kinds]

    def queryset(self, request, queryset):
        """The rows about records of the chosen kind."""
        return queryset.filter(**{self.field: self.value()}) if self.value() else queryset


class RecordKindFilter(KindFilter):
    """The same where the kind stands with the record."""

    field = "record__kind"


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    """The register itself, newest entry first."""

    list_display = ("number", "shown_at", "event", "nature", "kind", "key", "approved_by")
    list_select_related = ("approved_by",)
    list_filter = ("event", "nature", KindFilter)
    search_fields = ("key", "reason")
    ordering = ("-number",)
    fields = (
        ("number", "shown_at"),
        ("event", "nature"),
        ("kind", "key"),
        "reason",
        "approved_by",
        "document",
        "reading",
        "head",
        "previous_head",
    )

    @display(description=_("moment"), ordering="at")
    def shown_at(self, obj):
        """The moment, written as everywhere in the register."""
        return moment(obj.at)

    def get_urls(self):
        """The lists, and the page on which entries are made."""
        view = self.admin_site.admin_view(publish_view)
        made = path("publish/", view, {"site": self.admin_site}, name="register_entry_publish")
        return [made, *super().get_urls()]


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    """Every save of the working copies that the account sees, newest first."""

    list_display = ("shown_saved_at", "record", "number", "saved_by", "reason", "shown_state")
    list_select_related = ("record", "saved_by")
    list_filter = (RecordKindFilter,)
    search_fields = ("record__key", "reason")
    ordering = ("-saved_at", "-pk")

    def get_queryset(self, request):
        """Revisions of records that the account sees; their documents are not read for a list."""
        visible = Record.objects.visible_to(request.user).values("pk")
        return super().get_queryset(request).filter(record__in=visible).defer("document")

    @display(description=_("saved at"), ordering="saved_at")
    def shown_saved_at(self, obj):
        """The moment, written as everywhere in the register."""
        return moment(obj.saved_at)

    @display(description=_("state"), label=TONES)
    def shown_state(self, obj):
        """Where the revision stands."""
        return obj.state, Revision.State(obj.state).label

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """A revision is read in the history of its record."""
        revision = self.get_object(request, object_id)
        if revision is None:
            return super().change_view(request, object_id, form_url, extra_context)
        return HttpResponseRedirect(address_of(revision.record, "history"))
