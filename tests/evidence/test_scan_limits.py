"""A limit that a scan wrote is the same sentence again where its file is read."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from policylint.evidence import scan_limits
from policylint.evidence.document_parts import Collection, Limitation
from policylint.evidence.document_write import evidence_text
from policylint.evidence.observation import Evidence
from policylint.model.sentence import Sentence
from tests.evidence.recordings import read

OURS = (
    scan_limits.NOT_STORED,
    scan_limits.NOT_TRIED,
    scan_limits.INTERRUPTED,
    scan_limits.ended_after("300"),
    scan_limits.too_many("1,234,567"),
)


def limits(folder: Path, texts: Sequence[str]) -> Sequence[str]:
    told = [Limitation(code="scan", text=text) for text in texts]
    path = folder / "evidence.json"
    collection = Collection(collector="manual", limitations=told)
    nothing = Evidence(files=(), observations=(), contacts=(), signals=(), phases=())
    path.write_text(evidence_text(nothing, collection), encoding="utf-8")
    return read(str(path)).files[0].limits


def test_what_a_scan_wrote_can_be_said_in_another_language(tmp_path: Path) -> None:
    found = limits(tmp_path, OURS)

    assert tuple(found) == OURS
    for one, ours in zip(found, OURS, strict=True):
        assert isinstance(one, Sentence)
        assert (one.template, one.values) == (ours.template, ours.values)


@pytest.mark.parametrize(
    "text",
    [
        "the scan was interrupted!",
        "the scan ended after {seconds} s, before it was through",
        "the scan ended after 3 s, before it was through by 4",
        "the scan ended after ³ s, before it was through",
        "12",
    ],
)
def test_what_somebody_else_wrote_stays_as_it_is(tmp_path: Path, text: str) -> None:
    (found,) = limits(tmp_path, [text])

    assert found == text
    assert not isinstance(found, Sentence)
