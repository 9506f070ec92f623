"""The words of one language, with the law that they speak of; no inventory is known here."""

from collections.abc import Iterable, Sequence
from datetime import date

from policylint.i18n.catalogue import catalogue
from policylint.i18n.dates import date_words
from policylint.i18n.durations import duration_words
from policylint.i18n.lists import apart, before_last, join_words
from policylint.i18n.typography import typeset
from policylint.law.citation import Instrument, Provision
from policylint.law.jurisdictions import Pack
from policylint.model.lifetime import Lifetime
from policylint.policy.blocks import (
    Block,
    Contents,
    Day,
    Foreign,
    Heading,
    Link,
    Span,
    Spans,
    Words,
)
from policylint.policy.plain import plain_spans

Value = str | Span | Spans
SECTION = 2
"""The level of the headings that contents list."""


class Phrases:
    """Writes glossary words, lists, citations, durations and days in one language."""

    def __init__(self, packs: Sequence[Pack], language: str) -> None:
        self.packs = packs
        self.language = language
        self.speech = language.partition("-")[0]
        self.words = catalogue(self.speech)
        self.fallbacks: dict[str, None] = {}
        """What stands in English, for there are no words of ours in the language."""

    def label(self, key: str) -> str:
        """Give a label."""
        return self.words.text(f"ui.label.{key}")

    def term(self, vocabulary: str, word: str) -> str:
        """Give the word of the glossary for a word of the inventory."""
        return self.words.text(f"legal.{vocabulary}.{word}")

    def terms(self, vocabulary: str, words: Iterable[str]) -> str:
        """Write several words of the glossary as a list, each once."""
        known = dict.fromkeys(self.term(vocabulary, word) for word in words)
        return join_words(list(known), self.speech)

    def join(self, items: Iterable[Value]) -> Spans:
        """Write a list of names or links: 'a, b and c'."""
        every = [spans_of(item) for item in items]
        joined: list[Span] = []
        for index, spans in enumerate(every):
            if index:
                is_last = index == len(every) - 1
                joined.append(Words(before_last(spans[0].text, self.speech) if is_last else ", "))
            joined.extend(spans)
        return tuple(joined)

    def join_apart(self, items: Iterable[Value]) -> Spans:
        """Write a list of what has commas of its own: 'a, b; c'."""
        every = [spans_of(item) for item in items]
        joint = Words(self.apart(["", ""]))
        return tuple(
            span for n, spans in enumerate(every) for span in ((joint,) if n else ()) + spans
        )

    def labelled(self, label: str, value: str) -> str:
        """Write a value after its name: 'France: statistics'."""
        return self.words.text("ui.label.colon", label=label, value=value)

    def percent(self, share: float) -> str:
        """Write a share as a whole percentage, with or without a space as the CLDR has it."""
        return self.words.text("ui.share.percent", number=round(100 * share))

    def apart(self, parts: Sequence[str]) -> str:
        """Write parts that have commas of their own: 'a, b; c'."""
        return apart(parts, self.speech)

    def contents(self, blocks: Iterable[Block]) -> Contents:
        """List the sections."""
        links = tuple(
            Link(plain_spans(one.spans), f"#{one.anchor}")
            for one in blocks
            if isinstance(one, Heading) and one.level == SECTION
        )
        return Contents(self.label("contents"), links)

    def aside(self, text: Value, aside: Value) -> Spans:
        """Write something with an explanation in brackets."""
        return (*spans_of(text), Words(" ("), *spans_of(aside), Words(")"))

    def in_language(self, language: str) -> str:
        """Say in which language a text is; by its tag where policylint has no word for it."""
        key = f"ui.language.{language.partition('-')[0]}"
        name = self.words.text(key) if self.words.knows(key) else language
        return self.words.text("ui.label.foreign", language=name)

    def country(self, code: str) -> str:
        """Give the name of a country."""
        return self.words.text(f"countries.{code}")

    def jurisdiction(self, code: str) -> str:
        """Give the name of a jurisdiction."""
        code = {"UK": "GB"}.get(code, code)
        for key in (f"countries.{code}", f"ui.jurisdiction.{code}"):
            if self.words.knows(key):
                return self.words.text(key)
        return code

    def places(self, packs: Iterable[Pack]) -> str:
        """Write the names of jurisdictions as a list."""
        return join_words([self.jurisdiction(pack.code) for pack in packs], self.speech)

    def cite(self, provision: Provision) -> str:
        """Write a citation."""
        return typeset(provision.cite(self.speech), self.speech)

    def cited(self, provision: Provision) -> Span:
        """Write a citation, marked as English where there are no words for it."""
        if provision.speaks(self.speech):
            return Words(self.cite(provision))
        english = provision.cite("en")
        self.fallbacks.setdefault(english)
        return Foreign(english, "en", self.in_language("en"))

    def cited_link(self, provision: Provision) -> Link:
        """Write a citation that leads to its text."""
        if provision.speaks(self.speech):
            return Link(self.cite(provision), provision.link)
        self.fallbacks.setdefault(provision.cite("en"))
        return Link(provision.cite("en"), provision.link, "en")

    def title_link(self, text: Instrument) -> Link:
        """Write the title of a legal text."""
        if text.speaks(self.speech):
            return Link(text.title(self.speech), text.url)
        self.fallbacks.setdefault(text.title("en"))
        return Link(text.title("en"), text.url, "en")

    def duration(self, lifetime: Lifetime, *, in_tab: bool = False) -> str:
        """Write a duration in its author's own unit."""
        return duration_words(lifetime.text, lifetime.amounts, self.speech, in_tab=in_tab)

    def day(self, day: date) -> Day:
        """Write a day."""
        return Day(date_words(day, self.speech), day.isoformat())


def spans_of(value: Value) -> Spans:
    """Give what stands for a placeholder as spans."""
    if isinstance(value, str):
        return (Words(value),)
    return value if isinstance(value, tuple) else (value,)
