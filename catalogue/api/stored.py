"""The questions that make up every list, in SQL: the ORM takes longer to put them than they take.

All are `recorded(number)` of the projections, written out.
"""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Model

from agreements.models import PublishedStanding
from register.models import PublishedName, PublishedReference

RECORDED = "said_from <= %s AND (said_until IS NULL OR said_until > %s)"

# SQLite can hand out the bytes as they are stored, so that nobody decodes and encodes them again.
DOCUMENT = {"sqlite": "CAST(document AS BLOB)", "postgresql": "document"}
PAGE = f"""
    SELECT said_from, {{document}}, key FROM {{table}}
    WHERE {RECORDED} AND key > %s ORDER BY key LIMIT %s
"""
NAMES = f"""
    SELECT key, kind, texts FROM {PublishedName._meta.db_table}
    WHERE {RECORDED} AND key IN (
        SELECT target FROM {PublishedReference._meta.db_table}
        WHERE {RECORDED} AND kind = %s AND key IN ({{keys}})
    )
"""
STATUSES = f"""
    SELECT agreement, status, from_day, until_day, reason, act, checked
    FROM {PublishedStanding._meta.db_table}
    WHERE {RECORDED} AND participant = '' AND from_day <= %s AND until_day > %s
    AND agreement IN ({{keys}})
"""


def page(model: type[Model], number: int, after: str, count: int) -> Sequence[tuple]:
    """(entry, document, key) of `count` published rows after a key, at entry `number`."""
    statement = PAGE.format(table=model._meta.db_table, document=DOCUMENT[connection.vendor])
    with connection.cursor() as cursor:
        cursor.execute(statement, [number, number, after, count])
        return cursor.fetchall()


def names(number: int, kind: str, keys: Sequence[str]) -> Iterable[tuple]:
    """(key, kind, texts) of all that the documents of these keys refer to, at entry `number`."""
    return _fetched(NAMES, [number, number, number, number, kind], keys)


def statuses(number: int, keys: Sequence[str], day: str) -> Iterable[tuple]:
    """(agreement, status, from, until, reason, act, checked) on a day, at entry `number`.

    Days come as the database gives them: as dates or in their written form.
    """
    return _fetched(STATUSES, [number, number, day, day], keys)


def _fetched(statement, values, keys):
    if not keys:
        return []
    marks = ", ".join(["%s"] * len(keys))
    with connection.cursor() as cursor:
        cursor.execute(statement.format(keys=marks), [*values, *keys])
        return cursor.fetchall()
