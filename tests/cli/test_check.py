import json
from pathlib import Path

import pytest

from policylint.report import FORMATS
from tests.conftest import Run

GOOD = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
cookies:
  - {name: sid, category: essential, purposes: [load-balancing], description: Keeps the server., lifetime: session, owner: web, reviewed: 2026-10-01}
"""
BAD = GOOD.replace("lifetime: session", "lifetime: 2 years, exemption: transmission")
WARNING = GOOD.replace("Keeps the server.", "Session")


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def paths(out: str) -> list[str]:
    return sorted({finding["path"] for finding in json.loads(out)["findings"]})


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (GOOD, "info", 0),
        (BAD, "error", 1),
        (BAD, "never", 0),
        (WARNING, "error", 0),
        (WARNING, "warning", 1),
        (WARNING, "info", 1),
    ],
)
def test_the_exit_code_follows_the_threshold(
    run: Run, tmp_path: Path, text: str, fail_on: str, code: int
) -> None:
    write(tmp_path, cookies=text)

    assert run("check", "--fail-on", fail_on).code == code


def test_the_threshold_of_the_configuration_counts(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=WARNING)
    (tmp_path / "policylint.toml").write_text('fail-on = "warning"\n', encoding="utf-8")

    assert run("check").code == 1
    assert run("check", "--fail-on", "error").code == 0


def test_inventories_are_found_by_name_below_the_folder(run: Run, tmp_path: Path) -> None:
    write(
        tmp_path,
        **{
            "cookies": BAD,
            "shop__fr.cookies": BAD,
            "shop__other": BAD,
            ".hidden__cookies": BAD,
            "node_modules__x__cookies": BAD,
        },
    )
    (tmp_path / "shop" / "cookies.json").write_text("{}", encoding="utf-8")

    done = run("check", "--format", "json")

    assert paths(done.out) == ["cookies.yaml", "shop/cookies.json", "shop/fr.cookies.yaml"]


def test_files_that_another_includes_are_judged_there(run: Run, tmp_path: Path) -> None:
    part = "version: 1\ncookies:\n  - {name: a, category: essential, purposes: [payment], owner: web, reviewed: 2026-10-01}\n"
    write(tmp_path, cookies=GOOD.replace("cookies:", "include: [a.cookies.yaml]\ncookies:"))
    (tmp_path / "a.cookies.yaml").write_text(part, encoding="utf-8")

    done = run("check", "--format", "json")

    assert {finding["code"] for finding in json.loads(done.out)["findings"]} == {"INV001", "INV003"}
    assert json.loads(done.out)["summary"]["files"] == 1


def test_excluded_files_are_not_looked_for_but_may_be_named(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=GOOD, archive__cookies=BAD)
    (tmp_path / "policylint.toml").write_text('exclude = ["archive/**"]\n', encoding="utf-8")

    assert run("check").code == 0
    assert run("check", "archive/cookies.yaml").code == 1


def test_standard_input_is_read_under_a_name(run: Run) -> None:
    done = run(
        "check", "-", "--stdin-filename", "site/x.yaml", "--format", "concise", stdin=BAD.encode()
    )

    assert done.code == 1
    assert done.out.startswith("site/x.yaml:5:")


def test_json_goes_the_same_road(run: Run, tmp_path: Path) -> None:
    data = {
        "version": 1,
        "site": {
            "name": "A",
            "url": "https://a.example",
            "jurisdictions": ["FR"],
            "languages": ["en"],
        },
        "controller": {"name": "A", "country": "FR", "email": "a@a.example"},
        "cookies": [
            {
                "name": "paid",
                "category": "essential",
                "purposes": ["payment"],
                "description": "Keeps what was paid.",
                "lifetime": "2 years",
                "requested": "paying",
                "owner": "web",
                "reviewed": "2026-10-01",
            }
        ],
    }
    (tmp_path / "cookies.json").write_text(json.dumps(data, indent="\t"), encoding="utf-8")

    (finding,) = json.loads(run("check", "--format", "json").out)["findings"]

    assert (finding["code"], finding["line"], finding["column"]) == ("LIF001", 26, 16)


def test_several_formats_go_to_several_places(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=BAD)

    done = run(
        "check", "--format", "json=a.json", "--format", "sarif=a.sarif", "--format", "concise"
    )

    assert done.code == 1
    assert done.out.startswith("cookies.yaml:5:")
    assert json.loads((tmp_path / "a.json").read_bytes())["findings"][0]["code"] == "LIF001"
    assert json.loads((tmp_path / "a.sarif").read_bytes())["version"] == "2.1.0"


def test_inside_github_actions_annotations_are_the_default(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=BAD)

    done = run("check", env={"GITHUB_ACTIONS": "true"})

    assert "::error file=cookies.yaml,line=5," in done.out
    assert "LIF001 lifetime-too-long" in done.out


def test_quiet_says_nothing_where_nothing_was_found(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=GOOD)

    assert run("check", "--quiet").out == ""
    assert run("check").out != ""


def test_a_jurisdiction_of_the_command_line_counts(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=BAD)

    done = run("check", "--jurisdiction", "be", "--jurisdiction", "EU", "--format", "json")

    assert json.loads(done.out)["findings"][0]["jurisdictions"] == ["BE", "EU"]


def test_the_day_is_the_argument_then_the_environment(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=GOOD)

    assert json.loads(run("check", "--format", "json").out)["as_of"] == "2026-11-23"
    assert (
        json.loads(run("check", "--format", "json", "--as-of", "2025-01-31").out)["as_of"]
        == "2025-01-31"
    )


def test_the_same_input_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=BAD, b__cookies=WARNING)

    for form in FORMATS:
        first = run("check", "--format", form, env={"PYTHONHASHSEED": "1"})
        second = run("check", "--format", form, env={"PYTHONHASHSEED": "2"})
        assert first == second


def test_output_is_utf8_whatever_the_locale_says(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=BAD.replace("name: sid", "name: café"))

    done = run("check", "--format", "concise", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})

    assert "'café'" in done.out


def test_colour_only_where_a_terminal_wants_it(run: Run, tmp_path: Path) -> None:
    write(tmp_path, cookies=BAD)

    assert "\x1b[" not in run("check").out


def test_windows_line_ends_and_a_mark_move_no_column(run: Run) -> None:
    plain = json.loads(run("check", "-", "--format", "json", stdin=BAD.encode()).out)
    marked = b"\xef\xbb\xbf" + BAD.replace("\n", "\r\n").encode()
    windows = json.loads(run("check", "-", "--format", "json", stdin=marked).out)

    assert plain == windows
