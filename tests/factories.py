"""Plain factory functions with valid defaults: accounts, documents, publication.

The cast: Erkin edits, Aziza approves; both belong to the register's office. Nodira belongs to
another unit and must see nothing of the office's working copy.
"""

from django.contrib.auth.models import Permission

from register.loading import load
from register.models import Account, Unit
from register.publishing import publish
from register.revising import save_revision, submit


def unit(key="office", **values):
    """A unit of the ministry; the same one for the same key."""
    return Unit.objects.get_or_create(key=key, defaults={"names": {"en": key}, **values})[0]


def account(name, *permissions, of="office"):
    """An active staff account of a unit, with permissions such as "register.approve"."""
    found, _is_new = Account.objects.get_or_create(username=name, defaults={"is_staff": True})
    found.units.add(unit(of))
    for permission in permissions:
        app, codename = permission.split(".")
        found.user_permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    return Account.objects.get(pk=found.pk)


def editor():
    """Erkin, who enters and submits."""
    return account("erkin")


def approver():
    """Aziza, who approves and publishes."""
    return account("aziza", "register.approve")


def stranger():
    """Nodira of another unit."""
    return account("nodira", of="another-unit")


def source_document(key="ART", **changes):
    """A source as a document."""
    return {
        "kind": "source",
        "schema": 1,
        "key": key,
        "type": "article",
        "title": {"en": f"Source {key}"},
        "reference": "",
        "author": "",
        "publisher": "",
        "published_on": None,
        "address": "",
        "language": "",
        "licence": "",
        "how_seen": "",
        "seen_on": None,
        "remarks": [],
        "citations": [],
        **changes,
    }


def citation(number=1, **changes):
    """A citation row that cites the source ART for the record as a whole."""
    return {
        "ref": f"citation-{number:03d}",
        "path": "",
        "source": "ART",
        "locator": "",
        "confidence": "reported",
        "as_at": None,
        "says": "",
        "note": "",
        **changes,
    }


def remark(number=1, **changes):
    """A remark row."""
    return {
        "ref": f"remark-{number:03d}",
        "type": "note",
        "about": "",
        "text": {"en": "A note."},
        **changes,
    }


def saved(document, by=None):
    """The document written into the working copy and kept as a revision."""
    return save_revision(load(document, unit()), by or editor())


def submitted(document, by=None):
    """The document saved and submitted."""
    return submit(saved(document, by), by or editor())


def publish_documents(documents, reason="For the test.", **options):
    """Load, save, submit and publish documents as one batch; the entries."""
    return publish([submitted(each) for each in documents], approver(), reason, **options)
