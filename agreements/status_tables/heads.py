"""What the head of a column says that the dates below it mean.

The UN Treaty Collection heads its columns in some forty-five ways, such as `Ratification,
Acceptance(A), Accession(a)`: the act with a letter is printed with that letter, the one
without is meant by a bare date (notes to "Multilateral Treaties Deposited with the
Secretary-General"). Acts are known by the first word that names one, so that sentences such
as `Date of deposit of the instrument of ratification` are understood as well.
"""

import re
from dataclasses import dataclass, field

from .names import LONGEST, without_marks

# Words that name an act, in the order in which they are tried at one place of the text.
WORDINGS = (
    ("succession_to_signature", r"succession to (?:the )?signature|succession à la signature"),
    ("withdrawal_of_signature", r"withdrawal of (?:the )?signature"),
    ("withdrawal_of_instrument", r"withdrawal of (?:the |an )?instrument"),
    ("withdrawal_of_reservation", r"withdrawal of (?:the |a )?reservations?"),
    ("withdrawal_of_objection", r"withdrawal of (?:the |an )?objections?"),
    ("end_of_provisional_application", r"(?:end|termination) of (?:the )?provisional application"),
    ("signature_ad_referendum", r"signature ad referendum"),
    ("confirmation_of_signature", r"confirmation of (?:the )?signature"),
    ("definitive_signature", r"definitive(?:ly)? sign(?:ature|ed)|signature définitive"),
    ("definitive_signature", r"signature without reservations? as to"),
    ("formal_confirmation", r"(?:act of )?formal confirmation|(?:acte de )?confirmation formelle"),
    ("provisional_application", r"provisional(?:ly)? appli(?:cation|ed)|application provisoire"),
    ("simplified_procedure", r"simplified procedure|procédure simplifiée"),
    ("consent_to_be_bound", r"consent to be bound|participation|consentement à être lié"),
    ("territorial_application", r"territorial application|extension to territor\w+"),
    ("end_of_suspension", r"end of (?:the )?suspension"),
    ("suspension", r"suspension"),
    ("entry_into_force", r"entry into force|entrée en vigueur|вступлени\w+ в силу"),
    ("exchange_of_instruments", r"exchange of (?:the )?instruments"),
    ("initialling", r"initiall?(?:ing|ed)|paraphe|парафировани\w+"),
    ("signature", r"sign(?:atures?|ed)|подписани\w+"),
    ("ratification", r"ratifi(?:cations?|ed)|ратификаци\w+"),
    ("acceptance", r"accept(?:ances?|ed)|acceptations?|приняти\w+"),
    ("approval", r"approv(?:als?|ed)|approbations?|утверждени\w+|одобрени\w+"),
    ("accession", r"accessions?|acceded|adhésions?|присоединени\w+"),
    ("succession", r"successions?|succeeded|правопреемств\w+"),
    ("denunciation", r"denunciations?|denounced|dénonciations?|денонсаци\w+|withdrawals?|withdrew"),
    ("objection", r"objections?"),
    ("reservation", r"reservations?|réserves?|оговорк\w+"),
    ("declaration", r"declarations?|déclarations?|заявлени\w+"),
    ("notification", r"notifications?|notified|уведомлени\w+"),
)
NAMED = re.compile("|".join(rf"(?P<w{n}>\b(?:{words})\b)" for n, (_, words) in enumerate(WORDINGS)))
# `Notification of succession` is a succession: what is notified says more than that it is.
NOTIFYING = re.compile(r"\bnotifications? of (?:the |an? )?(?=\w)")
BINDING_WORDS = r"(?:ratification|acceptance|approval|accession)"
LISTED = rf"{BINDING_WORDS}(?:(?:, or |, | or | and ){BINDING_WORDS})*"
SUBJECT_TO = re.compile(rf"\bsubject to {LISTED}", re.IGNORECASE)
AS_TO = re.compile(rf"(?<=\bas to ){LISTED}", re.IGNORECASE)
PARTS = re.compile(r"[,;/](?![^(]*\))|\b(?:or|ou|или)\b", re.IGNORECASE)
LETTERED = re.compile(r"\(\s*([A-Za-z]{1,2})\s*\)")
# Other ways of one thing, consent to be bound (Vienna Convention on the Law of Treaties 11). A
# succession is none of them: it continues the consent of another.
CONSENTS = {
    "definitive_signature", "ratification", "acceptance", "approval", "accession",
    "formal_confirmation", "consent_to_be_bound", "simplified_procedure",
}  # fmt: skip
# Letters that depositaries print where the head does not explain them: the United Nations'
# own, and `su` of the Council of Europe.
CUSTOM = {
    "a": "accession", "A": "acceptance", "AA": "approval", "c": "formal_confirmation",
    "d": "succession", "s": "definitive_signature", "n": "provisional_application",
    "P": "consent_to_be_bound", "p": "simplified_procedure", "su": "succession",
}  # fmt: skip
PARTICIPANT = re.compile(
    r"(?:name of )?(?:the )?(?:names?|participants?|states?|country|countries|part(?:y|ies)"
    r"|members?|signator(?:y|ies)|contracting (?:part(?:y|ies)|states?)|member states?"
    r"|states? part(?:y|ies)|états?|pays|участник\w*|государств\w*|стран\w*)"
    r"(?:(?: or |, | ?/ ?| and )(?:states?|organi[sz]ations?|countr(?:y|ies)|territor(?:y|ies)))?"
    r"(?: names?)?"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head as printed, and the acts that a bare date and each letter below it mean.

    `bare` is "" where the head does not settle it. Codes are those of the vocabulary, and
    `succession_to_signature`, which the cells resolve.
    """

    text: str
    bare: str = ""
    letters: dict[str, str] = field(default_factory=dict)
    names_an_act: bool = False

    def act(self, letter):
        """The act that a date with this letter (or "") means; "" where that is not known."""
        if not letter:
            return self.bare
        if letter == "r" and self.bare == "signature":
            return "signature_ad_referendum"  # Council of Europe
        act = self.letters.get(letter) or CUSTOM.get(letter, "")
        if act == "succession" and self.bare == "signature":
            return "succession_to_signature"
        return act


def act_named(words):
    """The act that these words name first, or ""."""
    found = NAMED.search(NOTIFYING.sub("", words.casefold()))
    if found is None:
        return "notification" if NOTIFYING.search(words.casefold()) else ""
    return WORDINGS[int(found.lastgroup[1:])][0]


def settled(acts):
    """What a bare date means where these acts share a head without letters.

    Several ways of consent leave open which it was, and not that it was consent.
    """
    if len(acts) == 1:
        return next(iter(acts))
    return "consent_to_be_bound" if acts and acts <= CONSENTS else ""


def head_read(text):
    """The head of a column read into what its dates mean."""
    if len(text) > LONGEST:
        return Head(text)
    bare, letters = set(), {}
    for part in PARTS.split(AS_TO.sub("", SUBJECT_TO.sub("", " ".join(text.split())))):
        act, letter = act_named(LETTERED.sub(" ", part)), LETTERED.search(part)
        if act and letter:
            letters[letter[1]] = act
        elif act:
            bare.add(act)
    if not bare and len(letters) == 1:
        bare = set(letters.values())
    return Head(text, settled(bare), letters, bool(bare or letters))


def names_participants(text):
    """Whether this is the head of the column of names: `Participant`, `State`, `Country 1, 2`."""
    return bool(PARTICIPANT.fullmatch(without_marks(text).casefold()))
