from pathlib import Path
from typing import Any

import pytest

from policylint.model.digest import content_digest
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.source.load import load

STUDIO = Path(__file__).parents[2] / "examples" / "studio-ductus" / "cookies.yaml"


def digest_of(text: str) -> str:
    data: Any = load("cookies.yaml", text.encode()).data
    inventory = read(Inventory, data)
    assert inventory is not None
    return content_digest(inventory)


def before(text: str, old: str, new: str) -> tuple[str, str]:
    assert old in text
    return digest_of(text), digest_of(text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("version: 1\n", "version: 1\n# a remark\n"),
        ("lifetime: 13 months", "lifetime: P13M"),
        ("    category: essential\n", "    owner: somebody else\n    category: essential\n"),
        ("    category: essential\n", "    reviewed: 2026-01-01\n    category: essential\n"),
        ("    category: essential\n", "    x-team: web\n    category: essential\n"),
        ("    category: essential\n", "    storage: cookie\n    category: essential\n"),
    ],
)
def test_what_is_no_content_keeps_the_digest(old: str, new: str) -> None:
    text = MINIMAL
    first, second = before(text, old, new)

    assert first == second


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lifetime: 13 months", "lifetime: 14 months"),
        ("category: essential", "category: improvement"),
        ("    category: essential\n", "    note: it is so\n    category: essential\n"),
        ("name: A\n", "name: B\n"),
    ],
)
def test_what_is_content_changes_the_digest(old: str, new: str) -> None:
    first, second = before(MINIMAL, old, new)

    assert first != second


def test_the_order_of_entries_and_keys_is_no_content() -> None:
    one, two = (
        "  - {name: a, category: essential, purposes: [security]}\n",
        ("  - {purposes: [security], name: b, category: essential}\n"),
    )
    frame = MINIMAL.partition("cookies:\n")[0] + "cookies:\n"

    assert digest_of(frame + one + two) == digest_of(frame + two + one)


def test_the_digest_of_the_first_customer_is_of_their_whole_file() -> None:
    text = STUDIO.read_text(encoding="utf-8")

    assert digest_of(text).startswith("sha256:")
    assert digest_of(text) != digest_of(text.replace("Google Ireland Limited", "Google LLC"))


MINIMAL = """\
version: 1
site: {name: S, url: "https://s.example", jurisdictions: [FR], languages: [en]}
controller:
  name: A
  country: FR
cookies:
  - name: sticky
    category: essential
    purposes: [load-balancing]
    lifetime: 13 months
"""
