"""The questions about a day, each twice: as QuerySets put them, and as SQL written out."""

from django.db import connection

from agreements.models import PublishedStanding
from bench.filling import STATES

# What pages and API tell of each agreement found.
COLUMNS = ("agreement", "status", "from_day", "until_day", "reason", "act", "checked")
SELECTED = f"SELECT {', '.join(COLUMNS)} FROM agreements_publishedstanding"
SAID = "(said_until IS NULL OR said_until > %s) AND said_from <= %s"
ON_DAY = "from_day <= %s AND until_day > %s"
IN_FORCE = f"""
    {SELECTED} WHERE participant = '' AND status IN ('in_force', 'partly_suspended', 'denounced')
    AND {ON_DAY} AND {SAID}
"""
BOUND = f"actor = %s AND status IN ('party', 'party_suspended') AND {ON_DAY} AND {SAID}"
BINDING = f"{SELECTED} WHERE {BOUND}"
BETWEEN = f"""
    {BINDING} AND agreement IN (SELECT agreement FROM agreements_publishedstanding WHERE {BOUND})
"""


class Questions:
    """The three questions at the newest entry of a made-up register of `count` agreements."""

    def __init__(self, count):
        self.number = count + 500
        self.rows = PublishedStanding.objects.count()
        self.said = PublishedStanding.objects.recorded(self.number)

    def each(self, arguments):
        """(words, (through the QuerySet, bare), arguments) of each question."""
        asked = list(arguments)
        yield "in force on a day", (self.in_force, self.bare_in_force), asked
        yield "binding a state on a day", (self.binding, self.bare_binding), asked
        yield "between two states on a day", (self.between, self.bare_between), asked

    def in_force(self, question):
        """The agreements in force."""
        return _rows(self.said.in_force(question[0]))

    def binding(self, question):
        """The agreements that bind a state."""
        return _rows(self.said.binding(STATES[question[1]], question[0]))

    def between(self, question):
        """The agreements that bind two states."""
        day, one, other = question
        return _rows(self.said.between(STATES[one], STATES[other], day))

    def bare_in_force(self, question):
        """The same in SQL."""
        return _fetched(IN_FORCE, [*self._on(question[0])])

    def bare_binding(self, question):
        """The same in SQL."""
        return _fetched(BINDING, [STATES[question[1]], *self._on(question[0])])

    def bare_between(self, question):
        """The same in SQL."""
        day, one, other = question
        return _fetched(BETWEEN, [STATES[one], *self._on(day), STATES[other], *self._on(day)])

    def _on(self, day):
        return day, day, self.number, self.number

    def close(self):
        """Let the database go, so that it can be dropped."""
        connection.close()


def _rows(periods):
    return list(periods.order_by().values_list(*COLUMNS))


def _fetched(statement, values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()
