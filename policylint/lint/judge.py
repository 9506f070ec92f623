"""Judge one inventory: its text, its fields, the rules, and what was accepted of it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple

from policylint.catalog.lookup import Catalog
from policylint.errors import UsageError
from policylint.lint.acceptance import Terms, accept
from policylint.lint.baseline import Baseline
from policylint.lint.baseline_file import read_baseline
from policylint.lint.builtin import BLOCKING
from policylint.lint.declaration import DISK, Access, Declaration, open_declaration
from policylint.lint.evaluate import Verdict, evaluate
from policylint.lint.files import STDIN, read_bytes
from policylint.lint.finding import BaselineEntry, Finding, Outcome, Report
from policylint.lint.options import Options, settings_of
from policylint.lint.outcomes import outcomes_of
from policylint.lint.schema_faults import jurisdiction_findings, read_inventory, text_findings
from policylint.lint.select import Selection, catalogue, selection
from policylint.lint.settings import Settings
from policylint.lint.spoken import findings_of
from policylint.model.inventory import Inventory
from policylint.model.record import Record
from policylint.rule import Severity
from policylint.source.load import MAX_BYTES


class Engine(NamedTuple):
    """The steps of a check; an editor brings its own, which remember what did not change."""

    access: Access = DISK
    read_inventory: Callable[[Declaration, int | None], Inventory | list[Finding]] = read_inventory
    evaluate: Callable[..., Verdict] = evaluate


ENGINE = Engine()


class Result(Record):
    """What became of one inventory; `inventory` is None where it could not be read.

    `waivers` are the numbers of those that cover a finding, `gone` the entries of the baseline that
    match none, `entries` those that a new baseline would list.
    """

    declaration: Declaration
    settings: Settings
    inventory: Inventory | None
    jurisdictions: Sequence[str]
    findings: Sequence[Finding]
    outcomes: Sequence[Outcome]
    waivers: frozenset[int] = frozenset()
    gone: Sequence[BaselineEntry] = ()
    entries: Sequence[BaselineEntry] = ()

    @property
    def sources(self) -> Sequence[str]:
        """List every file that was read."""
        own = [document.path for document in self.declaration.documents]
        return own + self.settings.sources

    @property
    def errors(self) -> Sequence[Finding]:
        """List the findings of severity error that nobody accepted by name.

        A baseline keeps a build green; it does not make a declaration true.
        """
        return [
            one
            for one in self.findings
            if one.severity is Severity.ERROR and one.status in {"open", "baselined"}
        ]

    def report(self, findings: Sequence[Finding], as_of: date) -> Report:
        """Make a report of some findings on this inventory alone, without outcomes."""
        return Report(
            as_of=as_of,
            files=[self.declaration.path],
            findings=sorted(findings, key=lambda one: one.order),
            outcomes=(),
            rules=catalogue(self.settings),
        )


def select_for(name: str, settings: Settings, options: Options) -> Selection:
    """Decide which rules speak on a file. Raises UsageError."""
    return selection(
        settings,
        name,
        select=options.select,
        ignore=options.ignore,
        overridden=options.overridden,
        preview=options.preview,
    )


def check_file(path: str, options: Options) -> Result:
    """Check one inventory. Raises InputError where it cannot be read."""
    name = options.stdin_name if path == STDIN else path
    settings = settings_of(path, options)
    return check_content(name, read_bytes(path, MAX_BYTES), settings, options)


def check_content(
    name: str, content: bytes, settings: Settings, options: Options, engine: Engine = ENGINE
) -> Result:
    """Check an inventory whose bytes are at hand; includes count from the folder of its name."""
    chosen = select_for(name, settings, options)
    folder = os.path.dirname(name) or "."
    declaration = open_declaration(name, content, folder=folder, access=engine.access)
    findings, inventory, jurisdictions = _read(declaration, settings, options, engine)
    verdict: Verdict | None = None
    catalog = _own_catalog(settings, options)
    if inventory is not None and not _blocks(findings):
        asked = (inventory, jurisdictions, options.as_of, settings.limits, chosen.needed)
        seen = (options.evidence.of(inventory, name),) if options.evidence else ()
        verdict = _judged(name, engine, (*asked, *seen), catalog)
        findings += _said(verdict, declaration, inventory, settings)
    terms = Terms(
        settings=settings,
        as_of=options.as_of,
        chosen=chosen,
        verdict=verdict,
        inventory=inventory,
        jurisdictions=jurisdictions,
        overridden=options.overridden,
        baseline=options.baseline or _own_baseline(settings, options),
        recorded=options.recorded,
        catalog=catalog,
    )
    spoken = [one for one in findings if one.rule.code in chosen.codes]
    accepted = accept(spoken, declaration, terms)
    return Result(
        declaration=declaration,
        settings=settings,
        inventory=inventory,
        jurisdictions=jurisdictions,
        findings=accepted.findings,
        outcomes=list(outcomes_of(name, chosen, accepted.findings, verdict, settings, inventory)),
        waivers=accepted.waivers,
        gone=accepted.gone,
        entries=accepted.entries,
    )


def _judged(name: str, engine: Engine, asked: tuple[Any, ...], catalog: Catalog | None) -> Verdict:
    with _naming(name):
        return engine.evaluate(*asked, catalog=catalog)


@contextmanager
def _naming(name: str) -> Iterator[None]:
    # A rule of the configuration fails on an entry, and does not know of which inventory.
    try:
        yield
    except UsageError as error:
        raise UsageError(f"{error.message}, in {name}", error.hint) from None


def _read(
    declaration: Declaration, settings: Settings, options: Options, engine: Engine
) -> tuple[list[Finding], Inventory | None, Sequence[str]]:
    """Read the model, with what is wrong with the file and which jurisdictions to judge by."""
    asked = options.jurisdictions or settings.jurisdictions
    findings = list(text_findings(declaration))
    if _blocks(findings):
        return findings, None, asked
    read = engine.read_inventory(declaration, options.most_faults)
    if not isinstance(read, Inventory):
        return [*findings, *read], None, asked
    findings += [] if asked else jurisdiction_findings(declaration, read)
    return findings, read, list(dict.fromkeys(asked or read.site.jurisdictions))


def _said(
    verdict: Verdict, declaration: Declaration, inventory: Inventory, settings: Settings
) -> Iterator[Finding]:
    yield from findings_of(verdict, declaration, inventory)
    if settings.extensions is not None:
        from policylint.lint.extensions import extension_findings

        yield from extension_findings(declaration, inventory, settings)
    if inventory.approvals:
        from policylint.lint.approval_findings import approval_findings

        yield from approval_findings(declaration, inventory)


def _own_baseline(settings: Settings, options: Options) -> Baseline | None:
    if settings.baseline_path is None or options.recorded is not None:
        return None
    return read_baseline(settings.baseline_path)


def _own_catalog(settings: Settings, options: Options) -> Catalog | None:
    if not (options.catalogs or settings.catalog):
        return None
    from policylint.lint.catalogs import catalog_of

    return catalog_of(settings, options.catalogs)


def _blocks(findings: Iterable[Finding]) -> bool:
    return any(finding.rule.code in BLOCKING for finding in findings)
