"""What a section is written with: the facts, the words, and a note of every clause left out."""

from collections.abc import Iterable, Iterator, Sequence

from policylint.law.jurisdictions import Pack
from policylint.model.cookie import Cookie
from policylint.model.inventory import Inventory
from policylint.model.terms import VendorRole
from policylint.model.texts import LocalizedText
from policylint.model.vendor import Vendor
from policylint.policy.blocks import (
    SENTENCE_GAP,
    Code,
    Foreign,
    Heading,
    LeftOut,
    Paragraph,
    Pointer,
    Span,
    Spans,
    Words,
)
from policylint.policy.phrases import Phrases, Value, spans_of
from policylint.policy.sources import SOURCES


class Writer(Phrases):
    """The inventory and the law on one side, the words of one language on the other."""

    def __init__(self, inventory: Inventory, packs: Sequence[Pack], language: str) -> None:
        super().__init__(packs, language)
        self.inventory = inventory
        self.section = ""
        self.heading_key = "heading"
        self.left_out: dict[tuple[str, Pointer], LeftOut] = {}
        self._places = {id(one): place for place, one in enumerate(inventory.cookies)}

    def leave_out(self, clause: str, pointer: Pointer, reason: str | None = None) -> None:
        """Note that a clause, a noun phrase, lacks the field that the pointer names.

        A section lacks a field once: the first clause that misses it stands for the others.
        """
        found = LeftOut(self.section, clause, pointer, reason or f"declare {_field(pointer)}")
        self.left_out.setdefault((self.section, pointer), found)

    def say(self, key: str, **values: Value) -> Spans:
        """Write a phrase of `policy.yaml` whose placeholders hold words, links or names."""
        spans: list[Span] = []
        sources = SOURCES.get(key, ())
        for part, is_name in self.words.parts(f"policy.{key}"):
            spans.extend(spans_of(values[part]) if is_name else (Words(part, sources),))
        return tuple(spans)

    def paragraph(self, key: str, **values: Value) -> Paragraph:
        """Write a phrase as a paragraph."""
        return Paragraph(self.say(key, **values))

    def glossary(self, vocabulary: str, word: str) -> Paragraph:
        """Write a sentence of the glossary as a paragraph."""
        return Paragraph((Words(self.term(vocabulary, word), SOURCES.get(vocabulary, ())),))

    def count(self, key: str, count: int) -> Paragraph:
        """Write a phrase that counts."""
        words = self.words.plural(f"policy.{key}", count)
        return Paragraph((Words(words, SOURCES.get(key, ())),))

    def code(self, cookie: Cookie) -> Code:
        """Write the name of a cookie of the inventory."""
        return Code(cookie.name, (("cookies", self._places[id(cookie)], "name"),))

    def run_on(self, sentences: Iterable[Paragraph]) -> Iterator[Paragraph]:
        """Set sentences one after the other in a single paragraph; none for no sentences."""
        spans: list[Span] = []
        for sentence in sentences:
            spans += [*([SENTENCE_GAP] if spans else []), *sentence.spans]
        if spans:
            yield Paragraph(tuple(spans))

    def role(self, role: VendorRole) -> Spans:
        """Name the role of a vendor, and say what it means."""
        detail = self.term("vendor-role-detail", role)
        return self.aside(self.term("vendor-role", role), detail)

    def heading(self, level: int = 2) -> Heading:
        """Write the heading of the section at hand."""
        return Heading(level, self.say(f"{self.section}.{self.heading_key}"), self.section)

    def own(self, text: LocalizedText | None, clause: str, *pointer: str | int) -> Words | None:
        """Give a text of the user in the page's language; without one, leave the clause out."""
        if text is None:
            self.leave_out(clause, pointer)
            return None
        found = text.read(self.language, self.first)
        if found is None:
            self.leave_out(clause, pointer, f"declare {_field(pointer)} in '{self.language}'")
            return None
        return Words(found, (pointer,))

    def sentence(
        self, text: LocalizedText | None, clause: str, *pointer: str | int
    ) -> Words | None:
        """Give a text of the user without its full stop, for the phrase brings its own."""
        found = self.own(text, clause, *pointer)
        return Words(found.text.strip().rstrip("."), found.sources) if found else None

    def foreign(self, text: LocalizedText) -> Foreign | None:
        """Give a text in a language that it has, marked with that language."""
        for language in sorted(
            text.languages(self.first), key=lambda one: (one != self.first, one)
        ):
            found = text.read(language, self.first)
            if found:
                return Foreign(found, language, self.in_language(language))
        return None

    @property
    def first(self) -> str:
        """Give the language of texts that do not name theirs."""
        return self.inventory.site.languages[0]

    def product(self, vendor: Vendor) -> str | None:
        """Give the name of a service; a name holds in every language."""
        if vendor.service is None:
            return None
        found = vendor.service.read(self.language, self.first)
        foreign = self.foreign(vendor.service)
        return found or (foreign.text if foreign else None)


def _field(pointer: Pointer) -> str:
    """Name a field as its author writes it: from its entry on, without places in lists."""
    entry = 2 if pointer[0] in {"cookies", "vendors"} else 0
    return f"'{'.'.join(part for part in pointer[entry:] if isinstance(part, str))}'"
