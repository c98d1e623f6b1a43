"""The page of one participant with its acts."""

from django.contrib import admin

from register.admin.naming import name_in, shown_text, with_names
from register.admin.own_page import OwnPageAdmin
from register.admin.rows import row_title

from ..models import Participant
from .acts import ActInline


def who(participant):
    """Who takes part, by a name that the account may know; the row is fetched `with_names`."""
    return name_in(participant, "actor") or shown_text(participant.text)


def participant_in_words(participant):
    """A participant as a line in a list of choices."""
    return row_title(participant, who(participant))


@admin.register(Participant)
class ParticipantAdmin(OwnPageAdmin):
    """A participant and its acts, on a page of their own; saving it keeps the agreement."""

    owner = "agreement"
    search_fields = ("ref", "actor__key")
    fields = ["actor", "text", ("side", "role"), "territory", "named"]
    inlines = (ActInline,)

    def get_queryset(self, request):
        """Participants with the names of who takes part."""
        return with_names(super().get_queryset(request), request.user, "actor")

    def title_of(self, row):
        """The participant by its name."""
        return participant_in_words(row)

    def get_changeform_initial_data(self, request):
        """Nothing: the agreement that the address names is no field of the form."""
        return {}
