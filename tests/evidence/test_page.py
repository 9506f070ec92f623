"""The page on evidence says what the readers do."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from policylint.evidence import (
    blacklight,
    cookie_list,
    cookieblock,
    cookies_txt,
    document_read,
    event_log,
    gathering,
    har,
    har_entry,
    har_phases,
    json_stream,
    opened,
    storage_state,
    tracker_radar,
    wec,
)
from policylint.evidence import read as evidence_read
from policylint.evidence.observation import PhaseKind
from policylint.lint.schemas import schema
from tests.conftest import ROOT
from tests.evidence.recordings import by_name, entry, read, write
from tests.evidence.recordings import har as archive

PAGE = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
TITLES = [
    *(one.TITLE for one in (blacklight, cookie_list, cookieblock, cookies_txt, document_read)),
    *(one.TITLE for one in (event_log, har, storage_state, tracker_radar, wec)),
    cookies_txt.HTTRACK,
]


def test_every_format_has_its_row() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", PAGE.partition("## Lifetimes")[0], re.MULTILINE)

    assert set(TITLES) == {row for row in rows if row not in {"format", "---"}}


def test_every_phase_is_named() -> None:
    sentence = PAGE.partition("phases are ")[2].partition(". Best")[0]

    assert tuple(re.findall(r"`([a-z]+)`", sentence)) == get_args(PhaseKind)


def test_the_markers_shown_are_read_as_markers(tmp_path: Path) -> None:
    shown = set(re.findall(r"https://policylint\.invalid/[^'\"]*", PAGE))
    assert shown == {f"https{har_phases.MARKER}accept"}

    page = "https://www.shop.example/"
    pages = [entry(page, sets=["a=v"]), *map(entry, shown), entry(page, 1, sets=["b=v"])]
    pages[1]["startedDateTime"] = pages[2]["startedDateTime"]
    found = by_name(read(write(tmp_path / "a.har", archive(*pages))))

    assert [found[name].writes[0].phase for name in "ab"] == ["pre", "accept"]


def test_the_example_is_read_and_fits_the_schema(tmp_path: Path) -> None:
    (block,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    document = json.loads(block)

    assert list(Draft202012Validator(schema("evidence")).iter_errors(document)) == []
    evidence = read(write(tmp_path / "evidence.json", document))
    (found,) = evidence.observations
    assert found.present == {"pre", "reject"}
    assert found.sent == {"reject"}
    assert [signal.gcs for signal in evidence.signals] == ["G100"]
    assert evidence.vantage == "FR"


LIMITS: list[tuple[str, Callable[[], str]]] = [
    ("size of a file, unpacked", lambda: f"{opened.MOST_BYTES >> 30} GB"),
    (
        "one entry of a HAR, one list of another file",
        lambda: f"{json_stream.MOST_IN_ONE_VALUE >> 20} MB",
    ),
    ("a file in JSON that is no HAR", lambda: f"{evidence_read.MOST_WHOLE >> 20} MB"),
    ("different cookies", lambda: f"{gathering.MOST_COOKIES:,}"),
    (
        "writes kept of one cookie",
        lambda: f"{gathering.MOST_WRITES:,}, and each that asks to live longer",
    ),
    ("`Set-Cookie` lines of a HAR", lambda: f"{har_entry.MOST_LINES:,}"),
    ("hosts", lambda: f"{gathering.MOST_HOSTS:,}"),
]


@pytest.mark.parametrize(("what", "limit"), LIMITS)
def test_the_limits_are_those_of_the_readers(what: str, limit: Callable[[], str]) -> None:
    assert f"| {what} | {limit()} |" in PAGE
