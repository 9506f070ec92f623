"""What is read of HTTP archives."""

import gzip
import json
from pathlib import Path

import pytest

from tests.evidence.recordings import (
    DAY,
    MARKER,
    START_MS,
    by_name,
    entry,
    har,
    read,
    write,
)

PAGE = "https://www.shop.example/a/page?q=1"
THIRD = "https://px.tracker.example/i.gif"


def test_a_set_cookie_header_gives_a_cookie_with_its_declared_lifetime(tmp_path: Path) -> None:
    line = "uid=v; Max-Age=63072000; Domain=.shop.example; Path=/; Secure; SameSite=None"
    path = write(tmp_path / "a.har", har(entry(PAGE, sets=[line])))

    (found,) = read(path).observations

    assert (found.name, found.domain, found.host_only, found.path) == (
        "uid",
        "shop.example",
        False,
        "/",
    )
    (seen,) = found.writes
    assert (seen.lifetime.source, seen.lifetime.seconds) == ("max-age", 730 * DAY)
    assert not seen.lifetime.is_lower_bound
    assert (seen.mechanism, seen.outcome, seen.at) == ("http", "unknown", START_MS)
    assert seen.setter == "https://www.shop.example/a/page"
    assert (found.attributes.secure, found.attributes.same_site) == (True, "None")
    assert found.party == "first"
    assert found.source == path


def test_expires_is_measured_against_the_date_header_not_the_recorders_clock(
    tmp_path: Path,
) -> None:
    # the recorder's clock is five hours late
    line = "a=v; Expires=Mon, 30 Nov 2026 09:00:00 GMT"
    path = write(tmp_path / "a.har", har(entry(PAGE, at=-5 * 3600, sets=[line])))

    (found,) = read(path).observations

    assert found.writes[0].lifetime.seconds == 10 * DAY


def test_a_cookie_without_domain_and_path_is_of_its_host_and_folder(tmp_path: Path) -> None:
    path = write(tmp_path / "a.har", har(entry(PAGE, sets=["a=v"])))

    (found,) = read(path).observations

    assert (found.domain, found.host_only, found.path) == ("www.shop.example", True, "/a")
    assert found.writes[0].lifetime.source == "session"


def test_headers_joined_by_newlines_are_several_cookies(tmp_path: Path) -> None:
    # as Splash, Firebug and chrome-har write them
    path = write(tmp_path / "a.har", har(entry(PAGE, sets=["a=1; Path=/\nb=2; Path=/\n"])))

    assert set(by_name(read(path))) == {"a", "b"}


def test_cookies_that_only_the_recorder_parsed_are_taken(tmp_path: Path) -> None:
    page = entry(PAGE)
    page["response"]["cookies"] = [
        {
            "name": "a",
            "value": "v",
            "path": "/",
            "expires": "2026-11-30T09:00:00.000Z",
            "httpOnly": True,
        }
    ]
    page["request"]["cookies"] = [{"name": "b", "value": "v"}]

    found = by_name(read(write(tmp_path / "a.har", har(page))))

    assert found["a"].writes[0].lifetime.seconds == 10 * DAY
    assert found["a"].attributes.http_only is True
    assert found["b"].sent == {"unknown"}


def test_a_deletion_is_no_setting(tmp_path: Path) -> None:
    page = entry(
        PAGE, sets=["gone=; Max-Age=0", "old=; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "a=v"]
    )

    evidence = read(write(tmp_path / "a.har", har(page)))

    assert set(by_name(evidence)) == {"a"}
    assert dict(evidence.files[0].left_out) == {"deletion of a cookie: it is no setting": 2}


def test_a_deletion_of_a_cookie_that_was_set_is_kept_as_such(tmp_path: Path) -> None:
    first, second = entry(PAGE, sets=["a=v"]), entry(PAGE, at=9, sets=["a=; Max-Age=0"])

    (found,) = read(write(tmp_path / "a.har", har(first, second))).observations

    assert [one.outcome for one in found.writes] == ["unknown", "deleted"]


@pytest.mark.parametrize(
    ("url", "line", "reason"),
    [
        (PAGE, "a=v; Domain=other.example", "domain-mismatch"),
        (PAGE, "a=v; Domain=www.shop.example.evil", "domain-mismatch"),
        ("https://a.co.uk/", "a=v; Domain=co.uk", "public-suffix"),
        ("http://www.shop.example/", "a=v; Secure", "secure-over-http"),
        (PAGE, "a=v; SameSite=None", "same-site-none-insecure"),
        (PAGE, "__Host-a=v; Secure; Path=/; Domain=shop.example", "prefix"),
    ],
)
def test_what_browsers_refuse_is_an_attempt_apart(
    tmp_path: Path, url: str, line: str, reason: str
) -> None:
    (found,) = read(write(tmp_path / "a.har", har(entry(url, sets=[line])))).observations

    (seen,) = found.writes
    assert seen.outcome == "refused"
    assert reason in seen.refused_because
    assert found.phases == frozenset()


def test_localhost_is_trusted_without_encryption(tmp_path: Path) -> None:
    page = entry("http://localhost:8000/", sets=["a=v; Secure"])

    (found,) = read(write(tmp_path / "a.har", har(page))).observations

    assert found.writes[0].outcome == "unknown"


def test_a_cookie_of_a_script_is_seen_where_requests_carry_it(tmp_path: Path) -> None:
    pages = [entry(PAGE, sends="_ga=GA1; _fbp=fb.1"), entry(THIRD, at=1, sends="id=1")]

    found = by_name(read(write(tmp_path / "a.har", har(*pages)), phases=["accept"]))

    assert set(found) == {"_ga", "_fbp", "id"}
    assert found["_ga"].sent == {"accept"}
    assert (found["_ga"].writes, found["_ga"].jar, found["_ga"].domain) == (
        (),
        None,
        "www.shop.example",
    )
    assert (found["_ga"].party, found["id"].party) == ("first", "third")


def test_a_cookie_that_is_set_and_sent_is_one(tmp_path: Path) -> None:
    pages = [
        entry(PAGE, sets=["a=v; Domain=shop.example"]),
        entry("https://api.shop.example/", at=1, sends="a=v"),
    ]

    (found,) = read(write(tmp_path / "a.har", har(*pages))).observations

    assert found.sent == {"unknown"}
    assert found.domain == "shop.example"


def test_a_cookie_of_one_host_is_not_the_one_another_host_receives(tmp_path: Path) -> None:
    pages = [entry(PAGE, sets=["a=v"]), entry("https://api.shop.example/", at=1, sends="a=v")]

    found = read(write(tmp_path / "a.har", har(*pages))).observations

    assert [(one.domain, bool(one.writes), bool(one.sent)) for one in found] == [
        ("www.shop.example", True, False),
        ("api.shop.example", False, True),
    ]


def test_a_name_sent_to_several_hosts_of_a_domain_is_one_cookie_of_what_they_share(
    tmp_path: Path,
) -> None:
    pages = [entry(f"https://{host}.eu.shop.example/", sends="_ga=1") for host in ("a", "b")]

    (found,) = read(write(tmp_path / "a.har", har(*pages))).observations

    assert found.domain == "eu.shop.example"


def test_hosts_are_counted_with_their_party(tmp_path: Path) -> None:
    urls = (
        PAGE,
        PAGE,
        THIRD,
        "wss://ws.shop.example:8443/s",
        "data:text/html,x",
        "chrome-extension://x/",
    )
    evidence = read(write(tmp_path / "a.har", har(*map(entry, urls))))

    assert [(one.host, one.party, one.requests) for one in evidence.contacts] == [
        ("px.tracker.example", "third", 1),
        ("ws.shop.example", "first", 1),
        ("www.shop.example", "first", 2),
    ]
    assert dict(evidence.files[0].left_out) == {
        "request to no host: data, an extension, or no address": 2
    }


def test_a_request_that_the_browser_blocked_is_no_contact(tmp_path: Path) -> None:
    blocked = entry(THIRD)
    blocked["response"] = {"status": 0, "_error": "net::ERR_BLOCKED_BY_CLIENT", "headers": []}

    evidence = read(write(tmp_path / "a.har", har(entry(PAGE, sets=["a=1"]), blocked)))

    assert [one.host for one in evidence.contacts] == ["www.shop.example"]


def test_signals_of_consent_are_kept_and_other_query_values_are_not(tmp_path: Path) -> None:
    ping = "https://www.google-analytics.com/g/collect?v=2&tid=G-X&cid=SECRET&gcs=G100&gcd=13p3p3p3p5l1"
    pages = [entry(PAGE, request=[("Sec-GPC", "1")]), entry(ping, at=1), entry(ping, at=2)]

    evidence = read(write(tmp_path / "a.har", har(*pages)))

    assert [(one.host, one.gcs, one.gcd, one.gpc, one.at) for one in evidence.signals] == [
        ("www.shop.example", None, None, True, START_MS),
        ("www.google-analytics.com", "G100", "13p3p3p3p5l1", False, START_MS + 1000),
    ]
    assert "SECRET" not in repr(evidence)


def test_a_text_that_is_no_signal_is_dropped(tmp_path: Path) -> None:
    ping = "https://t.example/?gcs=personal-data&gcd=" + "x" * 41

    assert read(write(tmp_path / "a.har", har(entry(ping)))).signals == ()


def test_a_phase_given_for_the_file_holds_for_all_of_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.har", har(entry(PAGE, sets=["a=v"])))

    evidence = read(path, phases=["reject"])

    assert evidence.observations[0].phases == {"reject"}
    assert [(one.kind, one.known_by) for one in evidence.phases] == [("reject", "file")]


def test_markers_part_the_phases(tmp_path: Path) -> None:
    failed = entry(MARKER + "accept?x=1", at=10)
    pages = [
        entry(PAGE, sets=["a=v"]),
        entry(PAGE, at=11, sets=["b=v"], sends="a=v"),  # out of order on purpose
        failed,
        entry(MARKER + "withdraw", at=20),
        entry(THIRD, at=21, sets=["c=v; Secure; SameSite=None"]),
    ]

    evidence = read(write(tmp_path / "a.har", har(*pages)))

    found = by_name(evidence)
    assert [found[name].writes[0].phase for name in "abc"] == ["pre", "accept", "withdraw"]
    assert found["a"].sent == {"accept"}
    assert [(one.kind, one.known_by) for one in evidence.phases] == [
        ("pre", "marker"),
        ("accept", "marker"),
        ("withdraw", "marker"),
    ]
    assert "policylint.invalid" not in {one.host for one in evidence.contacts}


def test_what_comes_before_a_marker_of_no_choice_is_of_an_unknown_phase(tmp_path: Path) -> None:
    pages = [entry(PAGE, sets=["a=v"]), entry(MARKER + "withdraw", at=5)]

    evidence = read(write(tmp_path / "a.har", har(*pages)))

    assert evidence.observations[0].phases == {"unknown"}
    assert [(one.kind, one.known_by) for one in evidence.phases] == [
        ("withdraw", "marker"),
        ("unknown", "unknown"),
    ]


def test_a_recording_that_begins_with_a_marker_has_nothing_before_it(tmp_path: Path) -> None:
    pages = [entry(MARKER + "accept"), entry(PAGE, at=1, sets=["a=v"])]

    evidence = read(write(tmp_path / "a.har", har(*pages)))

    assert [one.kind for one in evidence.phases] == ["accept"]


def test_a_marker_of_no_phase_is_left_out(tmp_path: Path) -> None:
    pages = [entry(MARKER + "agree"), entry(PAGE, at=1, sets=["a=v"])]

    evidence = read(write(tmp_path / "a.har", har(*pages)))

    assert dict(evidence.files[0].left_out) == {"marker of a phase that does not exist": 1}
    assert evidence.observations[0].phases == {"unknown"}


def test_a_consent_cookie_tells_where_the_time_before_the_choice_ends(tmp_path: Path) -> None:
    pages = [
        entry(PAGE, sets=["a=v"]),
        entry(PAGE, at=8.5, sets=["b=v"]),
        entry(PAGE, at=9, sends="klaro=%7B%7D", sets=["c=v"]),
    ]

    evidence = read(write(tmp_path / "a.har", har(*pages)))

    found = by_name(evidence)
    assert [found[name].writes[0].phase for name in "abc"] == ["pre", "unknown", "unknown"]
    assert [(one.kind, one.known_by) for one in evidence.phases] == [
        ("pre", "inferred"),
        ("unknown", "unknown"),
    ]


def test_a_change_of_the_consent_mode_tells_it_too(tmp_path: Path) -> None:
    ping = "https://region1.google-analytics.com/g/collect?v=2&tid=G-X&gcs="
    pages = [
        entry(PAGE, sets=["a=v"]),
        entry(ping + "G100", at=1),
        entry(ping + "G111", at=9),
        entry(PAGE, at=10, sets=["b=v"]),
    ]

    found = by_name(read(write(tmp_path / "a.har", har(*pages))))

    assert [found[name].writes[0].phase for name in "ab"] == ["pre", "unknown"]


def test_a_browser_that_had_chosen_before_gives_no_time_before_the_choice(tmp_path: Path) -> None:
    pages = [entry(PAGE, sends="klaro=1", sets=["a=v"]), entry(PAGE, at=60, sets=["b=v"])]

    evidence = read(write(tmp_path / "a.har", har(*pages)))

    assert [one.kind for one in evidence.phases] == ["unknown"]


def test_a_sanitized_recording_tells_nothing_of_cookies(tmp_path: Path) -> None:
    evidence = read(write(tmp_path / "a.har", har(entry(PAGE), entry(THIRD, at=1))))

    assert not evidence.files[0].tells_cookies
    assert evidence.files[0].tells_requests
    assert "no Cookie or Set-Cookie header" in evidence.files[0].limits[0]
    assert len(evidence.contacts) == 2


def test_a_recording_of_no_page_tells_nothing_of_cookies(tmp_path: Path) -> None:
    ping = entry(THIRD)
    ping["response"]["content"]["mimeType"] = "text/plain"

    assert not read(write(tmp_path / "a.har", har(ping))).files[0].tells_cookies


def test_a_local_page_without_cookies_is_believed(tmp_path: Path) -> None:
    path = write(tmp_path / "a.har", har(entry("http://localhost/")))

    assert read(path).files[0].tells_cookies


def test_the_time_of_capture_is_that_of_the_last_entry(tmp_path: Path) -> None:
    path = write(tmp_path / "a.har", har(entry(PAGE), entry(PAGE, at=30)))

    assert read(path, captured_at=1).files[0].captured == START_MS + 30_000


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_byte_order_marks_and_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.har"
    path.write_bytes(
        json.dumps(har(entry(PAGE, sets=["é=v"])), ensure_ascii=False).encode(encoding)
    )

    assert set(by_name(read(str(path)))) == {"é"}


def test_a_compressed_recording_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.har.gz"
    path.write_bytes(gzip.compress(json.dumps(har(entry(PAGE, sets=["a=v"]))).encode()))

    assert set(by_name(read(str(path)))) == {"a"}


def test_several_files_give_one_cookie_with_all_its_phases(tmp_path: Path) -> None:
    first = write(tmp_path / "a.har", har(entry(PAGE, sets=["a=v; Path=/"])))
    second = write(tmp_path / "b.har", har(entry(PAGE, sets=["a=v; Path=/"])))

    evidence = read(first, second, phases=["pre", "accept"])

    (found,) = evidence.observations
    assert found.phases == {"pre", "accept"}
    assert [one.path for one in evidence.files] == [first, second]
    assert evidence.vantage == "FR"


def test_two_recordings_of_a_phase_are_two_visits(tmp_path: Path) -> None:
    paths = [
        write(
            tmp_path / name, har(entry(PAGE, sets=["a=v; Max-Age=9"]), entry(PAGE, 5, sets=["a=v"]))
        )
        for name in ("a.har", "b.har", "c.har")
    ]

    (found,) = read(*paths, phases=["accept", "pre", "accept"]).observations

    told = [(one.phase, one.repetition) for one in found.writes]
    assert told == [*[("accept", 1)] * 2, *[("pre", 1)] * 2, *[("accept", 2)] * 2]


def test_a_file_of_many_pieces_loses_nothing(tmp_path: Path) -> None:
    # entries that lie across the borders of what is read at once
    pages = [entry(PAGE, at=n, sets=[f"c{n}=v"], _body="é" * 300_000) for n in range(40)]
    path = tmp_path / "a.har"
    path.write_text(json.dumps(har(*pages), ensure_ascii=False), encoding="utf-8")

    evidence = read(str(path))

    assert len(evidence.observations) == evidence.files[0].entries == 40
