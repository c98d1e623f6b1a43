"""Models that exist only to try the fields on, outside the project's own registry of models."""

from django import forms
from django.db import models
from django.test.utils import isolate_apps

from register.fields import PartialDateField, PartialDatesInOrder, TextsField

with isolate_apps("register"):

    class Period(models.Model):
        """Something with a beginning, for others to build on."""

        from_on = PartialDateField("from", null=True, blank=True)

        class Meta:
            app_label = "register"
            abstract = True

    class Membership(Period):
        """A row with texts and two partial dates."""

        names = TextsField(blank=True)
        until_on = PartialDateField(null=True, blank=True)
        note = TextsField(blank=True, multiline=True)

        class Meta:
            app_label = "register"
            constraints = [
                PartialDatesInOrder(earlier="from_on", later="until_on", name="%(class)s_in_order")
            ]

    class Chair(Membership):
        """A row in two tables."""

        elected_on = PartialDateField(null=True, blank=True)

        class Meta:
            app_label = "register"


class MembershipForm(forms.ModelForm):
    """What a curator fills in."""

    class Meta:
        model = Membership
        fields = ("names", "from_on", "until_on")
