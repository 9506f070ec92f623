"""Apply the fixes of findings, lint again, and go on until nothing is left to apply."""

from collections.abc import Collection, Iterable, Sequence

from policylint.lint.builtin import SCHEMA_ERROR
from policylint.lint.collect import know_options
from policylint.lint.files import STDIN
from policylint.lint.finding import Finding
from policylint.lint.fix_choice import Choice, choose, is_applicable
from policylint.lint.fix_guard import CUT_SHORT, breakage, difference
from policylint.lint.fix_texts import Fixed, Texts
from policylint.lint.fresh import portion_of
from policylint.lint.joined import joined_findings
from policylint.lint.judge import Result
from policylint.lint.options import Options
from policylint.lint.portion import Portion
from policylint.lint.run import Run, independent, join
from policylint.model.collector import paused_collector
from policylint.model.record import Record
from policylint.source.document import Document
from policylint.source.pointer import render_pointer

MOST_ROUNDS = 10


class Fixes(Record):
    """What remains after the fixes, the files that they change, and what could not be done.

    `standard_input` is its text, with or without fixes, None where it was not read.
    """

    run: Run
    files: Sequence[Fixed]
    told: Sequence[str]
    standard_input: Fixed | None = None


class _Change(Record):
    """What one round did to a file."""

    before: Document
    choice: Choice


def fix(
    paths: Sequence[str], options: Options, kinds: Collection[str], fail_on: str | None = None
) -> Fixes:
    """Check files and fix, in memory, what open findings of these kinds tell how to.

    Of a file whose fixes would break or change something else, all are dropped. Raises InputError
    for a file that cannot be read.
    """
    know_options(paths, options)
    with paused_collector():
        work = _Work(paths, options, kinds)
        work.go()
        portions = independent([work.portions[path] for path in paths])
        texts = work.texts
        return Fixes(
            run=join(portions, options, fail_on),
            files=[texts.fixed[key] for key in sorted(texts.fixed) if key != STDIN],
            told=work.told,
            standard_input=texts.of_standard_input(),
        )


class _Work:
    """The state of a run that fixes."""

    def __init__(self, paths: Sequence[str], options: Options, kinds: Collection[str]) -> None:
        self.paths = paths
        self.kinds = kinds
        self.texts = Texts(options)
        self.portions: dict[str, Portion] = {}
        self.told: list[str] = []
        self.dropped: set[str] = set()

    def go(self) -> None:
        """Check, fix and check again what a fix has changed."""
        changes: dict[str, _Change] = {}
        for number in range(MOST_ROUNDS + 1):
            stale = self._reading(changes) if number else list(self.paths)
            broken = self._check(stale, changes)
            if broken:
                for key, reason in broken.items():
                    self._drop(key, reason)
                self._check(self._reading(broken), {})
            choices = self._choices()
            if not choices or number == MOST_ROUNDS:
                break
            changes = {
                key: _Change(before=self.texts.fix(key, choice), choice=choice)
                for key, choice in choices.items()
            }
        for key in choices:
            self.told.append(
                f"{self.texts.path(key)} has more to fix after {MOST_ROUNDS} rounds: fix it again"
            )
        for path, portion in self.portions.items():
            if sum(1 for one in portion.findings if one.rule is SCHEMA_ERROR) >= CUT_SHORT:
                self.portions[path] = portion_of(self.texts.check(path, for_people=True))

    def _reading(self, keys: Collection[str]) -> list[str]:
        """List the inventories that read one of some files."""
        return [
            path
            for path in self.paths
            if not set(keys).isdisjoint(self.texts.keys(path, self.portions[path].documents))
        ]

    def _check(self, paths: Iterable[str], changes: dict[str, _Change]) -> dict[str, str]:
        """Check inventories, and tell which changed files must not stay so, and why."""
        broken: dict[str, str] = {}
        for path in paths:
            result = self.texts.check(path)
            earlier = self.portions.get(path)
            self.portions[path] = portion_of(result)
            documents = result.declaration.documents
            keys = self.texts.keys(path, [one.path for one in documents])
            if earlier is not None and changes:
                own = {key: one for key, one in zip(keys, documents, strict=True) if key in changes}
                broken |= _broken(own, changes, earlier, result)
            self._keep(path, result, keys)
        return broken

    def _keep(self, path: str, result: Result, keys: Sequence[str]) -> None:
        fixable = {one.place.path for one in result.findings if is_applicable(one, self.kinds)}
        for key, document in zip(keys, result.declaration.documents, strict=True):
            if path == STDIN and key != STDIN:
                continue  # what comes in is fixed, and no file beside it
            if document.path in fixable and document.data is not None and key not in self.dropped:
                self.texts.hold(key, document)

    def _choices(self) -> dict[str, Choice]:
        """Choose what to apply to each file."""
        portions = [self.portions[path] for path in self.paths]
        keys: dict[str, str] = {}
        for path, portion in zip(self.paths, portions, strict=True):
            own = self.texts.keys(path, portion.documents)
            keys |= dict(zip(portion.documents, own, strict=True))
        by_key: dict[str, list[Finding]] = {}
        for one in joined_findings(independent(portions)):
            key = keys.get(one.place.path)
            if key is not None and self.texts.held(key) and is_applicable(one, self.kinds):
                by_key.setdefault(key, []).append(one)
        return {key: choose(found) for key, found in by_key.items() if key not in self.dropped}

    def _drop(self, key: str, reason: str) -> None:
        fixed = self.texts.fixed[key]
        self.dropped.add(key)
        self.told.append(f"{fixed.path} is left as it was: its fixes would {reason}")
        self.texts.restore(key)


def _broken(
    own: dict[str, Document], changes: dict[str, _Change], earlier: Portion, result: Result
) -> dict[str, str]:
    """Tell which changed documents of an inventory must not stay so, and why."""
    found: dict[str, str] = {}
    for key, document in own.items():
        change = changes[key]
        at = difference(change.before.data, document.data, change.choice.edited)
        if at is not None:
            codes = ", ".join(sorted(change.choice.codes))
            found[key] = f"change '{render_pointer(at)}' too ({codes})"
    if own and not found:
        edited = [one for key in own for one in changes[key].choice.edited]
        new = breakage(earlier.findings, result.findings, edited)
        if new is not None:
            blamed = [key for key, one in own.items() if one.path == new.place.path] or [*own]
            reason = f"bring {new.rule.code} on line {new.place.line}: {new.message}"
            found = dict.fromkeys(blamed, reason)
    return found
