"""`policylint import`."""

import os
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from policylint.cli.check import read_targets, write_reports
from policylint.cli.options import (
    Day,
    Value,
    formats_option,
    output_option,
    severity_option,
    today,
    write_bytes,
    write_to,
)
from policylint.errors import ExitCode, InputError, UsageError


@click.command(
    "import",
    epilog="\b\nExamples:\n"
    "  policylint import klaro-config.js --output cookies.yaml\n"
    "  policylint import klaro-config.js --merge cookies.yaml\n"
    "  policylint import table.csv --map Name=name --map Dauer=lifetime",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--from",
    "form",
    type=Value(),
    metavar="FORMAT",
    help="Read the files as this format [default: recognised by what they hold].",
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    type=Value(),
    metavar="COLUMN=FIELD",
    help="Which field a column of a table holds. Repeatable.",
)
@click.option(
    "--merge",
    type=Value(),
    metavar="INVENTORY",
    help="Add what is new to this inventory; nothing that it declares is changed.",
)
@output_option
@click.option("--diff", is_flag=True, help="Print what --merge would change, and write nothing.")
@formats_option("How the faults of the files are told, as in 'check'.")
@severity_option("Exit 1 for a fault of this severity. [default: never]", default="never")
@click.option("--as-of", type=Day(), help="The day of the report [default: today in UTC].")
def import_(  # noqa: PLR0913 - one per option
    files: tuple[str, ...],
    form: str | None,
    columns: tuple[str, ...],
    merge: str | None,
    output: str | None,
    diff: bool,  # noqa: FBT001 - click's
    formats: tuple[str, ...],
    fail_on: str,
    as_of: date | None,
) -> int:
    """Read cookies from the configuration of a consent platform, a table or a declaration.

    The result is an inventory in YAML: on standard output, in --output, or added to the inventory
    of --merge. Comments say where each fact came from. What is not known is left out. Faults of
    the configuration itself are told too: on standard error where the YAML goes to standard output.
    """
    from policylint.cli.telling import shortened, tell, what_was_read
    from policylint.exchange.imported import join
    from policylint.exchange.writing import inventory_text
    from policylint.lint.finding import reaches
    from policylint.lint.output import guard

    if diff and (merge is None or output is not None):
        raise UsageError("--diff shows what --merge changes: name an inventory, and no --output")
    targets = read_targets(formats, None)
    written = [file for file in (output, merge, *targets.values()) if file]
    guard(written, files)
    several = _read_files(files, form, columns)
    joined, told = join(several)
    left_out = [sentence for one in several for sentence in one.left_out()]
    aside = output is None and (merge is None or diff)
    if merge is not None:
        told += _merge(merge, joined, output, diff=diff)
    else:
        write_to(output, inventory_text(joined, left_out))
    report = _report(several, as_of or today())
    if report.findings or formats:
        write_reports(report, targets, aside=aside)
    for sentence in (*map(what_was_read, several), *shortened(left_out), *shortened(told)):
        tell(sentence)
    return ExitCode.FINDINGS if reaches(report.findings, fail_on) else ExitCode.CLEAN


def _read_files(files: Sequence[str], form: str | None, columns: Sequence[str]) -> list[Any]:
    from policylint.exchange.decoding import MAX_BYTES, open_source
    from policylint.exchange.fitting import fit
    from policylint.exchange.formats import read_draft
    from policylint.exchange.imported import Imported
    from policylint.lint.files import STDIN, read_bytes, shown

    if len(set(files)) < len(files):
        raise UsageError("a file is named twice")
    fields = dict(_column(one) for one in columns)
    several = []
    for file in files:
        content = read_bytes(file, MAX_BYTES, "a file to import")
        name = "<stdin>" if file == STDIN else shown(file)
        source = open_source(name, content, fields)
        draft = read_draft(source, form)
        fit(draft)
        several.append(Imported(source=source, draft=draft))
    return several


def _column(text: str) -> tuple[str, str]:
    column, mark, field = text.rpartition("=")
    if not (mark and column.strip() and field.strip()):
        raise UsageError(f"--map '{text}' is no pair; expected COLUMN=FIELD, as 'Dauer=lifetime'")
    return column.strip(), field.strip()


def _merge(inventory: str, draft: Any, output: str | None, *, diff: bool) -> list[str]:
    """Add a draft to an inventory, and say what was not added. Raises InputError."""
    from policylint.exchange.merging import merge
    from policylint.lint.declaration import open_declaration
    from policylint.lint.files import read_bytes
    from policylint.lint.fix_output import unified_diff, write_fixed
    from policylint.lint.fix_texts import Fixed
    from policylint.source.edit import to_bytes
    from policylint.source.load import MAX_BYTES

    before = read_bytes(inventory, MAX_BYTES)
    declaration = open_declaration(inventory, before, folder=os.path.dirname(inventory) or ".")
    _refuse_broken(declaration)

    def where(pointer: Any) -> str:
        place = declaration.place(pointer)
        return f"{place.path} line {place.line}"

    document = declaration.documents[0]
    merged = merge(document, declaration.data, where, draft)
    after = to_bytes(document, merged.text)
    change = Fixed(path=inventory, before=before, after=after, count=len(merged.added))
    if diff:
        write_bytes(unified_diff(change))
    elif output is not None:
        write_to(output, merged.text)
    elif merged.added:
        write_fixed(change)
    verb = "would be added" if diff else "added"
    names = ", ".join(merged.added) or "nothing"
    return [f"{verb} to {inventory}: {names}", *merged.differences]


def _refuse_broken(declaration: Any) -> None:
    advice = "mend it before anything is added"
    for document in declaration.documents:
        for flaw in document.flaws:
            line = document.position(flaw.span.start).line
            raise InputError(f"{document.path} line {line}: {flaw.message}; {advice}")
    for one in declaration.breaks:
        raise InputError(f"{one.document.path}: {one.message}; {advice}")
    if type(declaration.data) is not dict:
        raise InputError(f"{declaration.path} is no inventory; {advice}")


def _report(several: Sequence[Any], as_of: date) -> Any:
    from policylint.lint.finding import Report
    from policylint.lint.import_findings import import_finding
    from policylint.lint.select import catalogue

    findings = [
        import_finding(fault.code, one.source.document, fault.span, fault.message, fault.cookie)
        for one in several
        for fault in one.draft.faults
    ]
    paths = [one.source.path for one in several]
    return Report(
        as_of=as_of,
        files=paths,
        sources=paths,
        findings=sorted(findings, key=lambda one: one.order),
        outcomes=(),
        rules=catalogue(),
    )
