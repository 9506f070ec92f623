"""Living with old findings: the baseline and the waivers, from the command line."""

import json
from pathlib import Path

import pytest

from tests.conftest import FRAME, Run

HEAD = FRAME + "cookies:\n"
OLD = "  - {name: old-%d, category: improvement, purposes: [advertising], lifetime: %s}\n"
WAIVER = """\
[[waivers]]
rule = "LIF001"
cookie = "old-0"
reason = "contract ends in January"
approved-by = "dpo@a.example"
expires = %s
"""
LIFETIMES = ("--select", "LIF001,CLS001,DOC")


def inventory(cookies: int, lifetime: str = "2 years") -> str:
    return HEAD + "".join(OLD % (number, lifetime) for number in range(cookies))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Write an old inventory of 200 errors."""
    path = tmp_path / "cookies.yaml"
    path.write_text(inventory(100).replace("lifetime: 2", "consent: none, lifetime: 2"))
    return path


def test_two_hundred_old_findings_let_a_build_pass_and_a_new_one_fails(run: Run, old: Path) -> None:
    first = run("check", *LIFETIMES, "--format", "concise")
    assert first.code == 1
    assert first.out.count(": CLS001 ") + first.out.count(": LIF001 ") == 200

    written = run("check", *LIFETIMES, "--write-baseline", "baseline.json", "--quiet")
    assert written.code == 0
    assert written.err == "policylint: 200 findings recorded in baseline.json\n"

    green = run("check", *LIFETIMES, "--baseline", "baseline.json")
    assert green.code == 0
    assert "no open findings (200 baselined)" in green.out

    text = old.read_text()
    old.write_text(text + OLD % (999, "14 months"))
    new = run("check", *LIFETIMES, "--baseline", "baseline.json", "--format", "concise")
    assert new.code == 1
    assert new.out.count(": LIF001 ") == 1
    assert "(200 baselined)" in new.out

    old.write_text(text.replace("2 years", "1 year", 1))
    mended = run("check", *LIFETIMES, "--baseline", "baseline.json")
    assert mended.code == 0
    assert "cookies.yaml: LIF001 'old-0'" in mended.out
    assert "gone, though the baseline lists it" in mended.out
    assert run("check", *LIFETIMES, "--baseline", "baseline.json", "--strict-baseline").code == 1
    listed = json.loads(
        run("check", *LIFETIMES, "--baseline", "baseline.json", "--format", "json").out
    )["shrinkable"]
    assert listed == [
        {
            "path": "cookies.yaml",
            "code": "LIF001",
            "cookie": "old-0",
            "pointer": "/cookies/*/lifetime",
            "count": 1,
        }
    ]

    run("check", *LIFETIMES, "--write-baseline", "baseline.json")
    assert run("check", *LIFETIMES, "--baseline", "baseline.json", "--strict-baseline").code == 0


@pytest.mark.usefixtures("old")
def test_the_configuration_names_the_baseline(run: Run, tmp_path: Path) -> None:
    (tmp_path / "policylint.toml").write_text('baseline = "baseline.json"\n')
    missing = run("check", *LIFETIMES)
    assert missing.code == 3
    assert "baseline.json does not exist; expected a baseline" in missing.err
    assert run("check", *LIFETIMES, "--write-baseline", "baseline.json").code == 0

    assert run("check", *LIFETIMES).code == 0
    assert run("check", "--no-suppressions", "--quiet", "--format", "concise").code == 1


@pytest.mark.usefixtures("old")
def test_a_baseline_is_the_same_bytes_each_time(run: Run, tmp_path: Path) -> None:
    run("check", *LIFETIMES, "--write-baseline", "a.json")
    run("check", *LIFETIMES, "--write-baseline", "b.json")

    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


@pytest.mark.usefixtures("old")
def test_a_baseline_does_not_let_a_policy_be_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "policylint.toml").write_text('baseline = "baseline.json"\n')
    run("check", "--write-baseline", "baseline.json", "--quiet")
    done = run("policy", "cookies.yaml")

    assert done.code == 1
    assert "no policy was written" in done.err


def test_a_waived_error_lets_a_policy_be_written(run: Run, tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples/minimal/cookies.yaml"
    text = example.read_text(encoding="utf-8").replace("lifetime: session", "lifetime: 2 years")
    (tmp_path / "cookies.yaml").write_text(text, encoding="utf-8")
    assert run("policy", "cookies.yaml").code == 1
    waiver = WAIVER.replace("old-0", "sticky") % "2027-01-31"
    (tmp_path / "policylint.toml").write_text(waiver)

    assert run("policy", "cookies.yaml").code == 0


@pytest.mark.parametrize(
    "other", [("--baseline", "b.json"), ("--strict-baseline",), ("--no-suppressions",)]
)
@pytest.mark.usefixtures("old")
def test_a_baseline_is_written_of_all_that_is_open(run: Run, other: tuple[str, ...]) -> None:
    done = run("check", "--write-baseline", "a.json", *other)

    assert done.code == 2
    assert "leave out --baseline" in done.err


@pytest.mark.usefixtures("old")
def test_a_strict_baseline_needs_one(run: Run) -> None:
    done = run("check", "--strict-baseline")

    assert done.code == 2
    assert "--strict-baseline needs a baseline" in done.err


def test_a_strict_baseline_says_why_it_fails(run: Run, old: Path) -> None:
    run("check", *LIFETIMES, "--write-baseline", "b.json")
    old.write_text(old.read_text().replace("2 years", "1 year", 1))
    strict = ("--baseline", "b.json", "--strict-baseline", "--format", "concise")
    done = run("check", *LIFETIMES, *strict)

    assert done.code == 1
    assert done.err == (
        "policylint: the baseline lists what is gone, LIF001 in cookies.yaml first:"
        " --write-baseline writes it anew\n"
    )


def test_a_file_that_was_not_judged_replaces_no_baseline(
    run: Run, old: Path, tmp_path: Path
) -> None:
    run("check", *LIFETIMES, "--write-baseline", "b.json")
    before = (tmp_path / "b.json").read_bytes()
    old.write_text(old.read_text().replace("category", "categorie", 1))
    done = run("check", *LIFETIMES, "--write-baseline", "b.json")

    assert done.code == 1
    assert done.err == (
        "policylint: nothing was recorded: cookies.yaml:5 has DOC002, a fault that is mended"
        " first\n"
    )
    assert (tmp_path / "b.json").read_bytes() == before


@pytest.mark.usefixtures("old")
def test_quiet_is_silent_where_nothing_is_open(run: Run) -> None:
    run("check", *LIFETIMES, "--write-baseline", "b.json")
    done = run("check", *LIFETIMES, "--baseline", "b.json", "--quiet")

    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.usefixtures("old")
def test_a_baseline_never_overwrites_an_inventory(run: Run, old: Path) -> None:
    before = old.read_bytes()
    done = run("check", "--write-baseline", "cookies.yaml")

    assert done.code == 2
    assert old.read_bytes() == before


def test_a_waiver_holds_to_its_last_day_and_is_printed_as_an_accepted_risk(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "cookies.yaml").write_text(inventory(1))
    (tmp_path / "policylint.toml").write_text(WAIVER % "2026-11-22")
    late = run("check", "--select", "LIF001,DOC")
    assert late.code == 1
    assert "policylint.toml:1:1 error DOC007 waiver-expired" in late.out
    assert "cookies.yaml:5:" in late.out

    held = run("check", "--select", "LIF001,DOC", "--as-of", "2026-11-22")
    assert held.code == 0
    assert "no open findings (1 waived)" in held.out
