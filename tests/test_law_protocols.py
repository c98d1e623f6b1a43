"""A protocol in the register: read with its parent, and read again when its parent changes."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.engine import read
from agreements.models import PublishedAgreement, PublishedStanding
from register.models import Head
from register.public_record import PublicRecord
from tests.factories import publish_documents
from tests.factories_agreements import (
    act,
    agreement_document,
    clause,
    ground,
    in_force_document,
    relation,
)

pytestmark = pytest.mark.django_db

PARENT, PROTOCOL = "uz-kz-parent", "uz-kz-protocol"
ON_SIGNATURE = clause(rule="on_signature")


def parent(in_force_on):
    """The agreement that is supplemented, in force from a day."""
    return in_force_document(PARENT, acts=signed(act(3, "entry_into_force", done_on=in_force_on)))


def signed(*more):
    """Signature by both sides on 1 March 2012, and what else is on record."""
    both = [act(n, "signature", f"participant-00{n}", done_on="2012-03-01") for n in (1, 2)]
    return [*both, *more]


def protocol(key=PROTOCOL):
    """A protocol that is in force by signature, if its parent is."""
    relations = [relation(1, PARENT, type="supplements")]
    clauses = [ON_SIGNATURE]
    return agreement_document(key, acts=signed(), clauses=clauses, relations=relations)


def status(on, key=PROTOCOL):
    """The status of an agreement on a day, as the register says it now."""
    rows = PublishedStanding.objects.recorded(Head.newest().number).on(on).of_agreements()
    return rows.get(agreement=key).status


def test_a_protocol_is_read_with_its_parent():
    publish_documents([*ground(), parent("2014-06-01"), protocol()])
    assert status(date(2014, 5, 31)) == "not_known"
    assert status(date(2014, 6, 1)) == "in_force"


def test_a_protocol_is_read_again_when_its_parent_changes():
    publish_documents([*ground(), parent("2014-06-01"), protocol()])
    [entry] = publish_documents([parent("2010-01-01")])
    assert sorted(json.loads(entry.reading)["agreement"]) == [PARENT, PROTOCOL]
    assert status(date(2012, 3, 1)) == "in_force"


def test_the_parent_is_not_read_again_when_a_protocol_changes():
    publish_documents([*ground(), parent("2014-06-01"), protocol()])
    [entry] = publish_documents([protocol() | {"address": "https://example.org/protocol"}])
    assert sorted(json.loads(entry.reading)["agreement"]) == [PROTOCOL]


def test_a_hundred_protocols_are_read_in_as_few_queries_as_ten():
    publish_documents([*ground(), parent("2014-06-01")])
    counts = []
    for first, how_many in ((0, 10), (10, 100)):
        publish_documents([protocol(f"p-{first + n:03d}") for n in range(how_many)])
        rows = PublishedAgreement.objects.filter(key__startswith="p-", said_until=None)
        changed = {row.key: json.loads(row.document) for row in rows}
        with CaptureQueriesContext(connection) as queries:
            read(changed, PublicRecord(), date(2026, 1, 1))
        counts.append(len(queries))
    assert counts[0] == counts[1]
