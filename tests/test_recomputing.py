"""New rules change nothing silently: differences are listed, and entered once approved."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from agreements import readings
from agreements.models import PublishedDate, PublishedStanding
from register.models import Entry, Head
from register.projecting import rebuild
from register.recomputing import recompute, recomputed
from register.revising import NotNow
from register.verifying import broken_entries
from tests.factories import approver, editor, publish_documents
from tests.factories_agreements import clause, ground, in_force_document

pytestmark = pytest.mark.django_db

KEY = "uz-kz-readmission-2012"
ON = date(2015, 1, 1)


@pytest.fixture
def published():
    """An agreement in force, on record."""
    publish_documents([*ground(), in_force_document()])


@pytest.fixture
def new_rules(monkeypatch):
    """Rules by which nothing is known of anything."""

    def changed(line):
        return [{**each, "status": "not_known"} for each in map(readings._period, line)]

    monkeypatch.setattr(readings, "_periods", changed)


def status(number=None):
    number = Head.newest().number if number is None else number
    rows = PublishedStanding.objects.recorded(number).of_agreements().on(ON)
    return rows.get(agreement=KEY).status


def told(*options, **more):
    out = StringIO()
    call_command("recompute", *options, stdout=out, **more)
    return out.getvalue()


def test_with_the_same_rules_nothing_differs(published):
    assert list(recomputed()) == []
    assert "Every stored reading" in told()
    assert recompute(approver(), "To be sure.") == []


def test_new_rules_are_listed_and_change_nothing(published, new_rules):
    before = Head.newest().number
    said = told()
    assert f"agreement {KEY}" in said and '"in_force" → "not_known"' in said
    assert (Head.newest().number, status()) == (before, "in_force")


def test_once_approved_the_new_answer_holds_from_a_new_entry_on(published, new_rules):
    before = Head.newest().number
    assert "Entered 1 reading(s)" in told(approved_by=approver().username, reason="New rules.")
    entry = Entry.objects.get(number=before + 1)
    assert (entry.event, entry.kind, entry.key, entry.document) == (
        "recomputed", "agreement", KEY, None,
    )  # fmt: skip
    assert (status(before), status()) == ("in_force", "not_known")
    assert list(broken_entries()) == []


def test_a_rebuild_loads_what_was_recomputed(published, new_rules, monkeypatch):
    recompute(approver(), "New rules.")
    before = list(PublishedStanding.objects.values_list("agreement", "status", "said_from"))
    monkeypatch.undo()
    rebuild()
    again = list(PublishedStanding.objects.values_list("agreement", "status", "said_from"))
    assert sorted(again) == sorted(before)


def test_recomputing_twice_enters_once(published, new_rules):
    assert len(recompute(approver(), "New rules.")) == 1
    assert recompute(approver(), "New rules.") == []


def test_only_an_approver_recomputes_and_says_why(published, new_rules):
    with pytest.raises(PermissionDenied):
        recompute(editor(), "New rules.")
    with pytest.raises(NotNow):
        recompute(approver(), " ")
    with pytest.raises(CommandError, match="Say why"):
        told(approved_by=approver().username)
    with pytest.raises(CommandError, match="no active account"):
        told(approved_by="nobody", reason="New rules.")


def test_dates_of_an_agreement_that_nobody_touched_for_long_are_told_further(monkeypatch):
    long_ago = datetime(2000, 5, 5, tzinfo=UTC)
    with monkeypatch.context() as then:
        then.setattr(timezone, "now", lambda: long_ago)
        terms = [
            clause(1, type="duration", rule="fixed", period="P5Y"),
            clause(2, type="renewal", rule="tacit", period="P5Y"),
        ]
        publish_documents([*ground(), in_force_document(clauses=terms)])
    last = PublishedDate.objects.order_by("day").last()
    assert last.day.year == 2027
    [entry] = recompute(approver(), "The dates ran out.")
    current = PublishedDate.objects.recorded(entry.number)
    assert current.order_by("day").last().day - timezone.localdate() > timedelta(365 * 25)
