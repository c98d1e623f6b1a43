"""A working record is seen by the members of its unit and by those to whom it was shown."""

import pytest
from django.contrib.auth.models import Group

from register.loading import load
from register.models import Record, Unit
from register.roles import APPROVERS, EDITORS, set_up_roles
from tests.factories import account, approver, editor, source_document, stranger, unit

pytestmark = pytest.mark.django_db


def seen_by(someone):
    return set(Record.objects.visible_to(someone).values_list("key", flat=True))


def test_members_of_the_unit_see_the_record_and_nobody_else_does():
    load(source_document("SECRET"), unit())
    assert seen_by(editor()) == {"SECRET"}
    assert seen_by(stranger()) == set()


def test_the_unit_above_does_not_see_what_a_unit_below_keeps():
    below = Unit.objects.create(key="negotiators", names={"en": "Negotiators"}, parent=unit())
    load(source_document("SECRET"), below)
    assert seen_by(editor()) == set()


def test_an_administrator_sees_no_more_than_a_member():
    load(source_document("SECRET"), unit())
    administrator = account("karim", of="another-unit")
    administrator.is_superuser = True
    administrator.save()
    assert seen_by(administrator) == set()


def test_a_record_shown_by_name_is_seen_by_that_account_alone():
    record = load(source_document("SECRET"), unit())
    record.shown_to.add(stranger())
    assert seen_by(stranger()) == {"SECRET"}
    assert seen_by(account("zafar", of="another-unit")) == set()


def test_a_record_is_seen_once_by_who_may_see_it_twice():
    record = load(source_document("SECRET"), unit())
    record.shown_to.add(editor())
    assert Record.objects.visible_to(editor()).count() == 1


def test_editors_cannot_approve_and_approvers_cannot_edit():
    set_up_roles()
    erkin, aziza = account("erkin"), account("aziza")
    erkin.groups.add(Group.objects.get(name=EDITORS))
    aziza.groups.add(Group.objects.get(name=APPROVERS))
    assert erkin.has_perm("register.change_source")
    assert not erkin.has_perm("register.approve")
    assert aziza.has_perm("register.approve")
    assert aziza.has_perm("agreements.view_agreement")
    assert not aziza.has_perm("agreements.change_agreement")


def test_setting_up_the_roles_again_gives_back_what_was_taken_away():
    set_up_roles()
    Group.objects.get(name=EDITORS).permissions.clear()
    set_up_roles()
    assert Group.objects.get(name=EDITORS).permissions.exists()
    assert approver().has_perm("register.approve")
