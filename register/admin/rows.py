"""The rows of a record inside its form: each list under a tab, twenty at a time."""

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.forms import PaginationInlineFormSet
from unfold.widgets import UnfoldAdminTextInputWidget

from register.documents import leads_somewhere
from register.models import Citation, Remark

from .naming import shown_text
from .referring import Referring, SharedSelect

ROWS_A_PAGE = 20
FACTS_LIST = "facts"


class RowForm(forms.ModelForm):
    """The form of one row."""

    def __init__(self, *args, editing=None, **options):
        self.editing = editing
        super().__init__(*args, **options)


class RowFormSet(PaginationInlineFormSet):
    """The rows of one list, each with a title; what they refer to is fetched at once."""

    title_of = str

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.per_page:
            # As text, since the theme counts again where it is told 0.
            self.count = str(self.paginator.count)
        for name, field in self.form.base_fields.items():
            widget = field.widget
            if isinstance(widget, RelatedFieldWidgetWrapper):
                widget = widget.widget
            if isinstance(widget, SharedSelect):
                widget.choices = field.choices
                widget.learn(getattr(row, f"{name}_id") for row in self.get_queryset())

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        if form.instance.pk:
            form.instance.get_inline_title = self.title_of(form.instance)
        return form


class RowInline(Referring, StackedInline):
    """One list of rows of a record. A subclass names the fields, several to a line."""

    form = RowForm
    formset = RowFormSet
    tab = True
    extra = 0
    per_page = ROWS_A_PAGE
    show_count = True

    def title_of(self, row):
        """What stands above the row: its ref and the little that tells it from its neighbours."""
        return row.ref or str(_("new"))

    def get_formset(self, request, obj=None, **kwargs):
        """The class of the form, told how a row is called."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.title_of = staticmethod(self.title_of)
        return formset


def row_title(row, *words):
    """The ref of a row with a few words behind it, each kept short."""
    shown = [Truncator(str(word)).chars(60) for word in words if word]
    return " · ".join([row.ref or str(_("new")), *shown])


class FactForm(RowForm):
    """The form of a row that is about a fact of the record."""

    fact_field = ""

    def clean(self):
        """Refuse a fact that the record does not have."""
        cleaned = super().clean()
        path = self.cleaned_data.get(self.fact_field)
        document = self.editing.document if self.editing else None
        if path and document and not leads_somewhere(document, path):
            sentence = _("The record has no such fact: choose one from the list.")
            self.add_error(self.fact_field, ValidationError(sentence))
        return cleaned


class CitationForm(FactForm):
    """The form of a citation."""

    fact_field = "path"


class RemarkForm(FactForm):
    """The form of a remark."""

    fact_field = "about"


class CitationInline(RowInline):
    """What the sources say, fact by fact."""

    model = Citation
    fk_name = "record"
    form = CitationForm
    fields = ("path", "source", "locator", ("confidence", "as_at"), "says", "note")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The fact is chosen from a list of all facts of the record, or written."""
        return super().formfield_for_dbfield(db_field, request, **_listed(db_field, kwargs))

    def title_of(self, row):
        """The fact that is cited."""
        return row_title(row, row.path or _("the record as a whole"))


class RemarkInline(RowInline):
    """What is said about the record in words."""

    model = Remark
    fk_name = "record"
    form = RemarkForm
    fields = (("type", "about"), "text")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The fact is chosen from a list of all facts of the record, or written."""
        return super().formfield_for_dbfield(db_field, request, **_listed(db_field, kwargs))

    def title_of(self, row):
        """The sort of remark and its first words."""
        return row_title(row, row.get_type_display(), shown_text(row.text))


def _listed(db_field, kwargs):
    if db_field.name not in ("path", "about"):
        return kwargs
    widget = UnfoldAdminTextInputWidget(attrs={"list": FACTS_LIST, "autocomplete": "off"})
    return {**kwargs, "widget": widget}
