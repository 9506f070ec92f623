import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policylint.evidence.observation import SetLifetime
from policylint.evidence.set_cookie import SetCookie, parse_set_cookie

FOLDER = Path(__file__).parent / "set_cookie"
HOST, DEFAULT_PATH = "www.shop.localhost", "/dir"  # where the lines were recorded
SERVED_AT = 1_790_856_000_000  # and the Date header they came with
LONGEST_STORED = 34_560_000  # Chromium cuts every lifetime at 400 days
DAY = 86_400

CASES: list[dict[str, str]] = json.loads((FOLDER / "cases.json").read_text())
ANSWERS: list[dict[str, Any]] = json.loads((FOLDER / "chromium.json").read_text())["answers"]
DIFFERENCES: list[dict[str, str]] = json.loads((FOLDER / "differences.json").read_text())


def line_of(case: dict[str, str]) -> str | bytes:
    return bytes.fromhex(case["hex"]) if "hex" in case else case["line"]


def reads(line: str | bytes, **clock: int) -> SetCookie:
    cookie = parse_set_cookie(line, **clock)
    assert cookie is not None
    return cookie


def would_store(cookie: SetCookie | None) -> bool:
    """Add what depends on the host, which the parser does not know."""
    if cookie is None or cookie.refused_because or cookie.is_deletion:
        return False
    domain = cookie.domain
    return domain is None or domain in {HOST, "shop.localhost"}


def predicted(cookie: SetCookie | None) -> dict[str, Any] | None:
    if cookie is None or not would_store(cookie):
        return None
    seconds, attributes = cookie.lifetime.seconds, cookie.attributes
    return {
        "name": cookie.name,
        "value_length": cookie.value_length,
        "domain": HOST if cookie.host_only else f".{cookie.domain}",
        "path": cookie.path or DEFAULT_PATH,
        "seconds": None if seconds is None else min(seconds, LONGEST_STORED),
        "secure": attributes.secure,
        "http_only": attributes.http_only,
        "same_site": attributes.same_site,
        "partitioned": attributes.partitioned,
    }


def agrees(case: dict[str, str], answer: dict[str, Any]) -> bool:
    cookie = parse_set_cookie(line_of(case), received=SERVED_AT, server_date=SERVED_AT)
    stored = answer["cookies"][0] if answer["cookies"] else None
    if "before" in case:
        return (cookie is not None and cookie.is_deletion) == (stored is None)
    expected = predicted(cookie)
    if stored is None or expected is None:
        return stored is expected
    # The answer took a moment to arrive.
    is_near = stored["seconds"] == expected["seconds"] or (
        None not in {stored["seconds"], expected["seconds"]}
        and abs(stored["seconds"] - expected["seconds"]) <= 1
    )
    return is_near and {**stored, "seconds": 0} == {**expected, "seconds": 0}


def test_every_line_is_read_as_chromium_reads_it_but_for_the_differences_listed() -> None:
    listed = [{key: value for key, value in one.items() if key != "reason"} for one in DIFFERENCES]
    differing = [
        case for case, answer in zip(CASES, ANSWERS, strict=True) if not agrees(case, answer)
    ]
    assert sorted(map(str, differing)) == sorted(map(str, listed))
    assert len(CASES) > 300


@pytest.mark.parametrize("days", [500, 730, 3650])
def test_a_lifetime_is_what_was_asked_for_not_what_chromium_keeps(days: int) -> None:
    assert reads(f"a=1; Max-Age={days * DAY}").lifetime.seconds == days * DAY


def test_expires_is_measured_against_the_date_of_the_server() -> None:
    line = "a=1; Expires=Sun, 11 Oct 2026 12:00:00 GMT"
    assert reads(line, received=SERVED_AT).lifetime.seconds == 10 * DAY
    ahead = reads(line, received=SERVED_AT, server_date=SERVED_AT + 5 * 3_600_000)
    assert ahead.lifetime.seconds == 10 * DAY - 5 * 3_600


def test_without_a_clock_a_date_gives_no_lifetime() -> None:
    cookie = reads("a=1; Expires=Sun, 11 Oct 2026 12:00:00 GMT")
    assert (cookie.lifetime.source, cookie.lifetime.seconds) == ("expires", None)
    assert not cookie.is_deletion


def test_a_date_from_before_all_cookies_deletes_without_a_clock() -> None:
    assert reads("a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT").is_deletion


@pytest.mark.parametrize(
    ("attributes", "ignored"),
    [
        ("Expires=2026-10-31T12:00:00Z", True),
        ("Expires=0", True),
        ("Expires=Session; Max-Age=60", True),
        ("Expires=", False),
        ("Expires", False),
        ("Max-Age=60", False),
        ("Expires=Sat, 31 Oct 2026 12:00:00 GMT", False),
    ],
)
def test_an_expires_that_no_browser_reads_is_told(attributes: str, *, ignored: bool) -> None:
    assert reads(f"a=1; {attributes}").lifetime.ignored_expires is ignored


def test_figures_beyond_all_calendars_are_bounded() -> None:
    for line in (f"a=1; Max-Age={'9' * 1_000}", f"a=1; Max-Age={'9' * 20}"):
        assert reads(line).lifetime.seconds == 253_402_300_799
    assert reads("a=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT", received=0).lifetime.seconds == (
        253_402_300_799
    )


def test_attributes_that_browsers_do_not_know_keep_their_names() -> None:
    cookie = reads("a=1; Version=1; Path=/; Comment=secret; SameParty")
    assert cookie.unknown == ("version", "comment", "sameparty")
    assert "secret" not in repr(cookie)


def test_the_value_is_dropped() -> None:
    cookie = reads('id="4f9a secret"; Max-Age=60; Priority=High')
    assert "secret" not in repr(cookie)
    assert (cookie.value_length, cookie.priority) == (13, "High")


def test_a_comma_parts_nothing() -> None:
    cookie = reads("a=1, b=2; Domain=.Shop.example")
    assert (cookie.name, cookie.value_length) == ("a", 6)
    assert (cookie.domain, cookie.host_only) == ("shop.example", False)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("__Host-a=1; Secure; Path=/; Domain=x.example", "prefix"),
        ("__Secure-a=1", "prefix"),
        ("a=1; SameSite=None", "same-site-none-insecure"),
        ("a=1; Partitioned", "partitioned-insecure"),
        ("a=1; Domain=shöp.example", "domain-not-ascii"),
    ],
)
def test_what_no_browser_stores_says_why(line: str, reason: str) -> None:
    assert reads(line).refused_because == (reason,)


def test_octets_that_are_not_utf_8_are_read_as_latin_1() -> None:
    assert reads(b"caf\xe9=1").name == "café"
    assert reads("café=1".encode()).name == "café"


SCRAPS = st.sampled_from(
    [
        "=",
        ";",
        ",",
        " ",
        "\t",
        "Max-Age",
        "Expires",
        "Domain",
        "Path",
        "31 Oct 2026 12:00:00",
        "9" * 99,
    ]
)


@given(
    st.one_of(st.text(), st.binary(), st.lists(st.one_of(SCRAPS, st.text(max_size=4))).map("".join))
)
def test_any_line_is_read_or_ignored(line: str | bytes) -> None:
    cookie = parse_set_cookie(line, received=SERVED_AT)
    if cookie is not None:
        assert isinstance(cookie.lifetime, SetLifetime)
        assert 0 <= (cookie.lifetime.seconds or 0) <= 253_402_300_799
