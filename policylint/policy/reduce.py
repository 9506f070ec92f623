"""A published policy reduced to its words: no markup, no white space of the layout."""

from policylint.policy.file_words import docx_words, pdf_words
from policylint.policy.html_words import html_words
from policylint.policy.json_words import json_words
from policylint.policy.markdown_words import SOFT_BREAK, markdown_words
from policylint.policy.render_file import installed


def reduce_text(published: str, format: str) -> str:  # noqa: A002 - the word of the option
    """Reduce a published text to its words, one block a line."""
    if format == "html":
        return _lines(html_words(published))
    if format == "json":
        return _lines(json_words(published))
    published = published.replace("\r\n", "\n")
    if format == "markdown":
        return _lines(markdown_words(published))
    return _lines(SOFT_BREAK.sub(" ", published))


def reduce_file(published: bytes, format: str) -> str:  # noqa: A002 - the word of the option
    """Reduce a published file. Raises InputError, and UsageError without the libraries."""
    with installed(format):
        return _lines(docx_words(published) if format == "docx" else pdf_words(published))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
