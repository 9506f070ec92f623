"""Draw a policy in one of the formats."""

from policylint.errors import UsageError
from policylint.policy import FORMATS
from policylint.policy.blocks import Document
from policylint.policy.render_html import render_html
from policylint.policy.render_json import render_json
from policylint.policy.render_markdown import render_markdown
from policylint.policy.render_text import render_text


def render(document: Document, format: str) -> str:  # noqa: A002 - the word of the option
    """Write a document as Markdown, HTML, text or JSON. Raises UsageError for another format."""
    match format:
        case "markdown":
            return render_markdown(document)
        case "html":
            return render_html(document)
        case "text":
            return render_text(document)
        case "json":
            return render_json(document)
    raise UsageError(f"unknown format '{format}'; expected one of {', '.join(FORMATS)}")
