"""The kinds of record that this room brings: states and organizations."""

from register.kind_table import Kind

from .documents import OrganizationSerializer, StateSerializer
from .models import Organization, PublishedOrganization, PublishedState, State
from .rules import ORGANIZATION_RULES, STATE_RULES

KINDS = [
    Kind(
        name="state",
        plural="states",
        model=State,
        serializer=StateSerializer,
        row=PublishedState,
        rules=STATE_RULES,
    ),
    Kind(
        name="organization",
        plural="organizations",
        model=Organization,
        serializer=OrganizationSerializer,
        row=PublishedOrganization,
        rules=ORGANIZATION_RULES,
    ),
]
