from pathlib import Path
from typing import Any

import pytest

from policylint.model.digest import content_digest, facts_digest
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.source.load import load

STUDIO = Path(__file__).parents[2] / "examples" / "studio-ductus" / "cookies.yaml"


def inventory_of(text: str) -> Inventory:
    data: Any = load("cookies.yaml", text.encode()).data
    inventory = read(Inventory, data)
    assert inventory is not None
    return inventory


def digest_of(text: str) -> str:
    return content_digest(inventory_of(text))


def facts_of(text: str) -> str:
    return facts_digest(inventory_of(text))


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


def test_the_order_of_a_list_is_no_content_but_that_of_languages_is() -> None:
    frame = MINIMAL.replace("languages: [en]", "languages: [en, fr]")
    one, two = (
        f"{frame}  - {{name: b, category: essential, purposes: [{purposes}]}}\n"
        for purposes in ("security, authentication", "authentication, security")
    )

    assert digest_of(one) == digest_of(two)
    assert digest_of(frame) != digest_of(frame.replace("[en, fr]", "[fr, en]"))


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Counts", "Coutns", True),
        ("{en: Counts, fr: Compte}", "{fr: Comtpe, en: Counts}", True),
        ("{en: Counts, fr: Compte}", "{en: Counts}", False),
        (", description: {en: Counts, fr: Compte}", "", False),
        ("note: so", "note: sos", False),
        ("session", "1 day", False),
        ("opt_out: here", "opt_out: there", False),
    ],
)
def test_only_the_words_of_descriptions_are_no_facts(old: str, new: str, *, same: bool) -> None:
    entry = (
        "  - {name: b, category: essential, purposes: [security], lifetime: session, note: so,"
        " opt_out: here, description: {en: Counts, fr: Compte}}\n"
    )
    assert old in entry

    first, second = (facts_of(MINIMAL + one) for one in (entry, entry.replace(old, new)))

    assert (first == second) is same


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
