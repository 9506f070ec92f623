"""Which rules speak: by code, name or family, by configuration and by file."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from policylint.errors import UsageError
from policylint.lint.builtin import BUILTIN
from policylint.lint.import_rules import IMPORT_RULES
from policylint.lint.patterns import path_matches
from policylint.lint.pins import Pin
from policylint.lint.settings import Settings
from policylint.model.record import Record
from policylint.model.sentence import sentence
from policylint.rule import Rule, Severity
from policylint.rules import all_rules

EVERYTHING = "ALL"
PROPOSALS = "PRE"
SWITCHED_OFF = sentence("switched off by configuration")


@cache
def catalogue(settings: Settings | None = None) -> tuple[Rule, ...]:
    """List every rule by code: the engine's own, those of the law, those of a configuration.

    Raises UsageError where a rule of the configuration is wrong.
    """
    if settings is None or not (settings.rules or settings.python_rules):
        return _published()
    from policylint.lint.custom.rules import own_rules

    own = own_rules(settings, _published())
    return tuple(sorted((*_published(), *own), key=lambda one: one.code))


@cache
def _published() -> tuple[Rule, ...]:
    return tuple(sorted((*BUILTIN, *IMPORT_RULES, *all_rules()), key=lambda one: one.code))


def catalogue_of(several: Iterable[Settings]) -> Sequence[Rule]:
    """List the rules of several configurations by code; of two with one code, the first."""
    found: dict[str, Rule] = {}
    for settings in dict.fromkeys(several):
        for rule in catalogue(settings):
            found.setdefault(rule.code, rule)
    return [found[code] for code in sorted(found)] or catalogue()


def known_rule(word: str, settings: Settings | None = None) -> Rule | None:
    """Find a rule by its code or name, nothing where there is none."""
    return next((rule for rule in catalogue(settings) if rule.answers_to(word)), None)


def find_rule(word: str, settings: Settings | None = None) -> Rule:
    """Find a rule by its code or name. Raises UsageError naming the nearest."""
    rule = known_rule(word, settings)
    if rule is not None:
        return rule
    raise UsageError(f"unknown rule '{word}'{_hint(word, settings)}")


def matching(words: Iterable[str], where: str, settings: Settings | None = None) -> frozenset[str]:
    """List the codes that some words mean: codes, names, families or ALL. Raises UsageError."""
    codes: set[str] = set()
    for word in words:
        found = _meant(word, settings)
        if not found:
            raise UsageError(f"{where}: unknown rule '{word}'{_hint(word, settings)}")
        codes |= found
    return frozenset(codes)


def know_words(words: Iterable[str], option: str, several: Sequence[Settings]) -> None:
    """Refuse a word of the command line that none of some configurations knows.

    Raises UsageError.
    """
    for word in words:
        if not any(_meant(word, settings) for settings in several):
            hint = _hint(word, several[0] if several else None)
            raise UsageError(f"{option}: unknown rule '{word}'{hint}")


def _known(words: Iterable[str], settings: Settings) -> frozenset[str]:
    # A rule of another configuration of the run is none here.
    return frozenset(code for word in words for code in _meant(word, settings))


def _meant(word: str, settings: Settings | None) -> set[str]:
    folded = word.upper()
    if folded == EVERYTHING:
        return {rule.code for rule in catalogue(settings)}
    return {
        rule.code
        for rule in catalogue(settings)
        if folded in {rule.code, rule.family} or word.lower() == rule.name
    }


def _hint(word: str, settings: Settings | None) -> str:
    from difflib import get_close_matches

    rules = catalogue(settings)
    known = {rule.code for rule in rules} | {rule.family for rule in rules}
    names = {rule.name for rule in rules}
    close = get_close_matches(word.upper(), sorted(known), n=1) or get_close_matches(
        word.lower(), sorted(names), n=1
    )
    return f"; did you mean '{close[0]}'?" if close else "; 'policylint rules' lists them"


class Selection(Record):
    """Which rules speak on a file, and at which severity, out of `rules`.

    `silenced` are error-level rules that were switched off; asking on the command line for other
    rules alone switches none off. `pinned` are rules that came after the pinned pack, each with
    the reason to print. `needed` are the rules to run.
    """

    codes: frozenset[str]
    silenced: frozenset[str]
    severity: Mapping[str, Severity]
    needed: Sequence[Rule]
    pin: Pin = Pin()
    pinned: Mapping[str, str] = {}
    rules: Sequence[Rule]


def selection(  # noqa: PLR0913 - all but two by keyword
    settings: Settings,
    path: str,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    overridden: bool = False,
    preview: bool = False,
) -> Selection:
    """Decide which rules speak on a file. Raises UsageError for an unknown rule.

    `select` and `ignore` come from the command line; `overridden` makes every rule speak.
    Proposals that are not law speak only with `preview`.
    """
    matched = [
        pattern
        for pattern in settings.per_file_ignores
        if path_matches(path, pattern, settings.folder)
    ]
    return _selection(
        settings,
        frozenset(matched),
        tuple(select),
        tuple(ignore),
        overridden=overridden,
        preview=preview or settings.preview,
    )


@lru_cache(maxsize=64)  # most files of a run share theirs; a session of an editor has many
def _selection(  # noqa: PLR0913 - as above
    settings: Settings,
    matched: frozenset[str],
    select: Sequence[str],
    ignore: Sequence[str],
    *,
    overridden: bool,
    preview: bool,
) -> Selection:
    rules = catalogue(settings)
    everything = frozenset(rule.code for rule in rules if preview or rule.family != PROPOSALS)
    where = settings.path or "configuration"
    chosen = _known(select, settings) if select else matching(settings.select, where, settings)
    dropped = matching(settings.ignore, where, settings) | _known(ignore, settings)
    ignored = {
        pattern: matching(words, where, settings)
        for pattern, words in settings.per_file_ignores.items()
    }
    dropped = dropped.union(*(ignored[pattern] for pattern in matched))
    _know_waivers(settings, where)
    severity = _configured(settings, where)
    if overridden:
        return _unrestrained(rules, everything)
    pin = settings.rule_pack
    speaking = (chosen & everything) - dropped
    errors = {rule.code for rule in rules if rule.severity is Severity.ERROR}
    off = dropped if select else everything - speaking
    pinned = {code: why for code, why in pin.added.items() if code in speaking}
    codes = speaking.difference(pinned)
    return Selection(
        codes=codes,
        silenced=off & errors,
        severity={**_of_builtin(pin), **severity},
        rules=rules,
        pin=pin,
        pinned=pinned,
        needed=_needed(rules, codes, pin),
    )


def _unrestrained(rules: Sequence[Rule], codes: frozenset[str]) -> Selection:
    needed = _needed(rules, codes, Pin())
    return Selection(codes=codes, silenced=frozenset(), severity={}, rules=rules, needed=needed)


def _needed(rules: Sequence[Rule], codes: frozenset[str], pin: Pin) -> Sequence[Rule]:
    # A rule that is switched off still keeps the less specific ones from speaking in its place.
    wanted = set(codes)
    for rule in rules:
        if rule.code in codes:
            wanted.update(rule.yields_to, rule.silenced_by)
    return pin.hold(rule for rule in rules if rule.check is not None and rule.code in wanted)


def _configured(settings: Settings, where: str) -> Mapping[str, Severity]:
    return {
        code: one
        for word, one in settings.severity.items()
        for code in matching([word], where, settings)
    }


def _know_waivers(settings: Settings, where: str) -> None:
    for one in settings.waivers:
        if known_rule(one.rule, settings) is None:
            hint = _hint(one.rule, settings)
            raise UsageError(f"{where}:{one.line}: unknown rule '{one.rule}'{hint}")


def _of_builtin(pin: Pin) -> Mapping[str, Severity]:
    # What the engine finds has the severity of its rule, which no scope lowers.
    held = {rule.code: (rule, pin.held(rule)) for rule in BUILTIN}
    return {code: now.severity for code, (rule, now) in held.items() if now is not rule}
