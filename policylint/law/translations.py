"""Names of legal texts, places and authorities in languages other than English and French.

They stand in `languages/<tag>.yaml`, one file per language, which is read when a text is written
in that language. English and French stand beside each fact; French has its places here only.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

WITH_THE_FACTS = frozenset({"en", "fr"})
SECTIONS = ("titles", "names", "authorities", "places", "citation")


def translated(language: str, section: str, key: str) -> str | None:
    """Find a name in a language, None where it has none of its own."""
    return None if language in WITH_THE_FACTS else table(language).get(section, {}).get(key)


@cache
def table(language: str) -> Mapping[str, Mapping[str, str]]:
    """Read the names of a language; nothing for a language that has no file."""
    file = files("policylint.law").joinpath("languages", f"{language}.yaml")
    if not file.is_file():
        return {}
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    read: Any = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - text only
    return {section: read.get(section) or {} for section in SECTIONS}
