"""Publishing: appending to the register what a second person approved."""

import json
import secrets
from collections import namedtuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import kind_table
from .canonical import canonical
from .chain import head_of, salted_digest
from .documents import references
from .models import Entry, Head, Record, Revision
from .projecting import project
from .public_record import PublicRecord
from .revising import NotNow, require_approver

Problem = namedtuple("Problem", "key path sentence")


class NotPublishable(Exception):
    """What the publication rules found; `problems` lists (key, path, sentence)."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("; ".join(f"{p.key} {p.path}: {p.sentence}" for p in self.problems))


def publish(revisions, approver, reason, nature=Entry.Nature.CHANGE):
    """Publish submitted revisions as one batch of consecutive entries: all or none.

    `nature` says why texts that were public before have changed; a record's first publication is
    always entered as that. Raises PermissionDenied if the approver may not approve or has saved
    one of the texts, NotNow if a revision is not a submitted last one, NotPublishable with what
    the publication rules found. Returns the entries.
    """
    require_approver(approver)
    with transaction.atomic():
        head = Head.locked()
        revisions = _locked_revisions(revisions)
        _require_second_person(revisions, approver)
        documents = [_today(revision) for revision in revisions]
        public = PublicRecord(head.number).with_changes(documents)
        _check_rules(documents, public)
        readings = _readings({document["key"]: document for document in documents}, public)
        entries = _entries(revisions, readings, approver, reason, nature)
        append(head, entries)
        _mark_published(revisions, entries)
        return entries


def withdraw(record, approver, reason, replaced_by="", nature=Entry.Nature.CORRECTION):
    """Take a public record out of the register; its past entries stay.

    `replaced_by` is the key of the public record that stands for it from now on: its address
    leads there. Raises NotNow if the record is not public, if no reason is given, if the
    replacement is not another public record of the same kind, or if public records still refer
    to it: they must name the replacement first, so that no public reference leads nowhere.
    """
    require_approver(approver)
    if not reason.strip():
        raise NotNow(_("Say why the record is withdrawn."))
    with transaction.atomic():
        head = Head.locked()
        public = PublicRecord(head.number)
        _require_withdrawable(record, public, replaced_by)
        after = public.with_changes([], withdrawn=[record.key])
        entry = Entry(
            event=Entry.Event.WITHDRAWN,
            nature=nature,
            kind=record.kind,
            key=record.key,
            schema=kind_table.kind(record.kind).schema,
            document=canonical({"key": record.key, "replaced_by": replaced_by or None}).decode(),
            reading=_readings({record.key: None}, after, record.kind).get(record.key),
            reason=reason,
            approved_by=approver,
        )
        append(head, [entry])
        return entry


def problems_of(documents):
    """What the publication rules would find if these documents were published now as one batch."""
    return list(_problems(documents, PublicRecord().with_changes(documents)))


def append(head, entries):
    """Number, salt and chain the entries, write them and all that is read from them.

    `head` is the locked head of the register; no two of the entries are about the same key.
    """
    at = max(timezone.now(), head.at) if head.at else timezone.now()
    for entry in entries:
        entry.number, entry.at, entry.previous_head = head.number + 1, at, head.digest
        entry.salt = secrets.token_bytes(32)
        entry.document_digest = salted_digest(entry.salt, entry.document)
        entry.reading_digest = salted_digest(entry.salt, entry.reading)
        entry.reason_digest = salted_digest(entry.salt, entry.reason)
        entry.head = head_of(entry)
        head.number, head.digest, head.at = entry.number, entry.head, at
    Entry.objects.bulk_create(entries)
    project(entries)
    head.save()


def _locked_revisions(revisions):
    """The revisions as they stand now, each submitted and the last of its record."""
    records = [revision.record_id for revision in revisions]
    list(Record.objects.select_for_update().filter(pk__in=records).order_by("pk").values("pk"))
    wanted = [revision.pk for revision in revisions]
    found = Revision.objects.newest_of_each().select_related("record").filter(pk__in=wanted)
    by_pk = {revision.pk: revision for revision in found}
    for given in revisions:
        now = by_pk.get(given.pk)
        once = wanted.count(given.pk) == 1
        if now is None or now.state != Revision.State.SUBMITTED or not once:
            raise NotNow(
                _("%(key)s has no submitted text: it was saved again, returned or published since.")
                % {"key": given.record.key}
            )
    return [by_pk[pk] for pk in wanted]


def _require_second_person(revisions, approver):
    """The approver has saved none of the revisions since the last publication."""
    own = Revision.objects.filter(
        record__in=[revision.record_id for revision in revisions], saved_by=approver
    )
    last = {
        record: number
        for record, number in Revision.objects.filter(
            record__in=own.values("record"), entry__isnull=False
        )
        .order_by("number")
        .values_list("record", "number")
    }
    for record, number, key in own.values_list("record", "number", "record__key"):
        if number > last.get(record, 0):
            raise PermissionDenied(
                _("%(key)s: who saved a text cannot approve it; ask another approver.")
                % {"key": key}
            )


def _today(revision):
    kind = kind_table.kind(revision.record.kind)
    return kind.upgraded(json.loads(revision.document))


def _check_rules(documents, public):
    problems = list(_problems(documents, public))
    if problems:
        raise NotPublishable(problems)


def _problems(documents, public):
    public_kinds = public.kinds_of(
        {target for document in documents for _f, target, _k in references(document)}
    )
    yield from _lost_names(documents, public)
    for document in documents:
        for field, target, _kind in references(document):
            if target not in public_kinds:
                sentence = _("%(target)s is not public: publish it first or in the same batch.")
                yield Problem(document["key"], field, sentence % {"target": target})
        for rule in kind_table.kind(document["kind"]).rules:
            for path, sentence in rule.check(document, public):
                yield Problem(document["key"], path, sentence)


def _lost_names(documents, public):
    """Names that a document gave and gives no longer, though public records refer to them."""
    before = PublicRecord(public.number).names_given_by([each["key"] for each in documents])
    kept = {name for each in documents for name in kind_table.kind(each["kind"]).names(each)}
    lost = {name: giver for name, giver in before.items() if name not in kept}
    for name, rows in public.referring(lost).items():
        sentence = _("%(name)s is still referred to by %(keys)s.")
        keys = ", ".join(sorted({key for _kind, key, _field in rows}))
        yield Problem(lost[name], "", sentence % {"name": name, "keys": keys})


def _readings(changed, public, kind=None):
    """The readings that each changed record causes, as canonical text by changed key."""
    texts = {}
    for name, each in kind_table.kinds().items():
        own = {
            key: document
            for key, document in changed.items()
            if (document["kind"] if document else kind) == name
        }
        if each.engine and own:
            for key, readings in each.engine.read(own, public, timezone.localdate()).items():
                texts[key] = canonical({name: readings}).decode()
    return texts


def _entries(revisions, readings, approver, reason, nature):
    keys = [revision.record.key for revision in revisions]
    known = set(Entry.objects.filter(key__in=keys).values_list("key", flat=True))
    return [
        Entry(
            event=Entry.Event.PUBLISHED,
            nature=nature if key in known else Entry.Nature.FIRST,
            kind=revision.record.kind,
            key=key,
            schema=revision.schema,
            document=revision.document,
            reading=readings.get(key),
            reason=reason,
            approved_by=approver,
        )
        for key, revision in zip(keys, revisions, strict=True)
    ]


def _mark_published(revisions, entries):
    for revision, entry in zip(revisions, entries, strict=True):
        revision.entry = entry
    Revision.objects.bulk_update(revisions, ["entry"], batch_size=500)


def _require_withdrawable(record, public, replaced_by):
    if record.key not in public.kinds_of([record.key]):
        raise NotNow(_("%(key)s is not public.") % {"key": record.key})
    same = replaced_by == record.key
    if replaced_by and (same or not public.document(record.kind, replaced_by)):
        sentence = _("%(key)s cannot stand for it: it is not another public record of this kind.")
        raise NotNow(sentence % {"key": replaced_by})
    names = public.names_given_by([record.key])
    found = public.referring([record.key, *names])
    referring = {key for rows in found.values() for _kind, key, _field in rows} - {record.key}
    if referring:
        sentence = _("Public records refer to it: %(keys)s. Let them name another one first.")
        raise NotNow(sentence % {"keys": ", ".join(sorted(referring))})
