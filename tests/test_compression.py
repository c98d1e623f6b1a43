"""What travels compressed, and what must not."""

import gzip

import pytest

from tests.register_of_pages import READMISSION, published_register

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def register(kept_for_the_module):
    """The register that the pages show."""
    return published_register()


def _asked(client, address, **headers):
    return client.get(address, headers={"accept-encoding": "gzip", **headers})


@pytest.mark.parametrize(
    "address",
    ["/en/", "/api/v1/agreements/", "/api/v1/schema/", "/en/agreements.csv", "/sitemap.xml"],
)
def test_public_text_travels_compressed_to_who_can_read_it(client, address):
    plain, packed = client.get(address), _asked(client, address)
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.content) == plain.content
    assert "Content-Encoding" not in plain


def test_a_reader_who_holds_the_compressed_page_is_not_sent_it_again(client):
    address = f"/en/agreements/{READMISSION}/"
    held = _asked(client, address)["ETag"]
    assert _asked(client, address, **{"if-none-match": held}).status_code == 304


def test_the_curators_desk_is_never_compressed(admin_client):
    assert len(_asked(admin_client, "/admin/").content) > 1000
    assert "Content-Encoding" not in _asked(admin_client, "/admin/")


def test_a_workbook_is_not_compressed_again(client):
    assert "Content-Encoding" not in _asked(client, "/en/agreements.xlsx")
