"""What Playwright records of a page in real Chromium, read as evidence."""

import os
import re
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest
from playwright.sync_api import sync_playwright

from policylint.evidence.read import read_evidence
from tests.conftest import ROOT

DAY = 86_400
PLANTED = "planted-value-0815"
PAGE = f"""<!doctype html><title>shop</title><script>
document.cookie = "js={PLANTED}; Path=/; Max-Age={500 * DAY}";
localStorage.setItem("cart", "{PLANTED}");
</script><img src="/pixel.gif?id={PLANTED}">"""


class Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        if self.path == "/":
            self.send_header("Set-Cookie", f"uid={PLANTED}; Path=/; Max-Age={730 * DAY}")
            self.send_header("Set-Cookie", f"bad={PLANTED}; Domain=elsewhere.example")
        if self.path == "/accepted":
            self.send_header("Set-Cookie", f"ad={PLANTED}; Path=/; HttpOnly")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_: object) -> None:
        """Keep the test quiet."""


class Recorded(NamedTuple):
    har: str
    state: str
    at: int


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def recorded(address: str, chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """Record two pages, with the marker that the page on evidence shows between them."""
    text = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    (script,) = re.findall(r'page\.evaluate\("(.+)"\)', text)
    folder = tmp_path_factory.mktemp("recorded")
    har, state = str(folder / "a.har"), str(folder / "state.json")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, chromium_sandbox=os.geteuid() != 0
        )
        context = browser.new_context(record_har_path=har, extra_http_headers={"Sec-GPC": "1"})
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        with page.expect_event("requestfailed"):
            page.evaluate(script)
        page.goto(f"{address}accepted", wait_until="networkidle")
        context.storage_state(path=state, indexed_db=True)
        at = time.time_ns() // 1_000_000
        context.close()
        browser.close()
    return Recorded(har, state, at)


def test_a_recording_with_a_marker_and_a_jar_tell_one_story(recorded: Recorded) -> None:
    evidence = read_evidence(
        [(None, recorded.har), ("accept", recorded.state)],
        site_hosts=["localhost"],
        captured_at=recorded.at,
        vantage=None,
    )

    found = {one.name: one for one in evidence.observations}
    assert set(found) == {"uid", "bad", "ad", "js", "cart"}
    assert [write.phase for name in ("uid", "ad") for write in found[name].writes] == [
        "pre",
        "accept",
    ]
    assert found["uid"].writes[0].lifetime.seconds == 730 * DAY
    assert found["uid"].jar is not None
    assert found["uid"].jar.is_lower_bound
    assert found["bad"].writes[0].refused_because == ("domain-mismatch",)
    assert (found["js"].writes, found["js"].sent >= {"accept"}) == ((), True)
    assert found["cart"].storage == "local-storage"
    assert [(phase.kind, phase.known_by) for phase in evidence.phases] == [
        ("pre", "marker"),
        ("accept", "file"),
    ]
    assert [one.host for one in evidence.contacts] == ["localhost"]
    assert {(one.phase, one.gpc) for one in evidence.signals} == {("pre", True), ("accept", True)}
    assert PLANTED not in repr(evidence)
