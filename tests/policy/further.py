"""Languages that the inventory of these tests has no texts in: what to add, and to look for."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "languages"
FURTHER = {one.stem: one for one in sorted(FOLDER.glob("*.yaml"))}


def further(language: str) -> dict[str, Any]:
    """Read the customer's texts in a further language, and what the policy must say in it."""
    loaded: dict[str, Any] = yaml.safe_load(FURTHER[language].read_text(encoding="utf-8"))
    return loaded


def with_texts(data: Any, language: str, texts: dict[str, str]) -> Any:
    """Add a language to every text that has others, and to the site."""
    if isinstance(data, list):
        return [with_texts(one, language, texts) for one in data]
    if not isinstance(data, dict):
        return data
    if set(data) == {"en", "fr"}:
        return {**data, language: texts[data["en"]]}
    found = {key: with_texts(one, language, texts) for key, one in data.items()}
    if "languages" in found:
        found["languages"] = [*found["languages"], language]
    return found
