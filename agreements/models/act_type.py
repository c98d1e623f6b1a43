"""The codes of acts: what participants, or all of them together, do about an agreement."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActType(models.TextChoices):
    """What was done (articles of the Vienna Convention on the Law of Treaties in brackets)."""

    # Signing (12, 13).
    SIGNATURE = "signature", _("signature")
    DEFINITIVE_SIGNATURE = "definitive_signature", _("definitive signature")
    SIGNATURE_AD_REFERENDUM = "signature_ad_referendum", _("signature ad referendum")
    CONFIRMATION_OF_SIGNATURE = "confirmation_of_signature", _("confirmation of signature")
    INITIALLING = "initialling", _("initialling")
    # Consent to be bound (11 to 16; succession: Convention of 1978).
    RATIFICATION = "ratification", _("ratification")
    ACCEPTANCE = "acceptance", _("acceptance")
    APPROVAL = "approval", _("approval")
    ACCESSION = "accession", _("accession")
    FORMAL_CONFIRMATION = "formal_confirmation", _("formal confirmation")
    SUCCESSION = "succession", _("succession")
    PROVISIONAL_APPLICATION = "provisional_application", _("provisional application")
    END_OF_PROVISIONAL_APPLICATION = (
        "end_of_provisional_application",
        _("end of provisional application"),
    )
    CONSENT_TO_BE_BOUND = "consent_to_be_bound", _("consent to be bound")
    SIMPLIFIED_PROCEDURE = "simplified_procedure", _("consent by simplified procedure")
    NOTIFICATION = "notification", _("notification that internal procedures are complete")
    EXCHANGE_OF_INSTRUMENTS = "exchange_of_instruments", _("exchange of instruments")
    # What goes with consent (19 to 23, 29).
    RESERVATION = "reservation", _("reservation")
    OBJECTION = "objection", _("objection")
    DECLARATION = "declaration", _("declaration")
    TERRITORIAL_APPLICATION = "territorial_application", _("territorial application")
    TERRITORIAL_EXCLUSION = "territorial_exclusion", _("territorial exclusion")
    # Stopping and leaving (54 to 62).
    SUSPENSION = "suspension", _("suspension")
    END_OF_SUSPENSION = "end_of_suspension", _("end of suspension")
    DENUNCIATION = "denunciation", _("denunciation or withdrawal")
    REFUSAL = "refusal", _("refusal")
    WITHDRAWAL_OF_SIGNATURE = "withdrawal_of_signature", _("withdrawal of signature")
    WITHDRAWAL_OF_INSTRUMENT = "withdrawal_of_instrument", _("withdrawal of instrument")
    WITHDRAWAL_OF_RESERVATION = "withdrawal_of_reservation", _("withdrawal of reservation")
    WITHDRAWAL_OF_OBJECTION = "withdrawal_of_objection", _("withdrawal of objection")
    # At home.
    INTERNAL_APPROVAL = "internal_approval", _("internal approval")
    # Texts that do not bind, and bodies: never make a party.
    ENDORSEMENT = "endorsement", _("endorsement")
    VOTE = "vote", _("vote")
    PARTICIPATION_IN_FORUM = "participation_in_forum", _("participation in a forum")
    MEMBERSHIP = "membership", _("membership")
    # Of the agreement as a whole (9, 10, 24, 54 to 62, 79, 80).
    ADOPTION = "adoption", _("adoption")
    AUTHENTICATION = "authentication", _("authentication")
    OPENING_FOR_SIGNATURE = "opening_for_signature", _("opening for signature")
    ENTRY_INTO_FORCE = "entry_into_force", _("entry into force")
    REGISTRATION = "registration", _("registration")
    EXTENSION = "extension", _("extension")
    TERMINATION = "termination", _("termination")
    SUPERSESSION = "supersession", _("supersession")
    CORRECTION = "correction", _("correction")
    COMPLETION = "completion", _("completion")
    DISCONTINUANCE = "discontinuance", _("discontinuance")
    # Looked for or claimed, without saying which.
    ANY_ACT = "any_act", _("any act at all")


# By one of these a participant signs, or consents to be bound: nobody does the same twice a day.
ONCE_A_DAY = (
    ActType.SIGNATURE,
    ActType.DEFINITIVE_SIGNATURE,
    ActType.SIGNATURE_AD_REFERENDUM,
    ActType.CONFIRMATION_OF_SIGNATURE,
    ActType.RATIFICATION,
    ActType.ACCEPTANCE,
    ActType.APPROVAL,
    ActType.ACCESSION,
    ActType.FORMAL_CONFIRMATION,
    ActType.SUCCESSION,
    ActType.CONSENT_TO_BE_BOUND,
    ActType.SIMPLIFIED_PROCEDURE,
)
# Acts of the agreement as a whole: no participant does them alone, save that an agreement can
# enter into force for one participant, and end for one.
OF_THE_AGREEMENT = (
    ActType.ADOPTION,
    ActType.AUTHENTICATION,
    ActType.OPENING_FOR_SIGNATURE,
    ActType.ENTRY_INTO_FORCE,
    ActType.REGISTRATION,
    ActType.EXTENSION,
    ActType.TERMINATION,
    ActType.SUPERSESSION,
    ActType.CORRECTION,
    ActType.COMPLETION,
    ActType.DISCONTINUANCE,
)
# Acts with which a text begins: the earliest of them is the day on which it was made.
BEGINNINGS = (
    ActType.ADOPTION,
    ActType.AUTHENTICATION,
    ActType.OPENING_FOR_SIGNATURE,
    ActType.INITIALLING,
    ActType.SIGNATURE,
    ActType.DEFINITIVE_SIGNATURE,
    ActType.SIGNATURE_AD_REFERENDUM,
)
