"""How lists of agreements, laws, subjects and checks are filtered, on pages and in the API."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, DateFilter

from register.filters import (
    KeysFilter,
    RegisterFilterSet,
    StableOrderingFilter,
    WordsFilter,
    WrittenKeysFilter,
)
from register.models import PublishedReference

from .models import (
    Agreement,
    Check,
    Law,
    PublishedAgreement,
    PublishedCheck,
    PublishedDate,
    PublishedLaw,
    PublishedStanding,
    PublishedSubject,
)
from .models.standing import Standing, Status


class SubjectsFilter(KeysFilter):
    """Subjects, each with all that is part of it."""

    def widened(self, target):
        """The subject and every subject below it, as the tree stood at that entry."""
        tree = PublishedSubject.objects.recorded(self.parent.number)
        below = {}
        for key, parent in tree.values_list("key", "parent"):
            below.setdefault(parent, []).append(key)
        found = [target]
        for key in found:
            found += [part for part in below.get(key, ()) if part not in found]
        return found


class BoundFilter(KeysFilter):
    """Agreements that bind one of the given states or organizations on the day."""

    def filter(self, queryset, values):
        """The agreements that bind one of them."""
        if not values:
            return queryset
        periods = PublishedStanding.objects.recorded(self.parent.number).on(self.parent.on)
        bound = periods.filter(actor__in=values, status__in=PublishedStanding.BIND)
        return queryset.filter(key__in=bound.order_by().values("agreement"))


class AgreementFilterSet(RegisterFilterSet):
    """Agreements by what they are, by whom, about what, and how they stood on a day."""

    form = WordsFilter(
        choices=Agreement.Form,
        label=_("Form"),
        help_text=_("What the text calls itself; any of those given."),
    )
    scope = WordsFilter(
        choices=Agreement.Scope,
        label=_("Scope"),
        help_text=_("How many take part; any of those given."),
    )
    reach = WordsFilter(
        choices=Agreement.Reach,
        label=_("Reach"),
        help_text=_("How far a multilateral agreement reaches; any of those given."),
    )
    level = WordsFilter(
        choices=Agreement.Level,
        label=_("Level"),
        help_text=_("In whose name it is concluded; any of those given."),
    )
    binding = WordsFilter(
        choices=Agreement.Binding,
        label=_("Binding"),
        help_text=_("Whether it binds in law; any of those given."),
    )
    disclosure = WordsFilter(
        choices=Agreement.Disclosure,
        label=_("Disclosure"),
        help_text=_("How much of the text is public; any of those given."),
    )
    subject = SubjectsFilter(
        fields=["subjects"],
        kind="subject",
        label=_("Subject"),
        help_text=_("Keys of subjects, each with all that is part of it; any of those given."),
    )
    participant = KeysFilter(
        fields=["participants.actor"],
        kind="actor",
        conjoined=True,
        label=_("Participant"),
        help_text=_("Keys of states or organizations that take part; all of those given."),
    )
    organization = KeysFilter(
        fields=["participants.actor", "bodies.organization", "depositary", "secretariat"],
        kind="organization",
        label=_("Organization"),
        help_text=_(
            "Keys of organizations that take part, act for a participant, or are depositary or "
            "secretariat; any of those given."
        ),
    )
    gcm_objective = KeysFilter(
        fields=["gcm_objectives"],
        kind="code_list",
        code_list="gcm-objectives",
        label=_("GCM objective"),
        help_text=_("Numbers of objectives of the Global Compact; any of those given."),
    )
    bound = BoundFilter(
        fields=[],
        kind="actor",
        label=_("Bound"),
        help_text=_("Keys of states or organizations bound on the day; any of those given."),
    )
    decade = WordsFilter(
        choices=[(str(year), f"{year}–{year + 9}") for year in range(1850, 2100, 10)],
        method="made_in",
        label=_("Decade"),
        help_text=_("The first year of the ten in which it was made, 1990; any of those given."),
    )
    language = WrittenKeysFilter(
        method="in_language",
        label=_("Language of the text"),
        help_text=_("Languages that the text is known to be in (ISO 639); any of those given."),
    )
    identifier = CharFilter(
        method="with_identifier",
        label=_("Identifier"),
        help_text=_("A number under which a collection knows it, whole, such as I-2545."),
    )
    made_after = DateFilter(
        field_name="made_on",
        lookup_expr="gte",
        label=_("Made on or after"),
        help_text=_("Adopted, initialled or first signed on that day or later."),
    )
    made_before = DateFilter(
        field_name="made_on",
        lookup_expr="lte",
        label=_("Made on or before"),
        help_text=_("Adopted, initialled or first signed on that day or earlier."),
    )
    status = WordsFilter(
        choices=Status,
        method="with_status",
        label=_("Status"),
        help_text=_("How it stood on the day asked about; any of those given."),
    )
    standing = WordsFilter(
        choices=Standing,
        method="with_standing",
        label=_("Standing"),
        help_text=_(
            "How a participant stood to it on the day asked about; with participants given, each "
            "of them."
        ),
    )
    on = DateFilter(
        method="as_it_is",
        label=_("On"),
        help_text=_("The day that status and standing are asked about; today without it."),
    )
    ordering = StableOrderingFilter(
        fields={"title": "title", "made_on": "made_on", "key": "key"},
    )

    class Meta:
        model = PublishedAgreement
        fields = []

    def with_identifier(self, queryset, name, value):
        """The agreements that have that number."""
        return queryset.filter(identifiers__contains=f"\n{value}\n")

    def made_in(self, queryset, name, decades):
        """The agreements made in one of these decades."""
        found = Q()
        for year in map(int, decades):
            found |= Q(made_on__gte=date(year, 1, 1), made_on__lt=date(year + 10, 1, 1))
        return queryset.filter(found)

    def in_language(self, queryset, name, languages):
        """The agreements whose text is in one of these languages."""
        found = Q()
        for language in languages:
            found |= Q(languages__contains=f"\n{language}\n")
        return queryset.filter(found)

    def with_status(self, queryset, name, statuses):
        """The agreements that have one of these statuses on the day."""
        return queryset.filter(key__in=self._periods(statuses).of_agreements().values("agreement"))

    def with_standing(self, queryset, name, standings):
        """The agreements to which somebody, or each participant given, stands so on the day."""
        periods = self._periods(standings).of_participants()
        for actor in self.form.cleaned_data.get("participant") or [None]:
            of_actor = periods.of_actor(actor) if actor else periods
            queryset = queryset.filter(key__in=of_actor.values("agreement"))
        return queryset

    def as_it_is(self, queryset, name, value):
        """The day changes no list by itself."""
        return queryset

    def _periods(self, statuses):
        periods = PublishedStanding.objects.recorded(self.number).on(self.on)
        return periods.filter(status__in=statuses).order_by()


class ConcernedFilter(KeysFilter):
    """Dates that concern one of the given states or organizations.

    Its own, and those of all who take part, in the agreements in which it takes part and has not
    ceased to.
    """

    def filter(self, queryset, values):
        """The dates that concern one of them."""
        if not values:
            return queryset
        number, on = self.parent.number, self.parent.on
        references = PublishedReference.objects.recorded(number).filter(
            kind="agreement", field__in=self.fields, target__in=values
        )
        periods = PublishedStanding.objects.recorded(number).on(on).filter(actor__in=values)
        left = periods.filter(status=Standing.FORMER_PARTY)
        return queryset.filter(
            actor__in=["", *values], agreement__in=references.order_by().values("key")
        ).exclude(agreement__in=left.order_by().values("agreement"))


class AboutFilter(KeysFilter):
    """Rows about one of the given agreements."""

    def filter(self, queryset, values):
        """The rows about one of them."""
        return queryset.filter(agreement__in=values) if values else queryset


class DateFilterSet(RegisterFilterSet):
    """Dates that matter by when they fall, whose they are, and what happens."""

    on = DateFilter(
        method="from_then",
        label=_("From"),
        help_text=_("Dates that fall, or may fall, on that day or later; today without it."),
    )
    until = DateFilter(
        method="before",
        label=_("Before"),
        help_text=_("Dates that fall, or may fall, before that day."),
    )
    participant = ConcernedFilter(
        fields=["participants.actor"],
        kind="actor",
        label=_("State or organization"),
        help_text=_("Keys of states or organizations that a date concerns; any of those given."),
    )
    agreement = AboutFilter(
        fields=[],
        kind="agreement",
        label=_("Agreement"),
        help_text=_("Keys of agreements; any of those given."),
    )
    kind = WordsFilter(
        choices=PublishedDate.Kind,
        label=_("What happens"),
        help_text=_("What happens on the day; any of those given."),
    )

    class Meta:
        model = PublishedDate
        fields = []

    def filter_queryset(self, queryset):
        """The dates that fit, from the day asked about on."""
        return super().filter_queryset(queryset.filter(latest__gte=self.on))

    def from_then(self, queryset, _name, _value):
        """As it is: the day is asked about even if it is not named."""
        return queryset

    def before(self, queryset, _name, value):
        """The dates that may fall before a day."""
        return queryset.filter(day__lt=value)


class LawFilterSet(RegisterFilterSet):
    """Laws by what they are, whose, in force or not, and which agreements they carry out."""

    form = WordsFilter(
        choices=Law.Form,
        label=_("Form"),
        help_text=_("What sort of act of domestic law it is; any of those given."),
    )
    status = WordsFilter(
        choices=Law.Status,
        label=_("Status"),
        help_text=_("Whether it is law, as far as a source shows; any of those given."),
    )
    state = KeysFilter(
        fields=["state"],
        kind="state",
        label=_("State"),
        help_text=_("Keys of states whose law it is; any of those given."),
    )
    implements = KeysFilter(
        fields=["implements.agreement"],
        kind="agreement",
        label=_("Agreement"),
        help_text=_("Keys of agreements that it carries out or touches on; any of those given."),
    )
    ordering = StableOrderingFilter(
        fields={"title": "title", "adopted_on": "adopted_on", "key": "key"},
    )

    class Meta:
        model = PublishedLaw
        fields = []


class SubjectFilterSet(RegisterFilterSet):
    """Subjects by what they are part of."""

    parent = KeysFilter(
        fields=["parent"],
        kind="subject",
        label=_("Part of"),
        help_text=_("Keys of subjects that it is directly part of; any of those given."),
    )
    ordering = StableOrderingFilter(
        fields={"position": "position", "key": "key"},
    )

    class Meta:
        model = PublishedSubject
        fields = []


class CheckFilterSet(RegisterFilterSet):
    """Checks by whose agreements were looked for, with whom, about what, and what came of it."""

    actor = KeysFilter(
        fields=["actor"],
        kind="actor",
        label=_("State or organization"),
        help_text=_("Keys of those whose agreements were looked for; any of those given."),
    )
    counterpart = KeysFilter(
        fields=["counterpart"],
        kind="actor",
        label=_("With whom"),
        help_text=_("Keys of the other side of what was looked for; any of those given."),
    )
    subject = SubjectsFilter(
        fields=["subject"],
        kind="subject",
        label=_("Subject"),
        help_text=_("Keys of subjects, each with all that is part of it; any of those given."),
    )
    result = WordsFilter(
        choices=Check.Result,
        label=_("Result"),
        help_text=_("What came of the search; any of those given."),
    )
    ordering = StableOrderingFilter(
        fields={"done_on": "done_on", "key": "key"},
    )

    class Meta:
        model = PublishedCheck
        fields = []
