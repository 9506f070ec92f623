import os
from datetime import date
from pathlib import Path

import pytest

from policylint.lint.finding import Finding
from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings

FRAME = """\
version: 1
include: [{include}]
site: {{name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}}
controller: {{name: A, country: FR, email: a@a.example}}
cookies: []
"""
VENDORS = "version: 1\nvendors:\n  host: {name: Host, country: FR, role: processor}\n"
COOKIE = """\
version: 1
cookies:
  - {name: _ga, category: improvement, purposes: [audience-measurement], lifetime: 2 years}
"""


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def check(path: Path, *select: str) -> list[Finding]:
    options = Options(as_of=date(2026, 11, 23), select=select, settings=Settings())
    report, _ = check_files([str(path)], options)
    return list(report.findings)


def said(path: Path, *select: str) -> list[tuple[str, int, int, str]]:
    return [
        (
            os.path.basename(finding.place.path),
            finding.place.line,
            finding.place.column,
            finding.message,
        )
        for finding in check(path, *select)
    ]


def test_a_finding_in_an_included_file_stands_at_its_place_there(tmp_path: Path) -> None:
    write(tmp_path, cookies=FRAME.format(include="more.yaml"), more=COOKIE)

    (finding,) = check(tmp_path / "cookies.yaml", "LIF001")

    assert finding.place.path.endswith("more.yaml")
    assert (finding.place.line, finding.place.column) == (3, 84)
    assert finding.place.pointer == "/cookies/0/lifetime"
    assert finding.cookie == "_ga"


def test_vendors_of_an_included_file_are_known(tmp_path: Path) -> None:
    text = FRAME.format(include="shared/vendors.yaml").replace(
        "cookies: []",
        "cookies: [{name: a, vendor: host, category: essential, purposes: [payment]}]",
    )
    write(tmp_path, cookies=text, shared__vendors=VENDORS)

    assert check(tmp_path / "cookies.yaml", "DOC", "INV005") == []


def test_two_files_may_include_a_third(tmp_path: Path) -> None:
    write(
        tmp_path,
        cookies=FRAME.format(include="a.yaml, b.yaml"),
        a="version: 1\ninclude: [c.yaml]\n",
        b="version: 1\ninclude: [c.yaml]\n",
        c=VENDORS,
    )

    assert check(tmp_path / "cookies.yaml", "DOC") == []


@pytest.mark.parametrize(
    ("include", "message"),
    [
        ("nope.yaml", "'nope.yaml' does not exist; expected an inventory"),
        ("cookies.yaml", "'cookies.yaml' includes itself"),
        ("../x.yaml", "'../x.yaml' lies outside the project, whose root is "),
        ("/etc/passwd", "'/etc/passwd' lies outside the project, whose root is "),
        (".", "'.' is a folder; expected a file"),
        ('"a\\0b"', "does not exist"),
    ],
)
def test_a_broken_include_is_a_finding_at_its_line(
    tmp_path: Path, include: str, message: str
) -> None:
    write(tmp_path, cookies=FRAME.format(include=include))

    ((name, line, column, text),) = said(tmp_path / "cookies.yaml", "DOC004")

    assert (name, line, column) == ("cookies.yaml", 2, 11)
    assert message in text


def test_a_cycle_over_two_files_is_found(tmp_path: Path) -> None:
    write(
        tmp_path,
        cookies=FRAME.format(include="a.yaml"),
        a="version: 1\ninclude: [b.yaml]\n",
        b="version: 1\ninclude: [a.yaml]\n",
    )

    assert said(tmp_path / "cookies.yaml", "DOC004") == [
        ("b.yaml", 2, 11, "'a.yaml' includes itself")
    ]


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write(project, cookies=FRAME.format(include="link.yaml"))
    write(tmp_path, outside=VENDORS)
    (project / "link.yaml").symlink_to(tmp_path / "outside.yaml")

    ((_, _, _, message),) = said(project / "cookies.yaml", "DOC004")

    assert "lies outside the project" in message


def test_the_project_reaches_up_to_its_configuration(tmp_path: Path) -> None:
    (tmp_path / "policylint.toml").write_text("", encoding="utf-8")
    write(tmp_path, site__cookies=FRAME.format(include="../vendors.yaml"), vendors=VENDORS)

    assert said(tmp_path / "site" / "cookies.yaml", "DOC") == []


def test_a_clash_is_an_error_with_both_places(tmp_path: Path) -> None:
    write(
        tmp_path,
        cookies=FRAME.format(include="a.yaml, b.yaml"),
        a=VENDORS + COOKIE.removeprefix("version: 1\n"),
        b=VENDORS + COOKIE.removeprefix("version: 1\n"),
    )

    vendor, cookie = check(tmp_path / "cookies.yaml", "DOC004")

    assert vendor.message.startswith("vendor 'host' is declared in")
    assert cookie.message.startswith("cookie '_ga' is declared in")
    assert [one.place.path.endswith("b.yaml") for one in (vendor, cookie)] == [True, True]
    assert [one.related[0].place.path.endswith("a.yaml") for one in (vendor, cookie)] == [
        True,
        True,
    ]


def test_an_included_file_holds_only_vendors_and_cookies(tmp_path: Path) -> None:
    write(tmp_path, cookies=FRAME.format(include="a.yaml"), a="version: 1\nsite: {}\n")

    ((name, line, _, message),) = said(tmp_path / "cookies.yaml", "DOC002")

    assert (name, line) == ("a.yaml", 2)
    assert message.startswith("unknown field 'site'")


def test_a_fault_of_an_included_file_is_reported_once(tmp_path: Path) -> None:
    broken = "version: 1\ncookies:\n  - {name: a, category: essential, purposes: [x]}\n"
    write(tmp_path, cookies=FRAME.format(include="a.yaml"), a=broken)

    ((name, line, column, _),) = said(tmp_path / "cookies.yaml", "DOC002")

    assert (name, line, column) == ("a.yaml", 3, 47)


def test_a_chain_of_includes_has_an_end(tmp_path: Path) -> None:
    files = {f"f{n}": f"version: 1\ninclude: [f{n + 1}.yaml]\n" for n in range(60)}
    write(tmp_path, cookies=FRAME.format(include="f0.yaml"), **files)

    ((_, _, _, message),) = said(tmp_path / "cookies.yaml", "DOC004")

    assert "over more than 32 levels" in message


def test_an_included_file_checked_alone_says_how_it_is_checked(tmp_path: Path) -> None:
    write(tmp_path, vendors=VENDORS)

    (finding,) = check(tmp_path / "vendors.yaml", "DOC")

    assert "checked with the one that names it under 'include'" in finding.message
