"""The subjects of the starting register: a tree of two levels.

The leaves are the fact sheets' own subject words under the same keys; the branches gather them.
The names in Russian and Uzbek are those of the sheets' vocabulary where it has the word. Which
objectives, targets and codes go with a subject is a proposal of the sheets' compiler, kept as a
remark.
"""

from .sheet import Sheet
from .tables import read_table, texts


def documents():
    """Every subject, a branch before its leaves, `position` being its place among its siblings."""
    places = {}
    for row in read_table("subjects"):
        places[row["parent"]] = places.get(row["parent"], 0) + 1
        yield _subject(row, places[row["parent"]])


def _subject(row, position):
    sheet = Sheet(
        "subject",
        row["key"],
        names=texts(
            en=row["name_en"], ru=row["name_ru"], uz=row["name_uz"], uz_Cyrl=row["name_uz_cyrl"]
        ),
        parent=row["parent"] or None,
        description={"en": row["description_en"]},
        position=position,
    )
    sheet.citation("names", row["source"], row["confidence"], says=row["says"])
    if row["gcm"]:
        sheet.remark("note", _proposal(row))
    return sheet.document()


def _proposal(row):
    """The codes that the fact sheets propose for a subject, in words."""
    return (
        f"Codes proposed by the first compiler, not an official mapping: objectives of the "
        f"Global Compact {_listed(row['gcm'])}; SDG targets {_listed(row['sdg'])}; "
        f"DAC purpose codes {_listed(row['dac'])}."
    )


def _listed(codes):
    return ", ".join(codes.split())
