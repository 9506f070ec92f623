import pytest

from policylint.model.record import MisfitError
from policylint.model.scalars import parse_url


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ('https://e.example/"><script>', "holds '{0}'; '>' is no part of a link"),
        ("https://e.example/a b", "holds '{0}'; a space is no part of a link"),
        ("https://e.example/a\tb", "holds '{0}'; a tab is no part of a link"),
        ("https://e.example/\u0085", "holds '{0}'; U+0085 is no part of a link"),
        ("https://é.example/", "holds '{0}'; 'é' is no part of the host of a link"),
        ("http://me@e.example/", "holds '{0}'; '@' is no part of the host of a link"),
        ("https://", "holds '{0}'; expected a link with a host such as 'www.example.org'"),
        ("https:///a", "holds '{0}'; expected a link with a host such as 'www.example.org'"),
        ("https://-a.b:1", "holds '{0}'; expected a link with a host such as 'www.example.org'"),
        ("https://a.example/" + "a" * 4079, "is 4,097 characters long; expected at most 4,096"),
        ("e.example", "holds '{0}'; expected a link that begins with https:// or http://"),
    ],
)
def test_what_is_no_link_is_told_why(value: str, message: str) -> None:
    with pytest.raises(MisfitError) as caught:
        parse_url(value)

    assert caught.value.message == message.format(value)


@pytest.mark.parametrize("value", ["https://e.example/é?a=%20#b", "http://[::1]:80/", "http://a_b"])
def test_a_link_is_kept_as_it_is(value: str) -> None:
    assert parse_url(value) == value
