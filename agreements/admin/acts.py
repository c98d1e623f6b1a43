"""Acts in the admin: those of one participant, and those of the agreement itself."""

from register.admin.rows import RowFormSet, RowInline, row_title

from ..models import Act, Agreement


def act_in_words(act):
    """An act as a line in a list of choices."""
    return row_title(act, act.get_type_display(), act.done_on)


class ActFormSet(RowFormSet):
    """Acts, each of the agreement that the page is about from the beginning."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        owner = self.instance
        form.instance.agreement_id = (
            owner.pk if isinstance(owner, Agreement) else owner.agreement_id
        )
        return form


class ActInline(RowInline):
    """The acts of one participant."""

    model = Act
    fk_name = "participant"
    formset = ActFormSet
    tab = False
    siblings = {"concerns": ([], act_in_words)}
    fields = (
        ("type", "evidence"),
        ("done_on", "effective_on"),
        ("as_at", "letter"),
        "vote",
        "words",
        "place",
        "text",
        "concerns",
        "predecessor",
        "law",
        "law_text",
    )

    def title_of(self, row):
        """What was done, when, and whether it is shown."""
        evidence = "" if row.evidence == Act.Evidence.SHOWN else row.get_evidence_display()
        return row_title(row, row.get_type_display(), row.done_on, evidence)


class OwnActInline(ActInline):
    """The acts of the agreement itself, such as its adoption and entry into force."""

    fk_name = "agreement"

    def get_queryset(self, request):
        """Acts without a participant."""
        return super().get_queryset(request).filter(participant=None)
