"""Reports of errors as curators' tasks: the list, taking one up, settling it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import Truncator
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.admin import ModelAdmin
from unfold.decorators import display
from unfold.widgets import (
    UnfoldAdminRadioSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from register.admin.log import KindFilter, moment
from register.admin.working_copy import address_of as form_of
from register.models import Entry, Record
from register.revising import NotNow
from register.tasks import settle, take_up, take_up_open

from ..answering import answer
from ..models import ErrorReport
from ..names import address_of, shown_name
from ..reports import names_of

TONES = {"open": "warning", "taken_up": "info", "settled": "success"}


def _explained(name):
    """The explanation that the model has of a field."""
    return ErrorReport._meta.get_field(name).help_text


class SettleForm(forms.ModelForm):
    """What came of a report."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What came of it"),
        choices=ErrorReport.Outcome.choices,
        widget=UnfoldAdminRadioSelectWidget,
        help_text=_explained("outcome"),
    )
    corrected_in = forms.ModelChoiceField(
        label=gettext_lazy("Corrected in entry"),
        queryset=Entry.objects.all(),
        required=False,
        widget=UnfoldAdminTextInputWidget(attrs={"inputmode": "numeric"}),
        help_text=_explained("corrected_in"),
        error_messages={
            "invalid_choice": gettext_lazy("After what the reader saw, there is no such entry.")
        },
    )
    answer = forms.CharField(
        label=gettext_lazy("Answer"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget,
        help_text=_explained("answer"),
    )

    class Meta:
        model = ErrorReport
        fields = ("outcome", "corrected_in", "answer")

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        later = Entry.objects.filter(number__gt=self.instance.entry)
        self.fields["corrected_in"].queryset = later

    def clean(self):
        """What came of it; where nothing was corrected, the entry does not count."""
        if self.cleaned_data.get("outcome") != ErrorReport.Outcome.CORRECTED:
            self.cleaned_data["corrected_in"] = None
            self.errors.pop("corrected_in", None)
        return super().clean()


class StateFilter(admin.SimpleListFilter):
    """Reports by where they stand, and those that the account looks after."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        """The three states, and one's own."""
        return [*ErrorReport.State.choices, ("mine", _("taken up by you"))]

    def queryset(self, request, queryset):
        """The reports in the chosen state."""
        mine = queryset.taken_up().filter(taken_up_by=request.user)
        chosen = {
            "open": queryset.open(),
            "taken_up": queryset.taken_up(),
            "settled": queryset.settled(),
            "mine": mine,
        }
        return chosen.get(self.value(), queryset)


@admin.register(ErrorReport)
class ErrorReportAdmin(ModelAdmin):
    """What readers say is wrong. Nobody adds one here, and nobody changes what a reader wrote."""

    list_display = (
        "shown_words",
        "shown_record",
        "shown_reported_at",
        "shown_state",
        "taken_up_by",
        "outcome",
    )
    list_select_related = ("taken_up_by",)
    list_filter = (StateFilter, KindFilter, "outcome")
    search_fields = ("record", "words", "source", "address", "answer")
    list_per_page = 50
    show_full_result_count = False
    actions = ("take_up_chosen",)

    def has_add_permission(self, request):
        """Reports come from readers."""
        return False

    def get_urls(self):
        """The list and the page of a report, and the step of taking it up."""
        view = self.admin_site.admin_view(self.take_up_view)
        taken = path("<int:pk>/take-up/", view, name="catalogue_errorreport_take_up")
        return [taken, *super().get_urls()]

    @display(description=gettext_lazy("what is wrong"))
    def shown_words(self, obj):
        """The beginning of what the reader wrote, on one line."""
        return Truncator(" ".join(obj.words.split())).chars(60)

    @display(description=gettext_lazy("record"), ordering="record")
    def shown_record(self, obj):
        """The key of the record."""
        return obj.record or _("the whole register")

    @display(description=gettext_lazy("reported at"), ordering="reported_at")
    def shown_reported_at(self, obj):
        """The moment, written as everywhere in the register."""
        return moment(obj.reported_at)

    @display(description=gettext_lazy("state"), label=TONES)
    def shown_state(self, obj):
        """Where the report stands."""
        return obj.state.value, obj.state.label

    @admin.action(description=gettext_lazy("Take up"), permissions=["change"])
    def take_up_chosen(self, request, queryset):
        """Let the account look after those of the chosen that are open."""
        count = take_up_open(queryset, request.user, now())
        told = ngettext("You took up %(n)d report.", "You took up %(n)d reports.", count)
        messages.success(request, told % {"n": count})

    def take_up_view(self, request, pk):
        """Let the account look after a report, and back to it."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        report = self.get_object(request, str(pk))
        if report is None or not self.has_change_permission(request, report):
            raise PermissionDenied
        try:
            take_up(_as_seen(request, report), request.user, now())
        except NotNow as refused:
            messages.error(request, str(refused))
        return _to_report(report)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The page of a report: what the reader wrote, and what came of it."""
        report = self.get_object(request, object_id)
        if report is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        allowed = self.has_change_permission(request, report)
        if not (allowed or self.has_view_permission(request, report)):
            raise PermissionDenied
        form = SettleForm(request.POST or None, instance=report, initial=_proposed(report))
        if request.method == "POST" and allowed and form.is_valid():
            return _settled(request, report, form.cleaned_data)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": report,
            "title": str(report),
            "form": form if allowed and report.state != report.State.SETTLED else None,
            **_about(request, report),
        }
        return TemplateResponse(request, "admin/catalogue/error_report.html", context)


def _as_seen(request, report):
    """The report, looked after by whom the page said when it was drawn."""
    seen = request.POST.get("seen", "")
    report.taken_up_by_id = int(seen) if seen.isascii() and seen.isdecimal() else None
    return report


def _settled(request, report, outcome):
    """Settle a report, tell its reader if they want to know, and say what was done."""
    try:
        settle(_as_seen(request, report), request.user, now(), **outcome)
    except NotNow as refused:
        messages.error(request, str(refused))
        return _to_report(report)
    messages.success(request, _("The report is settled."))
    told = answer(report.pk, now())
    if told:
        messages.success(request, _("Its reader was sent the answer."))
    elif told is False:
        messages.warning(request, _("The answer could not be sent now; it is sent later."))
    return _to_report(report)


def _to_report(report):
    return HttpResponseRedirect(reverse("admin:catalogue_errorreport_change", args=[report.pk]))


def _since(report):
    """The entries about the record since the reader saw it."""
    found = Entry.objects.filter(key=report.record, number__gt=report.entry).order_by("-number")
    return found.exclude(event=Entry.Event.RECOMPUTED).defer("document", "reading")


def _proposed(report):
    """The newest entry since, as what may have put it right."""
    newest = _since(report).values_list("number", flat=True).first() if report.record else None
    return {"corrected_in": newest}


def _about(request, report):
    """What the page tells of the record that a report is about."""
    if not report.record:
        return {}
    own = Record.objects.visible_to(request.user).filter(key=report.record).first()
    return {
        "called": shown_name(names_of(report.record, report.entry), report.record),
        "public_address": address_of(report.kind, report.record),
        "seen_address": address_of(report.kind, report.record, f"?recorded={report.entry}"),
        "form_address": form_of(own) if own else "",
        "since": list(_since(report)[:10]),
    }
