"""Configurations of every kind: settings, or one sentence, and never anything else."""

import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.configuration import INVENTORY, SEED, draw, examine
from tests.fuzz.seeds import ROOT
from tests.fuzz.whole import working_folder

DRAWN = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("configuration")
    shutil.copy(ROOT / "examples" / "minimal" / "cookies.yaml", found / INVENTORY)
    return found


def test_drawn_configurations_are_settings_or_a_wrong_usage(folder: Path) -> None:
    with working_folder(str(folder)):
        read = [examine(draw(Random(seed))) for seed in range(DRAWN)]
        known = examine(SEED)

    assert known is not None
    assert 0 < sum(1 for one in read if one is not None) < DRAWN


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_no_bytes_are_more_than_a_wrong_usage(folder: Path, content: bytes) -> None:
    with working_folder(str(folder)):
        examine(content)


@pytest.mark.parametrize(
    "content",
    [
        b"\x00",
        b"\xff\xfe",
        b"a = " + b"[" * 100_000,
        b"x = " + b"9" * 5_000,
        b'select = ["' + b"x" * 900_000 + b'"]',
        # 24 GB of memory were not enough for this one
        b"x." * 100_000 + b"y = 1",
        b"[" + b'"x" . ' * 50_000 + b"y]",
        b"a = 1\nb = {" + b"'x'." * 51 + b"y = 1}",
        b'"\\ud800" = 1',
        b'fail-on = "error"\nfail-on = "error"',
        b"jurisdictions = [[[]]]",
        b'[[waivers]]\nrule = "LIF001"\nexpires = 9999-99-99',
        b"[" * 2_000_000,
    ],
    ids=range(13),
)
def test_a_hostile_configuration_is_a_wrong_usage(folder: Path, content: bytes) -> None:
    with working_folder(str(folder)):
        assert examine(content) is None
