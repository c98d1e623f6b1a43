"""Who may do what on the curators' side: two groups, made from the table of kinds."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from .models import NestedRow, Record, Unit
from .tasks import task_models

EDITORS = "Editors"
APPROVERS = "Approvers"
_EDITING = ("view", "add", "change", "delete")


def set_up_roles():
    """Make the groups Editors and Approvers, or give them again what belongs to them.

    Editors enter, save and submit; approvers see the same, and return, approve, publish and
    withdraw. Whoever should do both is a member of both; nobody approves a text of their own.
    Both see and settle what the public left for them; nobody of either adds or deletes it.
    """
    kept = [model for model in apps.get_models() if issubclass(model, Record | NestedRow)]
    editing, viewing = _permissions(kept, _EDITING), _permissions(kept, ["view"])
    settling = _permissions(task_models(), ["view", "change"])
    approving = Permission.objects.get(content_type__app_label="register", codename="approve")
    _group(EDITORS).permissions.set([*editing, *settling])
    _group(APPROVERS).permissions.set([*viewing, *settling, approving])


def office():
    """The unit that keeps what belongs to no other: the register's own office."""
    return Unit.objects.get_or_create(
        key="register-office",
        defaults={
            "names": {"en": "Register office", "ru": "Бюро реестра", "uz": "Reyestr idorasi"}
        },
    )[0]


def _group(name):
    return Group.objects.get_or_create(name=name)[0]


def _permissions(models, actions):
    types = ContentType.objects.get_for_models(*models, for_concrete_models=True)
    names = [f"{action}_{model._meta.model_name}" for model in types for action in actions]
    return Permission.objects.filter(content_type__in=types.values(), codename__in=names)
