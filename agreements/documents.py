"""Subjects, laws, agreements and checks as documents."""

from rest_framework import serializers

from register.documents import DocumentSerializer, RowSerializer
from register.texts import LANGUAGE

from .models import (
    Act,
    Agreement,
    AgreementIdentifier,
    AgreementTitle,
    Article,
    Body,
    Check,
    Clause,
    Commitment,
    Document,
    Edition,
    Implementation,
    Law,
    LawNumber,
    LawTitle,
    Participant,
    Relation,
    Replacement,
    Subject,
    Tally,
)


class LanguagesField(serializers.ListField):
    """Codes of languages, in ascending order, none twice; the working copy keeps them in a line."""

    child = serializers.RegexField(rf"^(?:{LANGUAGE.pattern})\Z")

    def to_representation(self, line):
        """The codes in ascending order."""
        return sorted(set(line.split()))

    def to_internal_value(self, codes):
        """The codes with a blank between; refused unless they stand in ascending order."""
        codes = super().to_internal_value(codes)
        if codes != sorted(set(codes)):
            raise serializers.ValidationError("List each once, in ascending order.")
        return " ".join(codes)


class SubjectSerializer(DocumentSerializer):
    """A subject as a document."""

    class Meta:
        model = Subject
        fields = ("key", "names", "parent", "description", "position", "remarks", "citations")


class LawTitleSerializer(RowSerializer):
    """A title of a law."""

    class Meta:
        model = LawTitle
        fields = ("ref", "type", "language", "text", "note")


class LawNumberSerializer(RowSerializer):
    """A number under which a law is cited."""

    class Meta:
        model = LawNumber
        fields = ("ref", "value", "text")


class ArticleSerializer(RowSerializer):
    """An article of a law."""

    class Meta:
        model = Article
        fields = ("ref", "number", "heading", "summary")


class ImplementationSerializer(RowSerializer):
    """What a law does about an agreement."""

    class Meta:
        model = Implementation
        fields = ("ref", "agreement", "text", "relation", "words")


class ReplacementSerializer(RowSerializer):
    """An earlier law that a law replaces."""

    class Meta:
        model = Replacement
        fields = ("ref", "law", "text")


class EditionSerializer(RowSerializer):
    """A later edition of a law."""

    class Meta:
        model = Edition
        fields = ("ref", "adopted_on", "in_force_on", "number", "text")


class LawSerializer(DocumentSerializer):
    """A law as a document."""

    titles = LawTitleSerializer(many=True)
    numbers = LawNumberSerializer(many=True)
    articles = ArticleSerializer(many=True)
    implements = ImplementationSerializer(many=True)
    replaces = ReplacementSerializer(many=True)
    editions = EditionSerializer(many=True)

    class Meta:
        model = Law
        fields = (
            "key",
            "form",
            "titles",
            "state",
            "numbers",
            "adopted_on",
            "published_on",
            "in_force_on",
            "status",
            "status_note",
            "address",
            "articles",
            "implements",
            "amends",
            "replaces",
            "editions",
            "remarks",
            "citations",
        )


class AgreementTitleSerializer(RowSerializer):
    """A title of an agreement."""

    class Meta:
        model = AgreementTitle
        fields = ("ref", "type", "language", "text", "note")


class AgreementIdentifierSerializer(RowSerializer):
    """A number under which a collection knows an agreement."""

    class Meta:
        model = AgreementIdentifier
        fields = ("ref", "scheme", "value", "issuer", "volume", "page")


class ParticipantSerializer(RowSerializer):
    """Who takes part."""

    class Meta:
        model = Participant
        fields = ("ref", "actor", "text", "side", "role", "territory", "named")


class BodySerializer(RowSerializer):
    """A body that acts for a participant."""

    class Meta:
        model = Body
        fields = ("ref", "participant", "organization", "text", "role")


class ActSerializer(RowSerializer):
    """What was done, by whom and when."""

    class Meta:
        model = Act
        fields = (
            "ref",
            "participant",
            "type",
            "evidence",
            "done_on",
            "effective_on",
            "as_at",
            "place",
            "letter",
            "words",
            "vote",
            "predecessor",
            "law",
            "law_text",
            "concerns",
            "text",
        )


class ClauseSerializer(RowSerializer):
    """A final clause as data."""

    class Meta:
        model = Clause
        fields = ("ref", "type", "rule", "count", "share", "period", "day", "article", "text")


class RelationSerializer(RowSerializer):
    """What the agreement does to another."""

    class Meta:
        model = Relation
        fields = ("ref", "type", "target", "text", "certainty")


class DocumentRowSerializer(RowSerializer):
    """A text of the agreement."""

    class Meta:
        model = Document
        fields = (
            "ref",
            "type",
            "language",
            "title",
            "sha256",
            "media_type",
            "size",
            "address",
            "retrieved_on",
            "text",
        )


class CommitmentSerializer(RowSerializer):
    """An undertaking."""

    class Meta:
        model = Commitment
        fields = ("ref", "article", "text", "participant", "who", "due_on")


class TallySerializer(RowSerializer):
    """A number that a source gives."""

    class Meta:
        model = Tally
        fields = ("ref", "of", "value", "as_at", "text")


class AgreementSerializer(DocumentSerializer):
    """An agreement as a document."""

    titles = AgreementTitleSerializer(many=True)
    identifiers = AgreementIdentifierSerializer(many=True)
    authentic_languages = LanguagesField()
    participants = ParticipantSerializer(many=True)
    bodies = BodySerializer(many=True)
    acts = ActSerializer(many=True)
    clauses = ClauseSerializer(many=True)
    relations = RelationSerializer(many=True)
    documents = DocumentRowSerializer(many=True)
    commitments = CommitmentSerializer(many=True)
    tallies = TallySerializer(many=True)

    class Meta:
        model = Agreement
        fields = (
            "key",
            "titles",
            "form",
            "form_note",
            "scope",
            "reach",
            "region",
            "level",
            "binding",
            "binding_says",
            "disclosure",
            "disclosure_note",
            "subjects",
            "gcm_objectives",
            "sdg_targets",
            "identifiers",
            "address",
            "text_address",
            "depositary",
            "depositary_text",
            "secretariat",
            "secretariat_text",
            "original_held",
            "authentic_languages",
            "participants",
            "bodies",
            "acts",
            "clauses",
            "relations",
            "documents",
            "commitments",
            "tallies",
            "remarks",
            "citations",
        )


class CheckSerializer(DocumentSerializer):
    """A check as a document."""

    class Meta:
        model = Check
        fields = (
            "key",
            "actor",
            "counterpart",
            "subject",
            "done_on",
            "result",
            "text",
            "remarks",
            "citations",
        )
