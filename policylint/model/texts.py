"""Values that take two forms: a text per language, a basis per jurisdiction, a retention."""

from collections.abc import Mapping
from typing import Annotated, Any, get_args

from policylint.model.lifetime import DURATION, Lifetime, parse_lifetime, respell_lifetime
from policylint.model.record import MisfitError, Parsed
from policylint.model.scalars import (
    MOST_TEXT,
    describe,
    misfit,
    parse_jurisdiction,
    parse_language,
    parse_line,
)
from policylint.model.terms import LegalBasisName


class LocalizedText:
    """A text: one string in the site's first language, or a string per language."""

    __slots__ = ("by_language", "plain")

    def __init__(self, plain: str | None, by_language: Mapping[str, str]) -> None:
        self.plain = plain
        self.by_language = by_language

    def languages(self, first: str) -> frozenset[str]:
        """List the languages it is written in; `first` is the site's first language."""
        return frozenset({first} if self.plain is not None else self.by_language)

    def read(self, language: str, first: str) -> str | None:
        """Give the text in a language or in its base language, None where it is missing."""
        texts = self.by_language if self.plain is None else {first: self.plain}
        return texts.get(language) or texts.get(language.partition("-")[0])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LocalizedText) and (
            (self.plain, self.by_language) == (other.plain, other.by_language)
        )

    def __hash__(self) -> int:
        return hash((self.plain, *sorted(self.by_language.items())))

    def __repr__(self) -> str:
        return f"LocalizedText({self.plain or self.by_language!r})"


class LegalBasis:
    """The art. 6(1) GDPR basis: one for everywhere, or one per jurisdiction."""

    __slots__ = ("by_jurisdiction", "everywhere")

    def __init__(
        self, everywhere: LegalBasisName | None, by_jurisdiction: Mapping[str, LegalBasisName]
    ) -> None:
        self.everywhere = everywhere
        self.by_jurisdiction = by_jurisdiction

    def within(self, jurisdiction: str) -> LegalBasisName | None:
        """Give the basis declared for a jurisdiction, None where none is."""
        return self.everywhere or self.by_jurisdiction.get(jurisdiction)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LegalBasis) and (
            (self.everywhere, self.by_jurisdiction) == (other.everywhere, other.by_jurisdiction)
        )

    def __hash__(self) -> int:
        return hash((self.everywhere, *sorted(self.by_jurisdiction.items())))

    def __repr__(self) -> str:
        return f"LegalBasis({self.everywhere or self.by_jurisdiction!r})"


class Retention:
    """How long the collected data is kept: a duration, or a criterion in words."""

    __slots__ = ("criterion", "lifetime")

    def __init__(self, lifetime: Lifetime | None, criterion: LocalizedText | None) -> None:
        self.lifetime = lifetime
        self.criterion = criterion

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Retention) and (
            (self.lifetime, self.criterion) == (other.lifetime, other.criterion)
        )

    def __hash__(self) -> int:
        return hash((self.lifetime, self.criterion))

    def __repr__(self) -> str:
        return f"Retention({self.lifetime or self.criterion!r})"


def parse_text(value: Any) -> LocalizedText:
    """Read a text, or a map from language to text. Raises MisfitError."""
    if type(value) is not dict:
        return LocalizedText(parse_line(value), {})
    if not value:
        raise MisfitError("holds no language; expected text, or a map such as {en: …, fr: …}")
    try:
        texts = {parse_language(key): parse_line(text) for key, text in value.items()}
    except MisfitError:
        texts = {}
    if len(texts) < len(value):
        _find_misfit(value)
    return LocalizedText(None, texts)


def _find_misfit(value: dict[str, Any]) -> None:
    """Raise MisfitError for the first language or text that does not fit."""
    seen: set[str] = set()
    for key, text in value.items():
        tag = _within(parse_language, key, key)
        if tag in seen:
            raise MisfitError(f"the language '{tag}' is there twice", key)
        seen.add(tag)
        _within(parse_line, text, key)


def _within(parse: Any, value: Any, key: str) -> Any:
    try:
        return parse(value)
    except MisfitError as error:
        raise MisfitError(error.message, key) from None


BASES = frozenset(get_args(LegalBasisName))


def _parse_basis_name(value: Any) -> LegalBasisName:
    if type(value) is str and value in BASES:
        name: LegalBasisName = value  # type: ignore[assignment]
        return name
    expected = ", ".join(f"'{name}'" for name in get_args(LegalBasisName))
    raise MisfitError(f"holds {describe(value)}; expected one of {expected}")


def parse_legal_basis(value: Any) -> LegalBasis:
    """Read one basis, or a map from jurisdiction to basis. Raises MisfitError."""
    if type(value) is not dict:
        return LegalBasis(_parse_basis_name(value), {})
    if not value:
        raise MisfitError("holds no jurisdiction; expected a basis, or a map such as {FR: consent}")
    return LegalBasis(
        None,
        {
            _within(parse_jurisdiction, key, key): _within(_parse_basis_name, basis, key)
            for key, basis in value.items()
        },
    )


def parse_retention(value: Any) -> Retention:
    """Read a duration, or `{criterion: text}`. Raises MisfitError."""
    if type(value) is not dict:
        return Retention(parse_lifetime(value), None)
    if "criterion" not in value:
        raise misfit(value, "a duration, or {criterion: text}")
    for key in value:
        if key != "criterion":
            raise MisfitError(f"unknown field {describe(key)}; expected only 'criterion'", key)
    return Retention(None, _within(parse_text, value["criterion"], "criterion"))


def respell_basis(text: str) -> str | None:
    """Give the one legal basis that a misspelled word can mean."""
    from policylint.model.spelling import respelled

    return respelled(text, get_args(LegalBasisName))


_TEXT_SCHEMA = {
    "anyOf": [
        {"type": "string", "pattern": r"\S", "maxLength": MOST_TEXT},
        {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$"},
            "additionalProperties": {"type": "string", "pattern": r"\S", "maxLength": MOST_TEXT},
        },
    ]
}
_BASIS_SCHEMA = {"type": "string", "enum": list(get_args(LegalBasisName))}

_CRITERION = "What decides how long the data is kept, where no duration can be given."

Duration = Annotated[Lifetime, DURATION]
Text = Annotated[LocalizedText, Parsed(parse_text, _TEXT_SCHEMA)]
Basis = Annotated[
    LegalBasis,
    Parsed(
        parse_legal_basis,
        {
            "anyOf": [
                _BASIS_SCHEMA,
                {
                    "type": "object",
                    "minProperties": 1,
                    "propertyNames": {"pattern": "^[A-Z]{2}(?:-[A-Z]{2,3})?$"},
                    "additionalProperties": _BASIS_SCHEMA,
                },
            ]
        },
        respell_basis,
    ),
]
RetentionPeriod = Annotated[
    Retention,
    Parsed(
        parse_retention,
        {
            "anyOf": [
                dict(DURATION.schema),
                {
                    "type": "object",
                    "required": ["criterion"],
                    "additionalProperties": False,
                    "properties": {"criterion": {**_TEXT_SCHEMA, "description": _CRITERION}},
                },
            ]
        },
        respell_lifetime,
    ),
]
