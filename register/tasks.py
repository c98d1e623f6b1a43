"""Taking up and settling what the public left for curators."""

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from .models import Task
from .revising import NotNow


def task_models():
    """Every model whose rows await curators, in the order of the rooms."""
    return [model for model in apps.get_models() if issubclass(model, Task)]


@transaction.atomic
def take_up(task, account, now):
    """Let the account look after the task, even one that another is looking after.

    `task` is as the account saw it: raises NotNow if somebody took it up or settled it since.
    """
    locked = _as_it_was_seen(task)
    locked.taken_up_by, locked.taken_up_at = account, now
    locked.save(update_fields=["taken_up_by", "taken_up_at"])
    return locked


def take_up_open(tasks, account, now):
    """Let the account look after those of the tasks that nobody does; returns how many."""
    return tasks.open().update(taken_up_by=account, taken_up_at=now)


@transaction.atomic
def settle(task, account, now, **outcome):
    """Be done with the task: keep what came of it, in fields of its own.

    Who settles an open task has taken it up. Raises NotNow as `take_up` does, and where another
    looks after it.
    """
    locked = _as_it_was_seen(task)
    if locked.taken_up_by_id not in (None, account.pk):
        raise NotNow(_("%(who)s looks after it: take it over first.") % {"who": locked.taken_up_by})
    if locked.taken_up_by is None:
        locked.taken_up_by, locked.taken_up_at = account, now
    locked.settled_at = now
    for name, value in outcome.items():
        setattr(locked, name, value)
    locked.full_clean()
    locked.save()
    return locked


def _as_it_was_seen(task):
    """The task, locked; who looks after it is still who did, and it is not settled."""
    locked = type(task).objects.select_for_update().get(pk=task.pk)
    if locked.settled_at:
        raise NotNow(_("It is settled already."))
    if locked.taken_up_by_id != task.taken_up_by_id:
        raise NotNow(_("Meanwhile %(who)s has taken it up.") % {"who": locked.taken_up_by})
    return locked
