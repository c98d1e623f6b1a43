"""The frame of the curators' pages: the desk, the menu, the policy, the demonstration mode."""

import re

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from register.models import Entry, Source
from register.revising import return_with_remarks
from register.site import CuratorsSite
from tests.admin_forms import address, aziza, erkin, fields_of, member, signed_in
from tests.factories import approver, publish_documents, saved, source_document, submitted

pytestmark = pytest.mark.django_db

SAID = "Demonstration mode"
DESK = "/admin/"


def pages():
    """One of every sort of page of the admin, about the source ART."""
    publish_documents([source_document("ART")])
    revision = submitted(source_document("ART", author="A."))
    source = Source.objects.get(key="ART")
    publishing = reverse("admin:register_entry_publish") + f"?revision={revision.pk}"
    steps = ("change", "history", "return", "withdraw")
    return [
        DESK,
        "/admin/register/",
        "/admin/register/source/",
        "/admin/register/source/add/",
        "/admin/register/entry/",
        "/admin/register/entry/1/change/",
        "/admin/register/revision/",
        "/admin/register/account/",
        "/admin/password_change/",
        publishing,
        *(address(source, step) for step in steps),
        address(source, "compare") + "?before=public&after=2",
    ]


def everybody(**values):
    """A browser of an account that may open every page, but saved nothing."""
    return signed_in(member("zafar", "Editors", "Approvers", is_superuser=True, **values))


def test_demonstration_mode_is_said_on_every_page_and_for_signing_in():
    client = everybody(is_demonstration=True)
    silent = [page for page in pages() if SAID not in client.get(page).content.decode()]
    assert silent == []
    assert SAID in Client().get("/admin/login/").content.decode()


def test_a_register_in_earnest_says_nothing_of_it():
    client = everybody()
    assert [page for page in pages() if SAID in client.get(page).content.decode()] == []


def test_deactivated_demonstration_accounts_are_no_demonstration():
    member("editor", is_demonstration=True, is_active=False)
    assert SAID not in everybody().get(DESK).content.decode()


def policy(answer):
    """The directives of a page's content security policy."""
    directives = answer["Content-Security-Policy"].split("; ")
    return {each.split(" ")[0]: set(each.split(" ")[1:]) for each in directives}


def test_the_policy_is_relaxed_for_the_theme_and_names_no_foreign_host():
    client = everybody()
    for page in (*pages(), "/admin/login/"):
        rules = policy(client.get(page))
        assert rules["script-src"] == {"'self'", "'unsafe-eval'"}, page
        assert rules["style-src"] == {"'self'", "'unsafe-inline'"}
        sources = set().union(*rules.values())
        assert sources == {"'self'", "'none'", "data:", "'unsafe-eval'", "'unsafe-inline'"}


def test_outside_the_admin_the_policy_is_strict():
    rules = policy(Client().get("/nowhere/"))
    assert rules["script-src"] == rules["style-src"] == {"'self'"}


def test_no_page_loads_from_a_foreign_host_or_runs_an_inline_script():
    client = everybody()
    for page in pages():
        text = client.get(page).content.decode()
        assert re.findall(r"""<(?:script|link|img)[^>]*=["'](?:https?:)?//""", text) == [], page
        assert re.findall(r"<script>|\son(?:click|change|submit|load)=", text) == [], page


def test_the_admin_is_the_curators_site():
    assert isinstance(admin.site, CuratorsSite)


def test_the_desk_shows_an_editor_what_is_theirs():
    client = erkin()
    saved(source_document("DRAFT"))
    returned = submitted(source_document("BACK"))
    return_with_remarks(returned, approver(), "Name the author.")
    submitted(source_document("SENT"))
    context = client.get(DESK).context
    shown = {
        name: [line["revision"].record.key for line in context[name]]
        for name in ("drafts", "returned", "submitted", "awaiting")
    }
    assert shown == {"drafts": ["DRAFT"], "returned": ["BACK"], "submitted": ["SENT"],
                     "awaiting": []}  # fmt: skip
    assert "Name the author." in client.get(DESK).content.decode()


def test_the_desk_shows_an_approver_what_waits_and_takes_several_at_once():
    submitted(source_document("A1"))
    submitted(source_document("B2"))
    saved(source_document("C3"))
    client = aziza()
    page = client.get(DESK)
    waiting = [line["revision"] for line in page.context["awaiting"]]
    assert [each.record.key for each in waiting] == ["A1", "B2"]
    chosen = {"revision": [each.pk for each in waiting]}
    together = client.get(reverse("admin:register_entry_publish"), chosen)
    assert len(together.context["coming"]) == 2


def test_the_desk_shows_the_newest_entries():
    publish_documents([source_document("ART")])
    assert [entry.number for entry in erkin().get(DESK).context["published"]] == [1]


def titles(client):
    """What the menu offers an account."""
    groups = client.get(DESK).context["sidebar_navigation"]
    return {str(item["title"]) for group in groups for item in group["items"]}


def test_the_menu_offers_what_an_account_may_read():
    offered = titles(erkin())
    assert {"Desk", "Sources", "Agreements", "Projects", "Entries", "Revisions"} <= offered
    assert not {"Accounts", "Units", "Participants", "Codes"} & offered
    assert {"Accounts", "Units", "Groups"} <= titles(everybody())


def test_entries_and_revisions_are_read_and_never_changed():
    publish_documents([source_document("ART")])
    client = everybody()
    for page in ("entry/1/change/", "revision/1/change/", "entry/add/", "revision/add/",
                 "entry/1/delete/", "revision/1/delete/"):  # fmt: skip
        assert client.post(f"/admin/register/{page}", {"reason": "x"}).status_code in (302, 403)
    asked = fields_of(client.get("/admin/register/entry/1/change/"), "entry_form")
    assert set(asked) == {"csrfmiddlewaretoken"}
    assert Entry.objects.get().reason == "For the test."
    found = client.get("/admin/register/entry/?kind=source&event__exact=published&q=ART")
    assert found.context["cl"].result_count == 1


@pytest.mark.parametrize("page", ["/admin/", "/admin/register/source/", "/admin/autocomplete/"])
def test_who_is_not_signed_in_or_no_staff_sees_nothing(page):
    account = member("guest")
    account.is_staff = False
    account.save()
    for client in (Client(), signed_in(account)):
        assert client.get(page)["Location"].startswith("/admin/login/")


def test_a_form_without_its_token_is_refused():
    publish_documents([source_document("ART")])
    client = Client(enforce_csrf_checks=True)
    client.force_login(member("zafar", "Editors", "Approvers"))
    source = Source.objects.get()
    for where in (address(source), address(source, "withdraw"), address(source, "submit"),
                  reverse("admin:register_entry_publish")):  # fmt: skip
        assert client.post(where, {"reason": "x"}).status_code == 403
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"app_label": "register", "model_name": "citation", "field_name": "nothing"},
        {"app_label": "register", "model_name": "nothing", "field_name": "source"},
        {"app_label": "register", "model_name": "entry", "field_name": "approved_by"},
        {"app_label": "register", "model_name": "citation", "field_name": "record"},
    ],
)
def test_a_choice_by_search_answers_for_references_only(asked):
    assert erkin().get(reverse("admin:autocomplete"), asked).status_code == 403
