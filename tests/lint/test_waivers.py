import os
from datetime import date
from pathlib import Path

import pytest

from policylint.errors import UsageError
from policylint.lint.finding import Finding, Outcome
from policylint.lint.run import Options, find_files, run
from policylint.lint.settings import read_settings
from tests.conftest import FRAME

HEAD = (
    FRAME
    + """\
vendors:
  shop: {name: Shop, country: US, role: processor}
cookies:
"""
)
LONG = "  - {name: %s, category: essential, purposes: [session-state], lifetime: 2 years}\n"
WAIVER = """\
[[waivers]]
rule = "LIF001"
cookie = "_ga"
reason = "contract ends in January"
approved-by = "dpo@a.example"
expires = 2027-01-31
"""
SELECT = ("LIF001", "VEN001", "POL001", "DOC007", "DOC008")


class World:
    """A folder with a configuration and inventories."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def check(
        self,
        configuration: str,
        *paths: str,
        day: str = "2026-11-23",
        overridden: bool = False,
        select: tuple[str, ...] = SELECT,
    ) -> tuple[list[Finding], list[Outcome], bool]:
        options = Options(
            as_of=date.fromisoformat(day),
            select=select,
            overridden=overridden,
            settings=read_settings(self.write("policylint.toml", configuration)),
        )
        done = run(find_files(paths or [str(self.folder)], options), options)
        return list(done.report.findings), list(done.report.outcomes), done.failing


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def told(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(one.rule.code, one.status, one.cookie) for one in findings]


def test_a_waiver_accepts_one_rule_on_one_cookie(world: World) -> None:
    world.write("cookies.yaml", HEAD + LONG % "_ga" + LONG % "_gid")
    findings, _, failing = world.check(WAIVER)

    lifetimes = [one for one in findings if one.rule.code == "LIF001"]
    assert told(lifetimes) == [("LIF001", "waived", "_ga"), ("LIF001", "open", "_gid")]
    assert failing
    waiver = lifetimes[0].waiver
    assert waiver is not None
    assert (waiver.approved_by, waiver.expires) == ("dpo@a.example", date(2027, 1, 31))


def test_its_last_day_is_the_day_it_names(world: World) -> None:
    world.write("cookies.yaml", HEAD + LONG % "_ga")

    on_the_day, _, failing = world.check(WAIVER, day="2027-01-31", select=("LIF001", "DOC007"))
    assert told(on_the_day) == [("LIF001", "waived", "_ga")]
    assert not failing
    after, _, failing = world.check(WAIVER, day="2027-02-01", select=("LIF001", "DOC007"))
    assert told(after) == [("LIF001", "open", "_ga"), ("DOC007", "open", "_ga")]
    assert failing


def test_an_expired_waiver_is_a_finding_at_its_line(world: World) -> None:
    world.write("cookies.yaml", HEAD + LONG % "_ga")
    findings, outcomes, _ = world.check("ignore = []\n\n" + WAIVER, day="2027-02-01")

    expired = next(one for one in findings if one.rule.code == "DOC007")
    assert (os.path.basename(expired.place.path), expired.place.line) == ("policylint.toml", 3)
    assert expired.message == (
        "the waiver of LIF001 on '_ga' expired: dpo@a.example accepted it until 2027-01-31"
        " (contract ends in January)"
    )
    assert [one.outcome for one in outcomes if one.code == "DOC007"] == ["failed"]


def test_an_expired_waiver_fails_though_what_it_covered_is_mended(world: World) -> None:
    world.write("cookies.yaml", HEAD + "  []\n")
    findings, _, failing = world.check(WAIVER, day="2027-02-01", select=("DOC007",))

    assert told(findings) == [("DOC007", "open", "_ga")]
    assert failing


def test_a_waiver_that_covers_nothing_is_a_finding(world: World) -> None:
    world.write("cookies.yaml", HEAD + "  []\n")
    findings, _, failing = world.check(WAIVER, select=("LIF001", "DOC008"))

    assert [one.message for one in findings] == ["the waiver of LIF001 on '_ga' covers no finding"]
    assert not failing


def test_nobody_knows_a_waiver_to_be_unused_where_not_all_was_checked(world: World) -> None:
    one = world.write("a.cookies.yaml", HEAD + "  []\n")
    world.write("b/cookies.yaml", HEAD + LONG % "_ga")
    findings, outcomes, _ = world.check(WAIVER, one, select=("LIF001", "DOC008"))

    assert findings == []
    assert [(one.outcome, one.reason) for one in outcomes if one.code == "DOC008"] == [
        ("not-evaluated", "other inventories of the configuration were not checked")
    ]


def test_an_inventory_of_another_configuration_does_not_count(world: World) -> None:
    world.write("cookies.yaml", HEAD + "  []\n")
    world.write("other/policylint.toml", "")
    world.write("other/cookies.yaml", HEAD + LONG % "_ga")
    options = Options(as_of=date(2026, 11, 23), select=("LIF001", "DOC008"))
    world.write("policylint.toml", WAIVER)

    done = run([str(world.folder / "cookies.yaml")], options)

    assert told(list(done.report.findings)) == [("DOC008", "open", "_ga")]


def test_nobody_knows_a_waiver_to_be_unused_where_its_rule_did_not_speak(world: World) -> None:
    world.write("cookies.yaml", HEAD + "  []\n")
    findings, _, _ = world.check(WAIVER, select=("VEN001", "DOC008"))

    assert [one.rule.code for one in findings if one.rule.code == "DOC008"] == []


def test_one_waiver_for_several_files_is_used_once(world: World) -> None:
    world.write("a.cookies.yaml", HEAD + LONG % "_ga")
    world.write("b.cookies.yaml", HEAD + "  []\n")
    findings, _, _ = world.check(WAIVER, select=("LIF001", "DOC007", "DOC008"))

    assert told(findings) == [("LIF001", "waived", "_ga")]


def test_a_waiver_may_hold_for_some_files_only(world: World) -> None:
    world.write("a/cookies.yaml", HEAD + LONG % "_ga")
    world.write("b/cookies.yaml", HEAD + LONG % "_ga")
    findings, _, _ = world.check(WAIVER + 'files = "a/**"\n', select=("LIF001",))

    assert [one.status for one in findings] == ["waived", "open"]


def test_a_waiver_may_name_a_vendor(world: World) -> None:
    used = LONG.replace("lifetime", "party: third, vendor: shop, lifetime")
    world.write("cookies.yaml", HEAD + used % "_ga")
    waiver = WAIVER.replace('"LIF001"', '"privacy-policy-missing"')
    findings, _, _ = world.check(
        waiver.replace('cookie = "_ga"', 'vendor = "shop"'), select=("VEN001",)
    )

    assert [(one.rule.code, one.status) for one in findings] == [("VEN001", "waived")]


def test_a_waiver_without_a_name_covers_no_cookie(world: World) -> None:
    world.write("cookies.yaml", HEAD + LONG % "_ga")
    findings, _, _ = world.check(WAIVER.replace('cookie = "_ga"\n', ""), select=("LIF001",))

    assert told(findings) == [("LIF001", "open", "_ga")]


def test_an_auditor_sees_what_waivers_accept(world: World) -> None:
    world.write("cookies.yaml", HEAD + LONG % "_ga")
    findings, _, failing = world.check(WAIVER, overridden=True)

    assert ("LIF001", "open", "_ga") in told(findings)
    assert not [one for one in findings if one.rule.code in {"DOC007", "DOC008"}]
    assert failing


LINES = WAIVER.splitlines(keepends=True)


@pytest.mark.parametrize(
    ("configuration", "message"),
    [
        (WAIVER.replace("LIF001", "LIF999"), "policylint.toml:1: unknown rule 'LIF999'"),
        (WAIVER.replace("LIF001", "LIF"), "unknown rule 'LIF'"),
        (WAIVER.replace("LIF001", "DOC001"), "a fault of the file is mended, not accepted"),
        (WAIVER.replace("contract ends in January", " "), "'waivers.1.reason' holds ' '"),
        (WAIVER.replace("2027-01-31", '"soon"'), "expected a day such as 2027-01-31"),
        (WAIVER.replace("2027-01-31", "2027-01-31T10:00:00"), "expected a day such as"),
        (WAIVER.replace("2027-01-31", '"2027-02-30"'), "expected a day such as"),
        ("".join(LINES[:-1]), "'waivers.1' lacks 'expires'"),
        ("".join([*LINES[:3], *LINES[4:]]), "'waivers.1' lacks 'reason'"),
        ("".join([*LINES[:4], *LINES[5:]]), "'waivers.1' lacks 'approved-by'"),
        (WAIVER + 'until = "ever"\n', "'waivers.1.until' is unknown"),
        (WAIVER + 'vendor = "shop"\n', "names a cookie and a vendor"),
        ('waivers = "LIF001"\n', "expected [[waivers]] tables"),
        ("waivers = [1]\n", "'waivers.1' holds the number 1; expected a table"),
    ],
)
def test_a_wrong_waiver_is_named(world: World, configuration: str, message: str) -> None:
    world.write("cookies.yaml", HEAD + LONG % "_ga")

    with pytest.raises(UsageError) as caught:
        world.check(configuration)

    assert message in caught.value.message


def test_waivers_in_line_stand_where_their_key_does(world: World) -> None:
    world.write("cookies.yaml", HEAD + LONG % "_ga")
    table = '{rule="LIF001", cookie="_ga", reason="r", approved-by="a", expires=2026-01-01}'
    findings, _, _ = world.check(f"ignore = []\nwaivers = [{table}, {table}]\n")

    assert [one.place.line for one in findings if one.rule.code == "DOC007"] == [2, 2]
