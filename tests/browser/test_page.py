"""docs/scan.md tells of every option and every platform."""

import re
from pathlib import Path

from policylint.browser.platforms import platforms
from policylint.cli.scan import scan

PAGE = (Path(__file__).parents[2] / "docs" / "scan.md").read_text(encoding="utf-8")


def test_the_page_names_the_options_that_there_are() -> None:
    options = {name for one in scan.params for name in one.opts if name.startswith("--")}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)) - {"--evidence"} == options


def test_the_page_tells_how_sure_the_selectors_of_each_platform_are() -> None:
    rows = []
    for one in platforms():
        sure = one.confirmed
        real = f"clicked in the real {sure.get('version')} on {sure['day']}"
        known = real if sure["how"] == "real" else f"published, read on {sure['day']}"
        rows.append(f"| {one.name} | {known} |")
    table = PAGE.partition("<!-- platforms -->\n")[2].partition("\n<!-- end -->")[0]
    assert table.splitlines() == rows
