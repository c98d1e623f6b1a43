"""The law engine at work in the register: which readings a change causes, and their period rows."""

from collections import defaultdict
from datetime import date

import orjson

from register.canonical import canonical
from register.kind_table import Engine
from register.public_record import PublicRecord

from .models import PublishedAgreement, PublishedStanding
from .models.standing import FIRST_DAY, LAST_DAY
from .readings import acting_on, depends_on, parents_of, reading_of

_BATCH = 1000


def read(changed, public):
    """The readings that changed agreements cause: {changed key: {read key: reading}}.

    `changed` maps keys to their new documents, None where withdrawn. An agreement's own reading
    stands with its own change; one that merely depends on changed ones stands with the last of
    them. The reading of a withdrawn agreement is None.
    """
    causes = _causes(changed, PublicRecord(public.number), public)
    others = public.documents("agreement", set(causes) - set(changed))
    read_now = {key: changed.get(key) or others.get(key) for key in causes}
    naming = _naming(read_now, changed, public)
    parents = _parents(read_now, changed, public)
    readings = defaultdict(dict)
    for key, cause in causes.items():
        if document := read_now[key]:
            own = {parent: parents[parent] for parent in parents_of(document) & parents.keys()}
            related = own | acting_on(key, naming.get(key, ()))
            readings[cause][key] = reading_of(document, related)
        elif key in changed:
            readings[cause][key] = None
    return dict(readings)


def project(readings):
    """Write the period rows of entries' readings: pairs of (entry number, {key: reading}).

    The numbers ascend. What was said of an agreement before ends where it is said anew.
    """
    said = defaultdict(list)
    for number, by_key in readings:
        for key, reading in by_key.items():
            said[key].append((number, reading))
    _close(said)
    actors = _Actors(said)
    PublishedStanding.objects.bulk_create(
        (row for key in said for row in _rows_of(key, said[key], actors)), batch_size=_BATCH
    )


def clear():
    """Remove all period rows."""
    PublishedStanding.objects.all().delete()


def _causes(changed, before, public):
    """Whose change causes the reading of which agreement: {read key: changed key}.

    Those on which a changed agreement acts, or acted before; and those that supplement it.
    """
    old = before.documents("agreement", changed)
    causes = {}
    for key, document in changed.items():
        for text in (document, old.get(key)):
            causes |= dict.fromkeys(depends_on(text) if text else (), key)
    for key, documents in _naming(changed, changed, public).items():
        causes |= {each["key"]: key for each in documents if key in parents_of(each)}
    return causes | {key: key for key in changed}


def _naming(keys, changed, public):
    """The documents that name each of these agreements in a relation: {key: [document]}."""
    found = public.referring(keys, kind="agreement", field="relations.target")
    naming = {key: [by for _kind, by, _field in rows] for key, rows in found.items()}
    wanted = {by for keys in naming.values() for by in keys}
    documents = public.documents("agreement", wanted - set(changed)) | changed
    return {key: [documents[by] for by in keys] for key, keys in naming.items()}


def _parents(read_now, changed, public):
    """The documents of the agreements that these supplement: {key: document}."""
    wanted = {key for document in read_now.values() if document for key in parents_of(document)}
    documents = public.documents("agreement", wanted - set(changed)) | changed
    return {key: documents[key] for key in wanted if documents.get(key)}


def _close(said):
    """Let the periods said before end at the entry that says them anew."""
    current = PublishedStanding.objects.filter(said_until=None)
    closing = defaultdict(list)
    open_now = current.filter(agreement__in=list(said)).order_by("agreement")
    for key in open_now.values_list("agreement", flat=True).distinct():
        first_number, _reading = said[key][0]
        closing[first_number].append(key)
    for number, keys in closing.items():
        current.filter(agreement__in=keys).close(number)


class _Actors:
    """Who the participants of agreements were in the texts that the readings are about."""

    def __init__(self, said):
        numbers = [number for rows in said.values() for number, _reading in rows]
        self.texts = defaultdict(list)
        if not numbers:
            return
        rows = PublishedAgreement.objects.filter(key__in=list(said), said_from__lte=max(numbers))
        rows = rows.exclude(said_until__lte=min(numbers)).order_by("said_from")
        for key, number, text in rows.values_list("key", "said_from", "document").iterator():
            participants = orjson.loads(text)["participants"]
            by_ref = {each["ref"]: each["actor"] or "" for each in participants}
            self.texts[key].append((number, by_ref))

    def of(self, key, number):
        """The actors by participant, as the text said after entry `number`; None if erased."""
        known = [actors for said_from, actors in self.texts[key] if said_from <= number]
        return known[-1] if known else None


def _rows_of(key, said, actors):
    """The rows of all that is said of one agreement, one entry after the other."""
    ends = [number for number, _reading in said[1:]] + [None]
    for (number, reading), said_until in zip(said, ends, strict=True):
        by_ref = actors.of(key, number)
        if reading is None or by_ref is None:
            continue
        by_ref[""] = ""
        lines = {"": reading["agreement"]} | reading["participants"]
        for ref, periods in lines.items():
            for period in periods:
                yield PublishedStanding(
                    agreement=key,
                    participant=ref,
                    actor=by_ref[ref],
                    said_from=number,
                    said_until=said_until,
                    **_columns(period),
                )


def _columns(period):
    """A period of a reading as the columns of its row."""
    return {
        "status": period["status"],
        "from_day": _day(period["from"], FIRST_DAY),
        "until_day": _day(period["until"], LAST_DAY),
        "reason": canonical(period["reason"]).decode(),
        "act": period["act"] or "",
        "checked": _day(period["checked"], None),
    }


def _day(text, otherwise):
    return date.fromisoformat(text) if text else otherwise


ENGINE = Engine(read=read, project=project, clear=clear)
