"""The law engine at work in the register: which readings a change causes, and their rows."""

from collections import defaultdict
from datetime import date

import orjson
from django.conf import settings

from register.kind_table import Engine
from register.public_record import PublicRecord

from .data_rules import findings
from .models import PublishedAgreement, PublishedStanding
from .reading_rows import MODELS, rows_of
from .readings import acting_on, depends_on, parents_of, reading_of

# How many years after its publication the dates of an agreement are told. An agreement that nobody
# has touched for long is told further by `recompute`.
HORIZON = 30
_BATCH = 1000


def read(changed, public, on):
    """The readings that changed agreements cause: {changed key: {read key: reading}}.

    `changed` maps keys to their new documents, None where withdrawn. Dates to come are worked out
    as far as `HORIZON` years after the day `on`. An agreement's own reading
    stands with its own change; one that merely depends on changed ones stands with the last of
    them. The reading of a withdrawn agreement is None.
    """
    causes = _causes(changed, PublicRecord(public.number), public)
    others = public.documents("agreement", set(causes) - set(changed))
    read_now = {key: changed.get(key) or others.get(key) for key in causes}
    naming = _naming(read_now, changed, public)
    parents = _parents(read_now, changed, public)
    until = date(on.year + HORIZON + 1, 1, 1)
    languages = [code for code, _name in settings.REGISTER_LANGUAGES]
    readings = defaultdict(dict)
    for key, cause in causes.items():
        if document := read_now[key]:
            own = {parent: parents[parent] for parent in parents_of(document) & parents.keys()}
            related = own | acting_on(key, naming.get(key, ()))
            reading = reading_of(document, related, until)
            found = findings(document, reading, languages)
            readings[cause][key] = reading | {"findings": found}
        elif key in changed:
            readings[cause][key] = None
    return dict(readings)


def project(readings):
    """Write the rows of entries' readings: pairs of (entry number, {key: reading}).

    The numbers ascend. What was said of an agreement before ends where it is said anew.
    """
    said = defaultdict(list)
    for number, by_key in readings:
        for key, reading in by_key.items():
            said[key].append((number, reading))
    _close(said)
    actors = _Actors(said)
    rows = defaultdict(list)
    for key in said:
        for row in _rows_of(key, said[key], actors):
            rows[type(row)].append(row)
    for model, found in rows.items():
        model.objects.bulk_create(found, batch_size=_BATCH)


def clear():
    """Remove all rows that come from readings."""
    for model in MODELS:
        model.objects.all().delete()


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
    """Let what was said before end at the entry that says it anew."""
    current = PublishedStanding.objects.filter(said_until=None, agreement__in=list(said))
    closing = defaultdict(list)
    for key in current.order_by("agreement").values_list("agreement", flat=True).distinct():
        first_number, _reading = said[key][0]
        closing[first_number].append(key)
    for number, keys in closing.items():
        for model in MODELS:
            model.objects.filter(agreement__in=keys).close(number)


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
        for row in rows_of(key, reading, by_ref):
            row.said_from, row.said_until = number, said_until
            yield row


ENGINE = Engine(read=read, project=project, clear=clear)
