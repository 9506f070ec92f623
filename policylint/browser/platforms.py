"""The consent platforms whose banners the scan can work, and the words of all others."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from policylint.model.record import Record

Intent = Literal["accept", "reject", "settings", "reopen", "refuse_all", "save"]


class Platform(Record):
    """One platform; the fields are explained in `platforms.yaml`."""

    id: str
    name: str
    confirmed: Mapping[str, Any]
    accept: str
    reject: str
    settings: str | None = None
    reopen: str | None = None
    refuse_all: str | None = None
    toggles: str | None = None
    save: str | None = None
    state: str | None = None
    stores: Sequence[str] = ()
    show: str | None = None

    def keeps(self, name: str) -> bool:
        """Tell whether a name is where the platform keeps the choice."""
        return any(fnmatchcase(name, pattern) for pattern in self.stores)


@cache
def platforms() -> Sequence[Platform]:
    """List all platforms."""
    return tuple(Platform(**one) for one in _read("platforms.yaml")["platforms"])


def platform(name: str | None) -> Platform | None:
    """Find a platform by its id."""
    return next((one for one in platforms() if one.id == name), None)


@cache
def _words() -> Mapping[str, Any]:
    found: Mapping[str, Any] = _read("words.yaml")
    return found


def about() -> str:
    """Give the pattern of what a banner speaks of."""
    return str(_words()["about"]).replace(" ", "")


@cache
def phrases(intent: Intent) -> Sequence[str]:
    """List what a control is called in all languages."""
    key = "reject" if intent == "refuse_all" else intent
    return tuple(phrase for listed in _words()[key].values() for phrase in listed)


def selectors(intent: Intent) -> Sequence[Mapping[str, str]]:
    """List the selectors of all platforms that have such a control."""
    return tuple(
        {"platform": one.id, "selector": selector}
        for one in platforms()
        if (selector := getattr(one, intent))
    )


def _read(name: str) -> Any:
    text = (files("policylint.browser") / name).read_text(encoding="utf-8")
    return yaml.safe_load(text)
