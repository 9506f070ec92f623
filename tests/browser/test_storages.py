"""Every way to store that a page has, each seen with its writer and its lifetime."""

import pytest

from tests.browser.conftest import Done, Scan
from tests.browser.site import DAY, PLANTED


@pytest.fixture(scope="module")
def done(scan: Scan) -> Done:
    return scan("storages", "--no-banner")


@pytest.mark.parametrize(
    ("name", "storage", "mechanism"),
    [
        ("tab", "session-storage", "storage"),
        ("seen", "local-storage", "storage"),
        ("shelf", "indexed-db", "storage"),
        ("offline", "cache-storage", "storage"),
        ("modern", "cookie", "cookie-store"),
        ("brief", "cookie", "cookie-store"),
        ("_ga", "cookie", "script"),
        ("session_id", "cookie", "http"),
    ],
)
def test_each_storage_is_seen_with_its_way(
    done: Done, name: str, storage: str, mechanism: str
) -> None:
    seen = done.seen(name)
    assert seen.storage == storage
    assert {one.mechanism for one in seen.writes} == {mechanism}
    assert {one.outcome for one in seen.writes} == {"stored"}
    assert "pre" in seen.present


def test_what_is_stored_without_a_call_is_found_at_the_end(done: Done) -> None:
    seen = done.seen("direct")
    assert (seen.storage, list(seen.writes)) == ("local-storage", [])
    assert "pre" in seen.present


def test_a_lifetime_of_the_cookie_store_is_what_was_asked_for(done: Done) -> None:
    (lifetime, *_) = (one.lifetime for one in done.seen("modern").writes)
    assert lifetime.source == "expires"
    assert lifetime.seconds is not None
    assert abs(lifetime.seconds - 500 * DAY) <= 2
    assert {one.lifetime.source for one in done.seen("brief").writes} == {"session"}


def test_a_deletion_is_no_setting(done: Done) -> None:
    assert {one.outcome for one in done.seen("gone").writes} == {"unknown", "deleted"}
    assert done.seen("gone").present == frozenset()


def test_what_a_script_may_not_set_is_refused(done: Done) -> None:
    (secret, *_) = done.seen("secret").writes
    assert (secret.outcome, secret.refused_because) == ("refused", ("http-only-by-script",))
    (foreign, *_) = done.seen("Foreign").writes
    assert (foreign.outcome, foreign.refused_because) == ("refused", ("domain-mismatch",))


def test_an_expiry_that_no_browser_reads_is_told(done: Done) -> None:
    lifetimes = [one.lifetime for one in done.seen("iso").writes]
    assert lifetimes
    assert all(one.source == "session" and one.ignored_expires for one in lifetimes)


def test_a_beacon_is_seen(done: Done) -> None:
    requests = (done.folder / "raw" / "requests.jsonl").read_text()
    assert "/beacon" in requests
    assert PLANTED not in requests


def test_global_privacy_control_is_sent_and_told_to_scripts(done: Done) -> None:
    lines = (done.folder / "raw" / "requests.jsonl").read_text().splitlines()
    told = [line for line in lines if '"phase": "gpc"' in line and "font.css" in line]
    assert told
    assert all('"gpc": true' in line for line in told)
    assert "gpc-seen" in {one.name for one in done.evidence.observations if "gpc" in one.present}
    assert "pre" not in done.seen("gpc-seen").phases
