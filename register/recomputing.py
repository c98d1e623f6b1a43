"""Recomputing: what today's rules would answer where the register stores what earlier rules did."""

import json
from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from . import kind_table
from .canonical import canonical, sha256_hex
from .models import Entry, Head
from .public_record import PublicRecord
from .publishing import append
from .revising import NotNow, require_approver

# How many records are read again at a time: enough for few queries, little enough for memory.
_CHUNK = 500
# A reading of which nobody has made a newer one for so many years is made as of today, since the
# dates that it tells end so many years after it was made.
_STALE_AFTER = 10


class Recomputed(NamedTuple):
    """A record whose stored reading `before` is not what today's rules make of it, `after`."""

    kind: str
    key: str
    before: dict | None
    after: dict


class _Stored(NamedTuple):
    """Where a reading is stored, the day on which it was made, and the digest of its bytes."""

    number: int
    made_on: date
    digest: str


def recomputed():
    """Every public record whose stored reading today's rules would not give, by kind and key.

    Each is read again as of the day on which its stored reading was made, so that only the rules
    make a difference.
    """
    public, today = PublicRecord(), timezone.localdate()
    for name, kind in kind_table.kinds().items():
        if kind.engine:
            found = _of_kind(name, public, today)
            yield from sorted(found, key=lambda each: each.key)


def recompute(approver, reason):
    """Append an entry for every record that `recomputed` finds; returns the entries.

    Past answers stay what they were: the new ones hold from the new entries on. Raises
    PermissionDenied if the approver may not approve, NotNow if no reason is given.
    """
    require_approver(approver)
    if not reason.strip():
        raise NotNow("Say why the readings are made anew.")
    with transaction.atomic():
        head = Head.locked()
        today = timezone.localdate()
        keys = defaultdict(list)
        for each in recomputed():
            keys[each.kind].append(each.key)
        entries = [
            _entry(name, key, reading, approver, reason)
            for name in keys
            for key, reading in _read_again(name, keys[name], PublicRecord(), today)
        ]
        if entries:
            append(head, entries)
        return entries


def _of_kind(name, public, today):
    stored = _stored(name)
    by_day = defaultdict(list)
    rows = kind_table.kind(name).row.objects.recorded(public.number)
    for key in rows.order_by("key").values_list("key", flat=True):
        made_on = stored[key].made_on if key in stored else today
        by_day[today if made_on.year + _STALE_AFTER <= today.year else made_on].append(key)
    for on, keys in by_day.items():
        for key, after in _read_again(name, keys, public, on):
            if key not in stored or stored[key].digest != _digest(after):
                yield Recomputed(name, key, _before(name, key, stored.get(key)), after)


def _stored(name):
    """The newest stored reading of each record, by key."""
    found = {}
    entries = Entry.objects.exclude(reading=None).order_by("number")
    rows = entries.values_list("number", "at", "reading")
    for number, at, text in rows.iterator(chunk_size=_CHUNK):
        for key, reading in json.loads(text).get(name, {}).items():
            found[key] = _Stored(number, timezone.localdate(at), _digest(reading))
    return found


def _digest(reading):
    return sha256_hex(canonical(reading))


def _before(name, key, stored):
    if stored is None:
        return None
    return json.loads(Entry.objects.get(number=stored.number).reading)[name][key]


def _read_again(name, keys, public, on):
    """What today's rules make of these records as of a day: pairs of (key, reading)."""
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        documents = public.documents(name, chunk)
        readings = kind_table.kind(name).engine.read(documents, public, on)
        again = {key: reading for by_key in readings.values() for key, reading in by_key.items()}
        yield from ((key, again[key]) for key in chunk)


def _entry(name, key, reading, approver, reason):
    return Entry(
        event=Entry.Event.RECOMPUTED,
        kind=name,
        key=key,
        schema=kind_table.kind(name).schema,
        reading=canonical({name: {key: reading}}).decode(),
        reason=reason,
        approved_by=approver,
    )
