"""A published text reduced to its words: no markup, no white space of the layout."""

from policylint.policy.html_words import html_words
from policylint.policy.markdown_words import SOFT_BREAK, markdown_words


def reduce_text(published: str, format: str) -> str:  # noqa: A002 - the word of the option
    """Reduce a published text to its words, one block a line."""
    if format == "html":
        return _lines(html_words(published))
    published = published.replace("\r\n", "\n")
    if format == "markdown":
        return _lines(markdown_words(published))
    return _lines(SOFT_BREAK.sub(" ", published))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
