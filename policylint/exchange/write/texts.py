"""Texts of an inventory and words of policylint in the language of an export."""

from html import escape

from policylint.i18n import languages
from policylint.i18n.catalogue import Catalogue, catalogue
from policylint.i18n.durations import duration_words
from policylint.i18n.typography import NO_BREAK
from policylint.model.inventory import Inventory
from policylint.model.lifetime import DAY, Lifetime
from policylint.model.texts import LocalizedText

_YEAR_DAYS = 365


def words(language: str) -> Catalogue:
    """Open the words of policylint in a language, or in English where it does not speak it."""
    base = language.partition("-")[0]
    return catalogue(base if base in languages() else "en")


def speaks(language: str) -> bool:
    """Tell whether policylint has words of its own in a language."""
    return language.partition("-")[0] in languages()


def read(text: LocalizedText | None, inventory: Inventory, language: str) -> str | None:
    """Give a text in a language, None where it is not told."""
    return text.read(language, inventory.site.languages[0]) if text is not None else None


def plain(text: LocalizedText | None, inventory: Inventory, language: str) -> str:
    """Give a text in a language, else as it was written in any; nothing where there is none."""
    if text is None:
        return ""
    found = read(text, inventory, language)
    return found or text.plain or next(iter(text.by_language.values()), "")


def html(text: str) -> str:
    """Escape a text that a consent platform puts into a page as HTML."""
    return escape(text, quote=True)


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def lifetime_words(lifetime: Lifetime, language: str) -> str:
    """Write a lifetime for readers: 'Session', '13 months', '13 mois'."""
    if lifetime.is_session:
        return "Session"
    said = duration_words(lifetime.text, lifetime.amounts, words(language).language)
    return said.replace(NO_BREAK, " ")


def whole_days(lifetime: Lifetime | None) -> int | None:
    """Count the whole days of a duration, a year as 365; None where there is no such figure."""
    if lifetime is None or lifetime.is_session or lifetime.is_unbounded:
        return None
    days = lifetime.months * _YEAR_DAYS // 12 + lifetime.seconds // DAY
    return days or None
