from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from policylint.policy import FORMATS
from policylint.policy.blocks import Policy
from policylint.policy.render import render
from tests.policy.further import FURTHER

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"markdown": "md", "html": "html", "text": "txt", "json": "json"}


@pytest.mark.parametrize("language", ["en", "fr", *FURTHER])
@pytest.mark.parametrize("format_name", FORMATS)
def test_the_policy_reads_as_reviewed(
    data: Any,
    write: Callable[..., Policy],
    golden: Callable[[Path, str], None],
    language: str,
    format_name: str,
) -> None:
    document = write(data, language).document

    golden(GOLDEN / f"ductus.{language}.{SUFFIXES[format_name]}", render(document, format_name))


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_inventory_gives_the_same_bytes(
    data: Any, write: Callable[..., Policy], format_name: str
) -> None:
    first, second = (render(write(data).document, format_name) for _ in range(2))

    assert first == second
