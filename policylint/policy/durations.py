"""The durations that a published text names, in figures or in words."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from policylint.i18n.catalogue import Catalogue
from policylint.i18n.plurals import plural_forms
from policylint.model.lifetime import Lifetime

_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
# Other forms of the units, as in „do 1 roku” or “drie jaren”.
_OTHER_CASES: Mapping[str, Mapping[str, str]] = {
    "nl": {"uren": "hour", "jaren": "year"},
    "pl": {
        "sekundę": "second",
        "minutę": "minute",
        "godzinę": "hour",
        "dnia": "day",
        "tygodnia": "week",
        "miesiąca": "month",
        "miesiącach": "month",
        "roku": "year",
        "latach": "year",
    },
}
_JOINT = re.compile(r"\s*+(?:,|and|et|und|y|e|en|i|oraz)?\s*+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-z])|\n")


def states(text: str, longest: Lifetime, words: Catalogue) -> bool:
    """Tell whether a text names a duration as long as another, in whatever unit."""
    if longest.is_unbounded or longest.is_session:
        return True
    return any(_same(one, longest) for one in _durations(text, words))


def contradiction(text: str, longest: Lifetime, words: Catalogue) -> str | None:
    """Find a sentence that gives cookies a smaller figure, in months, as their longest lifetime."""
    limit, subject, other = (
        re.compile(_any_of(words, key), re.IGNORECASE)
        for key in ("longest", "lifetime", "other-clock")
    )
    for sentence in _SENTENCE_END.split(text):
        if not (limit.search(sentence) and subject.search(sentence)) or other.search(sentence):
            continue
        named = list(_durations(sentence, words))
        smaller = [one for one in named if one.months and longest.exceeds(one)]
        if smaller and not any(_same(one, longest) for one in named):
            return sentence
    return None


def _any_of(words: Catalogue, key: str) -> str:
    options = words.text(f"ui.match.{key}").replace("\u2019", "['\u2019]").split("|")
    return rf"\b(?:{'|'.join(options)})"


def _same(one: Lifetime, other: Lifetime) -> bool:
    return not one.exceeds(other) and not other.exceeds(one)


@cache
def _amount(words: Catalogue) -> tuple[re.Pattern[str], Mapping[str, str], Mapping[str, str]]:
    """Write the pattern of an amount, the figures of its number words, and its units."""
    units = {
        words.template(f"ui.duration.{unit}.{form}").split()[-1].casefold(): unit
        for unit in _UNITS
        for form in plural_forms(words.language)
    }
    # German says „13 Monate“, but „nach 13 Monaten“.
    units |= {f"{name}n": unit for name, unit in units.items() if words.language == "de"}
    units |= _OTHER_CASES.get(words.language, {})
    numbers = {
        name.casefold(): key.rpartition(".")[2]
        for key in words.keys("ui")
        if key.startswith("ui.number.")
        for name in words.text(key).split("|")
    }
    number = rf"[0-9]{{1,6}}|{'|'.join(sorted(numbers, key=len, reverse=True))}"
    unit = "|".join(sorted(units, key=len, reverse=True))
    amount = rf"\b({number})(?:\s+\([0-9]+\))?[\s-]+({unit})\b"
    return re.compile(amount.casefold()), numbers, units


def _durations(text: str, words: Catalogue) -> Iterator[Lifetime]:
    amount, numbers, units = _amount(words)
    text = text.casefold()
    last: list[tuple[int, str]] = []
    end = -1
    for found in amount.finditer(text):
        figure, name = found[1], units[found[2]]
        this = (int(numbers.get(figure, figure)), name)
        is_joined = 0 < len(last) < len(_UNITS) and _JOINT.fullmatch(text, end, found.start())
        last = [*last, this] if is_joined else [this]
        end = found.end()
        for amounts in (last, [this]):
            if any(count for count, _ in amounts):
                yield Lifetime(found[0], tuple(amounts))
