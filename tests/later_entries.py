"""What a register gains with the years, for tests that serve one: a correction, a withdrawal."""

from register.models import Entry, Record
from register.public_record import PublicRecord
from register.publishing import withdraw
from tests.factories import approver, publish_documents, remark, source_document

CORRECTED = "icrmw-1990"
WITHDRAWN = "ENTERED-TWICE"


def make_later_entries():
    """Withdraw a source and correct an agreement; the number of the entry that corrects it."""
    publish_documents([source_document(WITHDRAWN)])
    withdraw(Record.objects.get(key=WITHDRAWN), approver(), "It was entered twice.")
    document = PublicRecord().document("agreement", CORRECTED)
    first, *others = document["remarks"]
    kept = [first | {"text": {"en": "Said in fewer words."}}, *others]
    corrected = document | {"remarks": [*kept, remark(len(kept) + 1)]}
    [entry] = publish_documents(
        [corrected], reason="A remark was too long.", nature=Entry.Nature.CORRECTION
    )
    return entry.number
