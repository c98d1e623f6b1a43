"""The page of one participant with its acts."""

from django.contrib import admin

from register.admin.own_page import OwnPageAdmin
from register.admin.rows import row_title, shown_text

from ..models import Participant
from .acts import ActInline


def participant_in_words(participant):
    """A participant as a line in a list of choices."""
    return row_title(participant, participant.actor or shown_text(participant.text))


@admin.register(Participant)
class ParticipantAdmin(OwnPageAdmin):
    """A participant and its acts, on a page of their own; saving it keeps the agreement."""

    owner = "agreement"
    search_fields = ("ref", "actor__key")
    fields = ["actor", "text", ("side", "role"), "territory"]
    inlines = (ActInline,)

    def get_queryset(self, request):
        """Participants with the names of who takes part."""
        return super().get_queryset(request).select_related("actor")

    def get_changeform_initial_data(self, request):
        """Nothing: the agreement that the address names is no field of the form."""
        return {}
