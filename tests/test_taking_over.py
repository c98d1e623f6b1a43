"""A depositary's table taken over into an agreement: plan, confirmation, and nothing lost."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agreements.models import Agreement
from agreements.status_tables import read_table
from agreements.status_tables.plan import Verdict, plan_of
from agreements.taking_over import cited_as, left_over, public_names, take_over
from register.documents import dump
from register.models import Source
from register.revising import NotNow, save_revision
from tests.admin_forms import address, erkin, fields_of, nodira, said, signed_in
from tests.factories import citation, editor, publish_documents, saved, source_document
from tests.factories_actors import organization_document, state_document
from tests.factories_agreements import act, agreement_document, participant

pytestmark = pytest.mark.django_db

KEY = "convention-2000"
FORM = "status_table_form"
# In the manner of the United Nations Treaty Collection, the Protocol of 2000 (XVIII-12-a).
TABLE = """\
Participant,Signature,"Ratification, Acceptance(A), Accession(a)"
Kazakhstan,,31 Jul 2008 a
Kyrgyzstan,13 Dec 2000,2 Oct 2003
Uzbekistan,28 Jun 2001,12 Aug 2008
Atlantis,28 Jun 2001,
European Union,12 Dec 2000,[6 Sep 2006 A]
Uzbekistan,no date,
"""


@pytest.fixture
def agreement():
    """A convention of which Uzbekistan signed, as recorded, on another day, and none was shown."""
    called = {"UZB": "Uzbekistan", "KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan"}
    publish_documents(
        [
            source_document(),
            source_document("UNTC", type="depositary"),
            *(state_document(key, names={"en": name}) for key, name in called.items()),
            organization_document("eu", names={"en": "European Union"}),
        ]
    )
    acts = [
        act(1, "adoption", done_on="2000-11-15"),
        act(2, "signature", "participant-001", done_on="2001-06-29"),
        act(3, "ratification", "participant-001", evidence="none_shown", as_at="2017"),
        act(4, "signature", "participant-002", done_on="2000-12-13"),
    ]
    document = agreement_document(
        KEY,
        scope="multilateral",
        form="convention",
        participants=[participant(1, "UZB"), participant(2, "KGZ")],
        acts=acts,
    )
    saved(document)
    return Agreement.objects.get(key=KEY)


def plan(agreement, table=TABLE, chosen=None):
    return plan_of(read_table(table), dump(agreement), public_names(), chosen)


def taken(agreement, table=TABLE, chosen=None, **options):
    cited = cited_as(Source.objects.get(key="UNTC"), "2015-03-14")
    return take_over(agreement, plan(agreement, table, chosen), cited, editor(), **options)


def acts_of(agreement, actor):
    document = dump(agreement)
    refs = {row["ref"] for row in document["participants"] if row["actor"] == actor}
    return [(a["type"], a["done_on"]) for a in document["acts"] if a["participant"] in refs]


def test_the_plan_tells_what_is_new_the_same_and_different(agreement):
    found = plan(agreement)
    assert found.counts == {"new": 4, "same": 1, "differs": 1, "withdrawn": 1, "not_matched": 1}
    [(row, differing)] = found.acts(Verdict.DIFFERS)
    assert (row.match.key, differing.recorded["ref"]) == ("UZB", "act-002")
    against = [planned.against for _row, planned in found.acts(Verdict.NEW) if planned.against]
    assert against == ["act-003"]


def test_taking_over_saves_one_revision_with_every_act_cited(agreement):
    before = agreement.revisions.count()
    revision = taken(agreement)
    assert agreement.revisions.count() == before + 1
    assert acts_of(agreement, "KAZ") == [("accession", "2008-07-31")]
    assert ("ratification", "2003-10-02") in acts_of(agreement, "KGZ")
    document = dump(agreement)
    added = [a for a in document["acts"] if a["type"] == "accession"]
    [cited] = [c for c in document["citations"] if c["path"] == f"acts/{added[0]['ref']}"]
    assert added[0]["letter"] == "a"
    assert (cited["source"], cited["confidence"], cited["as_at"], cited["locator"]) == (
        "UNTC", "verified", "2015-03-14", "Kazakhstan",
    )  # fmt: skip
    assert "Atlantis" in revision.reason and "no date" in revision.reason
    assert "European Union" in revision.reason


def test_nothing_that_is_recorded_is_overwritten_unless_somebody_says_so(agreement):
    taken(agreement)
    assert ("signature", "2001-06-29") in acts_of(agreement, "UZB")
    [noted] = [c for c in dump(agreement)["citations"] if c["path"] == "acts/act-002/done_on"]
    assert noted["says"] == "2001-06-28"


def test_the_day_of_the_table_replaces_the_recorded_one_where_it_was_ticked(agreement):
    [(_row, differing)] = plan(agreement).acts(Verdict.DIFFERS)
    taken(agreement, taken={differing.number})
    assert ("signature", "2001-06-28") in acts_of(agreement, "UZB")
    assert ("signature", "2001-06-29") not in acts_of(agreement, "UZB")


def test_the_same_table_changes_nothing_the_second_time(agreement):
    taken(agreement)
    assert taken(agreement) is None
    counts = plan(agreement).counts
    assert (counts["new"], counts["same"]) == (0, 5)


def test_a_newer_table_adds_to_each_act_the_day_as_at_which_it_was_checked(agreement):
    taken(agreement)
    newer = cited_as(Source.objects.get(key="UNTC"), "2020-01-01")
    assert take_over(agreement, plan(agreement), newer, editor())
    days = {c["as_at"] for c in dump(agreement)["citations"]}
    assert {"2015-03-14", "2020-01-01"} <= days


def test_who_was_chosen_for_a_name_is_taken(agreement):
    chosen = {row.row.number: "KAZ" for row in plan(agreement).rows if row.row.name == "Atlantis"}
    taken(agreement, chosen=chosen)
    assert ("signature", "2001-06-28") in acts_of(agreement, "KAZ")


def test_a_withdrawn_instrument_is_left_to_somebody_who_knows_the_footnote(agreement):
    taken(agreement)
    assert acts_of(agreement, "eu") == [("signature", "2000-12-12")]
    assert any("in brackets" in line for line in left_over(plan(agreement)))


def test_a_signature_by_succession_makes_no_party(agreement):
    heads = 'Participant,"Signature, Succession to signature(d)",Ratification'
    table = f"{heads}\nKazakhstan,23 Oct 2006 d,\n"
    taken(agreement, table)
    assert acts_of(agreement, "KAZ") == [("signature", "2006-10-23")]


def test_a_territory_takes_part_beside_its_state(agreement):
    table = "Participant,Signature,Ratification\nUzbekistan (for Samarkand),,1 Jan 2010\n"
    taken(agreement, table)
    rows = [row for row in dump(agreement)["participants"] if row["actor"] == "UZB"]
    assert [row["territory"] for row in rows] == [{}, {"en": "Samarkand"}]
    assert taken(agreement, table) is None


def test_the_number_of_parties_is_kept_as_a_tally_once(agreement):
    taken(agreement, parties=185)
    taken(agreement, parties=185)
    rows = [(row["of"], row["value"], row["as_at"]) for row in dump(agreement)["tallies"]]
    assert rows == [("parties", 185, "2015-03-14")]


def test_a_consent_that_the_head_leaves_open_is_the_one_on_record(agreement):
    taken(agreement)
    table = "State\tConsent to be bound\nKazakhstan\t31 July 2008\n"
    assert plan(agreement, table).counts["same"] == 1


def test_acts_on_record_that_the_table_does_not_have_are_told(agreement):
    taken(agreement)
    shorter = "Participant,Signature,Ratification\nUzbekistan,28 Jun 2001,\n"
    found = plan(agreement, shorter)
    assert [row["actor"] for row in found.absent] == ["KGZ", "KAZ", "eu"]
    assert [a["type"] for a in found.rows[0].missing] == ["ratification"]


def test_a_plan_made_before_somebody_saved_is_not_carried_out(agreement):
    seen = agreement.revisions.count()
    Agreement.objects.filter(pk=agreement.pk).update(form_note="Changed.")
    save_revision(Agreement.objects.get(pk=agreement.pk), editor())
    with pytest.raises(NotNow):
        taken(agreement, seen=seen)


def test_a_table_of_two_hundred_states_asks_no_more_than_one_of_two(agreement):
    counts = []
    for rows in (2, 200):
        table = "Participant,Signature\n" + "Atlantis,1 Jan 2001\n" * rows
        with CaptureQueriesContext(connection) as queries:
            plan(agreement, table)
        counts.append(len(queries))
    assert counts[0] == counts[1]


# --- The page -----------------------------------------------------------------------------------


def where(agreement):
    return address(agreement, "status_table")


def given(**changes):
    return {"text": TABLE, "source": "UNTC", "as_at": "2015-03-14", "parties": "", **changes}


def test_a_curator_pastes_looks_and_confirms(agreement):
    client = erkin()
    preview = client.post(where(agreement), given())
    text = preview.content.decode()
    assert "Atlantis" in text and "2001-06-29" in text and "Take it over" in text
    assert agreement.revisions.count() == 1
    values = fields_of(preview, FORM)
    unmatched = next(name for name in values if name.startswith("chosen-"))
    answer = client.post(
        where(agreement), {**values, unmatched: "KAZ", "confirm": "1"}, follow=True
    )
    assert "The table is taken over: revision 2." in said(answer)
    assert ("signature", "2001-06-28") in acts_of(agreement, "KAZ")
    again = client.post(where(agreement), given(confirm="1", seen="2"), follow=True)
    assert "The table is taken over" in said(again) or "has all of this" in said(again)


def test_a_file_does_instead_of_pasting(agreement):
    file = SimpleUploadedFile("table.csv", TABLE.encode("utf-16"))
    preview = erkin().post(where(agreement), given(text="", file=file))
    assert "Kyrgyzstan" in preview.content.decode()
    assert "Kyrgyzstan" in fields_of(preview, FORM)["text"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": ""}, "Paste a table, or choose a file."),
        ({"as_at": "yesterday"}, "is not a date"),
        ({"source": "NOPE"}, "Select a valid choice"),
        ({"text": "", "file": SimpleUploadedFile("x.png", b"\x89PNG\0\0")}, "is not a text"),
        ({"text": "x" * 1_000_001}, "at most 1000000"),
    ],
)
def test_what_is_no_table_is_refused_in_words(agreement, changes, sentence):
    answer = erkin().post(where(agreement), given(**changes))
    assert sentence in answer.content.decode()
    assert agreement.revisions.count() == 1


@pytest.mark.parametrize(
    "text", ["no table at all", ",,,,\n" * 5000, "=1+1;@x\n\u202eabc;\x00", "[" * 9000]
)
def test_hostile_input_is_shown_and_never_an_error(agreement, text):
    answer = erkin().post(where(agreement), given(text=text))
    assert answer.status_code == 200


def test_a_confirmation_after_somebody_saved_shows_the_plan_again(agreement):
    client = erkin()
    values = fields_of(client.post(where(agreement), given()), FORM)
    Agreement.objects.filter(pk=agreement.pk).update(form_note="Changed.")
    save_revision(Agreement.objects.get(pk=agreement.pk), editor())
    answer = client.post(where(agreement), {**values, "confirm": "1"})
    assert "look at the plan anew" in said(answer)
    assert agreement.revisions.count() == 2


def test_who_belongs_to_another_unit_does_not_find_the_page(agreement):
    for answer in (nodira().get(where(agreement)), nodira().post(where(agreement), given())):
        assert answer.status_code in (302, 404)
    assert agreement.revisions.count() == 1


# --- The command --------------------------------------------------------------------------------


def command(*words, **options):
    out = io.StringIO()
    call_command("import_status_table", *words, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(TABLE)
    return path


def test_the_command_takes_a_table_over(agreement, file):
    options = {"source": "UNTC", "as_at": "2015-03-14", "by": editor().username}
    told = command(KEY, str(file), dry_run=True, **options)
    assert "4 new" in told and "Atlantis" in told and "dry run" in told
    assert agreement.revisions.count() == 1
    assert "Saved as revision 2." in command(KEY, str(file), **options)
    assert "The record has it all." in command(KEY, str(file), **options)


def test_the_command_looks_through_a_folder_and_fails_where_something_was_not_read(agreement, file):
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 file"):
        call_command("import_status_table", check=str(file.parent), stdout=out)
    assert "not_matched 1: Atlantis" in out.getvalue() and "no_date 1" in out.getvalue()
    file.write_text("Status as at 2015\nParticipant,Signature\nUzbekistan,28 Jun 2001\n")
    assert "1 tables, 1 participants, 1 acts." in command(check=str(file.parent))


@pytest.mark.parametrize(
    ("words", "options", "sentence"),
    [
        ((), {}, "Give agreement"),
        (("nothing", "f"), {"source": "UNTC", "as_at": "2015", "by": "erkin"}, "no record nothing"),
        ((KEY, "f"), {"source": "X", "as_at": "2015", "by": "erkin"}, "no record X"),
        ((KEY, "f"), {"source": "UNTC", "as_at": "then", "by": "erkin"}, "is not a day"),
        ((KEY, "no-file"), {"source": "UNTC", "as_at": "2015", "by": "erkin"}, "cannot be read"),
        ((KEY, "f"), {"source": "UNTC", "as_at": "2015", "by": "nobody"}, "no active account"),
        ((), {"check": "/no/such/folder"}, "is not a folder"),
    ],
)
def test_the_command_says_what_it_lacks(agreement, words, options, sentence):
    editor()
    with pytest.raises(CommandError, match=sentence):
        command(*words, **options)


def test_a_recorded_citation_of_the_same_is_not_doubled(agreement):
    document = dump(agreement)
    document["citations"] = [
        citation(1, path="acts/act-004", source="UNTC", locator="Kyrgyzstan",
                 confidence="verified", as_at="2015-03-14")
    ]  # fmt: skip
    saved(document)
    taken(Agreement.objects.get(key=KEY))
    paths = [c["path"] for c in dump(agreement)["citations"]]
    assert paths.count("acts/act-004") == 1


def test_the_page_is_reached_from_the_form(agreement):
    assert where(agreement) in signed_in(erkin_account()).get(address(agreement)).content.decode()


def erkin_account():
    """Erkin's account, once he has signed in."""
    erkin()
    return editor()
