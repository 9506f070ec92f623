"""What `policylint policy` was asked for, and which wishes do not go together."""

from types import SimpleNamespace

from policylint.errors import UsageError
from policylint.policy import FILE_FORMATS, FORMATS


class Asked(SimpleNamespace):
    """The values of the options, by the names that click gives them."""


def settle_format(asked: Asked) -> None:
    """Choose the format: as asked, else by the name of the file. Raises UsageError."""
    from policylint.cli.documents import format_of, named_format

    formats = (*FORMATS, *FILE_FORMATS)
    # With --all-languages it is a folder that is compared, whatever its name ends in.
    named = None if asked.all_languages else asked.published or asked.output
    if asked.fragment and not asked.published:
        found = asked.form or named_format(named, formats) or "html"
        if found != "html":
            says = f"--format says {found}" if asked.form else f"'{named}' is named as {found}"
            raise UsageError(
                f"--fragment is for HTML, and {says}: leave out --fragment, or ask for html"
            )
        asked.form = found
    asked.form = asked.form or format_of(named, formats, "markdown")


def check_asked(asked: Asked) -> None:
    """Refuse what contradicts itself. Raises UsageError."""
    if asked.published and (
        asked.output or asked.output_dir or asked.template or asked.draft or asked.fragment
    ):
        raise UsageError(
            "--check compares and writes nothing:"
            " leave out --output, --output-dir, --template, --draft, --fragment"
        )
    if asked.all_languages and (asked.language or asked.output):
        raise UsageError("--all-languages writes several files: leave out --language, --output")
    if asked.all_languages and not (asked.output_dir or asked.published):
        raise UsageError("--all-languages writes several files: name a folder with --output-dir")
    if asked.output_dir and not asked.all_languages:
        raise UsageError("--output-dir goes with --all-languages; one policy goes to --output")
    if asked.template and asked.form in {"json", *FILE_FORMATS}:
        raise UsageError(f"--template draws Markdown, HTML and text, not '{asked.form}'")
