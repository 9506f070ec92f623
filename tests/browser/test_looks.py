"""Reports, policies and differences in a real Chromium: no barrier, one sheet for page one."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser

from policylint.i18n import languages
from policylint.lint.judge import check_content
from policylint.lint.options import Options
from policylint.lint.select import catalogue
from policylint.lint.settings import find_settings
from policylint.policy.blocks import PageBreak
from policylint.review.render import render
from policylint.review.report import build_report
from policylint.review.subject import Subject
from tests.browser.looks import SCHEMES, SIZES, barriers, cut_on_paper, opened, printed_pages, shown
from tests.browser.packages import packages
from tests.conftest import ROOT, Run
from tests.review.hostile import DAY, worst_case

EXAMPLES = ROOT / "examples"
VIOLATIONS = str(EXAMPLES / "violations" / "cookies.yaml")
STUDIO = str(EXAMPLES / "studio-ductus" / "cookies.yaml")
MINIMAL = str(EXAMPLES / "minimal" / "cookies.yaml")
OBSERVED = EXAMPLES / "observed"
SEEN = (str(OBSERVED / "cookies.yaml"), "--evidence", str(OBSERVED / "evidence.json"))
EVERY = tuple((scheme, width) for scheme in SCHEMES for width in SIZES)
FEW = (("light", 320), ("dark", 1280))
PAGES = {
    "report": (("report", VIOLATIONS), EVERY),
    "report-fr": (("report", *SEEN, "--since", MINIMAL, "--language", "fr"), EVERY),
    "report-sites": (("report", MINIMAL, STUDIO, MINIMAL), FEW),
    "policy": (("policy", STUDIO, "--format", "html"), EVERY),
    "diff": (("diff", MINIMAL, STUDIO, "--format", "html"), EVERY),
}


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with opened(chromium) as found:
        yield found


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_barrier_nor_scrolls_sideways(
    browser: Browser, run: Run, tmp_path: Path, name: str
) -> None:
    file = tmp_path / f"{name}.html"
    command, views = PAGES[name]
    done = run(*command, "--output", str(file))
    assert done.code == 0, done.err

    for scheme, width in views:
        page = shown(browser, file, scheme, width)
        found = barriers(page, packages() / "axe-core" / "axe.min.js")
        is_as_wide = page.evaluate("document.documentElement.scrollWidth") == width
        page.context.close()
        assert (scheme, width, found, is_as_wide) == (scheme, width, [], True)


@pytest.mark.parametrize("language", languages())
def test_no_table_is_cut_on_paper_nor_scrolls_on_a_wide_screen(
    browser: Browser, run: Run, tmp_path: Path, language: str
) -> None:
    far = tmp_path / ("folder" * 8)
    copytree(OBSERVED, far)
    seen = (str(far / "cookies.yaml"), "--evidence", str(far / "evidence.json"))
    commands = [("report", VIOLATIONS), ("report", *seen), ("policy", STUDIO, "--format", "html")]
    for number, command in enumerate(commands):
        file = tmp_path / f"{number}.html"
        assert run(*command, "--language", language, "--output", str(file)).code == 0
        page = shown(browser, file, "light", 1280)
        scrolled = page.evaluate(
            """() => [...document.querySelectorAll(".scroll")]
                .filter(one => one.scrollWidth > one.clientWidth + 1).length"""
        )
        cut = cut_on_paper(page) if command[0] == "report" else []
        page.context.close()
        assert (scrolled, cut) == (0, [])


def written(path: str, content: bytes) -> Subject:
    options = Options(as_of=DAY)
    settings = find_settings(str(ROOT))
    result = check_content(path, content, settings, options)
    return Subject(result, as_of=DAY, rules=catalogue(settings), command=["policylint", "report"])


def first_sheets(browser: Browser, subjects: list[Subject], language: str, file: Path) -> int:
    """Count the sheets that page one takes."""
    document = build_report(subjects, language)
    first = document.blocks[: document.blocks.index(PageBreak())]
    file.write_text(render(replace(document, blocks=first), "html"), encoding="utf-8")
    page = shown(browser, file, "light", 1280)
    count = printed_pages(page)
    page.context.close()
    return count


@pytest.mark.parametrize("language", ["en", "fr"])
def test_page_one_is_one_sheet_of_a4(browser: Browser, tmp_path: Path, language: str) -> None:
    examples = [written(one, Path(one).read_bytes()) for one in (VIOLATIONS, STUDIO, MINIMAL)]
    file = tmp_path / "first.html"

    for one in examples:
        assert first_sheets(browser, [one], language, file) == 1
    assert first_sheets(browser, examples, language, file) == 1


@pytest.mark.parametrize("language", languages())
def test_page_one_is_one_sheet_at_worst(browser: Browser, tmp_path: Path, language: str) -> None:
    worst = worst_case()
    file = tmp_path / "first.html"

    assert first_sheets(browser, [worst], language, file) == 1
    assert first_sheets(browser, [worst] * 12, language, file) == 1


def test_a_print_of_the_whole_begins_anew_after_page_one(browser: Browser, tmp_path: Path) -> None:
    subject = written(VIOLATIONS, Path(VIOLATIONS).read_bytes())
    file = tmp_path / "whole.html"
    file.write_text(render(build_report([subject], "en"), "html"), encoding="utf-8")
    page = shown(browser, file, "light", 1280)

    assert printed_pages(page) > 3
    page.context.close()
