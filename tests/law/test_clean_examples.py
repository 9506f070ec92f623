"""What a clean example is told in another country is explained in `clean-examples.md`."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from policylint.law import packs
from policylint.law.jurisdictions import pack
from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from tests.conftest import ROOT

TABLE = Path(__file__).parent / "clean-examples.md"
DAY = date(2026, 11, 23)
EXAMPLES = ("minimal", "studio-ductus")
CODES = (*sorted(path.stem.upper() for path in Path(packs.__path__[0]).glob("[a-z]*.py")), "NO")
LEAST_WORDS = 8


class Told(NamedTuple):
    """That an example breaks a rule, so often in each of some jurisdictions."""

    example: str
    rule: str
    severity: str
    findings: int


def computed() -> Mapping[Told, list[str]]:
    found: dict[Told, list[str]] = {}
    for example in EXAMPLES:
        for code in CODES:
            path = ROOT / "examples" / example / "cookies.yaml"
            options = Options(as_of=DAY, settings=Settings(), jurisdictions=[code])
            report, _ = check_files([str(path)], options)
            here = Counter((one.rule.code, one.severity.label) for one in report.findings)
            for (rule, severity), count in here.items():
                found.setdefault(Told(example, rule, severity, count), []).append(code)
    return found


def rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in lines if line[:1] == "|"
    ]
    return cells[2:]


def explained() -> Mapping[Told, list[str]]:
    return {
        Told(example, rule, severity, int(findings)): (
            list(CODES) if codes == "all" else codes.split(", ")
        )
        for example, rule, severity, codes, findings, _ in rows()
    }


def test_every_finding_on_a_clean_example_is_explained_and_none_has_vanished() -> None:
    assert computed() == explained()


def test_every_line_stands_once_and_gives_its_reason_in_words() -> None:
    assert len(rows()) == len(explained())
    assert all(len(cells[-1].split()) >= LEAST_WORDS for cells in rows())


def test_the_lines_are_sorted() -> None:
    assert rows() == sorted(rows())


def test_the_page_names_every_pack_and_one_country_without() -> None:
    text = " ".join(TABLE.read_text(encoding="utf-8").split())

    assert len(CODES) == 17
    assert f"the {len(CODES) - 1} packs ({', '.join(CODES[:-1])}) and NO" in text
    assert all(pack(code) for code in CODES)
