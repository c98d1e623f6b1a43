"""What every public form stands on: tokens, clients behind proxies, text that can be kept."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import signing
from django.core.checks import run_checks
from django.core.exceptions import ValidationError
from django.test import RequestFactory

from catalogue.models import Alert
from catalogue.public_forms import (
    A_DAY,
    AddressField,
    PlainText,
    client_of,
    drawn_about,
    is_too_often,
    token_for,
)

FORM = "tests.form"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def client(address="192.0.2.1", forwarded=None, form=FORM):
    """The digest of a client that connects from an address, through what the header names."""
    headers = {} if forwarded is None else {"x-forwarded-for": forwarded}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=address)
    return client_of(request, form)


def alert(number, **values):
    """A wish for an alert."""
    address = f"reader{number}@example.org"
    return Alert.objects.create(address=address, kind="state", about="KAZ", **values)


def test_without_proxies_the_header_says_nothing():
    assert client(forwarded="198.51.100.7") == client()
    assert client("192.0.2.2") != client()


def test_readers_behind_a_proxy_are_told_apart(settings):
    settings.BITIM_PROXIES = 1
    assert client(forwarded="198.51.100.7") != client(forwarded="198.51.100.8")
    assert client(forwarded="198.51.100.7") == client("192.0.2.99", "198.51.100.7")


def test_nobody_becomes_another_by_what_they_write_into_the_header(settings):
    settings.BITIM_PROXIES = 1
    assert client(forwarded="10.0.0.1, 198.51.100.7") == client(forwarded="198.51.100.7")
    settings.BITIM_PROXIES = 2
    through_two = client(forwarded="10.0.0.1, 198.51.100.7, 192.0.2.5")
    assert through_two == client(forwarded="198.51.100.7, 192.0.2.6")


@pytest.mark.parametrize("header", ["", " , ", None])
def test_a_header_that_names_nobody_leaves_the_connection(settings, header):
    settings.BITIM_PROXIES = 1
    assert client(forwarded=header) == client()


def test_a_household_is_one_client_however_many_addresses_it_has():
    assert client("2001:db8:1:2::1") == client("2001:db8:1:2:ffff::9")
    assert client("2001:db8:1:2::1") != client("2001:db8:1:3::1")
    assert client("::ffff:192.0.2.1") == client("192.0.2.1")
    assert client("::1") == client("::1")


def test_a_digest_does_not_show_the_address_and_is_of_one_form_only():
    assert "192.0.2.1" not in client() and len(client()) == 64
    assert client(form="tests.other") != client()


def test_a_proxy_that_nobody_counted_is_warned_of(settings):
    def warned():
        return "catalogue.W003" in {each.id for each in run_checks()}

    assert not warned()
    settings.BITIM_HTTPS = True
    assert warned()
    settings.BITIM_PROXIES = 1
    assert not warned()


def test_a_token_tells_what_the_form_was_drawn_about_and_is_never_the_same():
    token = token_for(FORM, "KAZ", 5)
    assert drawn_about(token, FORM, 2)[:2] == ["KAZ", 5]
    assert token_for(FORM, "KAZ", 5) != token


@pytest.mark.parametrize("drawn", ["x", [], ["KAZ"], {"a": 1}, None])
def test_a_token_of_another_shape_is_none_of_this_form(drawn):
    assert drawn_about(signing.dumps(drawn, salt=FORM), FORM, 2) is None


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "\0", "ї:ї:ї", "x" * 100_000])
def test_a_foreign_token_is_none(token):
    assert drawn_about(token, FORM, 2) is None
    assert drawn_about(token_for("tests.other", "KAZ", 5), FORM, 2) is None


@pytest.mark.django_db
def test_only_so_many_rows_come_from_a_client_within_a_day():
    for number in range(3):
        alert(number, client="c", asked_at=NOW)
    rows = Alert.objects.all()
    assert is_too_often(rows, "c", 3, NOW)
    assert not is_too_often(rows, "c", 4, NOW)
    assert not is_too_often(rows, "d", 3, NOW)


@pytest.mark.django_db
def test_where_a_row_came_from_is_forgotten_after_a_day():
    alert(1, client="c", asked_at=NOW)
    alert(2, client="c", asked_at=NOW + timedelta(hours=2))
    assert not is_too_often(Alert.objects.all(), "c", 2, NOW + A_DAY + timedelta(hours=1))
    assert sorted(Alert.objects.values_list("client", flat=True)) == ["", "c"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a\r\nb\rc  ", "a\nb\nc"),
        ("a\0b\x07c\x1b[31m", "abc[31m"),
        ("a\u202eb\u2066c\ufeff", "abc"),
        ("e\u0301", "\u00e9"),
        ("mi\u200dxed\ttab", "mi\u200dxed\ttab"),
        ("<b>Oʻzbekiston</b>", "<b>Oʻzbekiston</b>"),
        ("\0\u200b", ""),
    ],
)
def test_a_text_is_kept_without_what_nobody_can_see(typed, kept):
    assert PlainText(required=False).clean(typed) == kept


def test_an_address_is_kept_in_small_letters():
    assert AddressField().clean(" Reader@Example.ORG ") == "reader@example.org"
    assert AddressField(required=False).clean("") == ""


def test_a_text_that_is_far_too_long_is_refused_before_it_is_looked_through():
    with pytest.raises(ValidationError, match="at most 10"):
        PlainText(max_length=10).clean("a\x07" * 100)
