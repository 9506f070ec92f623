"""`policylint policy`."""

import sys
from datetime import date
from typing import Any

import click

from policylint.cli.options import (
    Value,
    law_options,
    read_jurisdictions,
    say,
    today,
    wants_color,
    write_to,
)
from policylint.errors import ExitCode, UsageError
from policylint.policy import FORMATS


@click.command(
    epilog="\b\nExamples:\n"
    "  policylint policy cookies.yaml --language fr --format html --output cookies.fr.html\n"
    "  policylint policy cookies.yaml --language fr --check cookies.fr.html\n"
    "  policylint policy cookies.yaml --draft"
)
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="[default: markdown, or as the file is named]",
)
@click.option(
    "--language", type=Value(), metavar="TAG", help="[default: the first language of the site]"
)
@click.option(
    "--output", type=Value(), metavar="FILE", help="Write to this file, whole or not at all."
)
@click.option(
    "--draft", is_flag=True, help="Write despite errors; the text says that it is a draft."
)
@click.option(
    "--check", "published", type=Value(), metavar="PATH", help="Compare a published policy instead."
)
@click.option(
    "--template",
    type=Value(),
    metavar="DIR",
    help="Draw with DIR/policy.FORMAT.jinja (Jinja2, sandboxed).",
)
@click.option("--quiet", "-q", is_flag=True, help="Do not report clauses that were left out.")
@law_options
def policy(  # noqa: PLR0913 - one per option
    file: str,
    form: str | None,
    language: str | None,
    output: str | None,
    draft: bool,  # noqa: FBT001 - click's
    published: str | None,
    template: str | None,
    quiet: bool,  # noqa: FBT001 - click's
    jurisdictions: tuple[str, ...],
    as_of: date | None,
    config: str | None,
) -> int:
    """Check an inventory, then write its cookie policy.

    With errors nothing is written: they go to standard error and the exit code is 1, unless
    --draft asks for a text that is marked as a draft.
    """
    from policylint.lint.judge import check_file
    from policylint.lint.options import Options
    from policylint.lint.settings import read_settings

    if published and (output or template or draft):
        raise UsageError(
            "--check compares and writes nothing: leave out --output, --template, --draft"
        )
    options = Options(
        as_of=as_of or today(),
        jurisdictions=read_jurisdictions(jurisdictions),
        settings=read_settings(config) if config else None,
    )
    result = check_file(file, options)
    if result.inventory is None or (result.errors and not (draft or published)):
        _report(result, result.errors, options)
        hint = "" if result.inventory is None else ", or write a draft with --draft"
        click.echo(f"policylint: no policy was written; mend the errors{hint}", err=True)
        return ExitCode.FINDINGS
    language = language or result.inventory.site.languages[0]
    form = form or format_of(published or output)
    if published:
        return _compare(result, options, language, form, published)
    _emit(
        result, options, language, form, draft=draft, template=template, output=output, quiet=quiet
    )
    return ExitCode.CLEAN


def format_of(path: str | None) -> str:
    """Tell the format by the name of a file, markdown where it does not tell."""
    ending = (path or "").rpartition(".")[2].lower()
    return {"html": "html", "htm": "html", "txt": "text"}.get(ending, "markdown")


def _packs(result: Any) -> list[Any]:
    from policylint.law.jurisdictions import pack

    return [found for code in result.jurisdictions if (found := pack(code)) is not None]


def _report(result: Any, findings: Any, options: Any, form: str = "text") -> None:
    from policylint.report import render

    report = result.report(findings, options.as_of)
    if sys.stderr is not None:
        click.echo(render(form, report, color=wants_color(sys.stderr)), err=True, nl=False)


def _compare(result: Any, options: Any, language: str, form: str, published: str) -> int:
    from policylint.lint.files import read_text
    from policylint.lint.policy_findings import stale_findings
    from policylint.policy.compare import differences

    text = read_text(published)
    packs = _packs(result)
    found = list(
        stale_findings(
            result.declaration,
            result.inventory,
            published,
            differences(result.inventory, packs, language, text, form),
            result.jurisdictions,
        )
    )
    if found:
        _report(result, found, options)
        return ExitCode.FINDINGS
    say(f"{published} says what {result.declaration.path} declares")
    return ExitCode.CLEAN


def _emit(  # noqa: PLR0913 - what the options say
    result: Any,
    options: Any,
    language: str,
    form: str,
    *,
    draft: bool,
    template: str | None,
    output: str | None,
    quiet: bool,
) -> None:
    from policylint.lint.output import guard
    from policylint.lint.policy_findings import left_out_findings
    from policylint.policy.blocks import DraftFinding
    from policylint.policy.outline import build
    from policylint.policy.render import render

    open_errors = [
        DraftFinding(one.rule.code, one.message, f"{one.place.path}:{one.place.line}")
        for one in result.errors
    ]
    built = build(
        result.inventory, _packs(result), language, options.as_of, open_errors, draft=draft
    )
    if template:
        from pathlib import Path

        from policylint.policy.template import render_template

        text = render_template(Path(template), built, result.inventory, form)
    else:
        text = render(built.document, form)
    if output:
        guard([output], result.sources)
    write_to(output, text)
    left_out = list(left_out_findings(result.declaration, result.inventory, built.left_out))
    if left_out and not quiet:
        _report(result, left_out, options, "concise")
