import json
from pathlib import Path

from policylint.source.load import load
from tests.conftest import Run

MAIN = """\
version: 1
include: [vendors.yaml]
site: {name: "S # 1", url: "https://s.example", jurisdictions: [CH], languages: [en]}
controller: {name: A, country: CH}
cookies:
  - name: "a: b"
    category: essential
    purposes: [load-balancing]
    lifetime: &long 13 months
    retention: *long
"""
VENDORS = "version: 1\nvendors:\n  host:\n    name: Host\n    country: FR\n"


def test_the_resolved_inventory_is_one_with_the_place_of_each_value(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "cookies.yaml").write_text(MAIN)
    (tmp_path / "vendors.yaml").write_text(VENDORS)

    done = run("resolve", "cookies.yaml")

    assert done.code == 0
    assert 'name: "S # 1"  # cookies.yaml:3' in done.out
    assert "name: Host  # vendors.yaml:4" in done.out
    assert "retention: 13 months" in done.out
    (tmp_path / "whole.yaml").write_text(done.out)
    data = load("whole.yaml", done.out.encode()).data
    assert isinstance(data, dict)
    assert "include" not in data
    assert data["vendors"] == {"host": {"name": "Host", "country": "FR"}}
    assert (
        run("check", "whole.yaml", "--no-cache").code
        == run("check", "cookies.yaml", "--no-cache").code
    )


def test_json_keeps_the_data_and_tells_the_origins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(MAIN)
    (tmp_path / "vendors.yaml").write_text(VENDORS)

    data = json.loads(run("resolve", "cookies.yaml", "--format", "json").out)

    assert data["origins"]["/vendors/host/country"] == "vendors.yaml:5"
    assert data["inventory"]["cookies"][0]["name"] == "a: b"


def test_a_broken_file_is_not_resolved(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text("a: [")

    done = run("resolve", "cookies.yaml")

    assert (done.code, done.out) == (3, "")
    assert "cookies.yaml cannot be resolved" in done.err


def test_aliases_of_a_long_text_are_not_written_out_without_end(run: Run, tmp_path: Path) -> None:
    text = f"x-a: &a {'x' * 1_000_000}\nx-b: [{', '.join(['*a'] * 5_000)}]\n"
    (tmp_path / "cookies.yaml").write_text(MAIN.replace("include: [vendors.yaml]\n", text))

    for form in ("yaml", "json"):
        done = run("resolve", "cookies.yaml", "--format", form)
        assert (done.code, done.out) == (3, "")
        assert "has over 67,108,864 characters with aliases written out" in done.err


def test_the_output_never_overwrites_what_was_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.yaml").write_text(MAIN)
    (tmp_path / "vendors.yaml").write_text(VENDORS)

    assert run("resolve", "cookies.yaml", "--output", "vendors.yaml").code == 2
    assert (tmp_path / "vendors.yaml").read_text() == VENDORS
