"""What must hold of a whole check, whatever inventory it is given: judged, reported, written."""

import csv
import io
import json
import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from random import Random
from time import process_time
from typing import Any
from unittest.mock import patch
from xml.etree import ElementTree as ET
from zlib import crc32

from jsonschema import Draft202012Validator

from policylint.errors import PolicylintError
from policylint.law.jurisdictions import pack
from policylint.lint.finding import Finding, Report
from policylint.lint.judge import Result, check_file
from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from policylint.policy import FORMATS as POLICY_FORMATS
from policylint.policy.blocks import DraftFinding
from policylint.policy.outline import build
from policylint.policy.render import render as render_policy
from policylint.report import FORMATS, render
from policylint.source.load import load
from tests.fuzz import loader, seeds
from tests.fuzz.inventories import draw_inventory
from tests.fuzz.loader import MOST_SECONDS, BrokenPromiseError, expect
from tests.fuzz.mutation import MOST_BYTES, mutate

TODAY = date(2026, 11, 23)
HIDING = ("Cc", "Cf", "Cs", "Zl", "Zp")
FILE = "cookies.yaml"


def draw(random: Random) -> bytes:
    """Draw an inventory: of the schema or of the repository, whole or damaged."""
    known = seeds.inventories()
    kind = random.random()
    if kind < 0.65:
        content = draw_inventory(random)
        if random.random() < 0.75:
            return content[:MOST_BYTES]
    elif kind < 0.95:
        content = random.choice(known)
    else:
        return loader.draw(random)
    return mutate(content, random, known)


def options_for(content: bytes) -> Options:
    """Choose options by the content, so that a crash can be repeated from its file alone."""
    number = crc32(content)
    return Options(
        as_of=(TODAY, TODAY, date(2018, 1, 1), date(2030, 1, 1))[number // 512 % 4],
        jurisdictions=((), (), (), ("FR", "UK", "CH", "EU"))[number // 16 % 4],
        preview=number // 64 % 2 == 0,
        overridden=number // 128 % 4 == 0,
        settings=Settings(),
    )


def examine_some(content: bytes) -> Report:
    """Do as `examine`, but one inventory in sixteen only as thoroughly."""
    return examine(content, thorough=crc32(content) % 16 == 0)


def examine(content: bytes, *, thorough: bool = True) -> Report:
    """Check an inventory and raise `BrokenPromiseError` if a promise is not kept.

    If thorough, report it in every format, and check it again without libyaml; else in one.
    """
    with open(FILE, "wb") as file:
        file.write(content)
    options = options_for(content)
    started = process_time()
    report, _ = check_files([FILE], options)
    expect(process_time() - started < MOST_SECONDS, "a check ends within seconds")
    names = FORMATS if thorough else FORMATS[len(content) % len(FORMATS) :][:1]
    written = _examine_reports(report, names)
    text = load(FILE, content).text
    for finding in report.findings:
        _examine_finding(finding, text)
    if not thorough and len(content) % 4:
        return report
    result = check_file(FILE, options)
    forms = POLICY_FORMATS if thorough else POLICY_FORMATS[len(text) % len(POLICY_FORMATS) :][:1]
    for policy in _policies(result, options, forms):
        _examine_policy(policy)
    if not thorough:
        return report
    _fits_schema(json.loads(written["json"]))
    with without_libyaml():
        again, _ = check_files([FILE], options)
    if same_faults(report, again):
        expect(render("json", again) == written["json"], "the same file is judged the same")
    return report


def same_faults(report: Report, again: Report) -> bool:
    """Say whether both parsers read the text; a broken one may be broken in several ways."""
    broken = [
        any(finding.rule.code == "DOC001" for finding in one.findings) for one in (report, again)
    ]
    expect(broken[0] == broken[1], "both parsers read, or refuse, the same files")
    return not broken[0]


@contextmanager
def without_libyaml() -> Iterator[None]:
    """Read as where PyYAML was built without its C part."""
    with patch.dict(sys.modules, {"yaml._yaml": None}):
        yield


@cache
def validator() -> Any:
    """Read the schema of the JSON report."""
    path = seeds.ROOT / "schema" / "report.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def _fits_schema(document: Any) -> None:
    for error in validator().iter_errors(document):
        raise BrokenPromiseError(f"the JSON report fits its schema: {error.message[:80]}")


def _examine_reports(report: Report, names: Sequence[str]) -> dict[str, str]:
    written = {name: render(name, report) for name in names}
    for name, text in written.items():
        lines = text.replace("\r\n", "\n") if name == "csv" else text
        expect(_shown(lines), f"no {name} report hides a character")
        text.encode()
        _parse(name, text)
    return written


def _parse(name: str, text: str) -> None:
    """Read a report back as its consumers do; raise if it is none."""
    if name in ("json", "sarif", "gitlab"):
        json.loads(text)
    elif name == "junit":
        ET.fromstring(text.encode())  # noqa: S314 - our own report
    elif name == "csv":
        rows = list(csv.reader(io.StringIO(text, newline="")))
        expect(len({len(row) for row in rows}) == 1, "every row has every column")


def _shown(text: str) -> bool:
    """Say whether a text holds nothing that a terminal obeys, reorders or hides."""
    if text.isascii():
        return all(line.isprintable() for line in text.split("\n"))
    return not any(unicodedata.category(letter) in HIDING for letter in set(text) - {"\n"})


def _examine_policy(text: str) -> None:
    hidden = {letter for letter in set(text) if unicodedata.category(letter) in ("Cc", "Cs")}
    expect(hidden <= {"\n"}, f"no policy holds control characters: {hidden}")
    expect(not set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067"), "nor turns its text")


def _examine_finding(finding: Finding, text: str) -> None:
    expect(finding.message and "\n" not in finding.rule.code, "a finding has a message")
    lines = _lines(text)
    for place in (finding.place, *(one.place for one in finding.related)):
        if place.path != FILE:
            continue
        ends = ((place.line, place.column), (place.end_line, place.end_column))
        expect(ends[0] <= ends[1], f"{finding.rule.code} ends behind its start")
        for line, column in ends:
            expect(1 <= line <= len(lines), f"{finding.rule.code} lies on a line of the file")
            expect(1 <= column <= len(lines[line - 1]) + 2, f"{finding.rule.code} lies in its line")


def _lines(text: str) -> Sequence[str]:
    return text.replace("\r\n", " \n").replace("\r", "\n").split("\n")


def _policies(result: Result, options: Options, forms: Sequence[str]) -> Iterator[str]:
    if result.inventory is None:
        return
    packs = [found for code in result.jurisdictions if (found := pack(code)) is not None]
    drafts = [DraftFinding(one.rule.code, one.message, "x") for one in result.errors]
    known = ("en", "fr", *result.inventory.site.languages)
    for language in known[len(result.findings) % len(known) :][:1]:
        try:
            built = build(result.inventory, packs, language, options.as_of, drafts, draft=True)
        except PolicylintError:
            continue
        for form in forms:
            yield render_policy(built.document, form)


@contextmanager
def working_folder(folder: str) -> Iterator[None]:
    """Work in a folder, so that reports name the file alone."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
