"""One representation, both ways: load(dump(record)) changes nothing."""

import copy
import json
import unicodedata

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from register import kind_table
from register.documents import dump, leads_somewhere, references
from register.json_schema import json_schema, path_of
from register.loading import Refused, load, validated
from register.models import Source
from register.revising import save_revision
from tests.factories import citation, editor, remark, source_document, unit

pytestmark = pytest.mark.django_db

texts = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20).map(
    lambda text: unicodedata.normalize("NFC", text)
)
sources = st.builds(
    source_document,
    type=st.sampled_from(Source.Type.values),
    title=st.dictionaries(st.sampled_from(["en", "ru", "uz", "fra"]), texts, max_size=3),
    author=st.just("") | texts,
    published_on=st.sampled_from([None, "1951", "1951-07?", "1951-07-28", "2020/2023"]),
    remarks=st.lists(texts, max_size=3).map(
        lambda words: [remark(n, text={"en": each}) for n, each in enumerate(words, start=1)]
    ),
)


def full_document():
    return source_document(
        published_on="2025-07~",
        remarks=[remark(1), remark(2, about="title")],
        citations=[citation(7, path="remarks/remark-002/text", as_at="2024")],
    )


def refusal_of(document):
    with pytest.raises(Refused) as refused:
        load(document, unit())
    return dict(refused.value.problems)


def test_a_document_that_was_loaded_is_dumped_unchanged():
    assert dump(load(full_document(), unit())) == full_document()


@given(document=sources)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_document_survives_the_round_trip(document):
    assert dump(load(document, unit())) == document


def test_loading_again_removes_what_the_document_no_longer_has():
    load(full_document(), unit())
    assert dump(load(source_document(), unit())) == source_document()


def test_a_row_keeps_its_identity_when_the_document_is_loaded_again():
    before = load(full_document(), unit()).remarks.get(ref="remark-002").pk
    assert load(full_document(), unit()).remarks.get(ref="remark-002").pk == before


def test_a_ref_is_never_given_twice():
    record = load(full_document(), unit())
    record.remarks.all().delete()
    record.citations.all().delete()
    record.remarks.create(type="note", text={"en": "New."})
    document = json.loads(save_revision(record, editor()).document)
    assert [row["ref"] for row in document["remarks"]] == ["remark-003"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"kind": "treaty"}, "kind"),
        ({"schema": 2}, "schema"),
        ({"schema": True}, "schema"),
        ({"colour": "red"}, "colour"),
        ({"type": "rumour"}, "type"),
        ({"published_on": "1951-13"}, "published_on"),
        ({"published_on": 1951}, "published_on"),
        ({"title": {"": "No language"}}, "title"),
        ({"title": "Not by language"}, "title"),
        ({"key": "no spaces allowed"}, "key"),
        ({"remarks": [remark(1), remark(1)]}, "remarks/remark-001"),
        ({"remarks": [remark(1, about="no/such")]}, "remarks/remark-001/about"),
        ({"citations": [citation(path="acts/act-001")]}, "citations/citation-001/path"),
        ({"citations": [citation(source="NOBODY")]}, "citations.source"),
        ({"author": 5}, "author"),
        ({"author": "\x1b[2J"}, "author"),
        ({"author": "  "}, "author"),
        ({"type": 5}, "type"),
        ({"kind": []}, "kind"),
        ({"remarks": [remark(1, about=5)]}, "remarks/0/about"),
        ({"remarks": [remark(1, ref=" remark-001")]}, "remarks/0/ref"),
        ({"remarks": [remark(1, ref="remark-9999999")]}, "remarks/0/ref"),
        ({"citations": "none"}, "citations/non_field_errors"),
    ],
)
def test_a_document_that_does_not_hold_together_is_refused_by_field(change, place):
    assert place in refusal_of(source_document(**change))
    assert not Source.objects.exists()


def test_a_missing_field_is_refused_by_name():
    document = source_document()
    del document["author"]
    assert "author" in refusal_of(document)


@pytest.mark.parametrize("document", [None, [], "text", 7, {}])
def test_what_is_no_document_is_refused_with_a_sentence(document):
    with pytest.raises(Refused):
        validated(document)


def test_a_key_of_another_kind_is_refused():
    load(source_document("M49"), unit())
    code_list = {"kind": "code_list", "schema": 1, "key": "M49", "names": {}, "issuer": ""}
    document = code_list | {"version": "", "codes": [], "remarks": [], "citations": []}
    assert "key" in refusal_of(document)


def test_a_path_leads_to_a_field_a_row_or_a_field_of_a_row():
    document = full_document()
    for path in ("", "title", "remarks/remark-001", "remarks/remark-001/text"):
        assert leads_somewhere(document, path)
    for path in ("kind", "citations", "titel", "remarks/remark-009", "remarks/remark-001/x", "/"):
        assert not leads_somewhere(document, path)


def test_references_are_named_by_their_generic_path():
    assert list(references(full_document())) == [("citations.source", "ART", "source")]


@pytest.mark.parametrize("name", kind_table.kinds())
def test_the_published_schema_of_a_kind_is_the_one_in_use(name):
    kind = kind_table.kind(name)
    kept = json.loads(path_of(kind, kind.schema).read_text())
    assert kept == json_schema(kind), "raise the schema number and write the upgrade function"


@pytest.mark.parametrize("name", kind_table.kinds())
def test_every_past_schema_has_its_upgrade_function(name):
    kind = kind_table.kind(name)
    assert sorted(kind.upgrades) == list(range(1, kind.schema))
    assert all(path_of(kind, number).exists() for number in range(1, kind.schema + 1))


def test_a_document_is_valid_by_its_published_schema():
    schema = json_schema(kind_table.kind("source"))
    jsonschema.validate(full_document(), schema)
    broken = copy.deepcopy(full_document()) | {"type": "rumour"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)
