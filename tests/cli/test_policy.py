import json
from pathlib import Path

import pytest

from policylint.i18n import languages
from tests.conftest import ROOT, Run

STUDIO = (ROOT / "examples" / "studio-ductus" / "cookies.yaml").read_text(encoding="utf-8")
BROKEN = STUDIO.replace("lifetime: 13 months  ", "lifetime: 2 years  ")


def write(folder: Path, text: str) -> None:
    (folder / "cookies.yaml").write_text(text, encoding="utf-8")


def test_with_errors_nothing_is_written_and_they_go_to_standard_error(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, BROKEN)
    (tmp_path / "policy.md").write_text("what was there", encoding="utf-8")

    done = run("policy", "cookies.yaml", "--output", "policy.md")

    assert done.code == 1
    assert done.out == ""
    assert "LIF001 lifetime-too-long" in done.err
    assert (tmp_path / "policy.md").read_text(encoding="utf-8") == "what was there"


def test_a_draft_is_written_and_says_that_it_is_one(run: Run, tmp_path: Path) -> None:
    write(tmp_path, BROKEN)

    english = run("policy", "cookies.yaml", "--draft")
    french = run("policy", "cookies.yaml", "--draft", "--language", "fr")

    assert english.code == french.code == 0
    assert english.out.startswith("# Draft")
    assert "LIF001" in english.out
    assert "cookies.yaml:" in english.out
    assert french.out.startswith("# Projet")


def test_a_draft_without_errors_is_marked_too(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)

    assert run("policy", "cookies.yaml", "--draft").out.startswith("# Draft")


def test_a_file_that_gives_no_model_gives_no_draft(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO.replace("category: essential", "category: esential", 1))

    done = run("policy", "cookies.yaml", "--draft")

    assert done.code == 1
    assert done.out == ""
    assert "DOC002 schema-error" in done.err


def test_the_format_follows_the_name_of_the_output(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)

    for name, start in (("p.html", "<!DOCTYPE html>"), ("p.txt", "COOKIE"), ("p.md", "# Cookie")):
        assert run("policy", "cookies.yaml", "--output", name).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_language_that_the_site_has_not_is_a_wrong_usage(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)

    done = run("policy", "cookies.yaml", "--language", "sv")

    assert done.code == 2
    assert done.err == (
        "policylint: the policy cannot be written in 'sv': the site is published in"
        f" {', '.join(languages())}, policylint writes in {', '.join(languages())}\n"
    )


def test_a_published_policy_that_is_current_passes(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)
    run("policy", "cookies.yaml", "--language", "fr", "--output", "p.html")

    done = run("policy", "cookies.yaml", "--language", "fr", "--check", "p.html")

    assert (done.code, done.err) == (0, "")
    assert done.out == "p.html says what cookies.yaml declares\n"


def test_a_published_policy_that_is_stale_fails_at_the_fact(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)
    run("policy", "cookies.yaml", "--output", "p.md")
    write(tmp_path, STUDIO.replace("13 months", "12 months"))

    done = run("policy", "cookies.yaml", "--check", "p.md")

    assert done.code == 1
    assert "POL008 published-policy-stale" in done.err
    assert "12 months" in done.err


def test_a_later_day_does_not_make_a_policy_stale(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)
    run("policy", "cookies.yaml", "--output", "p.md", "--as-of", "2026-01-01")

    assert run("policy", "cookies.yaml", "--check", "p.md").code == 0


@pytest.mark.parametrize("option", [["--draft"], ["--output", "x"], ["--template", "x"]])
def test_checking_writes_nothing(run: Run, tmp_path: Path, option: list[str]) -> None:
    write(tmp_path, STUDIO)

    assert run("policy", "cookies.yaml", "--check", "p.md", *option).code == 2


def test_a_published_policy_that_is_missing_or_no_text(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)
    (tmp_path / "p.html").write_bytes(b"caf\xe9")

    assert run("policy", "cookies.yaml", "--check", "no.md").err == (
        "policylint: no.md does not exist; expected a published policy\n"
    )
    assert run("policy", "cookies.yaml", "--check", "p.html").err == (
        "policylint: p.html is not UTF-8 (byte 3); expected a published policy\n"
    )


def test_what_had_to_be_left_out_is_reported_and_can_be_quiet(run: Run, tmp_path: Path) -> None:
    write(tmp_path, (ROOT / "examples" / "minimal" / "cookies.yaml").read_text(encoding="utf-8"))

    told, quiet = run("policy", "cookies.yaml"), run("policy", "cookies.yaml", "--quiet")

    assert told.code == quiet.code == 0
    assert "POL010 info left out of the section 'list'" in told.err
    assert quiet.err == ""
    assert told.out == quiet.out


def test_a_template_of_the_users_own_is_filled(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "policy.markdown.jinja").write_text(
        "# {{ inventory.site.name }}\n{{ sections.lifetimes }}", encoding="utf-8"
    )

    done = run("policy", "cookies.yaml", "--template", "t")

    assert done.code == 0
    assert done.out.startswith("# Studio Ductus\n")
    assert "13\u00a0months" in done.out


def test_a_template_that_reaches_out_is_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "policy.markdown.jinja").write_text(
        "\n{{ ''.__class__.__mro__ }}", encoding="utf-8"
    )

    done = run("policy", "cookies.yaml", "--template", "t")

    assert done.code == 2
    assert done.out == ""
    assert "policy.markdown.jinja, line 2" in done.err
    assert "Traceback" not in done.err


def test_a_missing_template_folder_is_one_sentence(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)

    done = run("policy", "cookies.yaml", "--template", "nowhere")

    assert done.code == 2
    assert done.err.startswith("policylint: ")
    assert "Traceback" not in done.err


def test_errors_switched_off_by_configuration_do_not_stop_the_policy(
    run: Run, tmp_path: Path
) -> None:
    write(tmp_path, BROKEN)
    (tmp_path / "policylint.toml").write_text('[severity]\nLIF001 = "warning"\n', encoding="utf-8")

    assert run("policy", "cookies.yaml", "--quiet").code == 0


def test_the_outcomes_of_check_say_who_judges_the_policy(run: Run, tmp_path: Path) -> None:
    write(tmp_path, STUDIO)

    report = json.loads(run("check", "--format", "json").out)

    reasons = {one["code"]: one["reason"] for one in report["outcomes"]}
    assert reasons["POL008"] == "judged by 'policylint policy --check'"
