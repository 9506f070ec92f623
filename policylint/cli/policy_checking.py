"""Comparing published policies with an inventory."""

import os
from collections.abc import Iterator
from typing import Any

from policylint.cli.policy_asked import Asked
from policylint.cli.policy_writing import file_name, split_languages
from policylint.errors import UsageError
from policylint.policy import FILE_FORMATS


def targets(result: Any, asked: Asked) -> list[tuple[str, str]]:
    """List the published policies, each with its language. Raises UsageError for a mere file."""
    if not asked.all_languages:
        return [(asked.language or result.inventory.site.languages[0], asked.published)]
    if not os.path.isdir(asked.published):
        raise UsageError(f"--all-languages --check compares a folder; {asked.published} is none")
    written, _ = split_languages(result)
    return [
        (language, os.path.join(asked.published, file_name(language, asked.form)))
        for language in written
    ]


def stale(result: Any, asked: Asked, language: str, published: str) -> Iterator[Any]:
    """Find where a published policy is stale. Raises InputError where it cannot be read."""
    from policylint.law.jurisdictions import packs_of
    from policylint.lint.files import read_published, read_text
    from policylint.lint.policy_findings import stale_findings
    from policylint.policy.compare import differences

    is_file = asked.form in FILE_FORMATS
    text = read_published(published) if is_file else read_text(published)
    return stale_findings(
        result.declaration,
        result.inventory,
        published,
        differences(result.inventory, packs_of(result.jurisdictions), language, text, asked.form),
        result.jurisdictions,
    )
