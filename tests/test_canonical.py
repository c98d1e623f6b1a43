"""One JSON value has one sequence of bytes."""

import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.canonical import NotCanonical, canonical

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=20,
)
ascii_keyed = st.dictionaries(st.text("abcxyz_", min_size=1), values)


@given(values)
def test_canonical_bytes_read_back_as_the_same_value(value):
    assert json.loads(canonical(value)) == value


@given(values)
def test_what_reads_the_same_has_the_same_bytes(value):
    assert canonical(json.loads(json.dumps(value))) == canonical(value)


@given(st.dictionaries(st.text("abcxyz_", min_size=1), st.integers(0, 9) | st.text('aё oʻ\n"')))
def test_a_document_has_the_bytes_that_another_implementation_gives(value):
    assert canonical(value) == orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


@pytest.mark.parametrize("value", [1.0, [0.5], {"a": {"b": float("nan")}}, 2**53, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(NotCanonical):
        canonical(value)


def test_the_refusal_says_where_the_float_stands():
    with pytest.raises(NotCanonical, match=r"\$\.budget\[1\]\.amount is a float"):
        canonical({"budget": [{}, {"amount": 1.5}]})
