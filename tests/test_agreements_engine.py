"""From publication to period rows: what is read, with which entry it is stored, what was said."""

import json
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agreements.engine import clear, project, read
from agreements.models import PublishedAgreement, PublishedStanding
from agreements.reading_rows import MODELS
from register.models import Entry, Head, Record
from register.projecting import rebuild
from register.public_record import PublicRecord
from register.publishing import withdraw
from tests.factories import approver, publish_documents
from tests.factories_agreements import (
    act,
    agreement_document,
    ground,
    in_force_document,
    participant,
    relation,
)

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"
ON = date(2015, 1, 1)


def superseding(key="uz-kz-readmission-2020", target=KEY, **changes):
    """A later agreement, in force from 1 June 2020, that supersedes another."""
    acts = [
        act(1, "signature", "participant-001", done_on="2020-03-01"),
        act(2, "signature", "participant-002", done_on="2020-03-01"),
        act(3, "entry_into_force", done_on="2020-06-01"),
    ]
    return in_force_document(key, **{"acts": acts, "relations": [relation(1, target)], **changes})


def status(key=KEY, on=ON, number=None):
    """The status of an agreement on a day, as the register says it after an entry."""
    number = Head.newest().number if number is None else number
    rows = PublishedStanding.objects.recorded(number).on(on).of_agreements()
    [row] = rows.filter(agreement=key)
    return row.status


def all_rows():
    """Every row that comes from readings as it stands, without its database id, by model."""
    return {model: _rows(model) for model in MODELS}


def _rows(model):
    names = [field.name for field in model._meta.fields if field.name != "id"]
    return list(model.objects.order_by(*names).values(*names))


def asked(queries):
    """How many questions were asked; rows are written in as many pieces as the database takes."""
    return len([each for each in queries if not each["sql"].startswith("INSERT")])


def read_keys(entry):
    """The agreements whose readings an entry stores."""
    return sorted(json.loads(entry.reading)["agreement"]) if entry.reading else []


def test_publishing_writes_the_periods_of_the_agreement_and_of_its_participants():
    publish_documents([*ground(), in_force_document()])
    assert status(on=date(2012, 5, 31)) == "signed_not_in_force"
    assert status(on=date(2012, 6, 1)) == "in_force"
    standings = PublishedStanding.objects.of_actor("UZB").on(date(2012, 6, 1))
    assert [(row.participant, row.status) for row in standings] == [("participant-001", "party")]


def test_every_day_has_exactly_one_status():
    publish_documents([*ground(), in_force_document()])
    rows = PublishedStanding.objects.of_agreements().order_by("from_day")
    assert rows.first().from_day == date.min
    assert rows.last().until_day == date.max
    ends = [row.until_day for row in rows]
    assert ends[:-1] == [row.from_day for row in rows][1:]


def test_a_participant_known_by_words_has_a_standing_and_no_key():
    unnamed = participant(2, None, side=2, text={"en": "A state that is not named"})
    publish_documents(
        [*ground(), in_force_document(participants=[participant(1, side=1), unnamed])]
    )
    [row] = PublishedStanding.objects.filter(participant="participant-002").on(ON)
    assert (row.actor, row.status) == ("", "party")


def test_the_agreements_in_force_on_a_day_are_one_query():
    publish_documents([*ground(), in_force_document(), agreement_document("uz-kz-older")])
    number = Head.newest().number
    with CaptureQueriesContext(connection) as queries:
        found = list(PublishedStanding.objects.recorded(number).in_force(ON))
    assert [row.agreement for row in found] == [KEY]
    assert len(queries) == 1


def test_a_correction_says_otherwise_from_its_entry_on():
    publish_documents([*ground(), in_force_document()])
    before = Head.newest().number
    publish_documents([in_force_document(acts=[act(1, "adoption", done_on="2014")], citations=[])])
    assert status(number=before) == "in_force"
    assert status() != "in_force"


def test_a_later_agreement_changes_the_status_of_the_one_that_it_supersedes():
    publish_documents([*ground(), in_force_document()])
    before = Head.newest().number
    [entry] = publish_documents([superseding()])
    after = date(2021, 1, 1)
    assert read_keys(entry) == [KEY, "uz-kz-readmission-2020"]
    assert status(on=after) == "superseded"
    assert status(on=after, number=before) == "in_force"


def test_dropping_the_relation_reads_the_earlier_agreement_again():
    publish_documents([*ground(), in_force_document()])
    publish_documents([superseding()])
    [entry] = publish_documents([superseding(relations=[])])
    assert KEY in read_keys(entry)
    assert status(on=date(2021, 1, 1)) == "in_force"


def test_within_a_batch_each_agreement_is_read_once_with_its_own_entry():
    entries = publish_documents([*ground(), in_force_document(), superseding()])
    assert [read_keys(entry) for entry in entries[-2:]] == [[KEY], ["uz-kz-readmission-2020"]]
    assert status(on=date(2021, 1, 1)) == "superseded"


def test_what_two_changes_cause_is_stored_with_the_last_of_them():
    publish_documents([*ground(), in_force_document()])
    entries = publish_documents([superseding(), superseding("uz-kz-readmission-2021")])
    assert [KEY in read_keys(entry) for entry in entries] == [False, True]


def test_withdrawing_ends_the_periods_and_reads_what_depended_on_them_again():
    publish_documents([*ground(), in_force_document()])
    publish_documents([superseding()])
    later = Record.objects.get(key="uz-kz-readmission-2020")
    before = Head.newest().number
    entry = withdraw(later, approver(), "Entered in error.")
    assert json.loads(entry.reading)["agreement"]["uz-kz-readmission-2020"] is None
    current = PublishedStanding.objects.recorded(entry.number)
    assert not current.filter(agreement="uz-kz-readmission-2020").exists()
    assert PublishedStanding.objects.recorded(before).filter(agreement=later.key).exists()
    assert status(on=date(2021, 1, 1)) == "in_force"


def test_a_rebuild_from_the_entries_gives_the_same_rows():
    publish_documents([*ground("UZB", "KAZ", "KGZ"), in_force_document()])
    publish_documents([superseding()])
    changed = [participant(1, "UZB", side=1), participant(2, "KGZ", side=2)]
    publish_documents([in_force_document(participants=changed)])
    before = all_rows()
    actors = {row["actor"] for row in before[PublishedStanding]}
    rebuild()
    assert actors == {"", "UZB", "KAZ", "KGZ"}
    assert all_rows() == before


def test_reading_everything_again_gives_what_is_stored():
    publish_documents([*ground(), in_force_document(), superseding()])
    documents = {
        row.key: json.loads(row.document)
        for row in PublishedAgreement.objects.order_by("said_from")
    }
    again = read(documents, PublicRecord(), timezone.localdate())
    stored = {}
    for entry in Entry.objects.exclude(reading=None):
        stored |= json.loads(entry.reading)["agreement"]
    assert {key: readings[key] for key, readings in again.items()} == stored


def test_periods_whose_text_is_gone_are_not_written():
    reading = {"agreement": [{"status": "in_force", "from": None, "until": None,
                              "reason": {"code": "x"}, "act": None, "checked": None}],
               "participants": {}}  # fmt: skip
    project([(7, {"gone": reading})])
    assert not PublishedStanding.objects.exists()


def test_clearing_leaves_no_row():
    publish_documents([*ground(), in_force_document()])
    assert all(all_rows().values())
    clear()
    assert not any(all_rows().values())


def test_a_hundred_agreements_are_read_and_written_in_as_few_queries_as_ten():
    publish_documents(ground())
    counts = []
    for first, how_many in ((0, 10), (10, 100)):
        documents = [in_force_document(f"a-{first + n:03d}") for n in range(how_many)]
        publish_documents(documents)
        changed = {document["key"]: document for document in documents}
        with CaptureQueriesContext(connection) as queries:
            readings = read(changed, PublicRecord(), ON)
        counts.append(asked(queries))
        clear()
        number = Head.newest().number
        with CaptureQueriesContext(connection) as queries:
            project([(number, each) for each in readings.values()])
        counts[-1] += asked(queries)
    assert counts[0] == counts[1]
