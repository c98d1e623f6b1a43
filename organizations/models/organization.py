"""Organizations, what others number them by, and who belongs to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, PartialDatesInOrder, TextsField
from register.models import Code, NestedRow
from register.models.record import ref_is_unique

from .actor import Actor
from .state import State


class Organization(Actor):
    """A body that makes, serves, funds or watches agreements, from the UN to a local charity."""

    KIND = "organization"

    actor_ptr = models.OneToOneField(
        Actor, models.CASCADE, parent_link=True, primary_key=True, related_name="as_organization"
    )

    class Type(models.TextChoices):
        """What sort of body it is."""

        UNIVERSAL_IGO = "universal_igo", _("universal intergovernmental organization")
        REGIONAL_IGO = "regional_igo", _("regional intergovernmental organization")
        UN_BODY = "un_body", _("body of the United Nations")
        UNION_OF_STATES = "union_of_states", _("union of states")
        STATE_BODY = "state_body", _("body of a state")
        DONOR = "donor", _("donor")
        NGO = "ngo", _("non-governmental organization")
        ACADEMIC = "academic", _("academic institution")
        PRIVATE = "private", _("private body")
        COORDINATION = "coordination", _("coordination of several bodies")

    type = models.CharField(
        _("type"), max_length=20, choices=Type, help_text=_("What sort of body it is.")
    )
    acronyms = TextsField(
        _("acronyms"),
        blank=True,
        help_text=_("Its usual short form in each language, such as IOM or МОМ."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("part of"),
        help_text=_("The organization that this one is a part or a body of, if any."),
    )
    state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("state"),
        help_text=_("Whose body it is, where it belongs to one state."),
    )
    seat = TextsField(_("seat"), blank=True, help_text=_("The town in which it sits."))
    seat_state = models.ForeignKey(
        State,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("state of the seat"),
        help_text=_("The state in which that town lies."),
    )
    founded_on = PartialDateField(
        _("founded on"),
        null=True,
        blank=True,
        help_text=_("The day on which it was founded, as exactly as known."),
    )
    dissolved_on = PartialDateField(
        _("dissolved on"),
        null=True,
        blank=True,
        help_text=_("The day on which it ceased to exist; empty while it exists."),
    )
    website = models.URLField(
        _("website"), max_length=500, blank=True, help_text=_("The address of its own pages.")
    )
    iati_type = models.ForeignKey(
        Code,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"code_list__key": "iati-organisation-types"},
        verbose_name=_("IATI type"),
        help_text=_("Its type in the IATI list of organisation types, for aid data."),
    )

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [
            models.CheckConstraint(
                name="organizations_organization_is_not_part_of_itself",
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("actor_ptr")),
                violation_error_message=_("An organization cannot be part of itself."),
            ),
            PartialDatesInOrder(
                name="organizations_organization_ends_after_it_begins",
                earlier="founded_on",
                later="dissolved_on",
                violation_error_message=_("The organization is dissolved before it is founded."),
            ),
        ]


class Identifier(NestedRow):
    """A number or code by which somebody else knows an organization."""

    PREFIX = "identifier"

    organization = models.ForeignKey(
        Organization,
        models.CASCADE,
        related_name="identifiers",
        verbose_name=_("organization"),
    )
    scheme = models.CharField(
        _("scheme"),
        max_length=40,
        help_text=_("Which numbering it belongs to: iati, crs-channel, or another by its name."),
    )
    value = models.CharField(
        _("value"), max_length=100, help_text=_("The number or code, exactly as issued.")
    )
    issuer = models.CharField(
        _("issuer"), max_length=200, blank=True, help_text=_("Who issued it, if known.")
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("identifier")
        verbose_name_plural = _("identifiers")
        constraints = [
            ref_is_unique("organization"),
            models.UniqueConstraint(
                fields=["organization", "scheme", "value"],
                name="organizations_identifier_stands_once",
                violation_error_message=_("This identifier is already listed."),
            ),
        ]

    def __str__(self):
        return f"{self.scheme} {self.value}"


class Membership(NestedRow):
    """A state or an organization belonging to an organization, from one day until another."""

    PREFIX = "membership"

    class Capacity(models.TextChoices):
        """As what it belongs."""

        MEMBER = "member", _("member")
        OBSERVER = "observer", _("observer")
        ASSOCIATE = "associate", _("associate")
        PARTICIPANT = "participant", _("participant")

    organization = models.ForeignKey(
        Organization,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("organization"),
    )
    actor = models.ForeignKey(
        Actor,
        models.PROTECT,
        related_name="+",
        verbose_name=_("who belongs"),
        help_text=_("The state or organization that belongs to it."),
    )
    capacity = models.CharField(
        _("capacity"), max_length=20, choices=Capacity, help_text=_("As what it belongs.")
    )
    from_on = PartialDateField(
        _("from"),
        null=True,
        blank=True,
        help_text=_("The day from which it has belonged, as exactly as known."),
    )
    until_on = PartialDateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The day from which it no longer belongs; empty while it does."),
    )
    words = models.CharField(
        _("original words"),
        max_length=300,
        blank=True,
        help_text=_("How the source puts it, in its own words, such as “participating state”."),
    )
    text = TextsField(
        _("text"),
        blank=True,
        multiline=True,
        help_text=_("What else is to be said about this membership."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            ref_is_unique("organization"),
            models.CheckConstraint(
                name="organizations_membership_is_in_another",
                condition=~models.Q(actor=models.F("organization")),
                violation_error_message=_("An organization cannot be a member of itself."),
            ),
            PartialDatesInOrder(
                name="organizations_membership_ends_after_it_begins",
                earlier="from_on",
                later="until_on",
                violation_error_message=_("The membership ends before it begins."),
            ),
        ]
