"""Inventories for the tests of exports: hostile ones, and drawn ones that are valid."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from random import Random
from typing import Any, get_args

from hypothesis import strategies as st

from policylint.exchange.write import FORMATS
from policylint.exchange.write.wanted import Wanted
from policylint.model.inventory import Inventory
from policylint.model.read import read
from policylint.model.terms import Category, Purpose
from policylint.source.load import load
from tests.fuzz.inventories import draw_inventory

DAY = date(2026, 11, 23)
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--",
    "]]>",
    "a\u2028b\u2029c",
    "'; alert(1); '",
    '"; alert(1); "',
    "`${alert(1)}`",
    "*/ alert(1) /*",
    "\\u003c\\",
    "=HYPERLINK(1)",
    "+1;=1+1",
    "'=1",
    "@SUM(1)",
    "-1",
    "left\u202eright",
    "\x1b[31mred",
    "a\r\nb",
    "[click](javascript:alert(1))",
    "| a | b |",
    "<b>&amp;",
    "www.evil.example",
    "__proto__",
    "^a(b",
    "a/b*c",
    "x: [y, {z}]",
    "🍪",
)


# In tables `xxx` and `...` are read as placeholders for any text, as people write them.
NAMES = st.from_regex(
    r"[A-Za-z_][A-Za-z0-9_.!$+~-]{0,12}(?:_\*|[A-Za-z0-9])(?:[a-z]{1,3})?", fullmatch=True
).filter(lambda name: not re.search(r"(?i)xxx|\.\.", name))
LIFETIMES = ("session", "13 months", "P1Y", "30 minutes", "1 year 1 month", "400 days", "2 weeks")
VENDORS: Mapping[str, Mapping[str, str]] = {
    "stats": {"name": "Stats Example Ltd", "country": "IE", "service": "Stats Example"},
    "acme": {"name": "Acme Metrics B.V.", "country": "NL"},
}


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    """Draw an entry with a name that a browser takes."""
    purposes = st.lists(st.sampled_from(get_args(Purpose)), min_size=1, max_size=3, unique=True)
    found: dict[str, Any] = {
        "name": draw(NAMES),
        "category": draw(st.sampled_from(get_args(Category))),
        "purposes": draw(purposes),
        "description": draw(st.sampled_from(("Counts visits.", "Keeps <b> & 'c'.", "x"))),
        "lifetime": draw(st.sampled_from(LIFETIMES)),
    }
    optional = {
        "vendor": tuple(VENDORS),
        "storage": ("cookie", "cookie", "local-storage"),
        "domain": ("a.example", ".ads.example"),
        "path": ("/", "/shop"),
    }
    for field, choices in optional.items():
        if draw(st.booleans()):
            found[field] = draw(st.sampled_from(choices))
    return found


@st.composite
def inventories(draw: st.DrawFn) -> Inventory:
    """Draw an inventory as a person may write it, each name once."""
    cookies = draw(st.lists(entries(), min_size=1, max_size=6, unique_by=lambda one: one["name"]))
    languages = draw(st.sampled_from((["en"], ["en", "fr"], ["de", "en"])))
    site = {"name": "A", "url": "https://a.example", "jurisdictions": ["FR"]}
    return model(
        {
            "version": 1,
            "site": {**site, "languages": languages},
            "controller": {"name": "A SAS", "country": "FR"},
            "vendors": {key: dict(one) for key, one in VENDORS.items()},
            "cookies": cookies,
        }
    )


def hostile_data() -> dict[str, Any]:
    """Make an inventory whose every text is one that means harm."""
    cookies = [
        {
            "name": text,
            "category": ("essential", "improvement")[index % 2],
            "purposes": ["survey"] if index % 3 else ["advertising", "retargeting"],
            "description": text,
            "lifetime": ("session", "13 months", "until-cleared")[index % 3],
            "vendor": "v" if index % 4 else "w",
            "record": text,
            "personal_data": True,
        }
        for index, text in enumerate(HOSTILE)
    ]
    vendor = {"country": "FR", "privacy_policy": "https://v.example/?a=1&b='\"x"}
    return {
        "version": 1,
        "site": {
            "name": "".join(HOSTILE),
            "url": "https://a.example",
            "jurisdictions": ["FR"],
            "languages": ["en", "de"],
            "policy_url": "https://a.example/'\"&x",
        },
        "controller": {"name": HOSTILE[0], "country": "FR", "address": HOSTILE[2]},
        "consent": {"choice_cookie": HOSTILE[0], "validity": "6 months"},
        "vendors": {
            "v": {"name": HOSTILE[0], "service": HOSTILE[1], **vendor},
            "w": {"name": HOSTILE[9], **vendor},
        },
        "cookies": cookies,
    }


def model(data: Any) -> Inventory:
    """Read plain data that must be valid."""
    inventory = read(Inventory, data)
    assert inventory is not None
    return inventory


def drawn(count: int) -> Iterator[Inventory]:
    """Draw inventories until so many of them are valid."""
    for seed in range(50 * count):
        content = draw_inventory(Random(seed))  # noqa: S311 - no secret
        found = read(Inventory, load("drawn.yaml", content).data)
        if found is not None:
            yield found
            count -= 1
        if not count:
            return
    raise AssertionError("too few drawn inventories are valid")


def written(inventory: Inventory, form: str) -> str:
    """Write an inventory, a disclosure of its first vendor."""
    return _module(form).write(inventory, wanted(inventory))  # type: ignore[no-any-return]


def remarks(inventory: Inventory, form: str) -> list[str]:
    """List what is told of an export."""
    return list(_module(form).remarks(inventory, wanted(inventory)))


def wanted(inventory: Inventory) -> Wanted:
    """Ask for every language of a site, and for its first vendor."""
    languages = list(dict.fromkeys(inventory.site.languages))
    return Wanted(languages=languages, as_of=DAY, vendor=next(iter(inventory.vendors), None))


def forms_for(inventory: Inventory) -> list[str]:
    """List the formats that an inventory can be written in: a disclosure needs a vendor."""
    return [name for name in FORMATS if name != "iab" or inventory.vendors]


def _module(form: str) -> Any:
    return import_module(f"policylint.exchange.write.{FORMATS[form][0]}")


def folded(name: str) -> str:
    """Write runs of `*` as one, which covers the same names."""
    return re.sub(r"\*+", "*", name)
