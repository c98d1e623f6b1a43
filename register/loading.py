"""Reading a document back into the working copy: load(dump(record)) changes nothing."""

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from rest_framework.serializers import ValidationError

from . import kind_table
from .document_fields import CodeField, CodesField, KeyField, KeysField, RefField
from .documents import leads_somewhere, references, row_serializers
from .models import Code, Entry, Record


class Refused(Exception):
    """A document that cannot be loaded: `problems` lists (field, reason)."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("; ".join(f"{field}: {reason}" for field, reason in self.problems))


def validated(document):
    """The upgraded document with its values checked, without asking the database.

    Returns (document, values). Raises Refused with every problem that can be told from the
    document alone: unknown kind or field, wrong value, a path or ref that leads nowhere.
    """
    kind = _kind_of(document)
    document = kind.upgraded(document)
    try:
        values = kind.shape.run_validation(document)
    except ValidationError as error:
        raise Refused(_flat(error.detail)) from error
    problems = list(_loose_ends(document, kind.shape))
    if problems:
        raise Refused(problems)
    return document, values


def load(document, unit, keys=None):
    """Write a document over the working copy and return its record.

    A record that does not exist yet is created for `unit`. `keys` may hold Record rows by key
    that were read beforehand. All or nothing; raises Refused.
    """
    document, values = validated(document)
    kind = kind_table.kind(document["kind"])
    try:
        with transaction.atomic():
            return _Loading(kind, document, keys).into_record(values, unit)
    except IntegrityError as error:
        raise Refused([("", sentence_of(error, kind))]) from error


def records_by_key(keys):
    """Working records by key, for `load`."""
    return {record.key: record for record in Record.objects.filter(key__in=set(keys))}


def sentence_of(error, kind):
    """What a database constraint means, in the words of the model that declares it."""
    rows = [rows.Meta.model for rows in row_serializers(kind.shape).values()]
    for model in (kind.model, *rows):
        for constraint in model._meta.constraints:
            if constraint.name in str(error) or _columns(model, constraint) in str(error):
                return str(constraint.get_violation_error_message())
    return str(error)


def _columns(model, constraint):
    """What SQLite calls a broken uniqueness by: its columns, where PostgreSQL gives the name."""
    if not isinstance(constraint, models.UniqueConstraint) or not constraint.fields:
        return constraint.name
    columns = [model._meta.get_field(name).column for name in constraint.fields]
    return "UNIQUE constraint failed: " + ", ".join(
        f"{model._meta.db_table}.{column}" for column in columns
    )


def _other_entry(key, kind):
    """An entry by which the key belongs to a record of another kind for ever, if there is one."""
    return Entry.objects.filter(key=key).exclude(kind=kind.name).first()


def _kind_of(document):
    if not isinstance(document, dict):
        raise Refused([("", _("A document is a JSON object."))])
    name = document.get("kind")
    kind = kind_table.kinds().get(name) if isinstance(name, str) else None
    if kind is None:
        raise Refused([("kind", _("There is no kind %(kind)r.") % {"kind": name})])
    schema = document.get("schema")
    if type(schema) is not int or not 1 <= schema <= kind.schema:
        raise Refused(
            [("schema", _("This register reads schemas 1 to %(last)d.") % {"last": kind.schema})]
        )
    return kind


def _flat(errors, prefix=""):
    """DRF's nested errors as (path, reason)."""
    if isinstance(errors, dict):
        for name, inner in errors.items():
            yield from _flat(inner, f"{prefix}/{name}" if prefix else str(name))
        return
    for position, inner in enumerate(errors):
        if isinstance(inner, dict | list):
            yield from _flat(inner, f"{prefix}/{position}")
        else:
            yield prefix, str(inner)


def _loose_ends(document, serializer):
    rows = row_serializers(serializer)
    refs = {name: [row["ref"] for row in document[name]] for name in rows}
    for name, given in refs.items():
        for ref in sorted({ref for ref in given if given.count(ref) > 1}):
            yield f"{name}/{ref}", _("This ref stands twice.")
    for name, row_serializer in rows.items():
        for row in document[name]:
            yield from _lost_refs(name, row, row_serializer, refs)
    for name, field in (("citations", "path"), ("remarks", "about")):
        for row in document[name]:
            if not leads_somewhere(document, row[field]):
                yield f"{name}/{row['ref']}/{field}", _("The path leads nowhere.")


def _lost_refs(name, row, row_serializer, refs):
    for field_name, field in row_serializer.fields.items():
        if isinstance(field, RefField):
            value = row[field_name]
            if value is not None and value not in refs[field.rows]:
                yield f"{name}/{row['ref']}/{field_name}", _("No row has this ref.")


class _Loading:
    """One document on its way into the working copy."""

    def __init__(self, kind, document, keys=None):
        self.kind = kind
        self.document = document
        self.serializer = kind.shape
        self.records = self._referred(keys)
        self.codes = self._referred_codes()
        self.rows = {}

    def _referred(self, known):
        wanted = {
            target: (field, kind)
            for field, target, kind in references(self.document)
            if kind != "code_list" and target != self.document["key"]
        }
        found = dict(known) if known is not None else records_by_key(wanted)
        problems = []
        for target, (field, kind) in wanted.items():
            if target not in found:
                problems.append((field, _("There is no record %(key)s.") % {"key": target}))
            elif not kind_table.is_a(found[target].kind, kind):
                problems.append(
                    (field, _("%(key)s is not a %(kind)s.") % {"key": target, "kind": kind})
                )
        if problems:
            raise Refused(problems)
        return found

    def _referred_codes(self):
        targets = {t: f for f, t, kind in references(self.document) if kind == "code_list"}
        if not targets:
            return {}
        lists = {target.split("/")[0] for target in targets}
        codes = Code.objects.filter(code_list__key__in=lists).select_related("code_list")
        found = {f"{code.code_list.key}/{code.code}": code for code in codes}
        problems = [
            (field, _("There is no code %(code)s.") % {"code": target})
            for target, field in targets.items()
            if target not in found
        ]
        if problems:
            raise Refused(problems)
        return found

    def into_record(self, values, unit):
        record = self.kind.model.objects.filter(key=values["key"]).first()
        record = record or self._new_record(values["key"], unit)
        self.records[record.key] = record
        many = self._assign(record, self.serializer, values)
        record.last_refs = self._last_refs(record)
        record.save()
        self._set_many(record, many)
        for name, rows in row_serializers(self.serializer).items():
            self._write_rows(record, name, rows, values[name])
        return record

    def _new_record(self, key, unit):
        taken = Record.objects.filter(key=key).first() or _other_entry(key, self.kind)
        if taken:
            reason = _("The key already names a record of kind %(kind)s.") % {"kind": taken.kind}
            raise Refused([("key", reason)])
        return self.kind.model.objects.create(key=key, unit=unit)

    def _assign(self, instance, serializer, values):
        """Set the plain and single values; return what must wait: many-valued fields."""
        many = {}
        for name, field in serializer.fields.items():
            if isinstance(field, KeysField):
                many[name] = (self.records, values[name])
            elif isinstance(field, CodesField):
                many[name] = (self.codes, field.targets(values[name]))
            elif name not in row_serializers(serializer) and field.source in values:
                setattr(instance, *self._attribute(field.source, field, values[field.source]))
        return many

    def _attribute(self, name, field, value):
        if isinstance(field, KeyField):
            return f"{name}_id", self.records[value].pk if value else None
        if isinstance(field, CodeField):
            found = [self.codes[target].pk for target in field.targets(value)]
            return f"{name}_id", found[0] if found else None
        if isinstance(field, RefField):
            row = self.rows.get((field.rows, value))
            return f"{name}_id", row.pk if row else None
        return name, value

    def _set_many(self, instance, many):
        for name, (found, targets) in many.items():
            getattr(instance, name).set([found[target].pk for target in targets])

    def _last_refs(self, record):
        last = dict(record.last_refs)
        for name in row_serializers(self.serializer):
            for row in self.document[name]:
                prefix, _dash, number = row["ref"].rpartition("-")
                last[prefix] = max(last.get(prefix, 0), int(number))
        return last

    def _write_rows(self, record, name, serializer, values):
        manager = getattr(record, name)
        owner = manager.field.name
        kept = {row.ref: row for row in manager.all()}
        gone = set(kept) - {each["ref"] for each in values}
        manager.filter(ref__in=gone).delete()
        rows = [
            (kept.get(each["ref"]) or manager.model(**{owner: record}), each) for each in values
        ]
        waiting = [(row, self._assign(row, serializer, each)) for row, each in rows]
        # Rows that stay go first: a new one may take what they give up.
        for row in (row for row, _each in rows if row.pk):
            row.save()
        manager.bulk_create([row for row, _each in rows if row.pk is None])
        for row, _each in rows:
            self.rows[name, row.ref] = row
        for row, many in waiting:
            self._set_many(row, many)
        self._point_at_siblings(name, serializer, rows)

    def _point_at_siblings(self, name, serializer, rows):
        """Refs to rows of the same list can be set only once all of them exist."""
        own = [
            n for n, f in serializer.fields.items() if isinstance(f, RefField) and f.rows == name
        ]
        for field_name in own:
            for row, values in rows:
                if values[field_name]:
                    setattr(row, field_name, self.rows[name, values[field_name]])
                    row.save(update_fields=[field_name])
