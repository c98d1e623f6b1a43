"""Who stands behind what a command does."""

from django.core.management.base import CommandError

from register.models import Account


def account_named(name):
    """The active account of that name. Raises CommandError if there is none."""
    account = Account.objects.filter(username=name, is_active=True).first()
    if account is None:
        raise CommandError(f"There is no active account {name}.")
    return account
