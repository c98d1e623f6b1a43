"""How lists of projects are filtered, on pages and in the API."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from register.filters import KeysFilter, RegisterFilterSet, StableOrderingFilter, WordsFilter

from .models import Project, PublishedProject, Service


class ProjectFilterSet(RegisterFilterSet):
    """Projects by where they stand, who takes part, where, and what they come of."""

    status = WordsFilter(
        choices=Project.Status,
        label=_("Status"),
        help_text=_("Where the project stands; any of those given."),
    )
    organization = KeysFilter(
        fields=["organizations.actor"],
        kind="actor",
        conjoined=True,
        label=_("Organization"),
        help_text=_(
            "Keys of states or organizations that take part, in whatever role; all of those given."
        ),
    )
    state = KeysFilter(
        fields=["locations.state"],
        kind="state",
        label=_("Works in"),
        help_text=_("Keys of the states in which it works; any of those given."),
    )
    service = WordsFilter(
        choices=Service.Sort,
        method="rendering",
        label=_("Service"),
        help_text=_("What is done for people; any of those given."),
    )
    agreement = KeysFilter(
        fields=["agreements"],
        kind="agreement",
        label=_("Agreement"),
        help_text=_("Keys of the agreements that it carries out or comes of; any of those given."),
    )
    gcm_objective = KeysFilter(
        fields=["gcm_objectives"],
        kind="code_list",
        code_list="gcm-objectives",
        label=_("GCM objective"),
        help_text=_("Numbers of objectives of the Global Compact; any of those given."),
    )
    dac_code = KeysFilter(
        fields=["dac_codes"],
        kind="code_list",
        code_list="dac-codes",
        label=_("DAC purpose code"),
        help_text=_("Codes of the OECD's list of purposes, such as 15190; any of those given."),
    )
    ordering = StableOrderingFilter(
        fields={"title": "title", "starts_on": "starts_on", "key": "key"},
    )

    class Meta:
        model = PublishedProject
        fields = []

    def rendering(self, queryset, name, services):
        """The projects that render one of these services."""
        fits = Q()
        for service in services:
            fits |= Q(services__contains=f"\n{service}\n")
        return queryset.filter(fits)
