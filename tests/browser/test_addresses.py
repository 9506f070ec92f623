"""Which addresses are visited, and what is kept of an address."""

import pytest

from policylint.browser.address import is_private, read_url
from policylint.browser.merging import lost, merged
from policylint.browser.web import cookie_names
from policylint.evidence.consent_query import read_modes
from policylint.evidence.cookie_date import read_server_date
from policylint.evidence.observation import ActionResult, Phase


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("0.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "[::1]", "100.64.0.1"),
    ],
)
def test_addresses_inside_a_network_are_private(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_addresses_of_the_internet_are_not(address: str) -> None:
    assert not is_private(address)


def test_a_host_in_other_letters_is_written_as_browsers_do() -> None:
    asked = "https://bücher.localhost:8443/straße?q=1"
    found = read_url(asked, allows_private=True)
    assert found == "https://xn--bcher-kva.localhost:8443/straße?q=1"


@pytest.mark.parametrize(
    ("url", "signals"),
    [
        ("https://g.example/g/collect?gcs=G100&gcd=13p3p3p3p5l1&cid=1.2", ("G100", "13p3p3p3p5l1")),
        ("https://g.example/g/collect?gcs=G1-1", ("G1-1", None)),
        ("https://g.example/?gcs=secret@mail.example&gcd=%3Cscript%3E", (None, None)),
        ("https://g.example/collect?v=2", (None, None)),
    ],
)
def test_signals_are_read_and_nothing_else(
    url: str, signals: tuple[str | None, str | None]
) -> None:
    assert read_modes(url) == signals


def test_of_a_cookie_header_only_the_names_are_kept() -> None:
    assert cookie_names("a=secret; b=; c; __Host-d=x=y") == ("a", "b", "c", "__Host-d")
    assert cookie_names("") == ()


def test_the_date_of_an_answer_is_read_in_universal_time() -> None:
    assert read_server_date("Thu, 01 Oct 2026 12:00:00 GMT") == 1_790_856_000_000
    assert read_server_date("yesterday") is None
    assert read_server_date(None) is None


def phase(result: ActionResult) -> Phase:
    return Phase(kind="reject", known_by="performed", result=result)


@pytest.mark.parametrize(
    ("phases", "result", "repetitions", "complete"),
    [
        ([phase("confirmed"), phase("confirmed")], "confirmed", 2, True),
        ([phase("confirmed"), phase("unconfirmed")], "unconfirmed", 2, True),
        ([phase("unconfirmed"), phase("no-banner")], "no-banner", 2, True),
        ([phase("confirmed"), lost("reject", "gone", began=False)], "confirmed", 1, False),
        ([phase("confirmed"), lost("reject", "gone", began=True)], "failed", 2, False),
        ([lost("reject", "gone", began=False)], "failed", 1, False),
    ],
)
def test_of_several_repetitions_the_worst_counts(
    phases: list[Phase], result: str, repetitions: int, *, complete: bool
) -> None:
    (one,) = merged(phases)
    assert (one.result, one.repetitions, one.is_complete) == (result, repetitions, complete)
