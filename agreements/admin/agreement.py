"""Agreements in the admin."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import path
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from register.admin.naming import with_names
from register.admin.record import CourseFilter, RecordAdmin, has_entries
from register.admin.rows import ROWS_A_PAGE, RowInline, row_title, shown_text

from ..models import (
    Agreement,
    AgreementIdentifier,
    AgreementTitle,
    Body,
    Clause,
    Commitment,
    Relation,
    Subject,
    Tally,
)
from .acts import OwnActInline
from .coming import FindingFilter, coming_view
from .documents import DocumentInline, file_of
from .participant import participant_in_words, who
from .status_table import status_table_view
from .titles import TitleInline, shown_title

OF_PARTICIPANT = {"participant": (["actor"], participant_in_words)}


class AgreementTitleInline(TitleInline):
    """The titles of an agreement."""

    model = AgreementTitle


class IdentifierInline(RowInline):
    """The numbers under which collections know an agreement."""

    model = AgreementIdentifier
    fields = (("scheme", "value"), "issuer", ("volume", "page"))

    def title_of(self, row):
        """The number with its scheme."""
        return row_title(row, row.get_scheme_display(), row.value)


class BodyInline(RowInline):
    """The bodies that sign, approve or are competent."""

    model = Body
    siblings = OF_PARTICIPANT
    fields = ("role", "participant", "organization", "text")

    def title_of(self, row):
        """What the body does."""
        return row_title(row, row.get_role_display(), shown_text(row.text))


class ClauseInline(RowInline):
    """The final clauses as data."""

    model = Clause
    fields = (("type", "rule"), ("count", "share"), ("period", "day"), "article", "text")

    def title_of(self, row):
        """What the clause is about and how it works."""
        return row_title(row, row.get_type_display(), row.get_rule_display())


class RelationInline(RowInline):
    """What the agreement does to others."""

    model = Relation
    fk_name = "agreement"
    fields = (("type", "certainty"), "target", "text")

    def title_of(self, row):
        """What it does."""
        return row_title(row, row.get_type_display())


class CommitmentInline(RowInline):
    """What the agreement undertakes."""

    model = Commitment
    siblings = OF_PARTICIPANT
    fields = (("article", "due_on"), "text", "participant", "who")

    def title_of(self, row):
        """The article and the first words."""
        return row_title(row, row.article, shown_text(row.text))


class TallyInline(RowInline):
    """The numbers that sources give."""

    model = Tally
    fields = (("of", "value"), "as_at", "text")

    def title_of(self, row):
        """What is counted, and how many."""
        return row_title(row, row.get_of_display(), row.value)


class SubjectFilter(admin.SimpleListFilter):
    """Agreements by what they are about; of subjects only those that the account may know of."""

    title = _("subject")
    parameter_name = "subject"

    def lookups(self, request, model_admin):
        """The subjects that the account sees or that are public."""
        subjects = model_admin.admin_site.get_model_admin(Subject)
        return [(each.key, subjects.called(each)) for each in subjects.referable(request)]

    def queryset(self, request, queryset):
        """The agreements on the chosen subject."""
        return queryset.filter(subjects__key=self.value()) if self.value() else queryset


@admin.register(Agreement)
class AgreementAdmin(RecordAdmin):
    """Agreements, their participants twenty at a time, each with a page of its own."""

    list_display = ("key", "shown_title", "form", "scope", "shown_course", "public_entry", "unit")
    list_filter = (
        CourseFilter,
        "form",
        "scope",
        "level",
        "binding",
        "disclosure",
        SubjectFilter,
        FindingFilter,
    )
    search_fields = ("key", "titles__text", "identifiers__value")
    change_form_template = "admin/agreements/agreement_form.html"
    parts = {"acts": (_("Acts of the agreement itself"), (OwnActInline,))}
    main = (
        (
            _("Agreement"),
            {
                "fields": [
                    "key",
                    ("form", "scope"),
                    "form_note",
                    ("reach", "level"),
                    "region",
                    "subjects",
                ]
            },
        ),
        (
            _("What it binds to, and who may read it"),
            {"fields": [("binding", "disclosure"), "binding_says", "disclosure_note"]},
        ),
        (
            _("Who keeps the text"),
            {
                "fields": [
                    "depositary",
                    "depositary_text",
                    "secretariat",
                    "secretariat_text",
                    "original_held",
                    "authentic_languages",
                    "address",
                    "text_address",
                ]
            },
        ),
        (_("What it serves"), {"fields": ["gcm_objectives", "sdg_targets"]}),
    )
    more_inlines = (
        AgreementTitleInline,
        IdentifierInline,
        BodyInline,
        ClauseInline,
        RelationInline,
        DocumentInline,
        CommitmentInline,
        TallyInline,
    )

    def label_of(self, obj):
        """The title and the key."""
        return " · ".join(word for word in (shown_title(obj), obj.key) if word)

    def get_queryset(self, request):
        """The agreements that the account sees, with their titles."""
        return super().get_queryset(request).prefetch_related("titles")

    def with_names(self, records):
        """The agreements with their titles."""
        return records.prefetch_related("titles")

    @display(description=_("title"))
    def shown_title(self, obj):
        """The weightiest English title, else the first there is."""
        return shown_title(obj)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form; while the key can still be changed it proposes one."""
        form = super().get_form(request, obj, change=change, **kwargs)
        proposed = proposed_key(obj) if obj and not has_entries(obj) else ""
        if proposed and proposed != obj.key and "key" in form.base_fields:
            field = form.base_fields["key"]
            sentence = _("%(help)s Proposed from what is entered: %(key)s.")
            field.help_text = sentence % {"help": field.help_text, "key": proposed}
        return form

    def render_change_form(self, request, context, *args, **kwargs):
        """The form, with its participants."""
        agreement = kwargs.get("obj")
        if agreement and not context.get("part"):
            context |= {
                "participants": _participants_page(request, agreement),
                "own_acts": agreement.acts.filter(participant=None).count(),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self):
        """The addresses of every record, of the files of a working copy, and of status tables."""
        view = self.admin_site.admin_view
        return [
            path(
                "coming/",
                view(self.coming_view),
                name="agreements_agreement_coming",
            ),
            path(
                "<path:object_id>/files/<str:digest>/",
                view(self.file_view),
                name="agreements_agreement_file",
            ),
            path(
                "<path:object_id>/status-table/",
                view(status_table_view),
                {"model_admin": self},
                name="agreements_agreement_status_table",
            ),
            *super().get_urls(),
        ]

    def coming_view(self, request):
        """The dates of agreements that are coming up."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return coming_view(request, self)

    def file_view(self, request, object_id, digest):
        """A file of the working copy, for who sees that."""
        agreement = self.get_object(request, object_id)
        if agreement is None or not self.has_view_permission(request, agreement):
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return file_of(agreement, digest)


def proposed_key(agreement):
    """A key from parties, subject and year, as far as these are entered; else empty."""
    parties = agreement.participants.exclude(actor=None).select_related("actor__as_state")[:3]
    if not 1 <= len(parties) <= 2:
        return ""
    codes = [_short_name(participant.actor) for participant in parties]
    subject = agreement.subjects.order_by("key").first()
    first = agreement.acts.exclude(done_on=None).order_by("done_on_earliest").first()
    words = [
        *codes,
        subject.key if subject else "",
        str(first.done_on_earliest.year) if first else "",
    ]
    return "-".join(word.lower() for word in words if word)


def _short_name(actor):
    state = getattr(actor, "as_state", None)
    return state.alpha2 or actor.key if state else actor.key


def _participants_page(request, agreement):
    """Twenty participants with what they did; the page is turned by a plain link."""
    participants = with_names(agreement.participants.all(), request.user, "actor")
    paginator = Paginator(participants.prefetch_related("acts"), ROWS_A_PAGE)
    page = paginator.get_page(request.GET.get("participants"))
    for participant in page.object_list:
        participant.who = who(participant)
    return page
