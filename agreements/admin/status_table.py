"""The page on which a depositary's participant table is pasted into an agreement."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import (
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
)

from register.admin.referring import referable
from register.admin.steps import page, require_editor, step
from register.admin.working_copy import to_record
from register.documents import dump
from register.form_fields import PartialDateFormField
from register.models import Source
from register.revising import NotNow

from ..models import ActType
from ..status_tables import read_table
from ..status_tables.encodings import NotText, decoded
from ..status_tables.plan import Verdict, plan_of
from ..taking_over import cited_as, left_over, public_names, take_over

# A table of all states with four columns is a twentieth of it.
MOST_SIGNS = 1_000_000
TAKE, CHOSEN = "take-", "chosen-"


class StatusTableForm(forms.Form):
    """A table, what it is and as at which day."""

    text = forms.CharField(
        label=gettext_lazy("Table"),
        required=False,
        max_length=MOST_SIGNS,
        strip=False,
        widget=UnfoldAdminTextareaWidget,
        help_text=gettext_lazy(
            "Copy the whole table with the heads of its columns and paste it here: cells may be "
            "parted by tabs, commas or semicolons."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        help_text=gettext_lazy("The same as a text file (CSV), instead of pasting it."),
    )
    source = forms.ModelChoiceField(
        label=gettext_lazy("Source"),
        queryset=Source.objects.none(),
        to_field_name="key",
        widget=UnfoldAdminSelectWidget,
        help_text=gettext_lazy("The record of the source that this table is; add it first."),
    )
    as_at = PartialDateFormField(
        label=gettext_lazy("As at"),
        required=True,
        help_text=gettext_lazy("The day of the status that the table prints, such as 2015-03-14."),
    )
    parties = forms.IntegerField(
        label=gettext_lazy("Parties"),
        required=False,
        min_value=0,
        max_value=1000,
        widget=UnfoldAdminIntegerFieldWidget,
        help_text=gettext_lazy(
            "How many parties the depositary counts as at that day; with it, deposits can be "
            "counted exactly. Leave it empty if the page does not say."
        ),
    )

    def __init__(self, account, *args, **options):
        super().__init__(*args, **options)
        self.fields["source"].queryset = referable(Source, account).order_by("key")

    def clean(self):
        """The table as text, from whichever of the two ways it came."""
        found = super().clean()
        if found.get("file"):
            found["text"] = _text_of(found["file"])
        if not found.get("text", "").strip() and "text" not in self.errors:
            self.add_error("text", _("Paste a table, or choose a file."))
        return found


def _text_of(file):
    if file.size > MOST_SIGNS:
        raise ValidationError({"file": _("This is too long for a table.")})
    try:
        return decoded(file.read())
    except NotText as error:
        raise ValidationError({"file": _("This file is not a text.")}) from error


@step
def status_table_view(request, record, model_admin):
    """Paste a table, look at what it changes, confirm."""
    require_editor(model_admin, request, record)
    form = StatusTableForm(request.user, request.POST or None, request.FILES or None)
    context = {"form": form}
    if request.method == "POST" and form.is_valid():
        plan = plan_of(
            read_table(form.cleaned_data["text"]), dump(record), public_names(), _chosen(request)
        )
        if "confirm" in request.POST and _confirmed(request, record, plan, form.cleaned_data):
            return to_record(record)
        context |= {"form": _carried(request, form), **_preview(record, plan, form.cleaned_data)}
    return page(model_admin, request, record, "admin/agreements/status_table.html", context)


def _carried(request, form):
    """The form with the text of the table, whichever way it came, to be sent along."""
    data = request.POST.copy()
    data["text"] = form.cleaned_data["text"]
    return StatusTableForm(request.user, data)


def _chosen(request):
    """The keys that the curator chose for rows that matched nothing, by the row's number."""
    return {
        int(name.removeprefix(CHOSEN)): value
        for name, value in request.POST.items()
        if name.startswith(CHOSEN) and name.removeprefix(CHOSEN).isdecimal() and value
    }


def _taken(request):
    """The numbers of the acts whose day in the table is to replace the recorded one."""
    names = (name.removeprefix(TAKE) for name in request.POST if name.startswith(TAKE))
    return {int(name) for name in names if name.isdecimal()}


def _confirmed(request, record, plan, given):
    """Save the plan; False if the record was saved by somebody in the meantime."""
    seen = request.POST.get("seen", "")
    try:
        revision = take_over(
            record,
            plan,
            cited_as(given["source"], str(given["as_at"])),
            request.user,
            taken=_taken(request),
            parties=given["parties"],
            seen=int(seen) if seen.isdecimal() else None,
        )
    except NotNow as refused:
        messages.warning(request, str(refused))
        return False
    if revision is None:
        messages.info(request, _("The record has all of this table already: nothing was changed."))
    else:
        sentence = _("The table is taken over: revision %(number)d.")
        messages.success(request, sentence % {"number": revision.number})
    return True


def _preview(record, plan, given):
    """What the plan is, for its page."""
    last = record.revisions.order_by("-number").first()
    return {
        "plan": plan,
        "text": given["text"],
        "seen": last.number if last else "",
        "left_over": left_over(plan),
        "unmatched": [row for row in plan.rows if row.match.key is None],
        "differing": [(row, act, _words(act)) for row, act in plan.acts(Verdict.DIFFERS)],
        "new": [(row, found) for row in plan.rows if (found := _new(row))],
        "choices": sorted(public_names().known) if any(not r.match.key for r in plan.rows) else (),
    }


def _new(row):
    """The acts of a row that are not on record, each with its words."""
    return [(act, _words(act)) for act in row.acts if act.verdict == Verdict.NEW]


def _words(planned):
    """What sort of act it is, in words."""
    return ActType(planned.act.type).label
