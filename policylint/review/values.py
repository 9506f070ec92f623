"""What a fact was and is, in the words of a language: durations, words of vocabularies, texts.

Names, addresses and attributes stand as they are.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from policylint.model.cookie import Cookie
from policylint.model.lifetime import Lifetime
from policylint.model.plain import plain
from policylint.model.record import Record
from policylint.model.texts import LegalBasis, LocalizedText, Retention
from policylint.model.vendor import Transfer, Vendor
from policylint.policy.blocks import Code, Foreign, Span, Spans, Words
from policylint.review.change import Change, Held
from policylint.review.writer import ReviewWriter

# The vocabulary of the glossary that the words of a field are from.
VOCABULARIES: Mapping[str, str] = {
    "purposes": "purpose",
    "category": "category",
    "consent": "consent-mode",
    "exemption": "limb",
    "exempt_in": "exemption-name",
    "legal_basis": "legal-basis-name",
    "party": "party",
    "renewal": "renewal",
    "set_by": "setter",
    "data": "data-kind",
    "value_holds": "data-kind",
    "uses": "measurement-use",
    "role": "vendor-role",
    "mechanism": "transfer-mechanism",
    "accept": "choice",
    "settings": "choice",
    "reject": "reject-choice",
    "prechecked": "group",
    "implied_by": "implied-sign",
    "wall": "wall",
    "on_expiry": "expiry-effect",
    "fields": "proof-field",
    "gpc": "signal-effect",
    "asks_again_on": "consent-trigger",
    "google_consent_mode": "consent-mode-of-google",
}
_NOTHING = (Words("—"),)


def before_and_after(writer: ReviewWriter, change: Change) -> tuple[Spans, Spans]:
    """Write what was and what is; nothing is a dash."""
    held = change.was, change.now
    before, after = (one.value if one else None for one in held)
    return _words(writer, change, held[0], after), _words(writer, change, held[1], before)


def _words(writer: ReviewWriter, change: Change, held: Held | None, other: Any) -> Spans:
    if held is None:
        return _NOTHING
    return _Values(writer, held.first).write(change.field or "", held.value, other)


class _Values:
    """Writes what a field holds; of two records of one kind, only what they differ in."""

    def __init__(self, writer: ReviewWriter, first: str) -> None:
        self.writer = writer
        self.first = first

    def write(self, field: str, value: Any, other: Any = None) -> Spans:
        """Write a value of a field."""
        match value:
            case None:
                return self._absent(field)
            case Record():
                return self._record(value, other)
            case LocalizedText():
                return self._text(value, other)
            case Retention() | LegalBasis():
                return self.write(field, _form_of(value), _form_of(other))
            case tuple() | list() | Mapping():
                return self._several(field, value) or (Words(self.writer.text("value.none")),)
        return (self._leaf(field, value),)

    def _absent(self, field: str) -> Spans:
        """Say that there is no value: a cookie of no vendor is one of the site itself."""
        return (Words(self.writer.text("value.own")),) if field == "vendor" else _NOTHING

    def _several(self, field: str, value: Any) -> Spans:
        if isinstance(value, Mapping):
            return self._apart(
                [self._of(self.writer.jurisdiction(key), field, value[key]) for key in value]
            )
        return self.writer.join([self.write(field, one) for one in value])

    def _record(self, value: Record, other: Any) -> Spans:
        match value:
            case Cookie():
                return self.write("purposes", value.purposes)
            case Vendor():
                return self.writer.aside(value.name, self.writer.country(value.country))
            case Transfer() if not _differs_in_details(value, other):
                return self._of(self.writer.country(value.country), "mechanism", value.mechanism)
        parts: list[Spans] = []
        for name in type(value).__annotations__:
            held = getattr(value, name)
            beside = getattr(other, name) if type(other) is type(value) else None
            if plain(held, self.first) != plain(beside, self.first):
                parts.append((Code(name), Words(self._colon), *self.write(name, held, beside)))
        return self._apart(parts) or _NOTHING

    def _of(self, place: str, field: str, value: Any) -> Spans:
        return (Words(f"{place}{self._colon}"), *self.write(field, value))

    def _leaf(self, field: str, value: Any) -> Span:
        match value:
            case bool():
                return Words(self.writer.text(f"value.{'yes' if value else 'no'}"))
            case Lifetime():
                return Words(self.writer.duration(value))
            case date():
                return self.writer.day(value)
        return Words(self._word(field, value))

    def _word(self, field: str, value: Any) -> str:
        if field in VOCABULARIES and isinstance(value, str):  # clicks to accept are a number
            return self.writer.term(VOCABULARIES[field], value)
        match field:
            case "country":
                return self.writer.country(value)
            case "jurisdictions":
                return self.writer.jurisdiction(value)
            case "languages":
                return self._language(value)
        return str(value)

    def _text(self, text: LocalizedText, other: Any) -> Spans:
        """Give a text in one language, that of the report before all others.

        Of two versions, give those languages that they differ in, each by its name.
        """
        own = self._by_language(text)
        if not isinstance(other, LocalizedText):
            return (self._own_words(min(own, key=self._rank), own),)
        beside = self._by_language(other)
        every = own.keys() | beside.keys()
        changed = sorted((one for one in every if own.get(one) != beside.get(one)), key=self._rank)
        if len(every) == 1 or changed == [self.writer.speech]:
            return tuple(self._own_words(one, own) for one in changed if one in own) or _NOTHING
        return self._apart([self._named(one, own) for one in changed if one in own]) or _NOTHING

    def _by_language(self, text: LocalizedText) -> Mapping[str, str]:
        return text.by_language if text.plain is None else {self.first: text.plain}

    def _rank(self, tag: str) -> tuple[bool, bool, str]:
        return tag.partition("-")[0] != self.writer.speech, tag != self.first, tag

    def _own_words(self, tag: str, texts: Mapping[str, str]) -> Span:
        is_own = tag.partition("-")[0] == self.writer.speech
        return Words(texts[tag]) if is_own else self.writer.own_words(texts[tag], tag)

    def _named(self, tag: str, texts: Mapping[str, str]) -> Spans:
        is_own = tag.partition("-")[0] == self.writer.speech
        text = Words(texts[tag]) if is_own else Foreign(texts[tag], tag, "")
        return (Words(f"{self._language(tag)}{self._colon}"), text)

    def _language(self, tag: str) -> str:
        words, key = self.writer.words, f"ui.language.{tag.lower()}"
        return words.text(key) if words.knows(key) else tag

    @property
    def _colon(self) -> str:
        return self.writer.labelled("", "")

    def _apart(self, parts: list[Spans]) -> Spans:
        spans: list[Span] = []
        for part in parts:
            spans += [*([Words(self.writer.apart(["", ""]))] if spans else []), *part]
        return tuple(spans)


def _form_of(value: Any) -> Any:
    """Give what a retention or a legal basis is, of the two forms that each has."""
    match value:
        case Retention():
            return value.lifetime or value.criterion
        case LegalBasis():
            return value.everywhere or value.by_jurisdiction
    return None


def _differs_in_details(one: Transfer, other: Any) -> bool:
    return isinstance(other, Transfer) and one.mechanism == other.mechanism
