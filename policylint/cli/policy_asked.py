"""What `policylint policy` was asked for, and which wishes do not go together."""

from types import SimpleNamespace

from policylint.errors import UsageError
from policylint.policy import FILE_FORMATS


class Asked(SimpleNamespace):
    """The values of the options, by the names that click gives them."""


def check_asked(asked: Asked) -> None:
    """Refuse what contradicts itself. Raises UsageError."""
    if asked.published and (
        asked.output or asked.output_dir or asked.template or asked.draft or asked.fragment
    ):
        raise UsageError(
            "--check compares and writes nothing: leave out --output, --template, --draft"
        )
    if asked.all_languages and (asked.language or asked.output):
        raise UsageError("--all-languages writes several files: leave out --language, --output")
    if asked.all_languages and not (asked.output_dir or asked.published):
        raise UsageError("--all-languages writes several files: name a folder with --output-dir")
    if asked.output_dir and not asked.all_languages:
        raise UsageError("--output-dir goes with --all-languages; one policy goes to --output")
    if asked.fragment and asked.form != "html":
        raise UsageError("--fragment is for HTML: add --format html")
    if asked.template and asked.form in {"json", *FILE_FORMATS}:
        raise UsageError(f"--template draws Markdown, HTML and text, not '{asked.form}'")
