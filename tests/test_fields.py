"""The two model fields on a real table and in migrations."""

import datetime

import pytest
from django.core.exceptions import FieldError, ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import MigrationWriter

from register.fields import columns_of
from register.partial_dates import PartialDate
from tests.field_models import Chair, Membership, MembershipForm, Period


@pytest.fixture(scope="module")
def tables(django_db_setup, django_db_blocker):
    """The two tables, for as long as this module is tested."""
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(Membership)
            editor.create_model(Chair)
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(Chair)
            editor.delete_model(Membership)


@pytest.fixture
def stored(tables, db):
    """The tables, inside a test's own transaction."""


def day(text):
    """A calendar day."""
    return datetime.date.fromisoformat(text)


def names_of(fields):
    """The names of fields, in order."""
    return [field.name for field in fields]


def bounds(name="from_on"):
    """The bounds of the only row as the database has them."""
    return Membership.objects.values_list(f"{name}_earliest", f"{name}_latest").get()


# --- A partial date in the database ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1951", "1951-01-01", "1951-12-31"),
        ("1951-02?", "1951-02-01", "1951-02-28"),
        ("1951-07-28%", "1951-07-28", "1951-07-28"),
        ("1951-07-28~/1951-08-02%", "1951-07-28", "1951-08-02"),
    ],
)
def test_a_partial_date_comes_back_as_written_with_its_bounds_in_the_database(
    stored, text, earliest, latest
):
    Membership.objects.create(from_on=text)
    assert Membership.objects.get().from_on == PartialDate.parse(text)
    assert bounds() == (day(earliest), day(latest))


@pytest.mark.parametrize("value", [None, ""])
def test_an_unknown_date_is_null_and_has_no_bounds(stored, value):
    Membership.objects.create(from_on=value)
    assert Membership.objects.filter(from_on__isnull=True).count() == 1
    assert bounds() == (None, None)


def test_the_bounds_follow_every_change_of_the_value():
    row = Membership(from_on="1951")
    row.from_on = PartialDate.parse("1952-03")
    assert (row.from_on_earliest, row.from_on_latest) == (day("1952-03-01"), day("1952-03-31"))
    row.from_on = day("1953-01-05")
    assert row.from_on == PartialDate.parse("1953-01-05")
    assert (row.from_on_earliest, row.from_on_latest) == (day("1953-01-05"), day("1953-01-05"))
    row.from_on = None
    assert (row.from_on_earliest, row.from_on_latest) == (None, None)


def test_a_bound_cannot_be_moved_by_hand():
    row = Membership(from_on="1951", from_on_latest=day("1999-01-01"))
    row.from_on_earliest = day("1900-01-01")
    assert (row.from_on_earliest, row.from_on_latest) == (day("1951-01-01"), day("1951-12-31"))


def test_saving_again_and_saving_many_keep_the_bounds_in_step(stored):
    Membership.objects.bulk_create([Membership(from_on="1951")])
    row = Membership.objects.get()
    assert bounds() == (day("1951-01-01"), day("1951-12-31"))
    row.from_on = "1952"
    row.save()
    assert bounds() == (day("1952-01-01"), day("1952-12-31"))


def test_an_update_names_all_three_columns(stored):
    Membership.objects.create(from_on="1951")
    Membership.objects.update(**columns_of("from_on", "1960-05"))
    assert Membership.objects.get().from_on == PartialDate.parse("1960-05")
    assert bounds() == (day("1960-05-01"), day("1960-05-31"))
    Membership.objects.update(**columns_of("from_on", None))
    assert bounds() == (None, None)


def test_a_row_loaded_in_part_is_saved_whole(stored):
    Membership.objects.create(from_on="1951")
    row = Membership.objects.defer("from_on", "from_on_earliest", "from_on_latest").get()
    row.from_on = "1970"
    row.save()
    assert Membership.objects.get().from_on == PartialDate.parse("1970")
    assert bounds() == (day("1970-01-01"), day("1970-12-31"))


def test_a_bound_can_be_read_without_its_date(stored, django_assert_num_queries):
    Membership.objects.create(from_on="1951")
    with django_assert_num_queries(1):
        row = Membership.objects.only("from_on_earliest").get()
        assert row.from_on_earliest == day("1951-01-01")
    assert row.from_on == PartialDate.parse("1951")


def test_a_refreshed_row_has_the_bounds_of_what_is_stored(stored):
    row = Membership.objects.create(from_on="1951")
    row.from_on = "1999"
    row.refresh_from_db()
    assert row.from_on == PartialDate.parse("1951")
    assert row.from_on_earliest == day("1951-01-01")


def test_rows_are_found_by_the_written_form_and_sorted_by_the_bounds(stored):
    written = ["1951-07", "1950/1960", "1951", "1951-01"]
    for text in written:
        Membership.objects.create(from_on=text)
    assert Membership.objects.get(from_on="1951").from_on_latest == day("1951-12-31")
    assert (
        Membership.objects.filter(from_on__in=["1951", PartialDate.parse("1951-07")]).count() == 2
    )
    rows = Membership.objects.order_by("from_on_earliest", "from_on_latest")
    assert [row.from_on for row in rows] == sorted(map(PartialDate.parse, written))


@pytest.mark.parametrize("lookup", ["lt", "lte", "gt", "gte", "range"])
def test_the_written_forms_are_never_compared_as_if_they_were_days(lookup):
    with pytest.raises(FieldError):
        Membership.objects.filter(**{f"from_on__{lookup}": "1951"})


@pytest.mark.parametrize("value", ["1951-13", "yesterday", "1952/1951", 1951, models.F("until_on")])
def test_what_is_no_partial_date_is_never_stored(stored, value):
    with pytest.raises(ValidationError):
        Membership.objects.create(from_on=value)


def test_what_is_no_partial_date_is_refused_by_validation_and_not_before():
    row = Membership(from_on="1951-13")
    assert (row.from_on, row.from_on_earliest) == ("1951-13", None)
    with pytest.raises(ValidationError) as refused:
        row.clean_fields()
    assert list(refused.value.message_dict) == ["from_on"]


def test_a_row_in_two_tables_has_the_dates_of_both(stored):
    Chair.objects.create(from_on="1951", elected_on="1950-12/1951-01")
    row = Chair.objects.get(from_on_earliest=day("1951-01-01"), elected_on_latest=day("1951-01-31"))
    assert (str(row.from_on), str(row.elected_on)) == ("1951", "1950-12/1951-01")


# --- The order of two dates --------------------------------------------------------------------


def test_the_database_refuses_an_end_that_is_wholly_before_the_beginning(stored):
    with pytest.raises(IntegrityError, match="membership_in_order"), transaction.atomic():
        Membership.objects.create(from_on="1952", until_on="1951-12-31")


@pytest.mark.parametrize(
    ("from_on", "until_on"), [("1951-07-28", "1951"), ("1951", None), (None, "1951"), (None, None)]
)
def test_the_database_accepts_what_can_be_true(stored, from_on, until_on):
    Membership.objects.create(from_on=from_on, until_on=until_on)
    assert Membership.objects.count() == 1


def test_the_curator_is_told_of_the_wrong_order_before_the_database_is_asked(stored):
    form = MembershipForm({"from_on": "1952", "until_on": "1951"})
    assert form.non_field_errors() == ["The end is before the beginning."]
    assert MembershipForm({"from_on": "1951-07-28", "until_on": "1951"}).is_valid()


# --- The fields of a model and of its migrations -----------------------------------------------


def test_a_concrete_model_has_each_bound_once_and_an_abstract_one_none():
    assert names_of(Period._meta.local_fields) == ["from_on"]
    assert sorted(names_of(Membership._meta.local_fields)) == [
        "from_on", "from_on_earliest", "from_on_latest", "id", "names", "note",
        "until_on", "until_on_earliest", "until_on_latest",
    ]  # fmt: skip
    assert sorted(names_of(Chair._meta.local_fields)) == [
        "elected_on", "elected_on_earliest", "elected_on_latest", "membership_ptr",
    ]  # fmt: skip


def migrated_state():
    """The project's state as migrations that made these models would leave it."""
    state = ProjectState()
    for model in (Membership, Chair):
        state.add_model(ModelState.from_model(model))
    return state


def test_a_migration_declares_each_bound_once():
    migrated = migrated_state().apps.get_model("register", "Membership")
    assert names_of(migrated._meta.local_fields) == names_of(Membership._meta.local_fields)


def migrations_between(before, after):
    """The migrations that makemigrations would write to get from one state to the other."""
    detector = MigrationAutodetector(
        before, after, MigrationQuestioner(specified_apps={"register"})
    )
    return detector.changes(graph=MigrationGraph()).get("register", [])


def test_models_that_are_migrated_need_no_further_migration():
    migrated, again = migrated_state(), ProjectState()
    for model in migrated.apps.get_models():
        again.add_model(ModelState.from_model(model))
    assert migrations_between(migrated, again) == []
    assert migrations_between(migrated, migrated_state()) == []


def test_a_written_migration_makes_the_same_models_when_it_is_read():
    (migration,) = migrations_between(ProjectState(), migrated_state())
    written = {}
    exec(MigrationWriter(migration).as_string(), written)
    state = written["Migration"]("0001_initial", "register").mutate_state(ProjectState())
    assert migrations_between(state, migrated_state()) == []


def test_a_field_is_added_to_a_table_with_its_bounds():
    before, after = migrated_state(), migrated_state()
    for name in ("until_on", "until_on_earliest", "until_on_latest"):
        del before.models["register", "membership"].fields[name]
    before.models["register", "membership"].options["constraints"] = []
    (migration,) = migrations_between(before, after)
    added = [operation.name for operation in migration.operations if hasattr(operation, "field")]
    assert sorted(added) == ["until_on", "until_on_earliest", "until_on_latest"]


def test_a_model_of_a_migration_keeps_the_bounds_in_step(stored):
    migrated = migrated_state().apps.get_model("register", "Membership")
    migrated.objects.create(from_on="1951")
    assert bounds() == (day("1951-01-01"), day("1951-12-31"))


@pytest.mark.parametrize("name", ["from_on", "from_on_earliest", "names", "note"])
def test_a_cloned_field_is_the_same_field(name):
    field = Membership._meta.get_field(name)
    clone = field.clone()
    assert type(clone) is type(field)
    assert clone.deconstruct()[1:] == field.deconstruct()[1:]


def test_a_cloned_field_is_still_asked_for_in_larger_inputs():
    assert Membership._meta.get_field("note").clone().multiline
    assert not Membership._meta.get_field("names").clone().multiline


def test_a_cloned_constraint_is_the_same_constraint():
    (constraint,) = Membership._meta.constraints
    assert constraint.clone() == constraint
    assert constraint.clone().deconstruct() == constraint.deconstruct()


# --- Texts in several languages ------------------------------------------------------------------


def test_texts_are_stored_trimmed_and_composed(stored):
    row = Membership.objects.create(names={"ru": " и\u0306од ", "en": " "})
    assert row.names == {"ru": "йод"}
    assert Membership.objects.get(names__ru="йод").names == {"ru": "йод"}


def test_texts_written_past_an_instance_are_cleaned_too(stored):
    Membership.objects.bulk_create([Membership(names={"en": " One "})])
    assert Membership.objects.get().names == {"en": "One"}
    Membership.objects.update(names={"en": " Two "})
    assert Membership.objects.get().names == {"en": "Two"}


def test_no_texts_are_an_empty_object_in_each_row_its_own(stored):
    first, second = Membership.objects.create(), Membership()
    assert Membership.objects.get().names == {}
    first.names["en"] = "One"
    assert second.names == {}


@pytest.mark.parametrize("value", [None, "One", {"english": "One"}, {"en": 1}, {"en": "\x00"}])
def test_what_is_no_text_in_a_language_is_never_stored(stored, value):
    with pytest.raises(ValidationError):
        Membership.objects.create(names=value)
    with pytest.raises(ValidationError):
        Membership.objects.update(names=value)
