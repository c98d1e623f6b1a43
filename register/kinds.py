"""The kinds of record that this room brings: sources and code lists."""

from .documents import DocumentSerializer, RowSerializer
from .kind_table import Kind
from .models import Code, CodeList, PublishedCodeList, PublishedSource, Source


class SourceSerializer(DocumentSerializer):
    """A source as a document."""

    class Meta:
        model = Source
        fields = (
            "key",
            "type",
            "title",
            "reference",
            "author",
            "publisher",
            "published_on",
            "address",
            "language",
            "licence",
            "how_seen",
            "seen_on",
            "remarks",
            "citations",
        )


class CodeSerializer(RowSerializer):
    """A code of a list."""

    class Meta:
        model = Code
        fields = ("ref", "code", "parent", "names")


class CodeListSerializer(DocumentSerializer):
    """A list of codes as a document."""

    codes = CodeSerializer(many=True)

    class Meta:
        model = CodeList
        fields = ("key", "names", "issuer", "version", "codes", "remarks", "citations")


def names_of_code_list(document):
    """The list's own name, and the name of each code under list/code."""
    codes = {f"{document['key']}/{code['code']}": code["names"] for code in document["codes"]}
    return {document["key"]: document["names"], **codes}


KINDS = [
    Kind(
        name="source",
        plural="sources",
        model=Source,
        serializer=SourceSerializer,
        row=PublishedSource,
        names=lambda document: {document["key"]: document["title"]},
    ),
    Kind(
        name="code_list",
        plural="codes",
        model=CodeList,
        serializer=CodeListSerializer,
        row=PublishedCodeList,
        names=names_of_code_list,
    ),
]
