"""The founding load: the starting register goes in whole and comes out with the same bytes.

The suite runs on SQLite and on PostgreSQL, and both are compared with the same file; so what one
database exports the other imports, and exports again, unchanged.
"""

import json
from datetime import date

import pytest
from django.conf import settings
from django.core.management import call_command

from agreements.models import PublishedStanding
from register.canonical import canonical
from register.exporting import export
from register.importing import import_folder
from register.kind_table import kind
from register.management.commands.start_register import FOUNDING_LOAD
from register.models import Account, Entry, Head, Revision
from register.projecting import rebuild
from register.public_record import PublicRecord
from register.roles import office
from register.starting import NotNew, make_demonstration_accounts
from register.verifying import broken_entries
from tests.factories import account

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("founded"),
]
STARTING_REGISTER = settings.STARTING_REGISTER_DIR / "register.ndjson"


def documents():
    return [json.loads(line) for line in STARTING_REGISTER.read_bytes().splitlines()]


def standing(agreement, actor, on):
    found = PublishedStanding.objects.of_actor(actor).on(on).get(agreement=agreement)
    return found.status


def test_everything_is_published_as_one_batch_marked_as_the_founding_load():
    entries = Entry.objects.all()
    assert entries.count() == len(documents())
    assert set(entries.values_list("event", "nature", "reason")) == {
        ("published", "first_publication", FOUNDING_LOAD)
    }
    assert entries.values("at").distinct().count() == 1


def test_the_founded_register_verifies():
    assert not list(broken_entries())


def test_an_export_gives_the_starting_register_in_todays_schemas(tmp_path):
    export(tmp_path)
    exported = (tmp_path / "register.ndjson").read_bytes().splitlines()
    today = [canonical(kind(each["kind"]).upgraded(each)) for each in documents()]
    assert exported == today
    assert {each["schema"] for each in documents() if each["kind"] == "agreement"} == {1}


def test_importing_it_again_adds_nothing():
    before = (Head.newest().number, Revision.objects.count())
    account = Account.objects.get(username="editor")
    report = import_folder(settings.STARTING_REGISTER_DIR, account, office())
    assert len(report.unchanged) == len(documents())
    assert not report.refused
    assert (Head.newest().number, Revision.objects.count()) == before


def test_a_second_start_changes_nothing(capsys):
    before = Account.objects.get(username="admin").password
    call_command("start_register")
    assert "nothing to start" in capsys.readouterr().out
    assert Account.objects.get(username="admin").password == before


def test_the_demonstration_accounts_are_marked_as_such():
    accounts = Account.objects.filter(is_demonstration=True).values_list("username", "is_superuser")
    assert sorted(accounts) == [("admin", True), ("approver", False), ("editor", False)]


def test_nobody_published_what_they_entered():
    saved = set(Revision.objects.values_list("saved_by__username", flat=True))
    approved = set(Entry.objects.values_list("approved_by__username", flat=True))
    assert (saved, approved) == ({"editor"}, {"approver"})


def test_a_rebuild_answers_every_day_as_before():
    def answers():
        names = ("agreement", "participant", "status", "from_day", "until_day", "reason", "act")
        return sorted(PublishedStanding.objects.values_list(*names, "said_from", "said_until"))

    before = answers()
    rebuild()
    assert answers() == before


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2015, 3, 14), date(2026, 11, 23)])
def test_uzbekistan_is_never_a_party_to_the_migrant_workers_convention(day):
    assert standing("icrmw-1990", "UZB", day) in {"none_shown", "not_known"}


def test_the_claim_of_the_article_stands_beside_the_depositarys_silence():
    document = PublicRecord().document("agreement", "icrmw-1990")
    uzbek = next(row["ref"] for row in document["participants"] if row["actor"] == "UZB")
    evidence = [row["evidence"] for row in document["acts"] if row["participant"] == uzbek]
    assert sorted(evidence) == ["claimed", "none_shown"]


def test_uzbekistan_only_signed_the_smuggling_protocol_but_is_party_to_the_trafficking_one():
    today = date(2026, 11, 23)
    assert standing("palermo-smuggling-protocol-2000", "UZB", today) == "signatory"
    assert standing("palermo-trafficking-protocol-2000", "UZB", today) == "party"


def test_a_signed_agreement_that_is_to_replace_another_does_not_end_it_before_it_is_in_force():
    found = PublishedStanding.objects.of_agreements().on(date(2026, 11, 23))
    assert found.get(agreement="uz-eu-pca-1996").status == "in_force"
    assert found.get(agreement="uz-eu-epca-2025").status != "in_force"


def test_a_register_with_accounts_of_its_own_is_given_no_demonstration_accounts():
    account("karim")
    with pytest.raises(NotNew):
        make_demonstration_accounts("x")
    assert not Account.objects.get(username="karim").is_demonstration
