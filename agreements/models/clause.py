"""Final clauses as data: what the text says about its own life."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from register.fields import PartialDateField, TextsField
from register.models import NestedRow
from register.models.record import ref_is_unique

from .agreement import Agreement

DURATION = RegexValidator(
    r"^P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?\Z",
    _("Write a duration in ISO 8601, such as P30D, P6M or P1Y."),
)


SHARE = RegexValidator(
    r"^[1-9]\d{0,2}/[1-9]\d{0,2}\Z", _("Write a fraction in whole numbers, such as 2/3.")
)


class ClauseType(models.TextChoices):
    """What a clause is about."""

    ENTRY_INTO_FORCE = "entry_into_force", _("entry into force")
    LATER_PARTIES = "later_parties", _("entry into force for later parties")
    DURATION = "duration", _("duration")
    RENEWAL = "renewal", _("renewal")
    NOTICE = "notice", _("notice of denunciation")
    PROVISIONAL_APPLICATION = "provisional_application", _("provisional application")
    FEWEST_PARTIES = "fewest_parties", _("fewest parties")


class ClauseRule(models.TextChoices):
    """How a clause works; each rule belongs to one type of clause."""

    ON_SIGNATURE = "on_signature", _("on signature")
    LAST_NOTIFICATION = "last_notification", _("after the last notification")
    EXCHANGE_OF_INSTRUMENTS = "exchange_of_instruments", _("after the exchange of instruments")
    NTH_DEPOSIT = "nth_deposit", _("after the n-th deposit")
    SHARE_OF_DEPOSITS = "share_of_deposits", _("after the deposit of a share")
    NAMED_PARTICIPANTS = "named_participants", _("after the deposits of those named")
    FIRST_OF_MONTH_AFTER = "first_of_month_after", _("first day of a month after it")
    FIXED_DAY = "fixed_day", _("on a fixed day")
    CONDITIONAL = "conditional", _("on a condition in words")
    NOT_APPLICABLE = "not_applicable", _("does not enter into force")
    AFTER_DEPOSIT = "after_deposit", _("after the deposit")
    FIRST_OF_MONTH_AFTER_DEPOSIT = (
        "first_of_month_after_deposit",
        _("first day of a month after the deposit"),
    )
    INDEFINITE = "indefinite", _("indefinite")
    FIXED = "fixed", _("for a fixed time")
    UNTIL = "until", _("until a day")
    NONE = "none", _("none")
    TACIT = "tacit", _("tacit")
    BY_AGREEMENT = "by_agreement", _("by agreement")
    BEFORE_END = "before_end", _("before the end of a period")
    AFTER_RECEIPT = "after_receipt", _("after receipt")
    END_OF_CALENDAR_YEAR = "end_of_calendar_year", _("at the end of a calendar year")
    FROM_SIGNATURE = "from_signature", _("from signature")
    FROM_DAY = "from_day", _("from a day")
    ENDS_BELOW = "ends_below", _("ends below a number")


RULES = {
    ClauseType.ENTRY_INTO_FORCE: (
        ClauseRule.ON_SIGNATURE,
        ClauseRule.LAST_NOTIFICATION,
        ClauseRule.EXCHANGE_OF_INSTRUMENTS,
        ClauseRule.NTH_DEPOSIT,
        ClauseRule.SHARE_OF_DEPOSITS,
        ClauseRule.NAMED_PARTICIPANTS,
        ClauseRule.FIRST_OF_MONTH_AFTER,
        ClauseRule.FIXED_DAY,
        ClauseRule.CONDITIONAL,
        ClauseRule.NOT_APPLICABLE,
    ),
    ClauseType.LATER_PARTIES: (
        ClauseRule.AFTER_DEPOSIT,
        ClauseRule.FIRST_OF_MONTH_AFTER_DEPOSIT,
    ),
    ClauseType.DURATION: (ClauseRule.INDEFINITE, ClauseRule.FIXED, ClauseRule.UNTIL),
    ClauseType.RENEWAL: (ClauseRule.NONE, ClauseRule.TACIT, ClauseRule.BY_AGREEMENT),
    ClauseType.NOTICE: (
        ClauseRule.BEFORE_END,
        ClauseRule.AFTER_RECEIPT,
        ClauseRule.END_OF_CALENDAR_YEAR,
    ),
    ClauseType.PROVISIONAL_APPLICATION: (ClauseRule.FROM_SIGNATURE, ClauseRule.FROM_DAY),
    ClauseType.FEWEST_PARTIES: (ClauseRule.ENDS_BELOW,),
}


def rule_of_its_type():
    """The condition that a clause's rule is one of those of its type, or left to the words."""
    condition = models.Q(rule="")
    for clause_type, rules in RULES.items():
        condition |= models.Q(type=clause_type, rule__in=rules)
    return condition


class Clause(NestedRow):
    """What the text says of its entry into force, duration, renewal, notice or application."""

    PREFIX = "clause"
    Type = ClauseType
    Rule = ClauseRule

    agreement = models.ForeignKey(
        Agreement, models.CASCADE, related_name="clauses", verbose_name=_("agreement")
    )
    type = models.CharField(
        _("type"), max_length=40, choices=ClauseType, help_text=_("What the clause is about.")
    )
    rule = models.CharField(
        _("rule"),
        max_length=40,
        choices=ClauseRule,
        blank=True,
        help_text=_(
            "How it works, so that days can be worked out; empty when only the words are known."
        ),
    )
    count = models.PositiveIntegerField(
        _("count"),
        null=True,
        blank=True,
        help_text=_(
            "How many deposits it takes, such as 40; of a share, of how many; of fewest parties, "
            "how many. Empty for the last notification."
        ),
    )
    share = models.CharField(
        _("share"),
        max_length=7,
        blank=True,
        validators=[SHARE],
        help_text=_("Which share of the count it takes, as a fraction such as 2/3."),
    )
    period = models.CharField(
        _("period"),
        max_length=20,
        blank=True,
        validators=[DURATION],
        help_text=_(
            "A delay, term or notice as an ISO 8601 duration, such as P30D, P6M or P5Y. P0D says "
            "that there is none; empty, that it is not recorded."
        ),
    )
    day = PartialDateField(
        _("day"),
        null=True,
        blank=True,
        help_text=_("The day that the clause itself names, if it names one."),
    )
    article = models.CharField(
        _("article"), max_length=60, blank=True, help_text=_("The article that says so.")
    )
    text = TextsField(
        _("text"),
        multiline=True,
        blank=True,
        help_text=_("The words of the clause, or what a source says of it."),
    )

    class Meta(NestedRow.Meta):
        verbose_name = _("clause")
        verbose_name_plural = _("clauses")
        constraints = [
            ref_is_unique("agreement"),
            models.CheckConstraint(
                name="agreements_clause_has_a_rule_of_its_type",
                condition=rule_of_its_type(),
                violation_error_message=_("This rule belongs to another type of clause."),
            ),
            models.CheckConstraint(
                name="agreements_clause_counts_from_one",
                condition=models.Q(count__isnull=True) | models.Q(count__gte=1),
                violation_error_message=_("It takes at least one deposit."),
            ),
        ]
