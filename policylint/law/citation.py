"""Places in legal texts, and how firm the ground is on which they stand."""

from collections.abc import Mapping
from typing import Literal

from policylint.model.record import Record

Force = Literal["law", "court", "authority", "guidance", "technical", "house"]
Verified = Literal["read", "secondary", "known", "unverified"]
Unit = Literal["art.", "reg.", "§"]

FORCES: Mapping[Force, str] = {
    "law": "binding law",
    "court": "binding law as a court reads it",
    "authority": "binding law as an authority reads it",
    "guidance": "guidance, not binding",
    "technical": "a technical specification",
    "house": "policylint's own limit or check, not law",
}


class Instrument(Record):
    """A legal text, a ruling or a specification.

    `titles` and `names` are per language: the full title, and the name that citations use with
    the article that the language wants before it («du RGPD»).
    """

    key: str
    titles: Mapping[str, str]
    names: Mapping[str, str]
    url: str

    def speaks(self, language: str) -> bool:
        """Tell whether it has a title in a language."""
        from policylint.law.translations import translated

        return bool(self.titles.get(language) or translated(language, "titles", self.key))

    def title(self, language: str) -> str:
        """Give the full title in a language, in English where it has none."""
        from policylint.law.translations import translated

        return (
            self.titles.get(language)
            or translated(language, "titles", self.key)
            or self.titles["en"]
        )


class Provision(Record):
    """One place in an instrument, and its force.

    `unit` is what the instrument calls its articles. `section` is a place that is no article:
    `¶68-70`, `§5.5`, `operative part 3`. `within` are the jurisdictions where it counts; None is
    everywhere.
    """

    instrument: Instrument
    unit: Unit = "art."
    article: str | None = None
    paragraph: str | None = None
    point: str | None = None
    section: str | None = None
    force: Force
    verified: Verified
    url: str | None = None
    within: frozenset[str] | None = None

    @property
    def link(self) -> str:
        """Give the address of the text."""
        return self.url or self.instrument.url

    @property
    def locator(self) -> str:
        """Write the place inside the instrument: `art. 6(1)(a)`, `¶68-70`."""
        parts = ""
        if self.article:
            parts = f"{self.unit} {self.article}"
            parts += f"({self.paragraph})" if self.paragraph else ""
            parts += f"({self.point})" if self.point else ""
        return ", ".join(part for part in (parts, self.section) if part)

    def speaks(self, language: str) -> bool:
        """Tell whether it can be cited in a language without a word of English."""
        from policylint.law.foreign_citation import has_words

        return language == "en" or has_words(self, language)

    def cite(self, language: str) -> str:
        """Write the citation in a language, short: `Article 6(1)(a) GDPR`.

        Where names carry the article that a place wants («du RGPD»), a whole text goes by its
        title.
        """
        if language != "en":
            from policylint.law.foreign_citation import cite

            return cite(self, language)
        name = self.instrument.names["en"]
        place = self.locator.replace("art. ", "Article ", 1).replace("reg. ", "Regulation ", 1)
        if self.section:
            return f"{name}, {place}"
        return f"{place} {name}" if place else name


OWN = "own"
"""The key of every text that an organisation's own rules rest on."""


def own_policy(title: str, url: str, locator: str | None = None) -> Provision:
    """Cite an organisation's own text, which is never law."""
    titles = {"en": title, "fr": title}
    text = Instrument(key=OWN, titles=titles, names=titles, url=url)
    return Provision(instrument=text, section=locator, force="house", verified="read")


def is_own(provision: Provision) -> bool:
    """Tell whether a provision is an organisation's own."""
    return provision.instrument.key == OWN
