"""The cache changes no report, whatever it holds and whoever wrote it."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policylint.lint import cache_key, files
from policylint.lint.cache import MARK
from policylint.lint.digest import digest
from policylint.lint.options import Options
from policylint.lint.run import run
from policylint.lint.settings import forget_settings
from policylint.report import FORMATS, render
from policylint.source.load import MAX_BYTES
from tests.conftest import ROOT, Run

INVENTORY = """\
version: 1
include: [vendors.yaml]
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
cookies:
  - {name: _ga, vendor: host, category: improvement, purposes: [audience-measurement], lifetime: 2 years}
  - {name: sid, category: essential, purposes: [load-balancing], description: Session} # policylint: ignore[INV002] agreed
"""
VENDORS = "version: 1\nvendors:\n  host: {name: Host, country: FR, role: processor}\n"
WAIVER = """\
[[waivers]]
rule = "LIF001"
cookie = "_ga"
reason = "contract"
approved-by = "dpo@a.example"
expires = 2027-01-31
"""
DAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    project = tmp_path / "project"
    project.mkdir()
    (project / ".git").mkdir()
    (project / "cookies.yaml").write_text(INVENTORY, encoding="utf-8")
    (project / "vendors.yaml").write_text(VENDORS, encoding="utf-8")
    monkeypatch.chdir(project)
    monkeypatch.setenv("POLICYLINT_CACHE_DIR", str(tmp_path / "kept"))
    forget_settings()
    yield project
    forget_settings()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


def said(*paths: str, cached: bool = True, **asked: Any) -> str:
    """Give every format of a report, one after the other."""
    forget_settings()
    options = Options(**{"as_of": DAY, "cached": cached, **asked})
    done = run(paths or ["cookies.yaml"], options)
    return "".join(render(name, done.report) for name in FORMATS) + repr(done.entries)


def entries(kept: Path) -> list[Path]:
    return sorted(path for path in kept.glob("*/*/*/*") if path.is_file())


def rewrite(entry: Path, change: Callable[[bytes], bytes]) -> None:
    """Change what an entry says, with a digest that fits."""
    first, _, rest = entry.read_bytes().partition(b"\n")
    changed = change(rest)
    key = first.split(b" ")[-2]
    entry.write_bytes(b" ".join((MARK, key, digest(changed).encode())) + b"\n" + changed)


def mark(kept: Path) -> None:
    """Make what is kept recognisable."""
    for entry in entries(kept):
        rewrite(entry, lambda rest: rest.replace(b"' lives for '", b"' REMEMBERED '"))


def test_a_second_run_says_the_same_to_the_byte() -> None:
    plain = said(cached=False)

    assert said() == plain
    assert said() == plain
    assert "LIF001" in plain


def test_a_second_run_reads_what_the_first_found(kept: Path) -> None:
    said()
    assert len(entries(kept)) == 1
    mark(kept)

    assert "REMEMBERED" in said()
    assert "REMEMBERED" not in said(cached=False)


def edit(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: edit("cookies.yaml", INVENTORY + "# more\n"), id="inventory"),
        pytest.param(lambda: edit("vendors.yaml", VENDORS + "# more\n"), id="included file"),
        pytest.param(lambda: Path("vendors.yaml").unlink(), id="included file gone"),
        pytest.param(lambda: edit("policylint.toml", "preview = false\n"), id="configuration"),
        pytest.param(lambda: edit("policylint.toml", WAIVER), id="waiver"),
    ],
)
def test_what_has_changed_is_judged_anew(kept: Path, change: Callable[[], None]) -> None:
    said()
    mark(kept)
    change()

    assert "REMEMBERED" not in said()
    assert said() == said(cached=False)


@pytest.mark.parametrize(
    "asked",
    [
        {"as_of": date(2026, 11, 24)},
        {"jurisdictions": ("BE",)},
        {"select": ("LIF",)},
        {"ignore": ("INV002",)},
        {"overridden": True},
        {"preview": True},
        {"recorded": "elsewhere"},
        {"catalogs": (str(ROOT / "policylint" / "catalog" / "data" / "vendors.yaml"),)},
    ],
    ids=lambda asked: next(iter(asked)),
)
def test_another_question_is_judged_anew(kept: Path, asked: Any) -> None:
    said()
    mark(kept)

    assert "REMEMBERED" not in said(**asked)
    assert said(**asked) == said(cached=False, **asked)


@pytest.mark.parametrize("name", ["__version__", "RULE_PACK", "LAW_AS_OF"])
def test_another_version_or_law_is_judged_anew(
    kept: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    said()
    mark(kept)
    monkeypatch.setattr(cache_key, name, "another")

    assert "REMEMBERED" not in said()


def test_the_same_content_under_another_name_is_another_inventory(kept: Path) -> None:
    said()
    mark(kept)
    edit("more.cookies.yaml", INVENTORY)

    assert "REMEMBERED" not in said("more.cookies.yaml")
    assert "more.cookies.yaml" in said("more.cookies.yaml")


def test_the_same_name_in_another_folder_is_another_inventory(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said()
    mark(kept)
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.chdir(other)
    edit("cookies.yaml", INVENTORY)
    edit("vendors.yaml", VENDORS)

    assert "REMEMBERED" not in said()


def test_an_included_file_that_became_a_link_is_judged_anew(kept: Path, tmp_path: Path) -> None:
    said()
    mark(kept)
    outside = tmp_path / "vendors.yaml"
    outside.write_text(VENDORS, encoding="utf-8")
    Path("vendors.yaml").unlink()
    Path("vendors.yaml").symlink_to(outside)

    found = said()

    assert "REMEMBERED" not in found
    assert "lies outside the project" in found


def test_a_project_that_became_smaller_is_judged_anew(kept: Path) -> None:
    Path("site").mkdir()
    edit("site/cookies.yaml", INVENTORY.replace("[vendors.yaml]", "[../vendors.yaml]"))
    said("site/cookies.yaml")
    mark(kept)
    assert "REMEMBERED" in said("site/cookies.yaml")
    Path("site/.git").mkdir()

    found = said("site/cookies.yaml")

    assert "REMEMBERED" not in found
    assert "lies outside the project" in found


def test_broken_includes_are_not_remembered(kept: Path) -> None:
    Path("vendors.yaml").unlink()
    said()

    assert entries(kept) == []


def test_waivers_and_baselines_work_on_what_is_remembered(run: Run) -> None:
    edit("policylint.toml", WAIVER)
    base = {"POLICYLINT_CACHE_DIR": os.environ["POLICYLINT_CACHE_DIR"]}
    folder = Path.cwd()
    assert run("check", "--write-baseline", "b.json", env=base, cwd=folder).code == 0
    first = Path("b.json").read_bytes()
    assert run("check", "--write-baseline", "b.json", env=base, cwd=folder).code == 0
    assert Path("b.json").read_bytes() == first

    arguments = ("check", "--baseline", "b.json", "--format", "json")
    cold, warm = (run(*arguments, env=base, cwd=folder) for _ in range(2))
    assert cold == warm == run(*arguments, "--no-cache", cwd=folder)
    statuses = {one["status"] for one in json.loads(warm.out)["findings"]}
    assert statuses == {"waived", "suppressed", "baselined"}

    # One that lists nothing: what it let pass is open again.
    emptied = {**json.loads(first), "findings": []}
    edit("b.json", json.dumps(emptied))
    changed = run(*arguments, env=base, cwd=folder)
    assert changed == run(*arguments, "--no-cache", cwd=folder)
    assert changed.code == 1


def broken(content: bytes) -> Iterator[bytes]:
    size = len(content)
    first = content.index(b"\n")
    yield from (content[:end] for end in (0, 1, first, first + 1, size // 2, size - 1))
    yield content + b"\n"
    yield b"\n" + content
    yield content.replace(b"\n", b"\r\n")
    yield content[first + 1 :]
    for place in [*range(0, first + 1, 7), *range(first, size, size // 40)]:
        yield content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def test_a_damaged_entry_is_passed_over(kept: Path) -> None:
    plain = said()
    (entry,) = entries(kept)
    whole = entry.read_bytes()
    for content in broken(whole):
        entry.write_bytes(content)

        assert said() == plain
        assert entry.read_bytes() == whole  # and written anew


def test_an_entry_under_another_key_is_passed_over(kept: Path) -> None:
    plain = said()
    (entry,) = entries(kept)
    mark(kept)
    content = entry.read_bytes()
    edit("cookies.yaml", INVENTORY + "# more\n")
    said()
    (other,) = (one for one in entries(kept) if one != entry)
    other.write_bytes(content)

    assert said() == plain


def at(*steps: str | int, value: Any) -> Callable[[Any], Any]:
    def change(data: Any) -> Any:
        below = data
        for step in steps[:-1]:
            below = below[step]
        below[steps[-1]] = value
        return data

    return change


HOSTILE: list[Callable[[Any], Any]] = [
    lambda _: [],
    lambda _: None,
    lambda _: {},
    lambda data: {**data, "more": 1},
    at("findings", value={}),
    at("findings", value=[1]),
    at("findings", 0, value={}),
    at("findings", 0, "rule", value="XXX999"),
    at("findings", 0, "rule", value=["LIF001"]),
    at("findings", 0, "severity", value=9),
    at("findings", 0, "severity", value=[]),
    at("findings", 0, "status", value="gone"),
    at("findings", 0, "message", value=1),
    at("findings", 0, "cookie", value=1),
    at("findings", 0, "jurisdictions", value="FR"),
    at("findings", 0, "jurisdictions", value=[1]),
    at("findings", 0, "place", value=None),
    at("findings", 0, "place", "line", value="1"),
    at("findings", 0, "place", "line", value=True),
    at("findings", 0, "place", "line", value=1.5),
    at("findings", 0, "place", "more", value=1),
    at("findings", 0, "citations", value=[10**9]),
    at("findings", 0, "citations", value=[-1]),
    at("findings", 0, "citations", value=[True]),
    at("findings", 0, "citations", value=None),
    at("findings", 0, "waiver", value={"rule": "LIF001"}),
    at("findings", 0, "fix", value={"title": "t", "edits": [[[1, 2, 3], "t"]]}),
    at("findings", 0, "fix", value={"title": "t", "edits": [[[1, 2]]]}),
    at("provisions", value={}),
    at("provisions", 0, value={}),
    at("provisions", 0, value="{}"),
    at("provisions", 0, value="["),
    at("provisions", 0, value="[" * 100_000),
    at("waivers", value=[[]]),
    at("waivers", value=None),
    at("included", value=[{"path": "vendors.yaml"}]),
    at("included", 0, "target", value=5),
    at("entries", value=[{}]),
    at("path", value="other.yaml"),
    at("documents", value=[None]),
]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_an_entry_that_somebody_made_up_is_passed_over(kept: Path, number: int) -> None:
    plain = said()
    (entry,) = entries(kept)

    def change(rest: bytes) -> bytes:
        head, rows = rest.split(b"\n")
        return json.dumps(HOSTILE[number](json.loads(head))).encode() + b"\n" + rows

    rewrite(entry, change)

    assert said() == plain


@pytest.mark.parametrize(
    "rest",
    [
        b"",
        b"\n",
        b"null\n[]",
        b"[" * 200_000 + b"\n[]",
        b'{"findings":' + b"9" * 10_000 + b"}\n[]",
        b"\xff\xfe\n[]",
        b"{}\n" + b"[" * 200_000,
    ],
    ids=range(7),
)
def test_a_made_up_text_is_passed_over(kept: Path, rest: bytes) -> None:
    plain = said()
    (entry,) = entries(kept)
    rewrite(entry, lambda _: rest)

    assert said() == plain


@pytest.mark.parametrize(
    "rows",
    ["{}", "[[]]", '[["LIF001"]]', '[["LIF001","great",null]]', '[[1,"passed",null]]', "[1]"],
)
def test_made_up_outcomes_are_passed_over(kept: Path, rows: str) -> None:
    plain = said()
    (entry,) = entries(kept)
    rewrite(entry, lambda rest: rest.split(b"\n")[0] + b"\n" + rows.encode())

    assert said() == plain


def test_an_entry_that_is_no_file_is_passed_over(kept: Path) -> None:
    plain = said()
    (entry,) = entries(kept)
    entry.unlink()
    os.mkfifo(entry)  # whoever opened it would wait for ever
    assert said() == plain

    entry.unlink()
    entry.mkdir()
    assert said() == plain


def test_links_in_the_cache_are_not_followed(kept: Path, tmp_path: Path) -> None:
    plain = said()
    (entry,) = entries(kept)
    mark(kept)
    outside = tmp_path / "outside"
    entry.rename(outside)
    entry.symlink_to(outside)
    assert said() == plain

    for folder in (entry.parent, entry.parent.parent, entry.parent.parent.parent):
        moved = tmp_path / f"moved-{folder.name}"
        mark(kept)
        folder.rename(moved)
        folder.symlink_to(moved, target_is_directory=True)
        before = sorted(moved.rglob("*"))

        assert said() == plain
        assert sorted(moved.rglob("*")) == before
        folder.unlink()
        said()


def test_a_folder_that_others_may_write_to_is_not_used(kept: Path) -> None:
    plain = said()
    mark(kept)
    kept.chmod(0o777)

    assert said() == plain
    kept.chmod(0o700)
    assert "REMEMBERED" in said()


@pytest.mark.parametrize("where", ["/proc/nowhere/cache", "file/below", "file", "a\\0b" * 300])
def test_a_folder_that_cannot_be_made_is_no_matter(
    monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    edit("file", "")
    monkeypatch.setenv("POLICYLINT_CACHE_DIR", where)

    assert said() == said(cached=False)


def test_the_cache_is_private(kept: Path) -> None:
    said()
    (entry,) = entries(kept)

    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600
    assert (kept / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f")


def test_old_days_go_and_what_is_not_ours_stays(kept: Path) -> None:
    said()
    (entry,) = entries(kept)
    day = entry.parent.parent
    old = day.parent.with_name("0.0.1-2020.01") / "2020-01-01" / "ab"
    fresh = day.parent / "2026-11-20" / "cd"
    foreign = day.parent / "notes"
    for one in (old, fresh, foreign):
        one.mkdir(parents=True)
        (one / ("0" * 38)).write_bytes(b"")
    for one in (old.parent, foreign, day):
        os.utime(one, (1_000_000_000, 1_000_000_000))
    edit("cookies.yaml", INVENTORY + "# more\n")

    said()

    assert not old.parent.exists()
    assert list(fresh.iterdir())
    assert list(foreign.iterdir())
    assert not entry.exists()
    assert len(entries(day.parent.parent)) >= 1


def test_standard_input_is_not_remembered(run: Run, kept: Path) -> None:
    text = INVENTORY.replace("include: [vendors.yaml]\n", "").encode()
    env = {"POLICYLINT_CACHE_DIR": str(kept)}
    first = run("check", "-", stdin=text, env=env)

    assert run("check", "-", stdin=text, env=env) == first
    assert entries(kept) == []


def test_no_cache_neither_reads_nor_writes(run: Run, kept: Path) -> None:
    env = {"POLICYLINT_CACHE_DIR": str(kept)}
    run("check", "--no-cache", env=env, cwd=Path.cwd())
    assert not kept.exists()

    run("check", env=env, cwd=Path.cwd())
    mark(kept)
    assert "REMEMBERED" in run("check", env=env, cwd=Path.cwd()).out
    assert "REMEMBERED" not in run("check", "--no-cache", env=env, cwd=Path.cwd()).out


def test_the_cache_is_where_the_platform_has_caches(run: Run, tmp_path: Path) -> None:
    home, shared = tmp_path / "home", tmp_path / "shared"
    env = {"POLICYLINT_CACHE_DIR": "", "HOME": str(home), "XDG_CACHE_HOME": "relative"}
    run("check", env=env, cwd=Path.cwd())
    assert len(entries(home / ".cache" / "policylint")) == 1

    run("check", env={**env, "XDG_CACHE_HOME": str(shared)}, cwd=Path.cwd())
    assert len(entries(shared / "policylint")) == 1
    assert not Path("relative").exists()


def start(kept: Path) -> "subprocess.Popen[bytes]":
    arguments = ["--as-of", "2026-11-23", "--format", "concise", "--select", "LIF", "many"]
    return subprocess.Popen(
        [sys.executable, "-m", "policylint", "check", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "POLICYLINT_CACHE_DIR": str(kept)},
    )


def many(count: int) -> None:
    Path("many").mkdir()
    text = INVENTORY.replace("[vendors.yaml]", "[../vendors.yaml]")
    for number in range(count):
        edit(f"many/{number}.cookies.yaml", text.replace("name: A", f"name: Site {number}"))


def test_two_processes_may_write_at_once(kept: Path) -> None:
    many(30)
    both = [start(kept) for _ in range(2)]
    answers = [one.communicate() for one in both]

    assert answers[0] == answers[1]
    assert answers[0][1] == b""
    assert len(entries(kept)) == 30
    assert not [one for one in entries(kept) if one.name.startswith(".")]


def test_a_process_that_was_killed_leaves_nothing_that_is_believed(kept: Path) -> None:
    many(60)
    killed = start(kept)
    while not entries(kept) and killed.poll() is None:
        pass
    killed.kill()
    killed.communicate()
    for entry in entries(kept)[::2]:
        entry.write_bytes(entry.read_bytes()[:1000])

    assert start(kept).communicate() == start(kept).communicate()


def test_a_cache_that_is_removed_meanwhile_is_no_matter(kept: Path) -> None:
    many(40)
    running = start(kept)
    while running.poll() is None:
        for entry in entries(kept):
            with suppress(OSError):
                entry.unlink()
                entry.parent.rmdir()
    out, err = running.communicate()

    assert (out, err) == start(kept).communicate()


def test_the_limits_of_the_cache_and_of_the_reader_agree() -> None:
    assert files.MOST_TEXT == MAX_BYTES
