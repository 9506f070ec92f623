"""What a column called 'type' holds: a storage, a party, a category, or nothing known."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, get_args

from policylint.exchange.duration_words import fold, word_kinds
from policylint.i18n import languages
from policylint.i18n.catalogue import catalogue
from policylint.model.terms import Party, Storage

_STORAGES: Mapping[Storage, str] = {
    "cookie": "http|https|cookie|cookies|http cookie|https cookie|browser cookie|web cookie|kaka"
    "|evaste|informasjonskapsel|suti",
    "local-storage": "html|html5|local storage|localstorage|local-storage|html local storage"
    "|html5 local storage|lokaler speicher|stockage local|almacenamiento local"
    "|archiviazione locale|lokale opslag",
    "session-storage": "session storage|sessionstorage|sitzungsspeicher",
    "indexed-db": "indexeddb|indexed db|idb|indexed-db",
    "pixel": "pixel|pixel tracker|tracking pixel|web beacon|beacon|zahlpixel|pixel espion",
    "cache-storage": "cache storage|cache-storage",
    "service-worker": "service worker|service-worker",
}
_MOST_WORDS = 5
_FIRST = """first|first party|1st party|1st|own|first-party|1st-party|erstanbieter|eigene|eigenes
|interne|propre|propria|propias|propia|propio|prima parte|prime parti|eerste partij|proprio
|forstapart|forstepart|egna|ensimmainen osapuoli|wlasne|vlastni|sajat"""
_THIRD = """third|third party|3rd party|3rd|third-party|3rd-party|drittanbieter|drittpartei|tiers
|tierce|externe|de terceros|terceros|tercera parte|terza parte|terze parti|terzi|derde partij
|derden|terceira parte|tredjepart|tredjeparts|tredje part|kolmas osapuoli|zewnetrzne|treti strana"""


class CellType(NamedTuple):
    """What the words of a cell say; None where they say nothing of it."""

    storage: Storage | None = None
    party: Party | None = None
    is_known: bool = False
    is_session: bool = False


def read_type(text: str) -> CellType:
    """Read the words of a cell; each part between commas, slashes and brackets on its own."""
    words = fold(text[:200])
    if words.strip() in _storages():
        return CellType(storage=_storages()[words.strip()], is_known=True)
    parts = [" ".join(part.split()) for part in _breaks().split(words)]
    storage: Storage | None = None
    party: Party | None = None
    known = 0
    session = False
    for part in parts:
        bare = part.removesuffix(" cookies").removesuffix(" cookie").removeprefix("cookie ")
        found = _storages().get(part) or _storage_of_words(part)
        side = _parties().get(bare)
        storage, party = storage or found, party or side
        kind = word_kinds().get(bare)
        session |= kind == "session"
        known += bool(found or side or not part or kind in {"session", "persistent"})
    return CellType(storage, party, known == len(parts), session)


def read_party(text: str) -> Party | None:
    """Read a cell that holds nothing but a party."""
    words = " ".join(fold(text[:60]).split())
    known: Mapping[str, Party] = {"0": "first", "1": "third", "false": "first", "true": "third"}
    return read_type(text).party or known.get(words)


def _storage_of_words(part: str) -> Storage | None:
    """Read the types of Cookiebot in any language: `Plik cookie HTTP`, `Stockage local HTML`."""
    words = part.replace("-", " ").split()
    if len(words) > _MOST_WORDS:
        return None
    if any(word.startswith(("pixel", "piksel")) for word in words):
        return "pixel"
    return "local-storage" if "html" in words else "cookie" if "http" in words else None


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(r"[,/;()|\n+]| and | und | et ")


@cache
def _storages() -> Mapping[str, Storage]:
    found: dict[str, Storage] = {word: word for word in get_args(Storage)}
    for storage, words in _STORAGES.items():
        found |= dict.fromkeys(words.split("|"), storage)
    for language in languages():
        said = catalogue(language)  # what policylint itself writes into tables
        found |= {fold(said.text(f"legal.storage.{one}")): one for one in get_args(Storage)}
    return found


@cache
def _parties() -> Mapping[str, Party]:
    first: dict[str, Party] = {word.strip(): "first" for word in _FIRST.split("|")}
    return first | {word.strip(): "third" for word in _THIRD.split("|")}
