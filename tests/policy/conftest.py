from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policylint.law.jurisdictions import packs_of
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.policy.blocks import Policy
from policylint.policy.compare import Difference, differences
from policylint.policy.outline import build
from policylint.policy.render import render
from policylint.source.load import load
from tests.policy.further import FURTHER, further, with_texts

HERE = Path(__file__).parent
AS_OF = date(2026, 11, 23)


@pytest.fixture
def data() -> dict[str, Any]:
    path = HERE / "ductus.yaml"
    loaded = load(path.name, path.read_bytes()).data
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture
def read_inventory() -> Callable[[Any], Inventory]:
    def read_all(data: Any) -> Inventory:
        inventory = read(Inventory, data)
        assert inventory is not None, "the test's inventory does not fit the model"
        return inventory

    return read_all


def told_in(data: Any, language: str) -> Any:
    """Give the inventory the customer's texts in a further language."""
    if language in FURTHER and language not in data["site"]["languages"]:
        return with_texts(data, language, further(language)["texts"])
    return data


@pytest.fixture
def write(read_inventory: Callable[[Any], Inventory]) -> Callable[..., Policy]:
    def write_policy(data: Any, language: str = "en", **options: Any) -> Policy:
        inventory = read_inventory(told_in(data, language))
        return build(inventory, packs_of(inventory.site.jurisdictions), language, AS_OF, **options)

    return write_policy


@pytest.fixture
def words(write: Callable[..., Policy]) -> Callable[..., str]:
    def words_of(data: Any, language: str = "en", **options: Any) -> str:
        text = render(write(data, language, **options).document, "text")
        return " ".join(text.split()).replace("\u2019", "'")

    return words_of


@pytest.fixture
def compare(read_inventory: Callable[[Any], Inventory]) -> Callable[..., list[Difference]]:
    def compare_text(
        data: Any, published: str | bytes, kind: str = "markdown", language: str = "en"
    ) -> list[Difference]:
        inventory = read_inventory(told_in(data, language))
        return differences(
            inventory, packs_of(inventory.site.jurisdictions), language, published, kind
        )

    return compare_text
