"""The register's triggers, for tests that must get past them."""

from django.db import connection


class Triggers:
    """As much of a schema editor as the triggers need: SQLite's own cannot open in a test."""

    connection = connection

    def execute(self, statement, params=None):
        """Run one statement."""
        with connection.cursor() as cursor:
            cursor.execute(statement, params)
