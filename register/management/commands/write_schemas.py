"""Command: write the JSON Schemas of the documents."""

from django.core.management.base import BaseCommand

from register.json_schema import write_schemas


class Command(BaseCommand):
    """Write the JSON Schema of every kind to static/schemas, where it is published."""

    help = "Write the JSON Schema of every kind of document (for developers, before a release)."

    def handle(self, *args, **options):
        """Write, and name what changed."""
        for path in write_schemas():
            self.stdout.write(f"Wrote {path.name}.")
