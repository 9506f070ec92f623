"""Who speaks of an essential entry: for all pairs of purposes, and for what makes it graver.

`tests/lint/test_evaluate.py` has the plain entries; here are those that follow visitors over
sites, read a fingerprint, or keep an identifier in the cache.
"""

import itertools
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from policylint.lint.run import Options, check_files
from policylint.lint.settings import Settings
from policylint.model.terms import Purpose
from policylint.rule import Severity

DAY = date(2026, 11, 23)
HEAD = """\
version: 1
site: {name: A, url: "https://a.example", jurisdictions: [FR], languages: [en]}
controller: {name: A, country: FR, email: a@a.example}
cookies:
"""
ORDER = {
    *("CLS002", "CLS003", "CLS004", "CLS005", "CLS006"),
    *("CLS019", "CLS020", "CLS021", "VEN013", "LIF006"),
}
SILENT = {"LIF005", "SPC001", "SPC003", "SPC014"}
OTHERS = {"CLS022", "SPC002"}
FACTS = {
    "cross-site": ("cross_site: true", {"SPC014"}),
    "fingerprint": ("storage: fingerprint", {"SPC001"}),
    "cache": ("storage: cache-storage, identifier: true", {"SPC003"}),
    "etag": ("storage: etag, identifier: true", {"SPC003"}),
}
PURPOSES = get_args(Purpose)
PAIRS = list(itertools.combinations(PURPOSES, 2)) + [(one,) for one in PURPOSES]

Told = Mapping[str, Severity]


def told(folder: Path, jurisdiction: str, fact: str) -> list[Told]:
    """Tell what is said of each pair, by code; a code twice on one entry is a fault."""
    path = folder / "cookies.yaml"
    path.write_text(
        HEAD
        + "".join(
            f"  - {{name: c{number}, category: essential, purposes: [{', '.join(pair)}],"
            f" lifetime: 1 year, party: third, {fact}}}\n"
            for number, pair in enumerate(PAIRS)
        ),
        encoding="utf-8",
    )
    options = Options(
        as_of=DAY,
        settings=Settings(),
        jurisdictions=[jurisdiction],
        select=[*ORDER, *SILENT, *OTHERS],
    )
    report, _ = check_files([str(path)], options)
    by_entry: dict[str, dict[str, Severity]] = {f"c{number}": {} for number in range(len(PAIRS))}
    for one in report.findings:
        found = by_entry[one.cookie or ""]
        assert one.rule.code not in found
        found[one.rule.code] = one.severity
    return list(by_entry.values())


@pytest.mark.parametrize("jurisdiction", ["FR", "DE", "UK"])
@pytest.mark.parametrize("name", FACTS)
def test_one_of_the_order_speaks_and_only_a_graver_fault_beside_it(
    tmp_path: Path, name: str, jurisdiction: str
) -> None:
    fact, graver = FACTS[name]

    for pair, codes in zip(PAIRS, told(tmp_path, jurisdiction, fact), strict=True):
        spoken = [codes[code] for code in codes if code in ORDER]
        beside = {code for code in codes if code in SILENT}

        assert codes, pair
        assert len(spoken) <= 1, (pair, codes)
        assert "LIF005" not in beside or not spoken, (pair, codes)
        assert beside <= graver, (pair, codes)
        if spoken:  # a warning of the order does not hide an error; an error hides all
            assert all(codes[code] > spoken[0] for code in beside), (pair, codes)


@pytest.mark.parametrize("jurisdiction", ["FR", "DE", "UK"])
def test_a_fault_of_the_storage_is_an_error_whatever_the_order_says(
    tmp_path: Path, jurisdiction: str
) -> None:
    for name in ("fingerprint", "cache", "etag"):
        fact, _ = FACTS[name]
        for pair, codes in zip(PAIRS, told(tmp_path, jurisdiction, fact), strict=True):
            assert max(codes.values()) is Severity.ERROR, (name, pair, codes)
