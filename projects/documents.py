"""Projects as documents."""

from organizations.documents import FROM_UNTIL
from register.documents import DocumentSerializer, RowSerializer

from .models import (
    Beneficiaries,
    Budget,
    Involvement,
    Location,
    Project,
    ProjectIdentifier,
    ProjectTitle,
    Result,
    Service,
)


class ProjectTitleSerializer(RowSerializer):
    """A title of a project."""

    class Meta:
        model = ProjectTitle
        fields = ("ref", "type", "language", "text", "note")


class InvolvementSerializer(RowSerializer):
    """Somebody's part in a project."""

    class Meta:
        model = Involvement
        fields = ("ref", "actor", "text", "role")


class LocationSerializer(RowSerializer):
    """Where a project works."""

    class Meta:
        model = Location
        fields = ("ref", "state", "text")


class ServiceSerializer(RowSerializer):
    """A service that a project renders."""

    class Meta:
        model = Service
        fields = ("ref", "service", "words")


class BudgetSerializer(RowSerializer):
    """A line of a project's money."""

    class Meta:
        model = Budget
        fields = ("ref", "type", "amount", "currency", "from", "until", "text")
        extra_kwargs = FROM_UNTIL


class BeneficiariesSerializer(RowSerializer):
    """How many people of one sort a project reaches."""

    class Meta:
        model = Beneficiaries
        fields = ("ref", "measure", "year", "sex", "category", "count", "text")


class ResultSerializer(RowSerializer):
    """Something that came of a project."""

    class Meta:
        model = Result
        fields = ("ref", "text", "on")


class ProjectIdentifierSerializer(RowSerializer):
    """A number by which somebody knows a project."""

    class Meta:
        model = ProjectIdentifier
        fields = ("ref", "scheme", "value", "issuer")


class ProjectSerializer(DocumentSerializer):
    """A project as a document."""

    titles = ProjectTitleSerializer(many=True)
    organizations = InvolvementSerializer(many=True)
    locations = LocationSerializer(many=True)
    services = ServiceSerializer(many=True)
    budget = BudgetSerializer(many=True)
    beneficiaries = BeneficiariesSerializer(many=True)
    results = ResultSerializer(many=True)
    identifiers = ProjectIdentifierSerializer(many=True)

    class Meta:
        model = Project
        fields = (
            "key",
            "titles",
            "status",
            "status_note",
            "theme",
            "planned_start",
            "actual_start",
            "planned_end",
            "actual_end",
            "organizations",
            "locations",
            "services",
            "budget",
            "beneficiaries",
            "results",
            "agreements",
            "related",
            "identifiers",
            "address",
            "gcm_objectives",
            "dac_codes",
            "remarks",
            "citations",
        )
