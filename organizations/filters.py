"""How lists of states and organizations are filtered, on pages and in the API."""

import orjson
from django.utils.translation import gettext_lazy as _

from register.filters import (
    KeysFilter,
    ReferredFilter,
    RegisterFilterSet,
    StableOrderingFilter,
    WordsFilter,
    YesNoFilter,
)
from register.models import PublishedCodeList

from .models import Organization, PublishedOrganization, PublishedState


class RegionsFilter(KeysFilter):
    """UN M49 regions, each with all that lies in it."""

    def widened(self, target):
        """The region and every region inside it, as the list stood at that entry."""
        lists = PublishedCodeList.objects.recorded(self.parent.number).filter(key=self.code_list)
        inside = {}
        for text in lists.values_list("document", flat=True):
            for code in orjson.loads(text)["codes"]:
                inside.setdefault(self.target(code["parent"]), []).append(code["code"])
        found = [target]
        for region in found:
            found += [self.target(code) for code in inside.get(region, ())]
        return found


class StateFilterSet(RegisterFilterSet):
    """States by where they lie, what they belong to, and whether they still exist."""

    region = RegionsFilter(
        fields=["region"],
        kind="code_list",
        code_list="m49-regions",
        label=_("Region"),
        help_text=_("UN M49 codes of regions, each with all inside it; any of those given."),
    )
    member_of = ReferredFilter(
        fields=["memberships.actor"],
        kind="organization",
        label=_("Belongs to"),
        help_text=_(
            "Keys of organizations whose documents list the state, in whatever capacity, now or "
            "in the past; any of those given."
        ),
    )
    former = YesNoFilter(
        field_name="is_former",
        label=_("Former"),
        help_text=_("Only states that have ceased to exist (true), or that exist (false)."),
    )
    ordering = StableOrderingFilter(
        fields={"name": "name", "key": "key"},
    )

    class Meta:
        model = PublishedState
        fields = []


class OrganizationFilterSet(RegisterFilterSet):
    """Organizations by what they are, whose they are, and who belongs to them."""

    type = WordsFilter(
        choices=Organization.Type,
        label=_("Type"),
        help_text=_("What sort of body it is; any of those given."),
    )
    parent = KeysFilter(
        fields=["parent"],
        kind="organization",
        label=_("Part of"),
        help_text=_("Keys of the organizations that it is a part of; any of those given."),
    )
    state = KeysFilter(
        fields=["state"],
        kind="state",
        label=_("State"),
        help_text=_("Keys of the states whose body it is; any of those given."),
    )
    member = KeysFilter(
        fields=["memberships.actor"],
        kind="actor",
        conjoined=True,
        label=_("Member"),
        help_text=_(
            "Keys of states or organizations that its document lists, in whatever capacity, now "
            "or in the past; all of those given."
        ),
    )
    dissolved = YesNoFilter(
        field_name="is_dissolved",
        label=_("Dissolved"),
        help_text=_("Only organizations that have ceased to exist (true), or that exist (false)."),
    )
    ordering = StableOrderingFilter(
        fields={"name": "name", "key": "key"},
    )

    class Meta:
        model = PublishedOrganization
        fields = []
