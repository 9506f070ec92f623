import json
from datetime import date
from pathlib import Path

import pytest

from policylint.errors import PolicylintError
from policylint.lint.baseline_file import baseline_text, read_baseline
from policylint.lint.run import Options, Run, run
from policylint.lint.settings import Settings, read_settings
from tests.conftest import FRAME

HEAD = FRAME + "cookies:\n"
COOKIE = "  - {name: %s, category: essential, purposes: [session-state], lifetime: %s}\n"
DAY = date(2026, 11, 23)


class World:
    """A folder with an inventory, and a baseline written from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = str(folder / "cookies.yaml")
        self.baseline = str(folder / "baseline.json")

    def check(self, text: str, *, against: bool = True, **more: object) -> Run:
        Path(self.path).write_text(text, encoding="utf-8")
        given = {"select": ("LIF001",), "settings": Settings(), **more}
        if against:
            given["baseline"] = read_baseline.__wrapped__(self.baseline)
        return run([self.path], Options.build({"as_of": DAY, **given}))

    def record(self, text: str, **more: object) -> None:
        done = self.check(text, against=False, recorded=str(self.folder), **more)
        Path(self.baseline).write_text(baseline_text(done.entries, DAY), encoding="utf-8")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def told(done: Run) -> list[tuple[str | None, str]]:
    return [(one.cookie, one.status) for one in done.report.findings]


def gone(done: Run) -> list[tuple[str | None, int]]:
    return [(one.cookie, one.count) for one in done.report.shrinkable]


def cookies(*pairs: tuple[str, str]) -> str:
    return HEAD + "".join(COOKIE % pair for pair in pairs)


def test_what_was_there_before_passes(world: World) -> None:
    text = cookies(("_ga", "2 years"), ("_gid", "3 years"))
    world.record(text)
    done = world.check(text)

    assert told(done) == [("_ga", "baselined"), ("_gid", "baselined")]
    assert not done.failing
    assert gone(done) == []


def test_a_finding_is_known_wherever_its_lines_moved(world: World) -> None:
    world.record(cookies(("_ga", "2 years"), ("_gid", "3 years")))
    done = world.check(
        "# a comment\n\n" + cookies(("new", "session"), ("_gid", '"3 years"'), ("_ga", "2 years"))
    )

    assert told(done) == [("_gid", "baselined"), ("_ga", "baselined")]


def test_a_new_fault_fails(world: World) -> None:
    world.record(cookies(("_ga", "2 years")))
    done = world.check(cookies(("_ga", "2 years"), ("_fbp", "2 years")))

    assert told(done) == [("_ga", "baselined"), ("_fbp", "open")]
    assert done.failing


def test_a_fault_that_was_made_worse_or_other_is_new(world: World) -> None:
    world.record(cookies(("_ga", "2 years")))
    done = world.check(cookies(("_ga", "5 years")))

    assert told(done) == [("_ga", "open")]
    assert gone(done) == [("_ga", 1)]


def test_another_word_in_a_list_is_another_fault(world: World) -> None:
    text = HEAD + "  - {name: a, category: essential, purposes: [%s]}\n"
    world.record(text % "advertising", select=("CLS002",))
    done = world.check(text % "retargeting", select=("CLS002",))

    assert told(done) == [("a", "open")]
    assert gone(done) == [("a", 1)]


def test_a_fault_that_is_mended_is_told(world: World) -> None:
    world.record(cookies(("_ga", "2 years"), ("_gid", "3 years")))
    done = world.check(cookies(("_ga", "1 year"), ("_gid", "3 years")))

    assert told(done) == [("_gid", "baselined")]
    assert gone(done) == [("_ga", 1)]


def test_alike_faults_are_counted(world: World) -> None:
    world.record(cookies(*[("_ga", "2 years")] * 3))

    assert gone(world.check(cookies(*[("_ga", "2 years")] * 1))) == [("_ga", 2)]
    assert told(world.check(cookies(*[("_ga", "2 years")] * 4))) == [
        ("_ga", "baselined"),
        ("_ga", "baselined"),
        ("_ga", "baselined"),
        ("_ga", "open"),
    ]


def test_another_country_is_no_old_finding(world: World) -> None:
    text = cookies(("_ga", "2 years"))
    world.record(text)

    assert told(world.check(text.replace("[FR]", "[FR, BE]"))) == [("_ga", "open")]


def test_fewer_countries_are_an_old_finding(world: World) -> None:
    text = cookies(("_ga", "2 years"))
    world.record(text.replace("[FR]", "[FR, BE]"))

    assert told(world.check(text)) == [("_ga", "baselined")]


def test_a_warning_that_becomes_an_error_is_new(world: World) -> None:
    text = cookies(("_ga", "2 years"))
    lowered = world.folder / "policylint.toml"
    lowered.write_text('severity = {LIF001 = "warning"}', encoding="utf-8")
    world.record(text, settings=read_settings(str(lowered)))

    assert told(world.check(text)) == [("_ga", "open")]


def test_a_rule_that_did_not_speak_leaves_its_entries(world: World) -> None:
    text = cookies(("_ga", "2 years"))
    world.record(text)

    assert gone(world.check(text, select=("INV001",))) == []
    assert gone(world.check(text.replace("version: 1", "version: [1"))) == []


def test_a_file_that_is_gone_is_told(world: World) -> None:
    world.record(cookies(("_ga", "2 years")))
    listed = Path(world.baseline).read_text(encoding="utf-8")
    Path(world.baseline).write_text(listed.replace("cookies.yaml", "old.yaml"), encoding="utf-8")

    assert gone(world.check(cookies())) == [("_ga", 1)]


def test_a_file_that_was_not_checked_is_not_told(world: World) -> None:
    world.record(cookies(("_ga", "2 years")))
    (world.folder / "other.yaml").write_text("version: 1", encoding="utf-8")
    listed = Path(world.baseline).read_text(encoding="utf-8")
    Path(world.baseline).write_text(listed.replace("cookies.yaml", "other.yaml"), encoding="utf-8")

    assert gone(world.check(cookies())) == []


def test_faults_of_the_file_are_never_taken_for_granted(world: World) -> None:
    broken = cookies(("_ga", "2 years")).replace("category", "categorie")
    world.record(broken, select=())
    done = world.check(broken, select=())

    assert {one.rule.code for one in done.report.findings} == {"DOC002"}
    assert done.failing


def test_what_is_accepted_otherwise_is_not_recorded(world: World) -> None:
    world.record(
        cookies(("_ga", "2 years")).replace("lifetime", "description: Session,  lifetime")
        + "  # policylint: ignore[INV002] agreed\n"
        + COOKIE.replace("lifetime", "description: Session, lifetime") % ("b", "session"),
        select=("INV002",),
    )
    listed = json.loads(Path(world.baseline).read_bytes())["findings"]

    assert [one["cookie"] for one in listed] == ["_ga"]


def test_an_auditor_sees_what_the_baseline_covers(world: World) -> None:
    text = cookies(("_ga", "2 years"))
    world.record(text)
    done = world.check(text, overridden=True, select=())

    assert ("_ga", "open") in told(done)
    assert gone(done) == []


def test_a_shared_file_is_listed_once_and_gone_for_all(world: World) -> None:
    folder = world.folder
    (folder / "shared.yaml").write_text(
        "version: 1\ncookies:\n" + COOKIE % ("_ga", "2 years"), encoding="utf-8"
    )
    paths = []
    for number in range(3):
        path = folder / f"{number}.cookies.yaml"
        path.write_text(
            HEAD.replace("version: 1", "version: 1\ninclude: [shared.yaml]") + "  []\n",
            encoding="utf-8",
        )
        paths.append(str(path))
    options = Options(as_of=DAY, select=("LIF001",), settings=Settings(), recorded=str(folder))
    first = run(paths, options)
    assert [(one.path, one.count) for one in first.entries] == [("shared.yaml", 1)]
    assert len(first.report.findings) == 1
    Path(world.baseline).write_text(baseline_text(first.entries, DAY), encoding="utf-8")
    again = options.changed(recorded=None, baseline=read_baseline.__wrapped__(world.baseline))
    assert told(run(paths, again)) == [("_ga", "baselined")]
    assert gone(run(paths, again)) == []
    (folder / "shared.yaml").write_text("version: 1\ncookies: []\n", encoding="utf-8")

    assert gone(run(paths, again)) == [("_ga", 1)]


EMAIL = (
    HEAD
    + """\
  - {name: opened, category: essential, purposes: [email-tracking], storage: email-pixel}
"""
)


def test_what_is_new_because_the_law_moved_says_so(world: World) -> None:
    before = date(2026, 2, 1)
    done = world.check(EMAIL, against=False, select=("SPC002",), as_of=before, recorded=".")
    Path(world.baseline).write_text(baseline_text(done.entries, before), encoding="utf-8")
    (finding,) = world.check(EMAIL, select=("SPC002",)).report.findings

    assert finding.status == "open"
    assert finding.novelty == (
        "by the law of 2026-02-01 it was an info in FR: the law or a deadline has moved"
    )


def test_what_is_new_because_the_inventory_moved_says_nothing(world: World) -> None:
    world.record(cookies(("_ga", "2 years")))
    listed = Path(world.baseline).read_text(encoding="utf-8")
    Path(world.baseline).write_text(listed.replace(str(DAY), "2026-02-01"), encoding="utf-8")
    (finding,) = world.check(cookies(("_ga", "3 years"))).report.findings

    assert (finding.status, finding.novelty) == ("open", None)


GOOD = baseline_text((), DAY)
ENTRY = (
    '{"path": "a", "code": "LIF001", "cookie": null, "pointer": null, "severity": "error",'
    ' "jurisdictions": ["FR"], "content": "0", "count": 1}'
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "it is not of version 1"),
        (GOOD.replace('"version": 1', '"version": 2'), "it is not of version 1"),
        (GOOD.replace('"findings": []', '"findings": {}'), "it lacks 'rules' or 'findings'"),
        (GOOD.replace('"pack": "', '"pick": "'), "it lacks 'rules' or 'findings'"),
        (GOOD.replace('2026-11-23",\n  "findings', 'soon",\n  "findings'), "'as_of' is no day"),
        (GOOD.replace("[]", "[1]"), "entry 0 of 'findings' is not as it was written"),
        (GOOD.replace("[]", f"[{ENTRY}, {{}}]"), "entry 1 of 'findings'"),
        (GOOD.replace("[]", f"[{ENTRY}]").replace('"error"', '"grave"'), "entry 0"),
        (GOOD.replace("[]", f"[{ENTRY}]").replace('"count": 1', '"count": 0'), "entry 0"),
        (GOOD.replace("[]", f"[{ENTRY}]").replace('"count": 1', '"count": true'), "entry 0"),
        (GOOD.replace("[]", f"[{ENTRY}]").replace('["FR"]', "[1]"), "entry 0"),
    ],
)
def test_what_is_no_baseline_is_refused(world: World, content: str, message: str) -> None:
    Path(world.baseline).write_text(content, encoding="utf-8")

    with pytest.raises(PolicylintError) as caught:
        read_baseline.__wrapped__(world.baseline)

    assert message in caught.value.message


def test_a_huge_count_costs_nothing(world: World) -> None:
    world.record(cookies(("_ga", "2 years")))
    listed = Path(world.baseline).read_text(encoding="utf-8")
    Path(world.baseline).write_text(
        listed.replace('"count": 1', '"count": 999999999'), encoding="utf-8"
    )

    assert gone(world.check(cookies(("_ga", "2 years")))) == [("_ga", 999_999_998)]
