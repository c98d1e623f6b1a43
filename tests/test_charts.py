"""The bars beside the figures on projects, by hand-made documents."""

import re

import pytest

from catalogue.charts import LENGTH, Bar, money_in, people_in
from tests.factories import publish_documents
from tests.factories_projects import beneficiaries, budget_line, project_document


def people(*rows):
    """The bars of a project with these figures on people."""
    return [figure.bar for figure in people_in([project_document(beneficiaries=[*rows])]).figures]


def money(*rows):
    """The bars of a project with these lines of money."""
    return [figure.bar for figure in money_in([project_document(budget=[*rows])]).figures]


def test_the_greatest_figure_has_the_longest_bar_and_the_others_their_share():
    found = people(beneficiaries(1, count=200), beneficiaries(2, count=50))
    assert found == [Bar(LENGTH, False), Bar(LENGTH / 4, False)]


def test_what_was_planned_is_told_from_what_was_reached_without_colour():
    rows = (beneficiaries(1, measure="planned"), beneficiaries(2, measure="reached"))
    assert [bar.is_meant for bar in people(*rows)] == [True, False]


def test_a_budget_and_a_commitment_are_meant_and_what_was_paid_and_spent_came_about():
    types = ("total", "commitment", "disbursement", "expenditure")
    rows = [budget_line(number, type=each) for number, each in enumerate(types, 1)]
    assert [bar.is_meant for bar in money(*rows)] == [True, True, False, False]


def test_a_figure_alone_has_no_bar():
    assert people(beneficiaries()) == [None]
    assert money(budget_line()) == [None]


def test_a_figure_that_no_source_gives_has_no_bar_and_nought_has_an_empty_one():
    rows = (beneficiaries(1, count=None), beneficiaries(2, count=0), beneficiaries(3, count=9))
    assert people(*rows) == [None, Bar(0, False), Bar(LENGTH, False)]


def test_noughts_alone_have_no_bars():
    assert people(beneficiaries(1, count=0), beneficiaries(2, count=0)) == [None, None]


def test_currencies_are_never_on_one_scale():
    rows = [
        budget_line(1, amount="100", currency="EUR"),
        budget_line(2, amount="50.50", currency="EUR"),
        budget_line(3, amount="1000000000", currency="UZS"),
    ]
    assert money(*rows) == [Bar(LENGTH, True), Bar(101.0, True), None]


def test_amounts_beyond_a_float_are_compared_exactly():
    rows = [budget_line(1, amount="9" * 15 + ".9999"), budget_line(2, amount="9" * 15 + ".9999")]
    assert [bar.length for bar in money(*rows)] == [LENGTH, LENGTH]


def test_figures_of_several_projects_are_on_one_scale_and_know_their_project():
    projects = [
        project_document("one", beneficiaries=[beneficiaries(count=10)]),
        project_document("two", beneficiaries=[beneficiaries(count=40)]),
    ]
    found = [(each.project["key"], each.bar.length) for each in people_in(projects).figures]
    assert found == [("one", LENGTH / 4), ("two", LENGTH)]


@pytest.mark.django_db
def test_a_page_explains_no_bars_where_none_are_drawn(client):
    rows = [budget_line(1, currency="EUR"), budget_line(2, currency="UZS")]
    publish_documents([project_document("paid", budget=rows)])
    page = client.get("/en/projects/paid/").content.decode()
    assert page.count("21,650,000") == 2
    assert "hollow bar" not in page
    assert "As a bar" not in page


@pytest.mark.django_db
def test_the_pages_of_projects_set_each_bar_in_the_row_of_its_figure(client):

    rows = [beneficiaries(1, count=40), beneficiaries(2, count=10, measure="planned", year=None)]
    publish_documents([project_document("helped", beneficiaries=rows)])
    one, listed = (
        client.get(address).content.decode()
        for address in ("/en/projects/helped/", "/en/projects/")
    )
    for page in (one, listed):
        assert page.count('<svg class="size"') == 2
        assert re.search(
            r">40</td><td><svg [^>]*><path [^>]*/><rect x=\"1\"[^>]* width=\"200.0\"", page
        )
        assert re.search(
            r">10</td><td><svg [^>]*><path [^>]*/><rect class=\"meant\"[^>]* width=\"50.0\"", page
        )
        assert "the whole project" in page
    assert '<th scope="row"><a href="/en/projects/helped/">' in listed
