"""States and organizations in the admin."""

from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from register.admin.naming import name_in, with_names
from register.admin.record import CourseFilter, RecordAdmin
from register.admin.rows import RowInline, row_title, shown_text
from register.admin.working_copy import to_record

from .models import Actor, Alias, Identifier, Membership, Organization, State, Succession


class ActorAdmin(RecordAdmin):
    """What states and organizations have in common in the admin."""

    key_from = "names"
    search_fields = ("key", "names", "aliases__text")

    @display(description=_("name"))
    def shown_name(self, obj):
        """The English name, else the first there is."""
        return shown_text(obj.names)


@admin.register(Actor)
class AnyActorAdmin(ActorAdmin):
    """States and organizations as they are looked for together; each is edited as what it is."""

    def has_module_permission(self, request):
        """They have no place of their own in the menu."""
        return False

    def has_add_permission(self, request):
        """A state or an organization is added as such."""
        return False

    def has_change_permission(self, request, obj=None):
        """A state or an organization is edited as such."""
        return False

    def has_delete_permission(self, request, obj=None):
        """A state or an organization is deleted as such."""
        return False

    def changelist_view(self, request, extra_context=None):
        """There is no list of both: back to the desk."""
        return HttpResponseRedirect(reverse("admin:index"))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """A state or an organization is shown as such."""
        actor = self.get_object(request, object_id)
        if actor is None:
            return super().change_view(request, object_id, form_url, extra_context)
        return to_record(actor)


class AliasInline(RowInline):
    """Other names."""

    model = Alias
    fk_name = "actor"
    fields = (("text", "language"), ("from_on", "until_on"))

    def title_of(self, row):
        """The other name."""
        return row_title(row, row.text)


class SuccessionInline(RowInline):
    """Of which states this one came."""

    model = Succession
    fk_name = "state"
    fields = ("predecessor", ("type", "on"), "text")

    def title_of(self, row):
        """How it came about."""
        return row_title(row, row.get_type_display(), row.on)


@admin.register(State)
class StateAdmin(ActorAdmin):
    """States, present and former."""

    list_display = ("key", "shown_name", "shown_region", "valid_until", "shown_course", "unit")
    main = (
        (_("State"), {"fields": ["names", "key", "official_names"]}),
        (_("Codes"), {"fields": [("alpha2", "numeric"), "alpha4", "region"]}),
        (_("When it exists"), {"fields": [("valid_from", "valid_until")]}),
    )
    more_inlines = (AliasInline, SuccessionInline)

    def get_queryset(self, request):
        """The states that the account sees, with the names of their regions."""
        return with_names(super().get_queryset(request), request.user, "region")

    @display(description=_("region"), ordering="region__code")
    def shown_region(self, obj):
        """The region by a name that the account may know."""
        return name_in(obj, "region")


class IdentifierInline(RowInline):
    """What others number an organization by."""

    model = Identifier
    fk_name = "organization"
    fields = (("scheme", "value"), "issuer")

    def title_of(self, row):
        """The number with its scheme."""
        return row_title(row, str(row))


class MembershipInline(RowInline):
    """Who belongs to an organization."""

    model = Membership
    fk_name = "organization"
    fields = ("actor", "capacity", ("from_on", "until_on"), "words", "text")

    def get_queryset(self, request):
        """The memberships with the names of who belongs."""
        return with_names(super().get_queryset(request), request.user, "actor")

    def title_of(self, row):
        """Who belongs, and as what."""
        return row_title(row, name_in(row, "actor"), row.get_capacity_display())


@admin.register(Organization)
class OrganizationAdmin(ActorAdmin):
    """Organizations."""

    list_display = ("key", "shown_name", "type", "shown_course", "public_entry", "unit")
    list_filter = (CourseFilter, "type")
    main = (
        (_("Organization"), {"fields": ["names", "acronyms", "key", "type", "iati_type"]}),
        (
            _("Where it belongs"),
            {"fields": ["parent", "state", "seat", "seat_state", "website"]},
        ),
        (_("When it exists"), {"fields": [("founded_on", "dissolved_on")]}),
    )
    more_inlines = (AliasInline, IdentifierInline, MembershipInline)
