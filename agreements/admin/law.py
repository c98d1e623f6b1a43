"""National laws in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from register.admin.naming import name_in, with_names
from register.admin.record import CourseFilter, RecordAdmin
from register.admin.rows import RowInline, row_title, shown_text

from ..models import Article, Edition, Implementation, Law, LawNumber, LawTitle, Replacement
from .titles import TitleInline, shown_title


class LawTitleInline(TitleInline):
    """The titles of a law."""

    model = LawTitle


class NumberInline(RowInline):
    """The numbers under which a law is cited."""

    model = LawNumber
    fields = ("value", "text")

    def title_of(self, row):
        """The number."""
        return row_title(row, row.value)


class ArticleInline(RowInline):
    """The articles that matter to migration."""

    model = Article
    fields = ("number", "heading", "summary")

    def title_of(self, row):
        """The number and the heading."""
        return row_title(row, row.number, shown_text(row.heading))


class ImplementationInline(RowInline):
    """What the law does about agreements."""

    model = Implementation
    fields = ("relation", "agreement", "text", "words")

    def title_of(self, row):
        """How the law bears on the agreement."""
        return row_title(row, row.get_relation_display(), shown_text(row.text))


class ReplacementInline(RowInline):
    """The laws that this one replaces."""

    model = Replacement
    fk_name = "later"
    fields = ("law", "text")

    def title_of(self, row):
        """The replaced law in words."""
        return row_title(row, shown_text(row.text))


class EditionInline(RowInline):
    """The later editions of the law."""

    model = Edition
    fields = (("adopted_on", "in_force_on"), "number", "text")

    def title_of(self, row):
        """The day and the number."""
        return row_title(row, row.adopted_on, row.number)


@admin.register(Law)
class LawAdmin(RecordAdmin):
    """National laws."""

    list_display = ("key", "shown_title", "shown_state", "form", "status", "shown_course", "unit")
    list_filter = (CourseFilter, "form", "status")
    search_fields = ("key", "titles__text", "numbers__value")
    main = (
        (_("Law"), {"fields": ["key", "state", ("form", "status"), "status_note"]}),
        (_("Days"), {"fields": [("adopted_on", "published_on"), "in_force_on"]}),
        (_("Where it is found, and what it amends"), {"fields": ["address", "amends"]}),
    )
    more_inlines = (
        LawTitleInline,
        NumberInline,
        ArticleInline,
        ImplementationInline,
        ReplacementInline,
        EditionInline,
    )

    def label_of(self, obj):
        """The title and the key."""
        return " · ".join(word for word in (shown_title(obj), obj.key) if word)

    def get_queryset(self, request):
        """The laws that the account sees, with their titles and the names of their states."""
        laws = with_names(super().get_queryset(request), request.user, "state")
        return laws.prefetch_related("titles")

    def with_names(self, records):
        """The laws with their titles."""
        return records.prefetch_related("titles")

    @display(description=_("title"))
    def shown_title(self, obj):
        """The weightiest English title, else the first there is."""
        return shown_title(obj)

    @display(description=_("state"), ordering="state__key")
    def shown_state(self, obj):
        """Whose law it is, by a name that the account may know."""
        return name_in(obj, "state")
