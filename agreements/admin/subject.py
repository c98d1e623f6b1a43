"""The tree of subjects in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from register.admin.naming import name_in, with_names
from register.admin.record import RecordAdmin

from ..models import Subject


@admin.register(Subject)
class SubjectAdmin(RecordAdmin):
    """What agreements are about."""

    key_from = "names"
    list_display = ("key", "__str__", "shown_parent", "position", "shown_course", "unit")
    search_fields = ("key", "names")
    main = (
        (
            _("Subject"),
            {"fields": ["names", "key", "parent", "position", "description"]},
        ),
    )

    def get_queryset(self, request):
        """The subjects that the account sees, with the names of those above them."""
        return with_names(super().get_queryset(request), request.user, "parent")

    @display(description=_("part of"), ordering="parent__key")
    def shown_parent(self, obj):
        """The subject above it, by a name that the account may know."""
        return name_in(obj, "parent")
