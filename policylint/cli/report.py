"""`policylint report`."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from policylint.cli.check_options import Asked, evidence_options, given_evidence
from policylint.cli.options import (
    Value,
    language_option,
    law_options,
    need_file,
    output_option,
    read_law,
    severity_option,
    write_to,
)
from policylint.errors import ExitCode, UsageError

FORMATS = ("html", "markdown", "text", "json", "docx", "pdf")


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint report cookies.yaml --output review.html\n"
    "  policylint report cookies.yaml --since v1.0 --language fr --output review.fr.html\n"
    "  policylint report cookies.yaml --output review.docx\n"
    "  policylint report cookies.yaml --evidence evidence/evidence.json --vantage FR\n"
    "  policylint report sites/*/cookies.yaml --output review.html --fail-on error"
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="[default: html, or as the file is named]",
)
@language_option
@output_option
@click.option(
    "--since",
    type=Value(),
    metavar="OLD",
    help="What changed since: a file, a revision of git such as v1.0, or REVISION:FILE.",
)
@severity_option("Exit 1 from this severity on.", default="never", show_default=True)
@evidence_options
@law_options
def report(**given: Any) -> int:
    """Write the document for legal review of one inventory, or of several.

    It says what was checked, what was found, on which ground, and what no machine can check. Of
    several FILEs, page one is about all of them, and its verdict that of the one that fares worst.
    """
    from policylint.cli.documents import format_of, read_language
    from policylint.lint.finding import reaches
    from policylint.lint.judge import check_file

    asked = Asked(**given)
    form = asked.form or format_of(asked.output, FORMATS, "html")
    need_file(form, asked.output)
    options = _options(asked)
    if asked.since and len(set(asked.files)) > 1:
        raise UsageError("--since compares one inventory with an older one; name one FILE")
    results = [check_file(file, options) for file in dict.fromkeys(asked.files)]
    before = None if asked.since is None else _before(asked.since, results[0], options)
    read = next((one.inventory for one in results if one.inventory is not None), None)
    language = read_language(asked.language, read)
    subjects = [_subject(result, options, before, language) for result in results]
    drawn = _draw(subjects, form, language)
    if asked.output:
        from policylint.lint.output import guard

        compared = [] if before is None else [before[1]]
        sources = [path for result in [*results, *compared] for path in result.sources]
        evidence = options.evidence.sources if options.evidence else []
        guard([asked.output], [*sources, *evidence])
    write_to(asked.output, drawn)
    found = [one for subject in subjects for one in subject.open]
    return ExitCode.FINDINGS if reaches(found, asked.fail_on or "never") else ExitCode.CLEAN


def _options(asked: Asked) -> Any:
    options = read_law(asked.jurisdictions, asked.as_of, asked.config)
    return options.changed(evidence=given_evidence(asked), catalogs=tuple(asked.catalogs))


def _subject(result: Any, options: Any, before: Any, language: str) -> Any:
    from policylint.lint.select import catalogue
    from policylint.review.difference import compared
    from policylint.review.subject import Subject

    evidence = None
    if options.evidence is not None and result.inventory is not None:
        evidence = options.evidence.of(result.inventory, result.declaration.path)
    subject = Subject(
        result,
        as_of=options.as_of,
        rules=catalogue(result.settings),
        command=list(_command(options)),
        evidence=evidence,
        evidence_digests=list(_digests(options.evidence)),
    )
    if before is None or result.inventory is None:
        return subject
    subject.since, old = before
    return compared(old, subject, language)


def _before(old: str, result: Any, options: Any) -> tuple[str, Any]:
    """Read an older version, and give what it is called too. Raises UsageError."""
    from policylint.review.versions import find_versions, open_version

    version, _ = find_versions(old, result.declaration.path)
    before = open_version(version, options.changed(evidence=None))
    if before.inventory is None:
        raise UsageError(f"--since: {version.label} cannot be read; {_first_fault(before)}")
    return version.label, before


def _first_fault(result: Any) -> str:
    """Give the first fault of what could not be read, with its place."""
    from policylint.report.wording import counted

    first, *rest = result.errors
    place = f"{first.place.path}:{first.place.line}:{first.place.column}"
    more = f" (and {counted(len(rest), 'more error')})" if rest else ""
    return f"{place}: {first.message}{more}"


def _command(options: Any) -> Iterator[str]:
    """Give the command that was called, with the day that it judged by."""
    yield "policylint"
    yield from sys.argv[1:]
    if not any(one.partition("=")[0] == "--as-of" for one in sys.argv):
        yield from ("--as-of", options.as_of.isoformat())


def _digests(evidence: Any) -> Iterator[tuple[str, str]]:
    from policylint.review.digests import file_digest

    for path in evidence.sources if evidence is not None else ():
        digest = file_digest(path)
        if digest is not None:
            yield path, digest


def _draw(subjects: Sequence[Any], form: str, language: str) -> str | bytes:
    if form == "json":
        from policylint.review.report_json import report_json

        return report_json(subjects, language)
    from policylint.policy import FILE_FORMATS
    from policylint.review.render import render, render_file
    from policylint.review.report import build_report

    document = build_report(subjects, language)
    return render_file(document, form) if form in FILE_FORMATS else render(document, form)
