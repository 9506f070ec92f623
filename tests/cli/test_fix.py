"""`--fix`, `--unsafe-fixes` and `--diff`, on real files through the real command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from policylint.errors import InputError
from policylint.lint.fix_output import unified_diff, write_fixed
from policylint.lint.fix_texts import Fixed
from tests.conftest import ROOT, Run

SLIP = b"consent: Opt-In"
RIGHT = b"consent: opt-in"
FULL = b"""\
\xef\xbb\xbf# The cookies of the shop. Do not sort!   \r
version: 1   # the only one there is\r
\r
site:\r
    name:   "Studio Ductus"\t# a tab\tand another\r
    url: 'https://www.studio-ductus.example'\r
    jurisdictions: [ fr, 'be' ,"IT" ]   # small letters\r
    languages: [en]\r
controller: {name: Studio Ductus SAS, country: "fr",   # in quotes\r
             email: privacy@studio-ductus.example}\r
include:\r
- vendors.yaml # shared\r
x-defaults: &slow {lifetime: 13 months, consent: opt-in}   # for all\r
cookies:\r
# ---- essential: yes, 13 Months ----\r
-   name: session_id # policylint: ignore[LIF001, XYZ9] no longer\r
    category:   esential   # sic: esential\r
    purposes: [Authentication , "Session_State",   # two\r
               security]\r
    lifetime: Session\r
    description: |   # kept as it is\r
        Keeps # you logged in: 13 Months, Opt-In\r
        # and this is no comment\r
\r
    secure: Yes\r
    http_only: "on"\r
    # policylint: ignore[LIF002] nothing here\r
    same_site: lax\r
-   <<: *slow   # merged: 13 Months, Opt-In\r
    name: '_ga'\r
    category: "Improvement"\r
    purposes:\r
        # the list\r
        -   audience-measurment   # one\r
        - 'AB-Testing'\r
    "legal_basis" : { fr: Consent , BE : 'consent' }\r
    retention: 2 ans   # two years\r
    renewal: &fixed fixed\r
- {name: _gid, category: improvement, purposes: [survey], consent: 'Opt In', lifetime: P13m,\r
   renewal: *fixed, note: "Opt-In\\t# \\u00e9"}   # the end\r
  \r
# last words, without a line break"""
EDITS = [
    (b"[ fr, 'be' ,", b"[ FR, 'BE' ,"),
    (b'country: "fr",', b'country: "FR",'),
    (b"session_id # policylint: ignore[LIF001, XYZ9] no longer", b"session_id"),
    (b"category:   esential  ", b"category:   essential  "),
    (b'[Authentication , "Session_State",', b'[authentication , "session-state",'),
    (b"lifetime: Session\r", b"lifetime: session\r"),
    (b"secure: Yes", b"secure: true"),
    (b'http_only: "on"', b"http_only: true"),
    (b"    # policylint: ignore[LIF002] nothing here\r\n", b""),
    (b"same_site: lax", b"same_site: Lax"),
    (b'category: "Improvement"', b'category: "improvement"'),
    (b"audience-measurment ", b"audience-measurement "),
    (b"'AB-Testing'", b"'ab-testing'"),
    (b"{ fr: Consent ,", b"{ FR: consent ,"),
    (b"retention: 2 ans ", b"retention: 2 years "),
    (b"consent: 'Opt In'", b"consent: 'opt-in'"),
    (b"lifetime: P13m", b"lifetime: P13M"),
]
VENDORS = b"version: 1\nvendors:\n\n  acme :  # Acme\n    {name: Acme, country: ie, role: 'Processor'} # ie\n"


def small(entry: str = "consent: Opt-In") -> bytes:
    return f"""\
version: 1
site: {{name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}}
controller: {{name: A, country: FR, email: a@a.example}}
cookies:
  - name: a # é
    category: improvement
    purposes: [survey]
    {entry}
""".encode()


def write(folder: Path, content: bytes | None = None, name: str = "cookies.yaml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(small() if content is None else content)
    return path


def full(folder: Path) -> tuple[Path, bytes, bytes]:
    """Write the inventory full of comments, and say what it must become."""
    before = after = FULL
    for old, new in EDITS:
        assert after.count(old) == 1, old
        after = after.replace(old, new)
    write(folder, VENDORS, "vendors.yaml")
    return write(folder, before), before, after


def test_an_inventory_full_of_comments_changes_only_in_the_bytes_it_must(
    run: Run, tmp_path: Path
) -> None:
    path, _, after = full(tmp_path)

    done = run("check", "--fix")

    assert path.read_bytes() == after
    assert (tmp_path / "vendors.yaml").read_bytes() == VENDORS.replace(b": ie,", b": IE,").replace(
        b"'Processor'", b"'processor'"
    )
    assert done.err == "21 problems fixed in cookies.yaml\n2 problems fixed in vendors.yaml\n"
    assert not [line for line in done.out.splitlines() if " DOC" in line]


def test_what_an_anchor_shares_is_left_and_all_else_is_fixed(run: Run, tmp_path: Path) -> None:
    path, before, _ = full(tmp_path)
    before = before.replace(b"{lifetime: 13 months,", b"{lifetime: 13 Months,")
    before = after = before.replace(b"&fixed fixed", b"&fixed FIXED")
    for old, new in EDITS:
        if b"ignore[" not in old:
            after = after.replace(old, new)
    # what is no rule silences nothing; whether LIF001 does, only the rules could tell
    after = after.replace(b"[LIF001, XYZ9]", b"[LIF001]")
    path.write_bytes(before)

    done = run("check", "--fix")

    assert path.read_bytes() == after
    assert done.code == 1
    assert done.out.count("suggestion (never applied for you)") == 3


def test_a_second_fix_changes_nothing_and_touches_no_file(run: Run, tmp_path: Path) -> None:
    path, *_ = full(tmp_path)
    first = run("check", "--fix")
    os.utime(path, ns=(1, 1))

    second = run("check", "--fix")

    assert path.stat().st_mtime_ns == 1
    assert (second.code, second.out, second.err) == (first.code, first.out, "")


def test_the_difference_is_what_a_fix_writes(run: Run, tmp_path: Path) -> None:
    path, before, after = full(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "policylint", "check", "--diff"],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, path.read_bytes()) == (1, before)
    assert done.stderr.decode() == (
        "21 problems would be fixed in cookies.yaml\n2 problems would be fixed in vendors.yaml\n"
    )

    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    applied = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        input=done.stdout,
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )

    assert (applied.returncode, applied.stderr) == (0, b"")
    assert path.read_bytes() == after
    assert run("check", "--diff").out == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\nc\n", b"a\nB\nc\n"),
        (b"a", b"b"),
        (b"a\n", b"a"),
        (b"a", b"a\n"),
        (b"", b"a\n"),
        (b"a\r\nb\r\n", b"a\r\nc\r\n"),
        (b"\xef\xbb\xbfa\n" + b"x\n" * 9 + b"b\n" + b"x\n" * 6 + b"c\n" + b"x\n" * 3,
         b"\xef\xbb\xbfA\n" + b"x\n" * 8 + b"B\n" + b"x\n" * 6 + b"C\nx\nx"),
        (b"x\n" * 500 + b"".join(b"%d\n" % n for n in range(400)), b"y\n" + b"x\n" * 499),
        (b"\xff\x1b[31m\n\x00\n", b"\xff\x1b[31m\n\x01\n"),
        (b"- a\n+ b\n\\ c\n@@ d\n", b"- a\n+ e\n\\ c\n@@ d\n"),
    ],
)  # fmt: skip
def test_a_difference_is_one_that_patch_applies_byte_for_byte(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    diff = unified_diff(Fixed(path="some file.yaml", before=before, after=after, count=1))
    (tmp_path / "some file.yaml").write_bytes(before)

    done = subprocess.run(
        ["patch", "-p1", "--binary", "-s"],
        input=diff,
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )

    assert (done.returncode, done.stdout) == (0, b"")
    assert (tmp_path / "some file.yaml").read_bytes() == after


def test_nothing_to_fix_is_an_empty_difference() -> None:
    assert unified_diff(Fixed(path="a", before=b"x", after=b"x", count=0)) == b""


@pytest.mark.parametrize(
    "name",
    ["a b.cookies.yaml", "é\n--- b.cookies.yaml", '"\\.cookies.yaml', "\x1b[31m.cookies.yaml"],
)
def test_a_hostile_name_is_neither_obeyed_nor_lost(run: Run, tmp_path: Path, name: str) -> None:
    path = write(tmp_path, name=name)
    diff = run("check", "--diff", name)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)

    subprocess.run(["git", "apply", "-"], input=diff.out.encode(), cwd=tmp_path, check=True)

    assert path.read_bytes() == small().replace(SLIP, RIGHT)
    assert "\x1b" not in diff.out + diff.err
    assert [line[:2] for line in diff.out.splitlines() if line.startswith(("---", "+++"))] == [
        "--",
        "++",
    ]
    write(tmp_path, name=name)
    done = run("check", "--fix", name)
    assert path.read_bytes() == small().replace(SLIP, RIGHT)
    assert "\x1b" not in done.err
    assert done.err.count("\n") == 1


def test_standard_input_comes_out_fixed_and_the_report_aside(run: Run, tmp_path: Path) -> None:
    content = small().replace(b"\n", b"\r\n")

    done = run("check", "--fix", "-", stdin=content)

    assert done.out.encode() == content.replace(SLIP, RIGHT)
    assert done.err.startswith("1 problem fixed in <stdin>\n")
    assert "<stdin>:" in done.err
    assert list(tmp_path.iterdir()) == []


def test_standard_input_without_faults_comes_out_as_it_went_in(run: Run) -> None:
    content = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_bytes()

    done = run("check", "--fix", "-", "--select", "DOC", "--quiet", stdin=content)

    assert (done.code, done.out.encode(), done.err) == (0, content, "")


def test_the_name_given_to_standard_input_is_no_file_to_write(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, b"other")

    done = run("check", "--fix", "-", "--stdin-filename", "cookies.yaml", stdin=small())

    assert done.out.encode() == small().replace(SLIP, RIGHT)
    assert path.read_bytes() == b"other"


def test_a_file_beside_standard_input_is_not_fixed(run: Run, tmp_path: Path) -> None:
    vendors = write(tmp_path, VENDORS, "vendors.yaml")
    content = small() + b"include: [vendors.yaml]\n"

    done = run("check", "--fix", "-", "--stdin-filename", "cookies.yaml", stdin=content)

    assert done.out.encode() == content.replace(SLIP, RIGHT)
    assert vendors.read_bytes() == VENDORS


def test_the_difference_of_standard_input_names_it(run: Run) -> None:
    done = run("check", "--diff", "-", stdin=small())

    assert done.code == 1
    assert done.out.startswith("--- a/<stdin>\n+++ b/<stdin>\n@@ -5,4 +5,4 @@\n")


def test_unsafe_fixes_are_applied_only_with_both_options(run: Run, tmp_path: Path) -> None:
    content = small("consnt: Opt-In")
    path = write(tmp_path, content)

    alone = run("check", "--unsafe-fixes")
    assert path.read_bytes() == content
    assert alone.out.splitlines()[-1] == "1 fixable with --fix --unsafe-fixes"
    safe = run("check", "--fix")
    assert (path.read_bytes(), safe.err) == (content, "")

    both = run("check", "--fix", "--unsafe-fixes")
    assert path.read_bytes() == small().replace(SLIP, RIGHT)
    assert both.err == "2 problems fixed in cookies.yaml\n"


def test_the_report_says_how_many_problems_a_fix_would_mend(run: Run, tmp_path: Path) -> None:
    write(tmp_path, small("consent: Opt-In\n    lifetime: 1 Day\n    secur: yes"))

    lines = run("check").out.splitlines()

    assert lines[-1] == "2 fixable with --fix, 1 fixable with --fix --unsafe-fixes"


def test_what_was_accepted_is_not_fixed(run: Run, tmp_path: Path) -> None:
    content = small("consent: opt-in # policylint: ignore[LIF001] not any more")
    path = write(tmp_path, content)
    run("check", "--write-baseline", "old.json")

    done = run("check", "--fix", "--baseline", "old.json")

    assert (done.code, done.err) == (0, "")
    assert path.read_bytes() == content
    assert run("check", "--fix").err == "1 problem fixed in cookies.yaml\n"


def test_a_rule_that_is_switched_off_fixes_nothing(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path)

    run("check", "--fix", "--ignore", "DOC002")

    assert path.read_bytes() == small()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--fix", "--no-suppressions"], "--fix leaves alone what was accepted: leave out --no-suppressions"),
        (["--fix", "--write-baseline", "b.json"], "--fix changes what is open: write the baseline in a second run"),
        (["--diff", "--format", "json"], "--diff prints the diff alone: leave out --format and --output"),
        (["--diff", "--output", "a"], "--diff prints the diff alone: leave out --format and --output"),
        (["--fix", "-", "cookies.yaml"], "--fix takes '-' alone or files, not both"),
    ],
)  # fmt: skip
def test_options_that_contradict_each_other_are_refused(
    run: Run, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    path = write(tmp_path)

    done = run("check", *arguments)

    assert (done.code, done.out, done.err) == (2, "", f"policylint: {sentence}\n")
    assert path.read_bytes() == small()


def test_a_report_never_lands_on_a_file_that_was_read(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path)

    done = run("check", "--fix", "--output", "cookies.yaml")

    assert done.code == 2
    assert path.read_bytes() == small()


def test_a_read_only_file_is_told_and_nothing_is_lost(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path)
    path.chmod(0o444)

    done = run("check", "--fix")

    assert (done.code, done.out) == (3, "")
    assert done.err == "policylint: cookies.yaml cannot be written: it is read-only\n"
    assert path.read_bytes() == small()
    assert [one.name for one in tmp_path.iterdir()] == ["cookies.yaml"]


def test_the_mode_of_a_file_and_a_link_to_it_stay(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, name="real/file.yaml")
    path.chmod(0o640)
    link = tmp_path / "cookies.yaml"
    link.symlink_to("real/file.yaml")

    run("check", "--fix")

    assert link.is_symlink()
    assert path.read_bytes() == small().replace(SLIP, RIGHT)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = write(tmp_path, b"newer")
    one = Fixed(path=str(path), before=b"older", after=b"fixed", count=1)

    with pytest.raises(InputError, match="was changed after it was read; its fixes were not"):
        write_fixed(one)

    assert path.read_bytes() == b"newer"


def test_a_file_that_another_process_has_fixed_alike_is_left(tmp_path: Path) -> None:
    path = write(tmp_path, b"fixed")
    os.utime(path, ns=(1, 1))

    write_fixed(Fixed(path=str(path), before=b"older", after=b"fixed", count=1))

    assert path.stat().st_mtime_ns == 1


def test_several_processes_at_once_leave_one_whole_fixed_file(tmp_path: Path) -> None:
    entry = b"  - {name: c%d, category: Improvement, purposes: [survey], consent: Opt-In} # %d\n"
    content = small() + b"".join(entry % (number, number) for number in range(300))
    path = write(tmp_path, content)
    command = [sys.executable, "-m", "policylint", "check", "--fix", "--quiet", "--format", "json"]
    running = [
        subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]

    told = [one.communicate()[1].decode() for one in running]

    expected = content.replace(b"Opt-In", b"opt-in").replace(b"Improvement", b"improvement")
    assert path.read_bytes() == expected
    assert [one.name for one in tmp_path.iterdir()] == ["cookies.yaml"]
    assert {one.returncode for one in running} == {1}, told


def test_a_check_without_fixes_does_not_read_the_code_for_them() -> None:
    probe = (
        "import sys; from policylint.cli.main import main\n"
        "sys.argv = ['policylint', 'check', 'examples/violations/cookies.yaml']\n"
        "try: main()\n"
        "except SystemExit: print([one for one in sys.modules if 'policylint' in one and 'fix' in one])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, cwd=ROOT)

    assert done.stdout.decode().splitlines()[-1] == "[]"
