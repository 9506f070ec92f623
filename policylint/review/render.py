"""Draw a report, or what changed, in one of the formats."""

from policylint.policy.blocks import Document
from policylint.policy.render_file import render_file as draw
from policylint.policy.render_html import render_html
from policylint.policy.render_markdown import render_markdown
from policylint.policy.render_text import render_text
from policylint.review.stylesheet import STYLESHEET, footer


def render(document: Document, format: str) -> str:  # noqa: A002 - the word of the option
    """Write a document of a review as a page, as Markdown or as plain text."""
    match format:
        case "html":
            return render_html(document, STYLESHEET + footer(document.foot))
        case "markdown":
            return render_markdown(document)
    return render_text(document)


def render_file(document: Document, format: str) -> bytes:  # noqa: A002 - the word of the option
    """Write a document of a review for Word (`docx`) or as a PDF. Raises UsageError."""
    return draw(document, format, STYLESHEET + footer(document.foot))
