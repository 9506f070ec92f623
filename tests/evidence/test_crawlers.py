"""What is read of crawlers' files. The forms are theirs, as their source code writes them:
EU-EDPS/website-evidence-collector, the-markup/blacklight-collector,
duckduckgo/tracker-radar-collector, dibollinger/CookieBlock. The content is our own.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from policylint.errors import InputError
from tests.evidence.recordings import DAY, START_MS, by_name, read, stamp, write

START = START_MS // 1000
PAGE = "https://www.shop.example/page?q=SECRET"


def frame(url: str) -> dict[str, Any]:
    return {"fileName": url, "lineNumber": 2, "source": f"at {url}"}


def jar_cookie(name: str, days: float | None = None, **more: Any) -> dict[str, Any]:
    told = {"name": name, "value": "SECRET", "domain": "shop.example", "path": "/", "size": 8}
    told |= {"expires": -1 if days is None else START + days * DAY, "session": days is None}
    return {**told, "httpOnly": False, "secure": True, "sameSite": "None", **more}


def inspection(**more: Any) -> dict[str, Any]:
    return {
        "title": "Website Evidence Collection",
        "uri_ins": PAGE,
        "host": "www.shop.example",
        "script": {"version": {"npm": "2.1.1"}},
        "start_time": stamp(-60),
        "end_time": stamp(0),
        "cookies": [],
        "localStorage": {},
        "hosts": {"requests": {"firstParty": ["www.shop.example"], "thirdParty": ["t.example"]}},
        **more,
    }


def logged(kind: str, url: str, at: float = -10) -> dict[str, Any]:
    return {"stack": [frame(url)], "type": kind, "timestamp": stamp(at), "location": PAGE}


def test_an_inspection_gives_the_jar_with_its_own_time(tmp_path: Path) -> None:
    script = "https://cdn.example/js.js?v=SECRET"
    cookies = [
        jar_cookie("js", 30, log=logged("Cookie.JS", script)),
        jar_cookie("end", partitionKey="https://top.example"),
    ]
    stored = {"https://www.shop.example": {"cart": {"value": "SECRET", "firstPartyStorage": True}}}
    path = write(tmp_path / "inspection.json", inspection(cookies=cookies, localStorage=stored))

    evidence = read(path, captured_at=5, hosts=())

    found = by_name(evidence)
    assert found["js"].jar is not None
    assert (found["js"].jar.seconds, found["js"].host_only) == (30 * DAY, None)
    (seen,) = found["js"].writes
    assert (seen.mechanism, seen.outcome, seen.setter) == (
        "script",
        "stored",
        "https://cdn.example/js.js",
    )
    assert seen.lifetime.seconds == 30 * DAY + 10
    assert (found["end"].partition, found["end"].jar and found["end"].jar.source) == (
        "https://top.example",
        "session",
    )
    assert (found["cart"].storage, found["cart"].domain) == ("local-storage", "www.shop.example")
    assert evidence.files[0].captured == START_MS
    assert evidence.files[0].format == "website evidence collector"
    assert [(one.host, one.party) for one in evidence.contacts] == [
        ("t.example", "third"),
        ("www.shop.example", "first"),
    ]
    assert "SECRET" not in repr(evidence)


def test_a_cookie_that_only_the_log_of_an_inspection_knows_was_not_in_the_jar(
    tmp_path: Path,
) -> None:
    # the collector lists such writes among the cookies of the jar
    only: dict[str, Any] = {
        "name": "a",
        "domain": "shop.example",
        "path": "/",
        "expires": stamp(500 * DAY - 10),
    }
    only["log"] = logged("Cookie.HTTP", PAGE)
    path = write(tmp_path / "inspection.json", inspection(cookies=[only]))

    (found,) = read(path).observations

    assert (found.jar, found.present) == (None, frozenset())
    (seen,) = found.writes
    assert (seen.lifetime.source, seen.lifetime.seconds, seen.outcome) == (
        "expires",
        500 * DAY,
        "unknown",
    )


def log_lines(*events: Any) -> str:
    return "".join(json.dumps(one) + "\n" for one in events)


def event(kind: str, **more: Any) -> dict[str, Any]:
    told = {"level": "warn", "message": "set SECRET", "timestamp": stamp(0), "type": kind}
    return {**told, "stack": [frame("https://t.example/x?SECRET")], "location": PAGE, **more}


def test_a_log_tells_what_was_asked_for_beyond_400_days(tmp_path: Path) -> None:
    raw = "a=SECRET; Max-Age=63072000; Path=/\nb=SECRET; Path=/; Domain=evil.example"
    text = log_lines(
        {"level": "info", "message": "browsing now", "timestamp": stamp(0)},
        event("Cookie.HTTP", raw=raw),
        event("Cookie.JS", raw="c=SECRET; path=/; max-age=60", origin="https://www.shop.example"),
        event("Storage.LocalStorage", data={"key": "SECRET"}, origin="https://www.shop.example"),
        event("Request.Tracking", data={"url": "https://p.example/g?gcs=G101&uid=SECRET"}),
    )
    path = write(tmp_path / "inspection-log.ndjson", text + '{"cut off')

    evidence = read(path, phases=["pre"])

    found = by_name(evidence)
    assert set(found) == {"a", "b", "c", "key"}
    assert (found["a"].domain, found["a"].writes[0].lifetime.seconds) == ("t.example", 730 * DAY)
    assert found["b"].writes[0].refused_because == ("domain-mismatch",)
    assert (found["c"].domain, found["c"].writes[0].mechanism) == ("www.shop.example", "script")
    assert found["c"].writes[0].setter == "https://t.example/x"
    assert found["key"].present == {"pre"}
    assert [one.host for one in evidence.contacts] == ["p.example", "t.example"]
    assert [one.gcs for one in evidence.signals] == ["G101"]
    assert dict(evidence.files[0].left_out) == {"line that is no JSON": 1}
    assert evidence.files[0].captured == START_MS
    assert "SECRET" not in repr(evidence)


def test_the_log_of_blacklight_is_nested_and_names_properties(tmp_path: Path) -> None:
    told = {"operation": "set", "symbol": "window.document.cookie", "value": "j=SECRET; Max-Age=9"}
    read_only = {"operation": "get", "symbol": "window.document.cookie", "value": "z=SECRET"}
    inner = {"type": "JsInstrument.ObjectProperty", "url": PAGE, "stack": []}
    text = log_lines(
        {"message": {**inner, "data": told}, "level": "warn", "timestamp": stamp(0)},
        {"message": {**inner, "data": read_only}, "level": "warn", "timestamp": stamp(0)},
        {
            "message": {**inner, "data": told, "url": "about:blank"},
            "level": "warn",
            "timestamp": stamp(0),
        },
    )

    evidence = read(write(tmp_path / "inspection-log.ndjson", text))

    (found,) = evidence.observations
    assert (found.name, found.domain, found.path) == ("j", "www.shop.example", "/")
    assert dict(evidence.files[0].left_out) == {"cookie of a page that is not told": 1}


def test_a_script_cannot_set_an_http_only_cookie(tmp_path: Path) -> None:
    text = log_lines(event("Cookie.JS", raw="a=v; HttpOnly", origin="https://www.shop.example"))

    (found,) = read(write(tmp_path / "l.ndjson", text)).observations

    assert found.writes[0].refused_because == ("http-only-from-script",)


def test_a_log_without_a_time_is_refused(tmp_path: Path) -> None:
    text = log_lines({"level": "info", "message": "x", "timestamp": "never"})

    with pytest.raises(InputError, match="has no event with a time"):
        read(write(tmp_path / "l.ndjson", text))


def blacklight(**more: Any) -> dict[str, Any]:
    return {
        "title": "Blacklight Inspection",
        "uri_ins": PAGE,
        "start_time": stamp(-60),
        "end_time": stamp(0),
        "hosts": {
            "requests": {"first_party": ["www.shop.example"], "third_party": ["t.example", "data"]}
        },
        "reports": {"cookies": []},
        **more,
    }


def test_blacklight_writes_dates_and_strips_dots(tmp_path: Path) -> None:
    cookies = [
        {**jar_cookie("a"), "expires": stamp(400 * DAY), "session": False, "type": "js"},
        {**jar_cookie("b"), "type": "http", "third_party": True},
        {"name": "c", "value": "SECRET", "domain": "t.example", "path": "/", "type": "http"},
    ]
    path = write(tmp_path / "inspection.json", blacklight(reports={"cookies": cookies}))

    evidence = read(path)

    found = by_name(evidence)
    assert found["a"].jar is not None
    assert (found["a"].jar.seconds, found["a"].jar.is_lower_bound) == (400 * DAY, True)
    assert found["a"].host_only is None
    assert (found["c"].jar, found["c"].writes[0].lifetime.source) == (None, "unknown")
    assert [one.host for one in evidence.contacts] == ["t.example", "www.shop.example"]
    assert evidence.files[0].limits == (
        "it clears its cookies before each page: what it holds is of the last one",
    )
    assert "SECRET" not in repr(evidence)


def test_blacklight_without_its_test_of_cookies_tells_nothing_of_them(tmp_path: Path) -> None:
    told = read(write(tmp_path / "i.json", blacklight(reports={}))).files[0]

    assert not told.tells_cookies


def test_the_tracker_radar_collector_tells_jar_answers_and_assignments(tmp_path: Path) -> None:
    jar = {"name": "a", "domain": ".shop.example", "path": "/", "session": False}
    jar |= {"expires": START_MS + 30 * DAY * 1000, "sameSite": "Lax"}
    document = {
        "initialUrl": PAGE,
        "finalUrl": PAGE,
        "timeout": False,
        "testStarted": START_MS - 9000,
        "testFinished": START_MS,
        "data": {
            "cookies": [jar],
            "requests": [
                {"url": PAGE, "responseHeaders": {"set-cookie": "b=SECRET; Max-Age=60\nc=SECRET"}},
                {"url": "https://t.example/g/collect?gcs=G111&cid=SECRET", "responseHeaders": None},
                {"url": "<unknown>"},
            ],
            "apis": {
                "savedCalls": [
                    {
                        "source": "https://cdn.example/a.js?SECRET",
                        "description": "Document.cookie setter",
                        "arguments": ["a=SECRET; max-age=63072000"],
                    },
                    {
                        "source": "https://cdn.example/a.js",
                        "description": "Document.cookie setter",
                        "arguments": ["nowhere=SECRET"],
                    },
                    {
                        "source": "x",
                        "description": "Navigator.prototype.userAgent",
                        "arguments": [],
                    },
                ]
            },
        },
    }

    evidence = read(write(tmp_path / "site.json", document))

    found = by_name(evidence)
    assert set(found) == {"a", "b", "c"}
    assert found["a"].jar is not None
    assert (found["a"].jar.seconds, found["a"].writes[0].lifetime.seconds) == (30 * DAY, 730 * DAY)
    assert found["a"].host_only is False
    assert [one.host for one in evidence.contacts] == ["t.example", "www.shop.example"]
    assert [one.gcs for one in evidence.signals] == ["G111"]
    assert dict(evidence.files[0].left_out) == {
        "cookie of a script whose page is not told": 1,
        "request to no host: data, an extension, or no address": 1,
    }
    assert "SECRET" not in repr(evidence)


def crawled(site: str, name: str, *updates: dict[str, Any]) -> dict[str, Any]:
    told = {"value": "SECRET", "session": False, "http_only": False, "host_only": False}
    told |= {"secure": True, "same_site": "no_restriction"}
    return {
        "visit_id": 1,
        "name": name,
        "domain": ".shop.example",
        "path": "/",
        "first_party_domain": site,
        "label": 2,
        "cmp_origin": 1,
        "variable_data": [{**told, **update} for update in updates],
    }


def test_a_crawl_tells_lifetimes_without_a_time_of_capture(tmp_path: Path) -> None:
    site, other = "https://www.shop.example/", "https://elsewhere.example/"
    crawl = {
        "a": crawled(site, "a", {"expiry": 730 * DAY}, {"expiry": 30 * DAY}),
        "b": crawled(site, "b", {"expiry": 0, "session": True}),
        "c": crawled(site, "c", {"expiry": 0}),
        "d": crawled(other, "d", {"expiry": 9}),
        "e": crawled(site, "e"),
    }

    evidence = read(write(tmp_path / "crawl.json", crawl))

    found = by_name(evidence)
    assert set(found) == {"a", "b"}
    lifetimes = [one.lifetime for one in found["a"].writes]
    assert [(one.seconds, one.is_lower_bound) for one in lifetimes] == [
        (730 * DAY, True),
        (30 * DAY, False),
    ]
    assert found["b"].writes[0].lifetime.source == "session"
    assert dict(evidence.files[0].left_out) == {
        "cookie seen on another site": 1,
        "cookie without a name, a host or an update": 1,
        "deletion of a cookie: it is no setting": 1,
    }


def test_a_crawl_is_taken_whole_where_nobody_said_which_site_is_meant(tmp_path: Path) -> None:
    crawl = {
        "a": crawled("https://one.example/", "a", {"expiry": 9}),
        "b": crawled("https://two.example/", "b", {"expiry": 9}),
    }

    assert set(by_name(read(write(tmp_path / "crawl.json", crawl), hosts=()))) == {"a", "b"}


@pytest.mark.parametrize("finished", [1e308, -1, 10**20, "x", None])
def test_a_time_beyond_all_calendars_is_none(tmp_path: Path, finished: Any) -> None:
    document = {"initialUrl": PAGE, "testFinished": finished, "data": {"cookies": []}}

    assert read(write(tmp_path / "site.json", document)).files[0].captured is None
