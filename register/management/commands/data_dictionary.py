"""manage.py data_dictionary: print docs/data-dictionary.md."""

from django.core.management.base import BaseCommand
from django.utils.translation import override

from register.dictionary import dictionary
from register.kind_table import kinds

HEADING = """# Data dictionary

Every field of every document, and the rules that it must meet.
`manage.py data_dictionary` makes this page from the code, and a test compares;
[data-model.md](data-model.md) tells how to read it.

"""


class Command(BaseCommand):
    """Print the data dictionary as Markdown."""

    help = "Print the data dictionary (docs/data-dictionary.md) as Markdown."

    def handle(self, *args, **options):
        """Print it in English, whatever the language of the machine."""
        with override("en"):
            self.stdout.write(HEADING + dictionary(kinds().values()), ending="")
