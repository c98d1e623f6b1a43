"""Files are kept once under their digest, whole or not at all."""

import hashlib
import io

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from register.files import digest_of, is_stored, path_of, store


@given(st.binary(max_size=5000))
@hypothesis_settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_stored_file_is_found_under_its_sha256(content):
    digest = store(io.BytesIO(content))
    assert digest == hashlib.sha256(content).hexdigest()
    assert is_stored(digest)
    assert path_of(digest).read_bytes() == content


def test_the_same_bytes_are_kept_once():
    first, second = store(io.BytesIO(b"text")), store(io.BytesIO(b"text"))
    kept = [path for path in settings.REGISTER_FILES_DIR.rglob("*") if path.is_file()]
    assert first == second
    assert len(kept) == 1


def test_a_stream_that_breaks_off_leaves_nothing_behind():
    class Broken(io.BytesIO):
        def read(self, *size):
            raise OSError("the connection broke")

    with pytest.raises(OSError, match="broke"):
        store(Broken())
    assert list(settings.REGISTER_FILES_DIR.iterdir()) == []


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_what_is_no_digest_leads_to_no_path(digest):
    with pytest.raises(ValueError, match="SHA-256"):
        path_of(digest)


def test_a_digest_is_told_without_storing():
    assert digest_of(io.BytesIO(b"text")) == hashlib.sha256(b"text").hexdigest()
    assert not is_stored(hashlib.sha256(b"text").hexdigest())
