"""Projects in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from agreements.admin.titles import TitleInline, shown_title
from register.admin.naming import name_in, with_names
from register.admin.record import CourseFilter, RecordAdmin
from register.admin.rows import RowInline, row_title, shown_text

from .models import (
    Beneficiaries,
    Budget,
    Involvement,
    Location,
    Project,
    ProjectIdentifier,
    ProjectTitle,
    Result,
    Service,
)


class ProjectTitleInline(TitleInline):
    """The titles of a project."""

    model = ProjectTitle


class IdentifierInline(RowInline):
    """What others number a project by."""

    model = ProjectIdentifier
    fields = (("scheme", "value"), "issuer")

    def title_of(self, row):
        """The number with its scheme."""
        return row_title(row, str(row))


class InvolvementInline(RowInline):
    """Who takes part, in which role."""

    model = Involvement
    fields = ("actor", "role", "text")

    def get_queryset(self, request):
        """The rows with the names of who takes part."""
        return with_names(super().get_queryset(request), request.user, "actor")

    def title_of(self, row):
        """Who takes part, and as what."""
        return row_title(row, name_in(row, "actor") or shown_text(row.text), row.get_role_display())


class LocationInline(RowInline):
    """Where the project works."""

    model = Location
    fields = ("state", "text")

    def get_queryset(self, request):
        """The places with the names of their states."""
        return with_names(super().get_queryset(request), request.user, "state")

    def title_of(self, row):
        """The place."""
        return row_title(row, name_in(row, "state"), shown_text(row.text))


class ServiceInline(RowInline):
    """What the project does for people."""

    model = Service
    fields = (("service", "words"),)

    def title_of(self, row):
        """The service."""
        return row_title(row, row.get_service_display())


class BudgetInline(RowInline):
    """What money it has."""

    model = Budget
    fields = ("type", ("amount", "currency"), ("from_on", "until_on"), "text")

    def title_of(self, row):
        """How much."""
        return row_title(row, row.get_type_display(), str(row))


class BeneficiariesInline(RowInline):
    """Whom it reaches."""

    model = Beneficiaries
    fields = (("measure", "category"), ("year", "sex"), "count", "text")

    def title_of(self, row):
        """Who, and how many."""
        return row_title(row, row.get_category_display(), row.get_measure_display(), row.count)


class ResultInline(RowInline):
    """What came of it."""

    model = Result
    fields = ("text", "on")

    def title_of(self, row):
        """The first words."""
        return row_title(row, shown_text(row.text))


@admin.register(Project)
class ProjectAdmin(RecordAdmin):
    """Projects."""

    list_display = ("key", "shown_title", "status", "shown_course", "public_entry", "unit")
    list_filter = (CourseFilter, "status")
    search_fields = ("key", "titles__text", "identifiers__value", "theme")
    main = (
        (_("Project"), {"fields": ["key", "status", "status_note", "theme", "address"]}),
        (
            _("When it runs"),
            {"fields": [("planned_start", "actual_start"), ("planned_end", "actual_end")]},
        ),
        (
            _("What it comes of and serves"),
            {"fields": ["agreements", "related", "gcm_objectives", "dac_codes"]},
        ),
    )
    more_inlines = (
        ProjectTitleInline,
        IdentifierInline,
        InvolvementInline,
        LocationInline,
        ServiceInline,
        BudgetInline,
        BeneficiariesInline,
        ResultInline,
    )

    def label_of(self, obj):
        """The title and the key."""
        return " · ".join(word for word in (shown_title(obj), obj.key) if word)

    def get_queryset(self, request):
        """The projects that the account sees, with their titles."""
        return super().get_queryset(request).prefetch_related("titles")

    def with_names(self, records):
        """The projects with their titles."""
        return records.prefetch_related("titles")

    @display(description=_("title"))
    def shown_title(self, obj):
        """The weightiest English title, else the first there is."""
        return shown_title(obj)
