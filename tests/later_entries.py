"""What a register gains with the years, for tests that serve one: a correction, an alert …"""

from django.core import signing
from django.utils.timezone import now

from catalogue.alerts import CONFIRM, LEAVE
from catalogue.models import Alert
from register.models import Entry, Record
from register.public_record import PublicRecord
from register.publishing import withdraw
from tests.factories import approver, publish_documents, remark, source_document

CORRECTED = "icrmw-1990"
WITHDRAWN = "ENTERED-TWICE"


def make_later_entries():
    """Withdraw a source, correct an agreement, ask for an alert; what the addresses of these need.

    `correction` is the number of the entry that corrects, `before` the one before it; `confirm`
    and `leave` are the ends of the links that the reader is sent.
    """
    publish_documents([source_document(WITHDRAWN)])
    withdraw(Record.objects.get(key=WITHDRAWN), approver(), "It was entered twice.")
    document = PublicRecord().document("agreement", CORRECTED)
    first, *others = document["remarks"]
    kept = [first | {"text": {"en": "Said in fewer words."}}, *others]
    corrected = document | {"remarks": [*kept, remark(len(kept) + 1)]}
    [entry] = publish_documents(
        [corrected], reason="A remark was too long.", nature=Entry.Nature.CORRECTION
    )
    alert = Alert.objects.create(
        address="reader@example.org", kind=Alert.Kind.AGREEMENT, about=CORRECTED, language="en",
        asked_at=now(),
    )  # fmt: skip
    return {
        "correction": entry.number,
        "before": entry.number - 1,
        "confirm": signing.dumps(alert.pk, salt=CONFIRM),
        "leave": signing.dumps(alert.pk, salt=LEAVE),
    }
