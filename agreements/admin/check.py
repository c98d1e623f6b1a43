"""Checks in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from register.admin.record import CourseFilter, RecordAdmin

from ..models import Check


@admin.register(Check)
class CheckAdmin(RecordAdmin):
    """Searches for agreements, and what came of them."""

    list_display = ("key", "actor", "counterpart", "done_on", "result", "shown_course", "unit")
    list_select_related = ("unit", "actor", "counterpart")
    list_filter = (CourseFilter, "result")
    search_fields = ("key", "text", "actor__names", "actor__key")
    main = (
        (
            _("Check"),
            {
                "fields": [
                    "key",
                    "actor",
                    "counterpart",
                    "subject",
                    ("done_on", "result"),
                    "text",
                ]
            },
        ),
    )
