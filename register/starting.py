"""The first start of a new register: roles, demonstration accounts, the starting register."""

import secrets

from django.contrib.auth.models import Group
from django.db import transaction

from .models import Account
from .roles import APPROVERS, EDITORS, office, set_up_roles

IMPORTER = "importer"
EDITOR, APPROVER, ADMIN = "editor", "approver", "admin"
_GROUPS = {EDITOR: [EDITORS], APPROVER: [APPROVERS], ADMIN: [EDITORS, APPROVERS]}


class NotNew(Exception):
    """The register has accounts of its own; demonstration accounts have no place in it."""


@transaction.atomic
def make_demonstration_accounts(password=""):
    """Make the accounts editor, approver and admin, and return the password that they share.

    Without a password given, one is made up. The accounts are marked as demonstration accounts;
    the admin says so on every page as long as one of them is active. Raises NotNew where somebody
    has made accounts of their own: those are never touched.
    """
    if Account.objects.filter(is_demonstration=False).exclude(username=IMPORTER).exists():
        raise NotNew
    set_up_roles()
    unit = office()
    password = password or secrets.token_urlsafe(9)
    for name, groups in _GROUPS.items():
        account, _is_new = Account.objects.get_or_create(username=name)
        account.is_staff = account.is_active = account.is_demonstration = True
        account.is_superuser = name == ADMIN
        account.set_password(password)
        account.save()
        account.groups.set(Group.objects.filter(name__in=groups))
        account.units.add(unit)
    return password
