"""What is read of the exports of cookie jars."""

from pathlib import Path
from typing import Any

import pytest

from tests.evidence.recordings import DAY, START_MS, by_name, entry, har, read, write

START = START_MS // 1000


def cookie(name: str, **more: Any) -> dict[str, Any]:
    told = {"name": name, "value": "v", "domain": ".shop.example", "path": "/", "expires": -1}
    return {**told, "httpOnly": False, "secure": True, "sameSite": "Lax", **more}


def state(*cookies: Any, origins: Any = ()) -> dict[str, Any]:
    return {"cookies": list(cookies), "origins": list(origins)}


def test_a_storage_state_gives_cookies_with_what_was_left_of_their_lifetime(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", state(cookie("a", expires=START + 30 * DAY + 0.5)))

    evidence = read(path, captured_at=START_MS, phases=["accept"])

    (found,) = evidence.observations
    assert found.jar is not None
    assert (found.jar.source, found.jar.seconds, found.jar.is_lower_bound) == (
        "jar",
        30 * DAY,
        False,
    )
    assert (found.domain, found.host_only, found.writes) == ("shop.example", False, ())
    assert found.present == {"accept"}
    assert (evidence.files[0].format, evidence.files[0].captured) == (
        "Playwright storage state",
        START_MS,
    )


@pytest.mark.parametrize(
    ("days", "is_cut"), [(398.9, False), (399, True), (400, True), (730, True)]
)
def test_a_lifetime_near_400_days_is_a_lower_bound(
    tmp_path: Path, days: float, is_cut: bool
) -> None:
    path = write(tmp_path / "s.json", state(cookie("_ga", expires=START + days * DAY)))

    (found,) = read(path, captured_at=START_MS).observations

    assert found.jar is not None
    assert found.jar.is_lower_bound is is_cut


def test_without_a_time_of_capture_lifetimes_are_unknown_but_sessions_are_not(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "s.json", state(cookie("a", expires=START), cookie("s")))

    found = by_name(read(path))

    assert found["a"].jar is not None
    assert found["s"].jar is not None
    assert (found["a"].jar.source, found["a"].jar.seconds) == ("unknown", None)
    assert found["s"].jar.source == "session"
    assert read(path).files[0].captured is None


def test_a_cookie_that_had_expired_before_the_capture_says_that_the_time_is_wrong(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "s.json", state(cookie("a", expires=START - 1)))

    evidence = read(path, captured_at=START_MS)

    assert evidence.observations[0].jar is not None
    assert evidence.observations[0].jar.source == "unknown"
    assert "had expired before the time of capture" in evidence.files[0].limits[0]


def test_what_origins_store_is_observed_by_name(tmp_path: Path) -> None:
    origin = {
        "origin": "https://www.shop.example:8443",
        "localStorage": [{"name": "cart", "value": "v"}],
        "indexedDB": [{"name": "db", "version": 1, "stores": [{"records": [{"value": "v"}]}]}],
    }
    path = write(tmp_path / "s.json", state(origins=[origin]))

    evidence = read(path)

    assert [(one.storage, one.name, one.domain) for one in evidence.observations] == [
        ("local-storage", "cart", "www.shop.example"),
        ("indexed-db", "db", "www.shop.example"),
    ]
    assert evidence.files[0].tells_storage


def test_an_empty_state_is_evidence_of_nothing_stored(tmp_path: Path) -> None:
    evidence = read(write(tmp_path / "s.json", state()))

    assert evidence.observations == ()
    assert evidence.files[0].tells_cookies


def test_a_jar_completes_what_a_recording_saw_sent(tmp_path: Path) -> None:
    recording = write(tmp_path / "a.har", har(entry("https://www.shop.example/", sends="_ga=1")))
    jar = write(tmp_path / "s.json", state(cookie("_ga", expires=START + 400 * DAY)))

    (found,) = read(recording, jar, phases=["accept", "accept"], captured_at=START_MS).observations

    assert found.sent == found.present == {"accept"}
    assert found.domain == "shop.example"


def test_cookies_txt_is_read(tmp_path: Path) -> None:
    # the forms of yt-dlp's test data (Unlicense), names and hosts our own
    text = (
        "# Netscape HTTP Cookie File\n# This is a generated file! Do not edit.\n\n"
        f"#HttpOnly_.shop.example\tTRUE\t/\tTRUE\t{START + DAY}\tsid\tv\n"
        f"www.shop.example\tFALSE\t/\tFALSE\t{START + DAY}.25\tjs\tv\n"
        f"www.shop.example\tFALSE\t/\tFALSE\t{(START + DAY) * 1000}\tms\tv\n"
        "www.shop.example\tFALSE\t/\tFALSE\t0\tzero\tv\n"
        "www.shop.example\tFALSE\t/\tFALSE\t\tempty\tv\n"
        "www.shop.example\tFALSE\t/\tFALSE\t0\tbare\n"
        "one two three\n"
    )
    evidence = read(write(tmp_path / "c.txt", text), captured_at=START_MS)

    found = by_name(evidence)
    assert list(found) == ["sid", "js", "ms", "zero", "empty", "bare"]
    assert [one.jar.seconds for one in found.values() if one.jar] == [
        DAY,
        DAY,
        DAY,
        None,
        None,
        None,
    ]
    assert [one.jar.source for one in found.values() if one.jar] == ["jar"] * 3 + ["session"] * 3
    assert (found["sid"].host_only, found["sid"].attributes.http_only) == (False, True)
    assert (found["js"].host_only, found["js"].attributes.http_only) == (True, None)
    assert dict(evidence.files[0].left_out) == {"line without the seven columns of the format": 1}


def test_httrack_makes_expiries_up_and_takes_attributes_for_cookies(tmp_path: Path) -> None:
    # the form of a file of 09agence/GODESAVE.github.io, reduced to facts
    text = (
        "# HTTrack Website Copier Cookie File\r\n"
        "# This file format is compatible with Netscape cookies\r\n"
        ".shop.example\tTRUE\t/\tFALSE\t1999999999\t__cfduid\tv\r\n"
        "www.shop.example\tTRUE\t/\tFALSE\t1999999999\tSameSite\tLax\r\n\r\n"
    )
    evidence = read(write(tmp_path / "c.txt", text), captured_at=START_MS)

    (found,) = evidence.observations
    assert (found.name, found.jar and found.jar.source, found.host_only) == (
        "__cfduid",
        "unknown",
        None,
    )
    assert dict(evidence.files[0].left_out) == {"attribute that HTTrack took for a cookie": 1}
    assert "made-up expiry" in evidence.files[0].limits[0]


def test_cookies_txt_without_a_header_is_known_by_its_columns(tmp_path: Path) -> None:
    line = ".shop.example\tTRUE\t/\tFALSE\t0\ta\tv\n"

    assert set(by_name(read(write(tmp_path / "c.txt", line)))) == {"a"}


def test_selenium_and_browser_extensions_write_lists(tmp_path: Path) -> None:
    selenium: dict[str, Any] = {
        "name": "sel",
        "value": "v",
        "domain": "www.shop.example",
        "path": "/",
    }
    selenium |= {"expiry": START + DAY, "httpOnly": True, "secure": False, "sameSite": "Strict"}
    editor: dict[str, Any] = {
        "name": "ed",
        "value": "v",
        "domain": "www.shop.example",
        "path": "/",
        "hostOnly": True,
    }
    editor |= {"expirationDate": START + DAY, "session": False, "sameSite": "no_restriction"}
    editor |= {"storeId": None, "httpOnly": False, "secure": True}
    closing = {
        **editor,
        "name": "end",
        "session": True,
        "domain": "shop.example",
        "hostOnly": False,
    }
    path = write(tmp_path / "c.json", [selenium, editor, closing])

    found = by_name(read(path, captured_at=START_MS))

    assert [one.jar.seconds for one in found.values() if one.jar] == [DAY, DAY, None]
    assert [one.attributes.same_site for one in found.values()] == ["Strict", "None", "None"]
    assert [one.host_only for one in found.values()] == [True, True, False]


@pytest.mark.parametrize(
    "expires", [1.8e308, 1e300, 10**400, "soon", [], {}, True, 253_402_300_800, "99999-01-01"]
)
def test_an_expiry_that_is_no_date_is_an_unknown_lifetime(tmp_path: Path, expires: Any) -> None:
    path = write(tmp_path / "s.json", state(cookie("a", expires=expires)))

    (found,) = read(path, captured_at=START_MS).observations

    assert found.jar is not None
    assert (found.jar.source, found.jar.seconds) == ("unknown", None)


def test_the_last_day_of_year_9999_is_a_date(tmp_path: Path) -> None:
    path = write(tmp_path / "s.json", state(cookie("a", expires=253_402_300_799)))

    (found,) = read(path, captured_at=START_MS).observations

    assert found.jar is not None
    assert found.jar.is_lower_bound


@pytest.mark.parametrize(
    "raw",
    [
        7,
        None,
        [],
        {},
        {"name": 1, "domain": "a.example"},
        {"name": "a"},
        {"name": "a", "domain": "a b"},
        {"name": "a", "domain": 5},
        {"name": "x" * 5000, "domain": "a.example"},
        {"name": "", "domain": "a.example"},
    ],
)
def test_a_cookie_of_wrong_types_is_left_out_and_counted(tmp_path: Path, raw: Any) -> None:
    evidence = read(write(tmp_path / "s.json", state(raw, cookie("good"))))

    assert set(by_name(evidence)) == {"good"}
    assert sum(count for _, count in evidence.files[0].left_out) == 1


def test_names_are_kept_as_they_are(tmp_path: Path) -> None:
    names = ["a\tb", "soft\u00adhyphen", "\u202eright", "dé", "\x1b[31m"]
    path = write(tmp_path / "s.json", state(*map(cookie, names)))

    assert list(by_name(read(path))) == names
