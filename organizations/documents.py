"""States and organizations as documents."""

from register.documents import DocumentSerializer, RowSerializer

from .models import Alias, Identifier, Membership, Organization, State, Succession

# `from` is a word of Python, so the columns are called otherwise than the fields of the document.
FROM_UNTIL = {"from": {"source": "from_on"}, "until": {"source": "until_on"}}


class AliasSerializer(RowSerializer):
    """Another name of a state or an organization."""

    class Meta:
        model = Alias
        fields = ("ref", "language", "text", "from", "until")
        extra_kwargs = FROM_UNTIL


class SuccessionSerializer(RowSerializer):
    """How a state came of another."""

    class Meta:
        model = Succession
        fields = ("ref", "predecessor", "type", "on", "text")


class StateSerializer(DocumentSerializer):
    """A state as a document."""

    aliases = AliasSerializer(many=True)
    successions = SuccessionSerializer(many=True)

    class Meta:
        model = State
        fields = (
            "key",
            "alpha2",
            "numeric",
            "alpha4",
            "names",
            "official_names",
            "aliases",
            "region",
            "valid_from",
            "valid_until",
            "successions",
            "remarks",
            "citations",
        )


class IdentifierSerializer(RowSerializer):
    """A number or code by which somebody else knows an organization."""

    class Meta:
        model = Identifier
        fields = ("ref", "scheme", "value", "issuer")


class MembershipSerializer(RowSerializer):
    """Somebody's belonging to an organization."""

    class Meta:
        model = Membership
        fields = ("ref", "actor", "capacity", "from", "until", "words", "text")
        extra_kwargs = FROM_UNTIL


class OrganizationSerializer(DocumentSerializer):
    """An organization as a document."""

    aliases = AliasSerializer(many=True)
    identifiers = IdentifierSerializer(many=True)
    memberships = MembershipSerializer(many=True)

    class Meta:
        model = Organization
        fields = (
            "key",
            "type",
            "names",
            "acronyms",
            "aliases",
            "identifiers",
            "parent",
            "state",
            "seat",
            "seat_state",
            "founded_on",
            "dissolved_on",
            "website",
            "iati_type",
            "memberships",
            "remarks",
            "citations",
        )
