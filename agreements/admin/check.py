"""Checks in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from register.admin.naming import name_in, with_names
from register.admin.record import CourseFilter, RecordAdmin

from ..models import Check


@admin.register(Check)
class CheckAdmin(RecordAdmin):
    """Searches for agreements, and what came of them."""

    list_display = (
        "key",
        "shown_actor",
        "shown_counterpart",
        "done_on",
        "result",
        "shown_course",
        "unit",
    )
    list_filter = (CourseFilter, "result")
    search_fields = ("key", "text", "actor__key")
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

    def get_queryset(self, request):
        """The checks that the account sees, with the names of who was looked into."""
        rows = super().get_queryset(request)
        return with_names(rows, request.user, "actor", "counterpart")

    @display(description=_("state or organization"), ordering="actor__key")
    def shown_actor(self, obj):
        """Who was looked into, by a name that the account may know."""
        return name_in(obj, "actor")

    @display(description=_("with whom"), ordering="counterpart__key")
    def shown_counterpart(self, obj):
        """The other side, likewise."""
        return name_in(obj, "counterpart")
