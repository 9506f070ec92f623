"""Writing policies: every text is drawn before the first file is written."""

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from policylint.cli.options import write_to
from policylint.cli.policy_asked import Asked
from policylint.errors import InputError

ENDINGS = {"markdown": "md", "text": "txt"}


class Drawn(NamedTuple):
    """Policies with their paths, what to tell about them, and what forbids to write them."""

    policies: Sequence[tuple[str | None, str | bytes]]
    remarks: Sequence[Any]
    faults: Sequence[Any]


def file_name(language: str, form: str) -> str:
    """Name the file of a language in a folder of several."""
    return f"cookie-policy.{language}.{ENDINGS.get(form, form)}"


def split_languages(result: Any) -> tuple[list[str], list[str]]:
    """List the languages of a site that policylint writes, and those that it does not."""
    from policylint.i18n import languages

    tags = list(dict.fromkeys(result.inventory.site.languages))
    written = [tag for tag in tags if tag.partition("-")[0] in languages()]
    return written, [tag for tag in tags if tag not in written]


def policies(result: Any, options: Any, asked: Asked) -> Drawn:
    """Draw the policy, or that of each language."""
    if not asked.all_languages:
        language = asked.language or result.inventory.site.languages[0]
        text, remarks, faults = _one(result, options, asked, language)
        return Drawn([(asked.output, text)], remarks, faults)
    from policylint.i18n import languages
    from policylint.lint.policy_findings import unwritten_findings

    written, unwritten = split_languages(result)
    told = list(
        unwritten_findings(result.declaration, unwritten, languages(), strict=asked.strict_language)
    )
    drawn: list[tuple[str | None, str | bytes]] = []
    remarks, faults = ([], told) if asked.strict_language else (told, [])
    for language in written:
        text, more, wrong = _one(result, options, asked, language)
        drawn.append((os.path.join(asked.output_dir, file_name(language, asked.form)), text))
        remarks += more
        faults += wrong
    return Drawn(drawn, _once(remarks), _once(faults))


def write_all(drawn: Drawn, result: Any, asked: Asked) -> None:
    """Write what was drawn. Raises UsageError and InputError."""
    from policylint.lint.output import guard

    guard([path for path, _ in drawn.policies if path], result.sources)
    if asked.output_dir:
        try:
            os.makedirs(asked.output_dir, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise InputError(f"{asked.output_dir} cannot be made a folder: {reason}") from None
    for path, content in drawn.policies:
        write_to(path, content)


def _once(findings: Sequence[Any]) -> list[Any]:
    """Keep one of the findings that several languages share."""
    return list({(one.rule.code, one.message, one.place): one for one in findings}.values())


def _one(
    result: Any, options: Any, asked: Asked, language: str
) -> tuple[str | bytes, list[Any], list[Any]]:
    from policylint.law.jurisdictions import packs_of
    from policylint.lint.policy_findings import fallback_findings, left_out_findings
    from policylint.policy.blocks import DraftFinding
    from policylint.policy.outline import build

    open_errors = [
        DraftFinding(one.rule.code, one.message, f"{one.place.path}:{one.place.line}")
        for one in result.errors
    ]
    built = build(
        result.inventory,
        packs_of(result.jurisdictions),
        language,
        options.as_of,
        open_errors,
        draft=asked.draft,
    )
    remarks = list(left_out_findings(result.declaration, result.inventory, built.left_out))
    strict = asked.strict_language
    fallbacks = list(
        fallback_findings(
            result.declaration, built.document.language, built.fallbacks, strict=strict
        )
    )
    text = _draw(built, result, asked)
    return (text, remarks, fallbacks) if strict else (text, [*fallbacks, *remarks], [])


def _draw(built: Any, result: Any, asked: Asked) -> str | bytes:
    from policylint.policy import FILE_FORMATS

    if asked.template:
        from pathlib import Path

        from policylint.policy.template import render_template

        return render_template(Path(asked.template), built, result.inventory, asked.form)
    if asked.form in FILE_FORMATS:
        from policylint.policy.render_file import render_file

        return render_file(built.document, asked.form)
    if asked.fragment:
        from policylint.policy.render_html import render_html_fragment

        return render_html_fragment(built.document)
    from policylint.policy.render import render

    return render(built.document, asked.form)
