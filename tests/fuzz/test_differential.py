"""The reader against the reference, bounded: the files of installed packages, and generated ones."""

import sysconfig
from collections import Counter
from pathlib import Path

import pytest

from policylint.source.load import load
from tests.fuzz.differences import REFUSED_BEFORE, REFUSED_HERE, REFUSED_THERE, Row
from tests.fuzz.differential import compare, files, generated

MOST_BYTES = 30_000
LEAST_FILES = 200
GENERATED = 2_000


def test_the_files_of_installed_packages_are_read_as_the_reference_reads_them() -> None:
    folder = Path(sysconfig.get_path("purelib"))
    small = [path for path in files([folder]) if path.stat().st_size <= MOST_BYTES]

    found = {path: compare(path.read_bytes()) for path in small}

    assert {path: one.new for path, one in found.items() if one.new is not None} == {}
    assert len(found) >= LEAST_FILES
    assert Counter(one.verdict for one in found.values())["same"] >= LEAST_FILES * 3 // 4


def test_generated_documents_are_read_as_the_reference_reads_them() -> None:
    found = {name: compare(content) for name, content in generated(GENERATED, seed=1)}

    assert {name: one.new for name, one in found.items() if one.new is not None} == {}
    # most documents must say something: those that both refuse compare nothing
    assert Counter(one.verdict for one in found.values())["same"] >= GENERATED * 3 // 4


@pytest.mark.parametrize(
    "row", [*REFUSED_BEFORE, *REFUSED_HERE, *REFUSED_THERE], ids=lambda row: row.name
)
def test_every_legal_difference_is_one_still(row: Row) -> None:
    compared = compare(row.example)

    expected = "refused before parsing" if row in REFUSED_BEFORE else row.name
    assert (compared.verdict, compared.new) == (expected, None)


@pytest.mark.parametrize(
    "text",
    [
        *("%YAML 1.1\n---\na: 1", "%TAG ! tag:x,1:\n---\na: 1", "[" * 65 + "]" * 65),
        *("a: !mine b", "a: !!int x", "a: !!set {b}", "a: *b", "a: &a [*a]", "a: " + "9" * 4_001),
        *("a: 0x" + "f" * 3_999, "? [a]\n: b", "{a: {<<: b}}", "", "# only", "a: 1\n---\nb: 2"),
        "a: &a [" + "x, " * 1_000 + "]\nb: [" + "*a, " * 101 + "]",
    ],
)
def test_what_the_format_forbids_is_noted_by_the_reference_and_refused(text: str) -> None:
    compared = compare(text.encode())

    assert load("cookies.yaml", text.encode()).data is None
    assert compared.verdict == "refused for what the reference notes"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 1\na: 2\nb: *c", None),
        ("a: 1\na: 2\n", {"a": 1}),
        ("a: &a {b: 1, c: 2}\nd: {<<: [*a, {e: 3}], c: 4}\n", None),
        ("&a x: &b 010\n*b : *a\n? |\n  k\n: [.inf, -0, +1, 1., 0o17, 0x1F, NO, ~]\n", None),
    ],
)
def test_the_two_readers_agree_on_what_is_easily_read_in_another_way(
    text: str, data: object
) -> None:
    compared = compare(text.encode())

    assert compared.new is None
    assert data is None or load("cookies.yaml", text.encode()).data == data
