"""Sources and lists of codes in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import display

from register.models import Code, CodeList, Source

from .record import CourseFilter, RecordAdmin
from .referring import ReferableAdmin, referable
from .rows import RowInline, row_title, shown_text


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Sources: on whose word facts stand."""

    key_from = "title"
    list_display = ("key", "shown_title", "type", "shown_course", "public_entry", "unit")
    list_filter = (CourseFilter, "type")
    search_fields = ("key", "title", "author", "publisher", "reference", "address")
    main = (
        (_("Source"), {"fields": ["type", "title", "key", "reference"]}),
        (
            _("Where it comes from"),
            {
                "fields": [
                    ("author", "publisher"),
                    ("published_on", "language"),
                    "address",
                    "licence",
                ]
            },
        ),
        (_("How it was seen"), {"fields": ["how_seen", "seen_on"]}),
    )

    @display(description=_("title"))
    def shown_title(self, obj):
        """The English title, else the first there is."""
        return shown_text(obj.title)


class CodeInline(RowInline):
    """The codes of a list."""

    model = Code
    fields = (("code", "parent"), "names")

    def title_of(self, row):
        """The code and what it means."""
        return row_title(row, row.code, shown_text(row.names))


@admin.register(CodeList)
class CodeListAdmin(RecordAdmin):
    """Lists of codes that others keep."""

    key_from = "names"
    list_display = ("key", "shown_name", "version", "shown_course", "public_entry", "unit")
    search_fields = ("key", "names", "issuer")
    main = ((_("Code list"), {"fields": ["names", "key", ("issuer", "version")]}),)
    more_inlines = (CodeInline,)

    @display(description=_("name"))
    def shown_name(self, obj):
        """The English name, else the first there is."""
        return shown_text(obj.names)


@admin.register(Code)
class CodeAdmin(ReferableAdmin, ModelAdmin):
    """Codes as they are looked for when a record is given some; they are edited in their list."""

    search_fields = ("code", "names")
    ordering = ("code",)

    def referable(self, request):
        """The codes that a record may be given in this request."""
        keys = request.editing.keys if hasattr(request, "editing") else ()
        return referable(Code, request.user, keys).order_by("code")

    def label_of(self, obj):
        """The code and what it means."""
        return f"{obj.code} {shown_text(obj.names)}".strip()

    def get_queryset(self, request):
        """The codes of lists that the account sees or that are public."""
        return self.referable(request)

    def has_module_permission(self, request):
        """Codes have no place in the menu."""
        return False

    def has_add_permission(self, request):
        """Codes are added in their list."""
        return False

    def has_change_permission(self, request, obj=None):
        """Codes are edited in their list."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Codes are deleted in their list."""
        return False
