import json
from typing import Any

import pytest

from policylint.review.report import build_report
from policylint.review.report_json import report_json
from tests.conftest import ROOT
from tests.review.test_report import subject

PAGE = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")


def keys(data: Any, prefix: str = "") -> set[str]:
    match data:
        case dict():
            inner = {one for key, held in data.items() for one in keys(held, f"{prefix}{key}.")}
            return {f"{prefix}{key}" for key in data} | inner
        case list():
            return {one for held in data for one in keys(held, prefix)}
    return set()


def test_the_page_names_every_key() -> None:
    data = json.loads(report_json([subject("violations")], "en"))
    missing = {key for key in keys(data) if f"`{key.rpartition('.')[2]}`" not in PAGE}

    assert missing == set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_same_report_has_the_same_bytes_and_the_id_of_its_page(language: str) -> None:
    texts = {report_json([subject("violations")], language) for _ in range(2)}

    assert len(texts) == 1
    page = build_report([subject("violations")], language)
    assert json.loads(texts.pop())["report"] == page.version


def test_what_no_browser_was_asked_about_is_null() -> None:
    (site,) = json.loads(report_json([subject("violations")], "en"))["sites"]

    figures = site["figures"]
    assert (figures["observed"], figures["undeclared"], figures["never_seen"]) == (None,) * 3
    assert (site["evidence"], site["changes"], site["undeclared"]) == (None,) * 3
    assert figures["errors"] == sum(1 for one in site["findings"] if one["severity"] == "error")
