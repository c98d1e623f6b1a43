"""One page of agreements, twice: through the API, and by bare SQL and concatenation."""

import random
from datetime import date
from urllib.parse import urlencode

from django.core.handlers.base import BaseHandler
from django.db import connection
from django.test import RequestFactory

from agreements.models import PublishedAgreement
from agreements.models.standing import FIRST_DAY, LAST_DAY
from catalogue.api.cursors import Order
from catalogue.api.records import Agreements

ON = date(2026, 1, 1)
ADDRESS = "http://localhost/api/v1/agreements/"

HEAD = "SELECT number, digest FROM register_head WHERE id = 1"
ROWS = """
    SELECT key, said_from, document FROM agreements_publishedagreement
    WHERE said_until IS NULL AND key > %s ORDER BY key LIMIT %s
"""
STATUSES = """
    SELECT agreement, status, from_day, until_day, reason, act, checked
    FROM agreements_publishedstanding
    WHERE said_until IS NULL AND participant = '' AND agreement IN ({keys})
    AND from_day <= %s AND until_day > %s
"""
NAMES = """
    SELECT key, kind, texts FROM register_publishedname
    WHERE said_until IS NULL AND key IN (
        SELECT target FROM register_publishedreference
        WHERE said_until IS NULL AND kind = 'agreement' AND key IN ({keys})
    )
"""


class Pages:
    """Both ways to a page of the made-up register, each a function of the last key before."""

    def __init__(self, length):
        self.length = length
        self.keys = sorted(PublishedAgreement.objects.values_list("key", flat=True))
        self.order = Order(PublishedAgreement, ())
        self.view = Agreements.as_view({"get": "list"})
        self.handler = BaseHandler()
        self.handler.load_middleware()

    def cursors(self, count):
        """Keys after which to ask for a page, spread over the whole list."""
        return random.Random(count).sample(self.keys[: -self.length - 1], count)

    def through_view(self, last):
        """The answer of the API itself."""
        return self.view(self._request(last)).content

    def through_api(self, last):
        """The same through the whole program, with the middleware that every page passes."""
        return self.handler.get_response(self._request(last)).content

    def _request(self, last):
        given = {"limit": self.length, "on": ON, "cursor": self.order.write([last])}
        return RequestFactory(SERVER_NAME="localhost").get("/api/v1/agreements/", given)

    def bare(self, last):
        """The same answer from four statements, joined as text."""
        with connection.cursor() as cursor:
            [(number, digest)] = _fetched(cursor, HEAD, [])
            rows = _fetched(cursor, ROWS, [last, self.length + 1])
            shown = rows[: self.length]
            keys = [row[0] for row in shown]
            marks = ", ".join(["%s"] * len(keys))
            statuses = _fetched(cursor, STATUSES.format(keys=marks), [*keys, ON, ON])
            names = _fetched(cursor, NAMES.format(keys=marks), keys)
        periods = {status[0]: _period(*status[1:]) for status in statuses}
        parts = (
            f'{{"entry":{entry},"status":{periods[key]},"document":{document}}}'
            for key, entry, document in shown
        )
        called = (f'"{key}":{{"kind":"{kind}","texts":{texts}}}' for key, kind, texts in names)
        return (
            f'{{"head":{{"number":{number},"hash":"{digest}","at":null}},"recorded":{number},'
            f'"on":"{ON}","next":"{self._next(shown[-1][0], number)}",'
            f'"results":[{",".join(parts)}],"names":{{{",".join(called)}}}}}'
        ).encode()

    def _next(self, last, number):
        given = {"limit": self.length, "recorded": number, "on": ON}
        return f"{ADDRESS}?{urlencode({**given, 'cursor': self.order.write([last])})}"

    def close(self):
        """Let the database go, so that it can be dropped."""
        connection.close()


def _fetched(cursor, statement, values):
    cursor.execute(statement, values)
    return cursor.fetchall()


def _period(status, start, end, reason, act, checked):
    since = "null" if start in (FIRST_DAY, str(FIRST_DAY)) else f'"{start}"'
    until = "null" if end in (LAST_DAY, str(LAST_DAY)) else f'"{end}"'
    return (
        f'{{"on":"{ON}","status":"{status}","since":{since},"until":{until},"reason":{reason},'
        f'"act":"{act}","checked":"{checked}"}}'
    )
