"""`check --evidence`: what a browser saw, from the files to the report."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import FRAME, Run

INVENTORY = (
    FRAME
    + """\
cookies:
  - name: _ga
    category: improvement
    purposes: [audience-measurement]
    lifetime: 13 months
"""
)
CAPTURED = 1_795_168_800
"""2026-11-20, 10:00 UTC."""
MOMENT = ("--captured-at", "2026-11-20T10:00:00Z")
DAY = 86_400


def state(*, days: float = 400, name: str = "_ga", value: str = "GA1.1.1.2") -> str:
    cookie = {
        "name": name,
        "value": value,
        "domain": ".a.example",
        "path": "/",
        "expires": CAPTURED + days * DAY - 3,
        "secure": True,
        "sameSite": "Lax",
    }
    return json.dumps({"cookies": [cookie], "origins": []})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "cookies.yaml").write_text(INVENTORY, encoding="utf-8")
    (tmp_path / "state.json").write_text(state(), encoding="utf-8")
    return tmp_path


def report(run: Run, *arguments: str) -> dict[str, Any]:
    done = run("check", "--format", "json", *arguments)
    assert done.err == ""
    found: dict[str, Any] = json.loads(done.out)
    return found


def outcome(found: dict[str, Any], code: str) -> tuple[str, str | None]:
    (one,) = [each for each in found["outcomes"] if each["code"] == code]
    return one["outcome"], one["reason"]


def messages(found: dict[str, Any], code: str) -> list[str]:
    return [one["message"] for one in found["findings"] if one["code"] == code]


@pytest.mark.usefixtures("site")
def test_a_jar_at_400_days_is_a_lower_bound_that_the_browser_cut(run: Run) -> None:
    found = report(run, "--evidence", "accept=state.json", *MOMENT)

    (message,) = messages(found, "EVD016")
    assert message.startswith(
        "'_ga' lives for at least 400 days, cut by the browser at 400 days (state.json), longer"
        " than 13 months"
    )
    assert message.endswith("; declared '13 months'")
    assert outcome(found, "EVD005") == (
        "not-evaluated",
        "the browser cut the lifetime at 400 days",
    )
    for form in ("text", "json", "sarif", "markdown", "concise"):
        done = run("check", "--evidence", "state.json", *MOMENT, "--format", form)
        assert "at least 400 days" in " ".join(done.out.split()), form
        assert "declared '400" not in done.out


@pytest.mark.usefixtures("site")
def test_a_jar_without_a_time_of_capture_tells_no_lifetime(run: Run) -> None:
    found = report(run, "--evidence", "accept=state.json")

    reason = "when the jar was captured is not known (--captured-at)"
    assert outcome(found, "EVD016") == ("not-evaluated", reason)
    assert outcome(found, "EVD005") == ("not-evaluated", reason)
    assert messages(found, "EVD016") == messages(found, "EVD005") == []


@pytest.mark.parametrize("moment", ["2026-11-20", "2026-11-20T11:00:00+01:00", "2026-11-20T10:00"])
def test_a_time_of_capture_may_be_a_day_or_of_any_zone(run: Run, site: Path, moment: str) -> None:
    (site / "state.json").write_text(state(days=398.9), encoding="utf-8")

    found = report(run, "--evidence", "state.json", "--captured-at", moment)

    # A day alone means its end, so that what was left is understated: by half a day here.
    days = 398
    (message,) = messages(found, "EVD016")
    assert f"had {days} days left" in message


def test_a_day_of_capture_never_makes_a_lifetime_too_long(run: Run, site: Path) -> None:
    (site / "state.json").write_text(state(days=397), encoding="utf-8")

    found = report(run, "--evidence", "state.json", "--captured-at", "2026-11-20")

    assert messages(found, "EVD016") == []


@pytest.mark.usefixtures("site")
def test_without_evidence_no_rule_on_it_passes(run: Run) -> None:
    found = report(run)

    told = {one["code"]: (one["outcome"], one["reason"]) for one in found["outcomes"]}
    assert {told[f"EVD{number:03}"] for number in range(1, 17)} == {
        ("not-evaluated", "no evidence given")
    }


def test_the_phase_decides_and_the_vantage_says_for_whom(run: Run, site: Path) -> None:
    text = INVENTORY.replace("[FR]", "[FR, BE]")
    (site / "cookies.yaml").write_text(text, encoding="utf-8")
    command = ("--evidence", "pre=state.json", "--vantage", "FR")

    found = report(run, *command)

    (leak,) = [one for one in found["findings"] if one["code"] == "EVD002"]
    assert leak["jurisdictions"] == ["FR"]
    assert leak["pointer"] == "/cookies/0"
    assert leak["message"] == "'_ga' was there before the choice (state.json)"
    (rest,) = [one for one in found["findings"] if one["code"] == "EVD012"]
    assert rest["jurisdictions"] == ["BE"]


def test_an_undeclared_cookie_is_waived_by_its_name(run: Run, site: Path) -> None:
    (site / "state.json").write_text(state(name="_hjid", days=30), encoding="utf-8")
    (site / "policylint.toml").write_text(
        '[[waivers]]\nrule = "EVD001"\ncookie = "_hjid"\nreason = "leaves in June"\n'
        'approved-by = "dpo"\nexpires = 2027-06-30\n',
        encoding="utf-8",
    )

    found = report(run, "--evidence", "accept=state.json", *MOMENT)

    (finding,) = [one for one in found["findings"] if one["code"] == "EVD001"]
    assert (finding["cookie"], finding["status"], finding["pointer"]) == (
        "_hjid",
        "waived",
        "/cookies",
    )


def test_a_baseline_holds_for_evidence_of_another_day(run: Run, site: Path) -> None:
    command = ("check", "--evidence", "accept=state.json", *MOMENT)
    assert run(*command, "--write-baseline", "b.json").code == 0
    (site / "later.json").write_text(state(days=399.5), encoding="utf-8")

    done = run("check", "--evidence", "accept=later.json", *MOMENT, "--baseline", "b.json")

    assert done.code == 0


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--evidence", "rejct=state.json"), 2, "unknown phase 'rejct'; expected one of pre, reject"),
        (("--evidence", "pre="), 2, "names no file after '='"),
        (("--evidence", "-"), 3, "evidence is not read from standard input; save it and name the file"),
        (("--evidence", "nofile.json"), 3, "nofile.json cannot be read: no such file"),
        (("--evidence", "cookies.yaml"), 3, "cookies.yaml is no evidence"),
        (("--vantage", "FR"), 2, "--vantage tells of evidence: name a file with --evidence"),
        (("--dns", "dns.txt"), 2, "--dns tells of evidence"),
        (("--captured-at", "2026-11-20"), 2, "--captured-at tells of evidence"),
        (("--evidence", "state.json", "--vantage", "France"), 2, "--vantage holds 'FRANCE'"),
        (("--evidence", "state.json", "--captured-at", "soon"), 2, "--captured-at holds 'soon'"),
        (("--evidence", "state.json", "--captured-at", "2026-02-30"), 2, "holds '2026-02-30'"),
        (("--evidence", "state.json", "--dns", "none.txt"), 3, "none.txt cannot be read"),
        (("--evidence", "state.json", "--dns", "state.json"), 3, "state.json, line 1 is no alias"),
        (("--evidence", "state.json", "--fix"), 2, "leave out --evidence"),
        (("--evidence", "state.json", "--output", "state.json"), 2, "would be overwritten"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_sentence(
    run: Run, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = run("check", *arguments)

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_file_whose_name_holds_an_equals_sign_needs_no_phase(run: Run, site: Path) -> None:
    (site / "run=1.json").write_text(state(), encoding="utf-8")

    assert messages(report(run, "--evidence", "run=1.json", *MOMENT), "EVD016") != []


def test_evidence_holds_for_every_inventory_of_one_site(run: Run, site: Path) -> None:
    (site / "other.cookies.yaml").write_text(INVENTORY, encoding="utf-8")

    found = report(run, "--evidence", "state.json", *MOMENT)

    assert len(messages(found, "EVD016")) == 2


def test_evidence_of_one_site_is_refused_for_two(run: Run, site: Path) -> None:
    text = INVENTORY.replace("a.example", "b.example")
    (site / "other.cookies.yaml").write_text(text, encoding="utf-8")

    done = run("check", "--evidence", "state.json")

    assert (done.code, done.out) == (2, "")
    assert "other.cookies.yaml is of another (b.example) than cookies.yaml (a.example)" in done.err


def test_many_inventories_share_evidence_that_is_read_once(run: Run, site: Path) -> None:
    for number in range(120):
        (site / f"{number}.cookies.yaml").write_text(INVENTORY, encoding="utf-8")

    found = report(run, "--evidence", "state.json", *MOMENT, "--select", "EVD016")

    assert len(messages(found, "EVD016")) == 121


def test_evidence_is_looked_at_anew_in_every_run(run: Run, site: Path) -> None:
    command = ("--evidence", "state.json", *MOMENT)
    assert messages(report(run, *command), "EVD016") != []
    (site / "state.json").write_text(state(days=30), encoding="utf-8")

    assert messages(report(run, *command), "EVD016") == []
    assert outcome(report(run), "EVD016") == ("not-evaluated", "no evidence given")


def test_dns_answers_show_who_is_behind_a_host(run: Run, site: Path) -> None:
    text = INVENTORY.replace("cookies:\n", "").replace(
        "  - name: _ga\n", "cookies:\n  - name: _ga\n    vendor: counting\n"
    )
    (site / "cookies.yaml").write_text(
        text + "vendors: {counting: {name: C, country: FR, domains: [vendor.example]}}\n",
        encoding="utf-8",
    )
    (site / "dns.txt").write_text(
        "; <<>> DiG <<>>\nstats.a.example.\t300\tIN\tCNAME\tmid.example.\n"
        "mid.example. 60 IN CNAME x.vendor.example.\nx.vendor.example. 60 IN A 192.0.2.1\n",
        encoding="utf-8",
    )
    headers = [
        {"name": "Set-Cookie", "value": "_ga=x; Domain=a.example; Path=/; Secure"},
        {"name": "Date", "value": "Fri, 20 Nov 2026 10:00:00 GMT"},
    ]
    entry = {
        "startedDateTime": "2026-11-20T10:00:00.000Z",
        "request": {"method": "GET", "url": "https://stats.a.example/t", "headers": []},
        "response": {"status": 200, "headers": headers, "content": {"mimeType": "text/html"}},
    }
    har = {"log": {"version": "1.2", "entries": [entry]}}
    (site / "visit.har").write_text(json.dumps(har), encoding="utf-8")

    without = report(run, "--evidence", "visit.har", "--select", "EVD008")
    found = report(run, "--evidence", "visit.har", "--select", "EVD008", "--dns", "dns.txt")

    assert outcome(without, "EVD008")[1] == "what is behind 'stats.a.example' is not known (--dns)"
    (message,) = messages(found, "EVD008")
    assert message.startswith("'_ga' was set by 'stats.a.example', an alias of 'x.vendor.example'")


def test_a_pipe_that_nobody_writes_into_is_refused(run: Run, site: Path) -> None:
    os.mkfifo(site / "pipe")

    done = run("check", "--evidence", "pre=pipe")

    assert done.code == 3
    assert "pipe is a pipe with a name; expected a file of evidence" in done.err
