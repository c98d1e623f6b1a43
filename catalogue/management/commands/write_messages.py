"""The catalogues of the public pages' messages, brought up to the code and compiled."""

from django.core.management.base import BaseCommand

from catalogue.translations import KEPT_BY_HAND, LATIN, MADE, faults, gathered, in_cyrillic, write


class Command(BaseCommand):
    """Gather the messages into locale/, make Uzbek Cyrillic from Latin, and compile all."""

    help = "Gathers the messages of the public pages into locale/, and compiles them."

    def handle(self, *args, **options):
        """Write each catalogue, and say what is still to be translated."""
        catalogs = {language: gathered(language) for language in KEPT_BY_HAND}
        catalogs[MADE] = in_cyrillic(catalogs[LATIN])
        for language, catalog in catalogs.items():
            write(language, catalog)
            wrong = [] if language == MADE else faults(catalog)
            self.stdout.write(f"{language}: {len(catalog)} messages, {len(wrong)} to mend")
            for fault in wrong:
                self.stdout.write(f"  {fault}")
