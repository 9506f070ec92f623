"""Citations in languages other than English: `article 6, paragraphe 1, point a), du RGPD`."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from policylint.law.translations import table, translated

if TYPE_CHECKING:
    from policylint.law.citation import Provision

# What each part is called, how parts are joined, and what stands before the name of the text.
# `alone` is for a place of one part. Other languages have these words in their own file, and may
# have `numbered` for a point that is a figure («punto 11») and `regulation` for a unit of
# statutory instruments; without it, they call that an article. Portuguese writes the number of an
# article as an ordinal: `article-lettered` is for those with a letter in texts of the Union, which
# have a Portuguese wording («artigo 88.º-A»), `article-other` for the rest («artigo 45c»).
_FRENCH = {
    "article": "article {}",
    "section-sign": "§ {}",
    "paragraph": "paragraphe {}",
    "point": "point {})",
    "joint": ", ",
    "before-name": ", ",
    "before-name-alone": " ",
}
_LETTERED = re.compile(r"([0-9]+)([a-zA-Z])")
_OF_THE_UNION = "https://eur-lex.europa.eu/"
_UNITS = {"art.": "article", "reg.": "regulation", "§": "section-sign"}


def cite(provision: "Provision", language: str) -> str:
    """Write a citation in a language other than English."""
    words = _FRENCH if language == "fr" else table(language).get("citation")
    text = provision.instrument
    name = text.names.get(language) or translated(language, "names", text.key)
    if not words:
        return provision.cite("en")
    parts = _parts(provision, language, words)
    if not parts:
        return text.title(language)
    place = words["joint"].join(parts)
    before = words["before-name" if words["joint"] in place else "before-name-alone"]
    return f"{place}{before}{name or text.names['en']}"


def has_words(provision: "Provision", language: str) -> bool:
    """Tell whether there are words for a citation, and a name of its text."""
    text = provision.instrument
    words = _FRENCH if language == "fr" else table(language).get("citation")
    return bool(words and (text.names.get(language) or translated(language, "names", text.key)))


def _parts(provision: "Provision", language: str, words: Mapping[str, str]) -> list[str]:
    found = [_unit(provision, words)] if provision.article else []
    found += [(words["paragraph"], provision.paragraph)] if provision.paragraph else []
    if provision.point:
        kind = "numbered" if provision.point.isdigit() and "numbered" in words else "point"
        found.append((words[kind], provision.point))
    parts = [form.replace("{}", value) for form, value in found]
    return [*parts, _place(provision.section, language)] if provision.section else parts


def _unit(provision: "Provision", words: Mapping[str, str]) -> tuple[str, str]:
    """Give the form of an article or section, and its number."""
    number = provision.article or ""
    form = words.get(_UNITS[provision.unit], words["article"])
    if form != words["article"] or number.isdigit():
        return form, number
    lettered = _LETTERED.fullmatch(number)
    is_of_the_union = provision.instrument.url.startswith(_OF_THE_UNION)
    if lettered and is_of_the_union and "article-lettered" in words:
        return words["article-lettered"].replace("{letter}", lettered[2].upper()), lettered[1]
    return words.get("article-other", form), number


def _place(section: str, language: str) -> str:
    """Translate a place that is no article, such as `recital 30`, as far as there are words."""
    for english, other in table(language).get("places", {}).items():
        section = section.replace(english, other)
    return section
