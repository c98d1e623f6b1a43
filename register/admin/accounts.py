"""Accounts, units and groups: who works on the register."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from register.models import Account, Unit

from .rows import shown_text

admin.site.unregister(Group)


@admin.register(Account)
class AccountAdmin(UserAdmin, ModelAdmin):
    """Accounts: who signs in, to which units and groups they belong."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "email", "is_active", "is_staff", "is_demonstration")
    list_filter = ("is_active", "is_staff", "groups", "units")
    filter_horizontal = ("groups", "user_permissions", "units")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (_("Work"), {"fields": ("units", "groups", "is_demonstration")}),
        (
            _("Permissions"),
            {"fields": ("is_active", "is_staff", "is_superuser", "user_permissions")},
        ),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "password1", "password2")}),
        (_("Work"), {"fields": ("is_staff", "units", "groups")}),
    )

    def has_delete_permission(self, request, obj=None):
        """An account is deactivated, never deleted: its revisions and entries name it."""
        return False


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, ModelAdmin):
    """Groups: what their members may do."""


@admin.register(Unit)
class UnitAdmin(ModelAdmin):
    """Units of the ministry, whose members alone see their working records."""

    list_display = ("key", "shown_name", "parent")
    list_select_related = ("parent",)
    search_fields = ("key", "names")
    fields = ("key", "names", "parent")

    def has_delete_permission(self, request, obj=None):
        """A unit that keeps records stays; nobody is told which records these are."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not obj.records.exists())

    def get_actions(self, request):
        """Units are deleted one by one."""
        return {}

    @admin.display(description=_("name"))
    def shown_name(self, obj):
        """The English name, else the first there is."""
        return shown_text(obj.names)
