"""The tree of subjects in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from register.admin.record import RecordAdmin

from ..models import Subject


@admin.register(Subject)
class SubjectAdmin(RecordAdmin):
    """What agreements are about."""

    key_from = "names"
    list_display = ("key", "__str__", "parent", "position", "shown_course", "unit")
    list_select_related = ("unit", "parent")
    search_fields = ("key", "names")
    main = (
        (
            _("Subject"),
            {"fields": ["names", "key", "parent", "position", "description"]},
        ),
    )
