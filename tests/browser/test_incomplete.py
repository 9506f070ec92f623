"""Scans that cannot be finished: a clear sentence, exit 3, and what was seen is kept."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from policylint.browser import session
from policylint.browser.plan import Plan
from policylint.browser.scan import scan as scan_site
from tests.browser.conftest import Scan
from tests.browser.site import Site


def run(*arguments: str, path: str | None = None, cwd: Path) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, **({} if path is None else {"PATH": path})}
    return subprocess.run(
        [sys.executable, "-m", "policylint", "scan", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env={**environment, "PYTHONPATH": str(Path(__file__).parents[2])},
        cwd=cwd,
        check=False,
    )


def test_a_page_without_a_banner_is_not_assessed(scan: Scan) -> None:
    done = scan("none")
    assert done.run.returncode == 3
    assert "the collection is incomplete: reject: no banner was found" in done.run.stderr
    assert {done.result(kind) for kind in ("reject", "accept", "withdraw")} == {"no-banner"}
    assert done.seen("_ga").writes


def test_a_click_without_effect_is_unconfirmed(scan: Scan) -> None:
    done = scan("stubborn")
    assert done.run.returncode == 3
    assert done.result("reject") == "unconfirmed"
    assert "the banner was still there after the click" in done.run.stderr


def test_a_site_that_declares_to_ask_for_nothing_is_complete(scan: Scan) -> None:
    done = scan("none", "--no-banner")
    assert "incomplete" not in done.run.stderr
    assert {phase.kind for phase in done.evidence.phases} == {"pre", "gpc"}


def test_a_page_that_does_not_answer_is_told_and_the_rest_is_kept(scan: Scan, site: Site) -> None:
    done = scan("none", "--no-banner", "--page", site.url("slow/"), "--page-limit", "2")
    assert done.run.returncode == 3
    assert f"{site.url('slow/')} did not load within 2 s" in done.run.stderr
    assert done.seen("_ga").writes


def test_a_page_that_is_not_there_is_told(scan: Scan, site: Site) -> None:
    done = scan("missing", "--no-banner")
    assert done.run.returncode == 3
    assert f"{site.url('missing/')} answered with status 404" in done.run.stderr


def test_a_scan_ends_in_time_and_keeps_what_was_seen(scan: Scan) -> None:
    done = scan("stubborn", "--time-limit", "6", "--settle", "1")
    assert done.run.returncode == 3
    assert "the scan ended after 6 s, before it was through" in done.run.stderr
    assert done.seen("_ga").writes


def test_a_browser_that_dies_leaves_what_was_seen(
    scan: Scan, site: Site, chromium: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, mortal = tmp_path / "number", tmp_path / "mortal-browser"
    mortal.write_text(f'#!/bin/sh\necho $$ > {number}\nexec {chromium} "$@"\n')
    mortal.chmod(0o755)
    monkeypatch.setattr(site.handler, "victim", number)
    done = scan("deadly", "--no-banner", "--settle", "2", "--browser", str(mortal))
    assert done.run.returncode == 3
    assert "Traceback" not in done.run.stderr
    assert "the collection is incomplete: pre: the browser was lost" in done.run.stderr
    assert done.seen("_ga").writes


def test_a_scan_that_is_interrupted_keeps_what_was_seen(site: Site, tmp_path: Path) -> None:
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "policylint", "scan", site.url("own/"), "--allow-private"),
            *("--repeat", "1", "--settle", "1", "--output", str(tmp_path / "evidence")),
        ],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        lines = iter(process.stderr)
        assert any("pre: http" in line for line in lines)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does it
        rest = "".join(lines)
    assert process.returncode == 3
    assert "the collection is incomplete: the scan was interrupted" in rest
    assert "exception" not in rest.lower()
    assert '"_ga"' in (tmp_path / "evidence" / "evidence.json").read_text()


def test_a_browser_that_does_not_start_is_told(tmp_path: Path, site: Site) -> None:
    dead = tmp_path / "dead-browser"
    dead.write_text("#!/bin/sh\nexit 1\n")
    dead.chmod(0o755)
    done = run(site.url("none/"), "--allow-private", "--browser", str(dead), cwd=tmp_path)
    assert done.returncode == 3
    assert f"the browser {dead} does not start" in done.stderr
    assert "Traceback" not in done.stderr
    assert list((tmp_path / "policylint-evidence").iterdir()) == []


def test_a_selector_that_is_no_css_is_refused(scan: Scan) -> None:
    done = scan("none", "--reject", "#refuse[")
    assert done.run.returncode == 2
    assert "--reject '#refuse[' is no selector; expected CSS" in done.run.stderr
    assert not done.folder.exists()


def test_without_a_browser_the_scan_says_how_to_get_one(tmp_path: Path, site: Site) -> None:
    done = run(site.url("none/"), "--allow-private", path=str(tmp_path), cwd=tmp_path)
    assert done.returncode == 3
    assert "no browser was found on the PATH" in done.stderr
    assert "apt-get install chromium" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["file:///etc/passwd"], "is no web page; expected http:// or https://"),
        (["ftp://shop.example/"], "is no web page"),
        (["http://"], "names no host"),
        (["http://127.0.0.1/"], "127.0.0.1 is a private address"),
        (["http://169.254.169.254/latest"], "is a private address"),
        (["http://[::1]/"], "is a private address"),
        (["http://localhost/"], "localhost is a private address"),
        (["http://me:secret@shop.example/"], "holds a user name or a password"),
        (["http://localhost/", "--allow-private", "--browser", "/no/browser"], "does not exist"),
        (["http://localhost/", "--allow-private", "--vantage", "France"], "--vantage"),
        (["http://localhost/", "--allow-private", "--repeat", "0"], "--repeat"),
    ],
)
def test_wrong_calls_are_refused_before_anything_is_visited(
    arguments: list[str], sentence: str, tmp_path: Path
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert sentence in done.stderr
    assert "secret" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_missing_inventory_is_told_before_anything_is_visited(tmp_path: Path) -> None:
    done = run("http://localhost/", "--allow-private", "--inventory", "no.yaml", cwd=tmp_path)
    assert done.returncode == 3
    assert "no.yaml does not exist" in done.stderr


def test_evidence_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "evidence.json").write_text("{}")
    done = run("http://localhost/", "--allow-private", "--output", "there", cwd=tmp_path)
    assert done.returncode == 2
    assert "there holds evidence already" in done.stderr
    assert (tmp_path / "there" / "evidence.json").read_text() == "{}"


def plan(site: Site, chromium: str, folder: Path, *, allows_private: bool) -> Plan:
    return Plan(
        pages=(site.url("none/"),),
        browser=chromium,
        folder=str(folder),
        parts=("gpc",),
        repetitions=1,
        settle=0,
        allows_private=allows_private,
    )


def test_a_site_that_leads_to_a_private_address_leaves_no_evidence(
    site: Site, chromium: str, tmp_path: Path
) -> None:
    scanned = scan_site(plan(site, chromium, tmp_path, allows_private=False), lambda _: None)
    assert not scanned.is_complete
    assert "led to the private address 127.0.0.1" in (scanned.phases[0].remark or "")
    assert scanned.seen.writes == []
    assert scanned.seen.requests == []


def test_a_browser_that_blocks_third_parties_is_told(
    site: Site, chromium: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "PREFERENCES", '{"profile":{"cookie_controls_mode":1}}')
    scanned = scan_site(plan(site, chromium, tmp_path, allows_private=True), lambda _: None)
    assert scanned.stores_third_party is False
    assert list(scanned.limits) == ["the browser does not store cookies of third parties"]
    assert not scanned.is_complete
