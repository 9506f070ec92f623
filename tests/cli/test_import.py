import json
from pathlib import Path

import pytest

from tests.conftest import FRAME, Run

KLARO = """\
var klaroConfig = {
  storageName: 'klaro',
  services: [
    { name: 'google-analytics', title: 'Google Analytics', purposes: ['analytics'],
      default: true, cookies: ['_ga', /^_gat_[0-9]+$/] },
  ],
};
"""


@pytest.fixture
def klaro(tmp_path: Path) -> Path:
    path = tmp_path / "klaro.js"
    path.write_text(KLARO, encoding="utf-8")
    return path


def test_yaml_goes_to_standard_output_and_all_else_to_standard_error(run: Run, klaro: Path) -> None:
    done = run("import", klaro.name)

    assert done.code == 0
    assert done.out.startswith("# yaml-language-server: $schema=")
    assert (
        "  - name: _ga  # klaro.js line 5\n    category: improvement  # klaro.js line 4\n"
        in done.out
    )
    assert "klaro.js:5:16 error IMP001 service-prechecked" in done.err
    assert done.err.endswith(
        "klaro.js (Klaro configuration): 2 cookies read, 1 thing left out\n"
        "klaro.js line 5: the pattern /^_gat_[0-9]+$/ of the service 'google-analytics': no pattern"
        " of an inventory means exactly this; '_gat_*' would say more\n"
    )


def test_fail_on_makes_the_faults_of_the_file_count(run: Run, klaro: Path) -> None:
    assert run("import", klaro.name, "--fail-on", "error").code == 1
    klaro.write_text(KLARO.replace("default: true", "default: false"), encoding="utf-8")
    assert run("import", klaro.name, "--fail-on", "error").code == 0


def test_with_an_output_the_report_is_on_standard_output(
    run: Run, klaro: Path, tmp_path: Path
) -> None:
    done = run("import", klaro.name, "--output", "cookies.yaml", "--format", "json")

    report = json.loads(done.out)
    (finding,) = report["findings"]
    assert (finding["code"], finding["path"], finding["line"], finding["column"]) == (
        "IMP001",
        "klaro.js",
        5,
        16,
    )
    assert finding["cookie"] is None
    assert "name: _ga" in (tmp_path / "cookies.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "form", ["concise", "sarif", "github", "gitlab", "junit", "markdown", "csv"]
)
def test_every_format_of_check_tells_the_faults(run: Run, klaro: Path, form: str) -> None:
    done = run("import", klaro.name, "--output", "cookies.yaml", "--format", form)

    assert done.code == 0
    assert "IMP001" in done.out


def test_merge_adds_what_is_new_and_check_reads_it(run: Run, klaro: Path, tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    declared = f"# ours\n{FRAME}cookies:\n  - name: sticky\n    category: essential\n    purposes: [load-balancing]\n"
    site.write_text(declared, encoding="utf-8")

    shown = run("import", klaro.name, "--merge", site.name, "--diff")
    assert site.read_text(encoding="utf-8") == declared
    done = run("import", klaro.name, "--merge", site.name)
    again = run("import", klaro.name, "--merge", site.name)

    merged = site.read_text(encoding="utf-8")
    added = [line[1:] for line in shown.out.splitlines() if line[:1] == "+" and line[:3] != "+++"]
    assert all(line in merged.splitlines() for line in added)
    assert [line for line in merged.splitlines() if line not in added] == declared.splitlines()
    assert (
        "would be added to site.yaml: cookie 'klaro', cookie '_ga', vendor 'google-analytics'"
        in shown.err
    )
    assert "added to site.yaml: cookie 'klaro', cookie '_ga'" in done.err
    assert "added to site.yaml: nothing" in again.err
    checked = run("check", site.name, "--format", "json")
    assert "DOC" not in {one["code"][:3] for one in json.loads(checked.out)["findings"]}


def test_a_cookie_that_is_declared_otherwise_is_told_with_both_places(
    run: Run, klaro: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site.yaml"
    (tmp_path / "more.yaml").write_text(
        "version: 1\ncookies:\n  - name: _ga\n    category: essential\n    purposes: [security]\n",
        encoding="utf-8",
    )
    site.write_text(f"{FRAME}include: [more.yaml]\ncookies: []\n", encoding="utf-8")

    done = run("import", klaro.name, "--merge", site.name)

    assert (
        "category 'improvement' of '_ga' (klaro.js line 4): more.yaml line 4 has 'essential'"
        in done.err
    )
    assert "_ga" not in site.read_text(encoding="utf-8")


def test_several_files_become_one_inventory(run: Run, klaro: Path, tmp_path: Path) -> None:
    (tmp_path / "b.js").write_text(
        "var c = {services: [{name: 'x', purposes: ['map'], cookies: ['m']}]}", encoding="utf-8"
    )

    done = run("import", klaro.name, "b.js")

    assert [line for line in done.out.splitlines() if "- name" in line] == [
        "  - name: klaro  # klaro.js line 2",
        "  - name: _ga  # klaro.js line 5",
        "  - name: m  # b.js line 1",
    ]
    assert "# - klaro.js line 5: the pattern" in done.out


def test_standard_input_is_read(run: Run) -> None:
    done = run("import", "-", stdin=KLARO.encode("utf-16"))

    assert "- name: _ga  # <stdin> line 5" in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["nosuch.js"], 3, "nosuch.js does not exist; expected a file to import"),
        (["klaro.js", "--from", "nosuch"], 2, "unknown format 'nosuch'; expected one of axeptio, "),
        (["klaro.js", "klaro.js"], 2, "a file is named twice"),
        (["klaro.js", "--map", "Name"], 2, "--map 'Name' is no pair; expected COLUMN=FIELD, as 'Dauer=lifetime'"),
        (["klaro.js", "--diff"], 2, "--diff shows what --merge changes: name an inventory, and no --output"),
        (["klaro.js", "--output", "klaro.js"], 2, "klaro.js would be overwritten by the output; nothing was written"),
        (["klaro.js", "--merge", "nosuch.yaml"], 3, "nosuch.yaml does not exist; expected an inventory"),
        (["klaro.js", "--merge", "broken.yaml"], 3, "broken.yaml line 1: "),
        (["klaro.js", "--merge", "list.yaml"], 3, "list.yaml is no inventory; mend it before anything is added"),
        (["empty.js"], 3, "empty.js is empty; expected a file to import"),
        (["other.js"], 3, "other.js has none of the formats that are read: axeptio, "),
        (["other.js"], 3, "what a browser saw is read by 'policylint init --from'"),
        (["cut.js"], 3, "cut.js line 1: no '}' closes what begins here"),
        (["cut.json"], 3, "cut.json line 1: no '}' closes what begins here"),
        (["cut.json", "--from", "klaro"], 3, "cut.json line 1: no '}' closes what begins here"),
        (["other.js", "--from", "klaro"], 3, "other.js line 1: no configuration of Klaro stands here"),
        ([], 2, "Missing argument 'FILE...'"),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence(
    run: Run, klaro: Path, arguments: list[str], code: int, sentence: str
) -> None:
    for name, text in {
        "broken.yaml": "a: [",
        "list.yaml": "- a",
        "empty.js": " ",
        "other.js": "alert('hello')",
        "cut.json": '{"services": [',
        "cut.js": "var klaroConfig = {services: [{name: 'a'}]",
    }.items():
        (klaro.parent / name).write_text(text, encoding="utf-8")

    done = run("import", *arguments)

    assert (done.code, done.out) == (code, "")
    assert sentence in done.err
    assert "Traceback" not in done.err
    assert klaro.read_text(encoding="utf-8") == KLARO


def test_nothing_of_a_foreign_file_reaches_a_terminal_as_an_order(run: Run, tmp_path: Path) -> None:
    name = "\\u001b[31m\\u202e::error::x"
    (tmp_path / "k.js").write_text(
        f"var c = {{services: [{{name: '{name}', default: true, purposes: ['{name}'], cookies: ['a', '{name}*[']}}]}}",
        encoding="utf-8",
    )

    done = run("import", "k.js")

    assert "\x1b" not in done.out + done.err
    assert "\u202e" not in done.out + done.err
    assert not any(line.startswith("::") for line in done.err.splitlines())
