import pytest

from policylint.catalog.lookup import matches
from policylint.exchange.first.general_names import general_name

SEEN = {
    "_ga": "_ga",
    "_ga_ABC123": "_ga_*",
    "_hjSession_12345": "_hjSession_*",
    "_hjSessionUser_3141592": "_hjSessionUser_*",
    "_pk_id.1.fe04": "_pk_id*",
    "PHPSESSID": "PHPSESSID",
    "visit_3f2a9c4e5b6d7081": "visit_*",
    "visit-7f000001-0000-4000-8000-00805f9b34fb": "visit-*",
    "user_20261123": "user_*",
    "deadbeefdeadbeef": "deadbeefdeadbeef",
    "area51": "area51",
    "session2024": "session2024",
    "feature_abcdefabcdefabcd": "feature_abcdefabcdefabcd",
}


@pytest.mark.parametrize(("name", "expected"), SEEN.items(), ids=SEEN)
def test_a_name_loses_what_was_made_for_one_visitor(name: str, expected: str) -> None:
    found = general_name(name, matches(name))

    assert found.text == expected
    assert (found.remark is None) == (expected == name)


@pytest.mark.parametrize("name", ["7f000001-0000-4000-8000-00805f9b34fb", "_3f2a9c4e5b6d7081"])
def test_a_name_that_is_an_identifier_is_not_repeated(name: str) -> None:
    found = general_name(name, ())

    assert found.text is None
    assert found.remark is not None
    assert name not in found.remark
