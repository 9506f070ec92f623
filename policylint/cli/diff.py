"""`policylint diff`."""

from typing import Any

import click

from policylint.cli.options import (
    language_option,
    law_options,
    need_file,
    output_option,
    read_law,
    write_to,
)
from policylint.errors import ExitCode

FORMATS = ("text", "markdown", "html", "json", "docx", "pdf")
THRESHOLDS = {"re-consent": 0, "legal": 1, "inform": 2, "never": -1}


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint diff old.yaml cookies.yaml\n"
    "  policylint diff HEAD~1 cookies.yaml --format markdown\n"
    "  policylint diff v1.0:cookies.yaml cookies.yaml --output changes.docx\n"
    "  policylint diff v1.0:cookies.yaml HEAD:cookies.yaml --fail-on re-consent"
)
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="[default: text, or as the file is named]",
)
@language_option
@output_option
@click.option(
    "--fail-on",
    type=click.Choice(list(THRESHOLDS)),
    default="never",
    show_default=True,
    help="Exit with 1 where so much follows, or more.",
)
@law_options
def diff(  # noqa: PLR0913 - one per option
    old: str,
    new: str,
    form: str | None,
    language: str | None,
    output: str | None,
    fail_on: str,
    **law: Any,
) -> int:
    """Say what changed between two versions, and whether consent must be asked for again.

    OLD and NEW are files, revisions of git such as HEAD~1 (then of the other's file), or
    REVISION:FILE.
    """
    from policylint.cli.documents import format_of
    from policylint.cli.telling import tell, tell_findings
    from policylint.review.versions import find_versions, open_version

    form = form or format_of(output, FORMATS, "text")
    need_file(form, output)
    options = read_law(**law)
    versions = find_versions(old, new)
    results = [open_version(version, options) for version in versions]
    for result, version in zip(results, versions, strict=True):
        if result.inventory is None:
            tell_findings(result, result.errors, options)
            tell(f"policylint: {version.label} cannot be compared; mend its errors first")
            return ExitCode.FINDINGS
    subject = _compare(results, versions, language, options)
    if output:
        from policylint.lint.output import guard

        guard([output], [path for result in results for path in result.sources])
    write_to(output, _draw(subject, form, language))
    threshold = THRESHOLDS[fail_on]
    return ExitCode.FINDINGS if any(one.rank <= threshold for one in subject.changes) else 0


def _compare(results: Any, versions: Any, language: str | None, options: Any) -> Any:
    from policylint.cli.documents import read_language
    from policylint.lint.select import catalogue
    from policylint.review.difference import compared
    from policylint.review.subject import Subject

    old, new = results
    subject = Subject(
        new, as_of=options.as_of, rules=catalogue(new.settings), since=versions[0].label
    )
    return compared(old, subject, read_language(language, new.inventory))


def _draw(subject: Any, form: str, language: str | None) -> str | bytes:
    if form == "json":
        from policylint.review.difference_json import difference_json

        return difference_json(subject)
    from policylint.cli.documents import read_language
    from policylint.policy import FILE_FORMATS
    from policylint.review.difference import build_difference
    from policylint.review.render import render, render_file

    document = build_difference(subject, read_language(language, subject.inventory))
    return render_file(document, form) if form in FILE_FORMATS else render(document, form)
