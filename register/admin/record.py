"""The admin of a record of any kind: list, form, and the way to publication."""

from django.contrib import admin, messages
from django.urls import path
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from register import kind_table
from register.in_words import facts_of, in_words
from register.models import Entry, Unit

from . import history, publication, steps
from .course import LABELS, NEVER_SAVED, TONES, Course, with_course
from .editing import Editing
from .forms import RecordForm
from .referring import ReferableAdmin, referable
from .rows import CitationInline, RemarkInline
from .working_copy import WorkingCopyAdmin, is_member, to_record


class CourseFilter(admin.SimpleListFilter):
    """Records by where they stand on the way to publication."""

    title = _("state")
    parameter_name = "course"

    def lookups(self, request, model_admin):
        """The states that a record can be in."""
        return list(LABELS.items())

    def queryset(self, request, queryset):
        """The records in the chosen state."""
        return queryset.filter(course=self.value()) if self.value() in LABELS else queryset


class RecordAdmin(ReferableAdmin, WorkingCopyAdmin):
    """The admin that every kind of record has, its own fields in `main`.

    `key_from` names the texts from which the key of a new record is proposed; `more_inlines` are
    the rows of the kind, before remarks and citations; `parts` are lists of rows that have a page
    of their own behind the record's address: {"acts": (title, (inline,))}.
    """

    form = RecordForm
    key_from = ""
    main = ()
    more_inlines = ()
    parts = {}
    search_fields = ("key",)
    list_display = ("key", "shown_course", "public_entry", "unit")
    list_filter = (CourseFilter,)
    actions = ("publish_together",)
    change_form_template = "register/record_form.html"

    @property
    def kind(self):
        """The kind of record."""
        return kind_table.kind(self.model.KIND)

    def record_of(self, obj):
        """The record itself."""
        return obj

    def label_of(self, obj):
        """What the record is called in lists of choices."""
        return str(obj) if str(obj) == obj.key else f"{obj} · {obj.key}"

    # --- Who sees what ---------------------------------------------------------------------

    def get_queryset(self, request):
        """The working copies that the account sees, each with its unit and where it stands."""
        records = super().get_queryset(request).visible_to(request.user)
        return with_course(records.select_related("unit"))

    def referable(self, request):
        """The records that others may refer to in this request."""
        keys = request.editing.keys if hasattr(request, "editing") else ()
        records = referable(self.model, request.user, keys).order_by("key")
        return self.with_names(records)

    def with_names(self, records):
        """The records with whatever their names are made of, for lists of many."""
        return records

    def has_delete_permission(self, request, obj=None):
        """What has entries stays; before that a member of the unit may delete it."""
        allowed = super().has_delete_permission(request, obj)
        if not allowed or obj is None:
            return allowed
        return is_member(request, obj) and not has_entries(obj)

    def has_approve_permission(self, request):
        """Whether the account may approve at all."""
        return request.user.has_perm("register.approve")

    def get_actions(self, request):
        """Publishing several records together; nothing is deleted from a list."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    # --- The list --------------------------------------------------------------------------

    @display(description=_("state"), ordering="course", label=TONES)
    def shown_course(self, obj):
        """Where the last revision stands."""
        return obj.course, LABELS.get(obj.course, NEVER_SAVED)

    @display(description=_("public as entry"), ordering="public_entry", empty_value="–")
    def public_entry(self, obj):
        """The number of the entry that the public reads."""
        return obj.public_entry

    @admin.action(description=_("Approve and publish together"), permissions=["approve"])
    def publish_together(self, request, queryset):
        """Ask for the approval of what was submitted of these records."""
        return publication.ask_for(request, queryset)

    # --- The form --------------------------------------------------------------------------

    def get_form(self, request, obj=None, change=False, **kwargs):
        """The form, told from what the key of a new record is proposed."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.key_from = self.key_from
        return form

    def get_fieldsets(self, request, obj=None):
        """The kind's own fields, then who keeps the record and what is for colleagues only."""
        if part_of(request):
            return [(None, {"fields": ["why"]})]
        return [
            *self.get_main(request, obj),
            (
                _("Who keeps it"),
                {
                    "fields": ["unit", "shown_to"],
                    "description": _("Nobody else learns that this working copy exists."),
                },
            ),
            (
                _("Internal note, never published"),
                {
                    "fields": ["internal_note"],
                    "description": _(
                        "For colleagues only. The note is no part of the document: nothing that "
                        "stands here can be published."
                    ),
                },
            ),
            (_("This save"), {"fields": ["why"]}),
        ]

    def get_main(self, request, obj):
        """The fieldsets of what will be public."""
        return list(self.main)

    def get_inlines(self, request, obj):
        """The rows of the kind, then remarks and citations, each under a tab."""
        part = part_of(request)
        return self.parts[part][1] if part else [*self.more_inlines, RemarkInline, CitationInline]

    def get_readonly_fields(self, request, obj=None):
        """The key for ever once it is public; who keeps the record for its unit alone to say."""
        fields = list(super().get_readonly_fields(request, obj))
        if obj and has_entries(obj):
            fields.append("key")
        if obj and not is_member(request, obj):
            fields += ["unit", "shown_to"]
        return fields

    def get_changeform_initial_data(self, request):
        """The account's unit, if it has only one."""
        units = list(request.user.units.values_list("pk", flat=True)[:2])
        mine = {"unit": units[0]} if len(units) == 1 else {}
        return mine | super().get_changeform_initial_data(request)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A record is kept by a unit that the account belongs to."""
        if db_field.related_model is Unit:
            kwargs["queryset"] = request.user.units.all()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The form for who may edit; for who may not, the same to be read."""
        record = self.get_object(request, object_id)
        context = {"course": Course(record, request.user), "may_edit": True} if record else {}
        is_reader = record and not self.has_change_permission(request, record)
        if not is_reader or request.method == "POST":
            return super().change_view(
                request, object_id, form_url, context | (extra_context or {})
            )
        document = Editing(record).document
        context |= {"may_edit": False, "words": in_words(document) if document else None}
        return steps.reading_view(request, object_id, self, context=context)

    def editing_of(self, request, object_id):
        """What this request needs to know of the record, and which part of it is shown."""
        editing = super().editing_of(request, object_id)
        editing.part = getattr(request, "part", "")
        return editing

    def part_view(self, request, object_id, part):
        """The page of one list of rows."""
        request.part = part
        title = self.parts[part][0]
        return self.change_view(request, object_id, extra_context={"part": title, "title": title})

    def response_post_save_change(self, request, obj):
        """From the page of a part back to the record."""
        if part_of(request):
            return to_record(obj)
        return super().response_post_save_change(request, obj)

    def delete_view(self, request, object_id, extra_context=None):
        """The page for deleting, or why the record cannot be deleted."""
        record = self.get_object(request, object_id)
        if record and not self.has_delete_permission(request, record):
            sentence = _(
                "Only an editor of its unit deletes a record, and only before it is public."
            )
            messages.error(request, sentence)
            return to_record(record)
        return super().delete_view(request, object_id, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        """The form with the facts that a citation may be of."""
        document = request.editing.document
        context["facts"] = list(facts_of(document)) if document else []
        return super().render_change_form(request, context, *args, **kwargs)

    # --- The way to publication ------------------------------------------------------------

    def get_urls(self):
        """The form's addresses, and one for each step and for the history."""
        meta = self.opts
        pages = {
            "submit": steps.submit_view,
            "return": steps.return_view,
            "withdraw": steps.withdraw_view,
            "compare": history.compare_view,
            "restore": history.restore_view,
        }
        views = [(name, view, {"model_admin": self}) for name, view in pages.items()]
        views += [(part, self.part_view, {"part": part}) for part in self.parts]
        return [
            path(
                f"<path:object_id>/{name}/",
                self.admin_site.admin_view(view),
                options,
                name=f"{meta.app_label}_{meta.model_name}_{name}",
            )
            for name, view, options in views
        ] + super().get_urls()

    def history_view(self, request, object_id, extra_context=None):
        """Every revision and every entry of the record."""
        return history.history_view(request, object_id, model_admin=self)


def part_of(request):
    """The part of the record that the page shows alone; empty for the whole."""
    return request.editing.part if hasattr(request, "editing") else ""


def has_entries(record):
    """Whether anything was ever published under the record's key."""
    return Entry.objects.filter(key=record.key).exists()
