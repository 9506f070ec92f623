"""Each rule on a platform's configuration has files with the lines that it reports, and without."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from policylint.exchange.formats import read_draft
from policylint.exchange.source import Source
from policylint.lint.import_rules import IMPORT_RULES
from tests.conftest import ROOT

NAMES = {rule.name: rule.code for rule in IMPORT_RULES}
FIXTURES = sorted(path for name in NAMES for path in (ROOT / "tests" / "rules" / name).glob("*.js"))


def expected(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        yield from ((number, code) for code in re.findall(r"// expect: (IMP\d{3})", line))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_lines_marked_are_the_lines_reported(path: Path) -> None:
    source = Source(path.name, path.read_text(encoding="utf-8"))
    code = NAMES[path.parent.name]

    draft = read_draft(source)

    found = [
        (source.position(fault.span.start).line, fault.code)
        for fault in draft.faults
        if fault.code == code
    ]
    assert sorted(found) == list(expected(path))
    assert bool(found) == path.stem.startswith("bad")


def test_every_rule_has_a_bad_and_a_good_fixture() -> None:
    for name in NAMES:
        stems = {path.stem.partition("-")[0] for path in FIXTURES if path.parent.name == name}
        assert stems == {"bad", "good"}, name
