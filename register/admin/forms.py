"""The forms of the working copy, and those of the steps to publication."""

from django import forms
from django.utils.text import format_lazy, slugify
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminRadioSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from register.models import Entry, Record
from register.texts import text_in

_CHANGES = [each for each in Entry.Nature.choices if each[0] != Entry.Nature.FIRST]


class WorkingCopyForm(forms.ModelForm):
    """A form whose saving makes a revision; what the register then refuses is told here."""

    editing = None

    why = forms.CharField(
        label=_("Why"),
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text=_(
            "Why you changed this, in a few words for your colleagues; it stays with the revision "
            "and is not published."
        ),
    )

    def clean(self):
        """Add what was refused of the whole, and whether somebody saved in the meantime."""
        for path, reason in self.editing.refused:
            self.add_error(None, f"{path}: {reason}" if path else reason)
        last, seen = self.editing.last, self.data.get("seen")
        if last and seen and seen != str(last.number):
            sentence = _(
                "%(who)s has saved revision %(number)d since you opened this form. Look at what "
                "changed in the history; if you save again, what stands here replaces it."
            )
            self.add_error(None, sentence % {"who": last.saved_by, "number": last.number})
        return super().clean()


class RecordForm(WorkingCopyForm):
    """The form of a record. An empty key is proposed when the record is added."""

    key_from = ""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if self.instance.pk is None and "key" in self.fields:
            field = self.fields["key"]
            field.required = False
            proposed = _("Leave it empty and one is proposed.")
            field.help_text = format_lazy("{} {}", field.help_text, proposed)

    def clean_key(self):
        """The key, or a free one proposed from what the record is called."""
        return self.cleaned_data["key"] or self._proposed_key()

    def _proposed_key(self):
        texts = {}
        if self.key_from:
            name = self.add_prefix(self.key_from)
            pairs = self.fields[self.key_from].widget.value_from_datadict(self.data, {}, name)
            texts = dict(pairs)
        shown = text_in(texts, "en")
        return free_key(slugify(shown[1])[:60].strip("-") if shown else "", self._meta.model.KIND)


def free_key(wanted, kind):
    """The wanted key, or the next free one with a number behind it."""
    stem = wanted or kind.replace("_", "-")
    taken = set(Record.objects.filter(key__startswith=stem).values_list("key", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (stem, *numbered) if key not in taken)


class ReturnForm(forms.Form):
    """What an approver says when a text goes back to its editors."""

    remarks = forms.CharField(
        label=_("Remarks"),
        widget=UnfoldAdminTextareaWidget,
        help_text=_("What is to be mended, for the editors; it is never published."),
    )


class PublishForm(forms.Form):
    """What an approver says when texts are published."""

    nature = forms.ChoiceField(
        label=_("Nature"),
        choices=_CHANGES,
        initial=Entry.Nature.CHANGE,
        widget=UnfoldAdminRadioSelectWidget,
        help_text=_(
            "Why the public text changes. Change in the world: something happened. Correction: "
            "the register was wrong. Editorial: the same said better. What was never public is "
            "entered as a first publication, whatever you choose here."
        ),
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=UnfoldAdminTextareaWidget,
        help_text=_("Why it is published, in a sentence that everybody can read in the register."),
    )

    def leave_out_nature(self):
        """Do not ask for the nature where every text is published for the first time."""
        del self.fields["nature"]


class WithdrawForm(forms.Form):
    """What an approver says when a record is withdrawn."""

    nature = forms.ChoiceField(
        label=_("Nature"),
        choices=_CHANGES,
        initial=Entry.Nature.CORRECTION,
        widget=UnfoldAdminRadioSelectWidget,
        help_text=_("Why the record leaves the register; most often it should not have been in."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=UnfoldAdminTextareaWidget,
        help_text=_("Why it is withdrawn, in a sentence that everybody can read in the register."),
    )
    replaced_by = forms.CharField(
        label=_("Replaced by"),
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text=_(
            "The key of the public record that stands for it from now on: its address leads "
            "there. Records that refer to it must name the other one first."
        ),
    )
