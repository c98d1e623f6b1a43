"""Make the register append-only in the database itself, and give it its one head."""

from django.db import migrations

from register import immutability


def make_head(apps, schema_editor):
    """The head of an empty register."""
    apps.get_model("register", "Head").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]

    operations = [
        migrations.RunPython(make_head, migrations.RunPython.noop),
        migrations.RunPython(immutability.install, immutability.uninstall),
    ]
