"""The CSV of the Open Cookie Database as a source; rows in its form, of our own making."""

import pytest

from policylint.catalog.foreign import index_of
from policylint.catalog.lookup import Catalog, read_index, shipped
from policylint.errors import UsageError

HEAD = (
    "ID,Platform,Category,Cookie / Data Key name,Domain,Description,Retention period,"
    "Data Controller,User Privacy & GDPR Rights Portals,Wildcard match\n"
)
ROWS = """\
1,Google Analytics,Analytics,_made_up,,Counts visits,2 years,Google,https://policies.google.com/privacy,0
2,Acme Ads,Marketing,acme_,ads.acme.example (3rd party) or .acme.test,"Adverts, and more",90 days,Acme Corp.,,1
3,Acme Shop,Security,acme_csrf,,,Session,Acme Corp.,,0
4,Acme Shop,Fantasy,acme_other,,,,Acme Corp.,,0
5,Acme Ads,Marketing,zz,,,forever,Acme Corp.,,0
6,One,Functional,shared_name,,,1 day,,,0
7,Two,Functional,shared_name,,,1 day,,,0
8,Nobody,Analytics,,,,,,,0
"""


def catalog(content: str | bytes) -> Catalog:
    raw = content if isinstance(content, bytes) else content.encode()
    return Catalog(index_of("ocd.csv", raw))


def test_a_row_becomes_a_cookie_that_is_not_distinctive() -> None:
    (match,) = catalog(HEAD + ROWS).matches("_made_up")

    assert match.quality == "name-only"
    assert match.cookie.category == "analytics"
    assert match.cookie.lifetime == "2 years"
    assert match.cookie.vendor == "google-analytics"
    assert match.cookie.source == "Open Cookie Database: Analytics"


def test_a_wildcard_is_a_prefix_and_a_host_makes_it_sure() -> None:
    found = catalog(HEAD + ROWS)

    for host in ("ads.acme.example", "x.acme.test"):
        (match,) = found.matches("acme_123", host)
        assert match.quality == "name-and-domain"
    assert [one.quality for one in found.matches("acme_123", "acme.invalid")] == ["name-only"]


def test_a_controller_that_is_not_known_is_a_vendor_of_its_own() -> None:
    (match, _) = catalog(HEAD + ROWS).matches("acme_csrf")

    assert match.vendor is not None
    assert match.vendor.name == "Acme Corp."
    assert match.cookie.category == "necessary"
    assert match.cookie.lifetime == "session"


def test_a_category_that_the_database_does_not_define_is_left_out() -> None:
    found = catalog(HEAD + ROWS)

    assert [one.cookie.name for one in found.matches("acme_other")] == ["acme_*"]
    assert len(list(found.cookies())) == 6


@pytest.mark.parametrize("name", ["zz", "shared_name"])
def test_a_short_name_and_one_of_several_products_say_nothing_alone(name: str) -> None:
    assert all(one.cookie.is_bare for one in catalog(HEAD + ROWS).matches(name))


def test_what_is_no_lifetime_is_kept_as_a_remark() -> None:
    (match,) = catalog(HEAD + ROWS).matches("zz")

    assert match.cookie.lifetime is None
    assert match.cookie.lifetime_differs == "Open Cookie Database: forever"


@pytest.mark.parametrize(
    "content",
    [
        ("\ufeff" + HEAD + ROWS).encode(),
        (HEAD + ROWS).encode("utf-16"),
        (HEAD + ROWS).replace("\n", "\r\n").encode(),
        HEAD.replace(",", ";").encode() + b"1;Acme;Analytics;_made_up;;;2 years;Acme;;0\n",
    ],
    ids=["mark", "utf-16", "crlf", "semicolons"],
)
def test_it_is_read_however_it_was_saved(content: bytes) -> None:
    assert [one.cookie.name for one in catalog(content).matches("_made_up")] == ["_made_up"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (HEAD.encode() + b'1,"open\n', "line 2: no CSV"),
        (HEAD.encode() + b"1,\xff,x\n", "no UTF-8"),
        (HEAD.replace("Domain", "Host").encode(), "line 1: no column 'Domain'"),
        (HEAD.encode() + b"1,2\n" * 20_001, "over 20,000 lines"),
    ],
    ids=["quote", "encoding", "column", "lines"],
)
def test_a_broken_file_is_refused_in_one_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        catalog(content)


def test_hostile_names_break_no_index() -> None:
    rows = HEAD + '1,"A\tB\nC",Analytics,"na\tme|x\n\ny",,,1 day,"=cmd|\'x\'",,0\n' + ROWS
    found = catalog(rows)

    assert next(found.cookies()).platform == "A B C"
    assert len(found.matches("_made_up")) == 1


def test_ours_stands_behind_and_stays() -> None:
    own = index_of("ocd.csv", (HEAD + ROWS).encode())
    both = Catalog(own, read_index())

    assert both.find_vendor("Acme Corporation") is not None
    assert shipped().find_vendor("Acme Corporation") is None
