"""Filling in the admin's forms the way a browser does: what the page shows is what is sent."""

from html.parser import HTMLParser

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from register.models import Account, Record
from register.roles import APPROVERS, EDITORS, set_up_roles
from tests.factories import unit


class _Fields(HTMLParser):
    """Every field of one form with the value that a browser would send."""

    def __init__(self, form_id):
        super().__init__()
        self.form_id, self.values, self.inside = form_id, {}, False
        self.select = self.textarea = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
        name = attrs.get("name")
        if not self.inside or "form" in attrs:
            return
        if tag == "input" and name and attrs.get("type") not in ("submit", "file"):
            ticked = attrs.get("type") in ("checkbox", "radio")
            if not ticked or "checked" in attrs:
                self.values[name] = attrs.get("value", "on" if ticked else "")
        elif tag == "select":
            self.select = name
            self.values.setdefault(name, [] if "multiple" in attrs else "")
        elif tag == "option" and self.select and "selected" in attrs:
            self._choose(attrs.get("value", ""))
        elif tag == "textarea":
            self.textarea, self.values[name] = name, ""

    def _choose(self, value):
        if isinstance(self.values[self.select], list):
            self.values[self.select].append(value)
        else:
            self.values[self.select] = value

    def handle_data(self, data):
        if self.textarea:
            self.values[self.textarea] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.values[self.textarea] = self.values[self.textarea].removeprefix("\n")
            self.textarea = None


def fields_of(response, form_id):
    """What a browser would send of that form, untouched, by name; empty forms to copy left out."""
    parser = _Fields(form_id)
    parser.feed(response.content.decode())
    return {name: value for name, value in parser.values.items() if "__prefix__" not in name}


def address(record, page="change"):
    """The address of a record's page in the admin."""
    meta = type(record)._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[record.pk])


def fill_in(client, where, form_id, **changes):
    """Open a form, change some of it, send it, and follow to the next page."""
    values = fields_of(client.get(where), form_id) | changes
    return client.post(where, values, follow=True)


def added_row(prefix, position=0, **values):
    """A new row of the list with that prefix, at a position after those on the page."""
    named = {f"{prefix}-{position}-{name}": value for name, value in values.items()}
    return {f"{prefix}-TOTAL_FORMS": str(position + 1), **named}


def said(response):
    """The messages that a page shows, as one text."""
    return " ".join(str(message) for message in response.context["messages"])


def record(key):
    """The working record under that key."""
    return Record.objects.get(key=key)


def member(name, *groups, of="office", **values):
    """A staff account of a unit, in groups such as Editors."""
    set_up_roles()
    account = Account.objects.get_or_create(username=name, defaults={"is_staff": True, **values})[0]
    account.units.add(unit(of))
    account.groups.set(Group.objects.filter(name__in=groups))
    return account


def signed_in(account):
    """A browser of its own in which the account is signed in."""
    client = Client()
    client.force_login(account)
    return client


def erkin():
    """Erkin, who edits, in his browser."""
    return signed_in(member("erkin", EDITORS))


def aziza():
    """Aziza, who approves, in hers."""
    return signed_in(member("aziza", APPROVERS))


def nodira(**values):
    """Nodira of another unit, who edits and approves there, in hers."""
    return signed_in(member("nodira", EDITORS, APPROVERS, of="another-unit", **values))
