"""What a project gives to people, and what money it has."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, PartialDatesInOrder, TextsField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .project import Project

AMOUNT = r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$"
CURRENCY = r"^[A-Z]{3}$"


class Service(NestedRow):
    """One service that a project renders."""

    PREFIX = "service"

    class Sort(models.TextChoices):
        """What is done for people, or for the bodies that serve them."""

        LEGAL = "legal", _("legal help")
        SOCIAL = "social", _("social help")
        PSYCHOLOGICAL = "psychological", _("psychological help")
        ECONOMIC = "economic", _("help to earn a living")
        MEDICAL = "medical", _("medical help")
        SHELTER = "shelter", _("shelter")
        RETURN_TRAVEL = "return_travel", _("return travel")
        TRAINING = "training", _("training")
        INFORMATION = "information", _("information")
        DOCUMENTS = "documents", _("identity and travel documents")
        FAMILY_TRACING = "family_tracing", _("family tracing")
        POLICY_ADVICE = "policy_advice", _("advice on policy")
        DATA = "data", _("data and research")
        COORDINATION = "coordination", _("coordination")
        BORDER = "border", _("border management")
        HUMANITARIAN = "humanitarian", _("humanitarian aid")
        OTHER = "other", _("other")

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="services", verbose_name=_("project")
    )
    service = models.CharField(
        _("service"), max_length=20, choices=Sort, help_text=_("What is done, as a common word.")
    )
    words = models.CharField(
        _("original words"),
        max_length=500,
        blank=True,
        help_text=_("How the source puts it, in its own words."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("service")
        verbose_name_plural = _("services")
        constraints = [ref_is_unique("project")]


class Budget(NestedRow):
    """One line of a project's money. The amount is kept exactly as its source writes it."""

    PREFIX = "budget"

    class Type(models.TextChoices):
        """What the money is, in the words of the IATI standard."""

        TOTAL = "total", _("total budget")
        COMMITMENT = "commitment", _("committed")
        DISBURSEMENT = "disbursement", _("disbursed")
        EXPENDITURE = "expenditure", _("spent")

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="budget", verbose_name=_("project")
    )
    type = models.CharField(
        _("type"), max_length=20, choices=Type, help_text=_("What the money is.")
    )
    amount = models.CharField(
        _("amount"),
        max_length=20,
        validators=[
            RegexValidator(
                AMOUNT.replace("$", r"\Z"),
                _("Write figures, with a point before at most four decimals: 21650000 or 12.50."),
            )
        ],
        help_text=_("How much, in whole units of the currency, such as 21650000 or 12.50."),
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        validators=[
            RegexValidator(
                CURRENCY.replace("$", r"\Z"),
                _("Write the ISO 4217 code of the currency in three capital letters, such as USD."),
            )
        ],
        help_text=_("The ISO 4217 code of the currency, such as USD."),
    )
    from_on = PartialDateField(
        _("from"),
        null=True,
        blank=True,
        help_text=_("The first day of the time for which the money is meant."),
    )
    until_on = PartialDateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The last day of the time for which the money is meant."),
    )
    text = TextsField(
        _("text"),
        blank=True,
        multiline=True,
        help_text=_("What the line covers, such as one phase or one donor's share."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")
        constraints = [
            ref_is_unique("project"),
            models.CheckConstraint(
                name="projects_budget_amount_is_a_decimal",
                condition=models.Q(amount__regex=AMOUNT),
                violation_error_message=_("The amount is written in figures, as 21650000."),
            ),
            models.CheckConstraint(
                name="projects_budget_has_a_currency",
                condition=models.Q(currency__regex=CURRENCY),
                violation_error_message=_("The currency is an ISO 4217 code, as USD."),
            ),
            PartialDatesInOrder(
                name="projects_budget_ends_after_it_begins",
                earlier="from_on",
                later="until_on",
                violation_error_message=_("The time for which the money is meant ends too early."),
            ),
        ]

    def __str__(self):
        return f"{self.amount} {self.currency}"
