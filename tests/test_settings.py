"""What the environment may say, and what it may not."""

import pytest

from tests.installations import finished, installation


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("BITIM_MAIL_URL", "smtp+tls://mail.example.org", "BITIM_MAIL_URL must begin with"),
        ("BITIM_MAIL_URL", "mail.example.org", "BITIM_MAIL_URL must begin with"),
        ("DATABASE_URL", "mysql://localhost/register", "DATABASE_URL must name"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_its_name(tmp_path, name, value, told):
    with installation(tmp_path) as environment:
        said = finished(environment | {name: value}, "manage.py", "check", code=1)
    assert told in said
