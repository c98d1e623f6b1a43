import json

from django.db import migrations, models


def written_down(row):
    """The languages of a text as `PublishedAgreement.columns_of` says them at this state."""
    document = json.loads(row.document)
    official = {each["language"] for each in document["titles"] if each["type"] == "official"}
    held = {each["language"] for each in document["documents"] if each["language"]}
    found = sorted({*document["authentic_languages"], *official, *held})
    return "".join(f"\n{language}\n" for language in found)


def fill(apps, _editor):
    rows = apps.get_model("agreements", "PublishedAgreement").objects
    for row in rows.iterator(chunk_size=500):
        row.languages = written_down(row)
        row.save(update_fields=["languages"])


class Migration(migrations.Migration):
    dependencies = [("agreements", "0003_agreement_schema_2")]

    operations = [
        migrations.AddField(
            model_name="publishedagreement",
            name="languages",
            field=models.TextField(
                default="", verbose_name="languages of the text, one a line, between line ends"
            ),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
