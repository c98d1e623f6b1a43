"""An agreement as a whole: what it is, what it is about, who keeps it."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models import Actor
from register.fields import TextsField
from register.models import Code, NestedRow, Record
from register.models.record import ref_is_unique
from register.texts import LANGUAGE

from .subject import Subject
from .title import Title, title_constraints

LANGUAGE_CODES = RegexValidator(
    rf"^(?:{LANGUAGE.pattern})(?: (?:{LANGUAGE.pattern}))*\Z",
    _("Write ISO 639 codes of two or three small letters, or uz-Cyrl, with one blank between."),
)


class Agreement(Record):
    """Something agreed between states or organizations, whether or not it binds them.

    Its status is never stored here: it is worked out from the acts, clauses and relations.
    """

    KIND = "agreement"

    record_ptr = models.OneToOneField(
        Record, models.CASCADE, parent_link=True, primary_key=True, related_name="as_agreement"
    )

    class Form(models.TextChoices):
        """What sort of text it is, by its own name."""

        TREATY = "treaty", _("treaty")
        CONVENTION = "convention", _("convention")
        AGREEMENT = "agreement", _("agreement")
        CHARTER = "charter", _("charter")
        PROTOCOL = "protocol", _("protocol")
        EXCHANGE_OF_NOTES = "exchange_of_notes", _("exchange of notes")
        MEMORANDUM = "memorandum", _("memorandum of understanding or of cooperation")
        JOINT_DECLARATION = "joint_declaration", _("joint declaration")
        STATEMENT = "statement", _("statement")
        COMPACT = "compact", _("compact")
        FRAMEWORK = "framework", _("framework")
        PROGRAMME = "programme", _("programme or plan")
        FORUM = "forum", _("forum or process")
        CONFERENCE = "conference", _("conference and its outcome")
        DECISION = "decision", _("decision of a body")
        ANNEX = "annex", _("annex")
        NOT_KNOWN = "not_known", _("not known")

    class Scope(models.TextChoices):
        """How many take part."""

        BILATERAL = "bilateral", _("bilateral")
        PLURILATERAL = "plurilateral", _("plurilateral")
        MULTILATERAL = "multilateral", _("multilateral")

    class Reach(models.TextChoices):
        """How far a multilateral agreement reaches."""

        UNIVERSAL = "universal", _("universal")
        REGIONAL = "regional", _("regional")
        INTERREGIONAL = "interregional", _("interregional")

    class Level(models.TextChoices):
        """In whose name it is concluded, as the law of CIS states tells treaties apart."""

        INTERSTATE = "interstate", _("interstate")
        INTERGOVERNMENTAL = "intergovernmental", _("intergovernmental")
        INTERAGENCY = "interagency", _("interagency")

    class Binding(models.TextChoices):
        """Whether it binds in law."""

        BINDING = "binding", _("binding")
        NON_BINDING = "non_binding", _("non-binding")
        DISPUTED = "disputed", _("disputed")
        NOT_KNOWN = "not_known", _("not known")

    class Disclosure(models.TextChoices):
        """How much of it the public may read."""

        PUBLIC = "public", _("text public")
        SUMMARY = "summary", _("summary only")
        WITHHELD = "withheld", _("existence known, text withheld")

    form = models.CharField(
        _("form"),
        max_length=20,
        choices=Form,
        help_text=_("What the text calls itself; “not known” if nobody has seen it."),
    )
    form_note = models.TextField(
        _("note on the form"),
        blank=True,
        help_text=_("Say what is special about the form, if anything is."),
    )
    scope = models.CharField(
        _("scope"),
        max_length=20,
        choices=Scope,
        help_text=_(
            "Bilateral: two sides, of which one may have several members. Plurilateral: three or "
            "more that know each other by name. Multilateral: open to a circle of states."
        ),
    )
    reach = models.CharField(
        _("reach"),
        max_length=20,
        choices=Reach,
        blank=True,
        help_text=_("How far a multilateral agreement reaches; leave empty for other scopes."),
    )
    region = TextsField(
        _("region"),
        blank=True,
        help_text=_("The region in words, such as Central Asia, if the agreement belongs to one."),
    )
    level = models.CharField(
        _("level"),
        max_length=20,
        choices=Level,
        blank=True,
        help_text=_(
            "Whether it is concluded in the name of the state, of the government or of a "
            "ministry or agency; leave empty if the text does not say."
        ),
    )
    binding = models.CharField(
        _("binding"),
        max_length=20,
        choices=Binding,
        help_text=_("Whether it binds in law. “Disputed” asks for who says so and why, below."),
    )
    binding_says = models.TextField(
        _("who says whether it binds"),
        blank=True,
        help_text=_("Who says that it binds or does not, and why, such as the court or article."),
    )
    disclosure = models.CharField(
        _("disclosure"),
        max_length=20,
        choices=Disclosure,
        help_text=_("How much of the text the public may read. This choice is itself public."),
    )
    disclosure_note = models.TextField(
        _("note on disclosure"),
        blank=True,
        help_text=_("By whom the text is withheld and on what ground."),
    )
    subjects = models.ManyToManyField(
        Subject,
        related_name="agreements",
        blank=True,
        verbose_name=_("subjects"),
        help_text=_("What the agreement is about: the narrowest subjects that fit."),
    )
    gcm_objectives = models.ManyToManyField(
        Code,
        related_name="+",
        blank=True,
        limit_choices_to={"code_list__key": "gcm-objectives"},
        verbose_name=_("GCM objectives"),
        help_text=_("Objectives of the Global Compact for Migration that it serves."),
    )
    sdg_targets = models.ManyToManyField(
        Code,
        related_name="+",
        blank=True,
        limit_choices_to={"code_list__key": "sdg-targets"},
        verbose_name=_("SDG targets"),
        help_text=_("Targets of the Sustainable Development Goals that it serves, such as 10.7."),
    )
    address = models.CharField(
        _("official page"),
        max_length=1000,
        blank=True,
        help_text=_("The web address of its official page, such as the depositary's."),
    )
    text_address = models.CharField(
        _("address of the text"),
        max_length=1000,
        blank=True,
        help_text=_("The web address at which its text can be read."),
    )
    depositary = models.ForeignKey(
        Actor,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("depositary"),
        help_text=_("The state or organization that keeps the original and records the acts."),
    )
    depositary_text = TextsField(
        _("depositary in words"),
        blank=True,
        help_text=_("The depositary as the text names it, such as the Secretary-General."),
    )
    secretariat = models.ForeignKey(
        Actor,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("secretariat"),
        help_text=_("The state or organization that runs its meetings and papers."),
    )
    secretariat_text = TextsField(
        _("secretariat in words"),
        blank=True,
        help_text=_("The secretariat as the text names it, where there is no record of it."),
    )
    original_held = TextsField(
        _("where the original lies"),
        blank=True,
        help_text=_("The archive or ministry that holds the signed original, in words."),
    )
    authentic_languages = models.CharField(
        _("authentic languages"),
        max_length=200,
        blank=True,
        validators=[LANGUAGE_CODES],
        help_text=_(
            "The languages in which the text is authentic (VCLT 33), as ISO 639 codes with a "
            "blank between, such as en ru uz."
        ),
    )

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")


class AgreementTitle(Title):
    """One title of an agreement."""

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="titles", verbose_name=_("agreement")
    )

    class Meta(Title.Meta):
        abstract = False
        verbose_name = _("title")
        verbose_name_plural = _("titles")
        constraints = [ref_is_unique("agreement"), *title_constraints()]


class AgreementIdentifier(NestedRow):
    """A number under which a collection knows the agreement."""

    PREFIX = "identifier"

    class Scheme(models.TextChoices):
        """Whose numbers they are."""

        UNTS = "unts", _("United Nations Treaty Series")
        MTDSG = "mtdsg", _("Multilateral Treaties Deposited with the Secretary-General")
        CETS = "cets", _("Council of Europe Treaty Series")
        GAZETTE = "gazette", _("national gazette or collection")
        ILO = "ilo", _("International Labour Organization")
        ELI = "eli", _("European Legislation Identifier")
        OTHER = "other", _("other")

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="identifiers", verbose_name=_("agreement")
    )
    scheme = models.CharField(
        _("scheme"),
        max_length=20,
        choices=Scheme,
        help_text=_("Whose number it is; for gazettes and others name the issuer as well."),
    )
    value = models.CharField(
        _("number"),
        max_length=200,
        help_text=_("The number as the scheme writes it, such as I-2545 or XVIII-12-b."),
    )
    issuer = models.CharField(
        _("issuer"),
        max_length=300,
        blank=True,
        help_text=_("Who gives the number, such as the name of the gazette."),
    )
    volume = models.CharField(
        _("volume"), max_length=60, blank=True, help_text=_("The volume in which it is printed.")
    )
    page = models.CharField(
        _("page"), max_length=60, blank=True, help_text=_("The page on which it begins.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            ref_is_unique("agreement"),
            models.UniqueConstraint(
                fields=["agreement", "scheme", "issuer", "value", "volume", "page"],
                name="agreements_identifier_stands_once",
                violation_error_message=_("The agreement has this identifier already."),
            ),
        ]
