"""The cookies that a published policy of policylint lists: each has a card with an anchor."""

import json
import re
from collections.abc import Iterator
from typing import Any

from policylint.policy.html_words import html_words
from policylint.policy.markdown_words import markdown_words

_CARDS = {
    "html": re.compile(r'<article class="card" id="cookie-[^"<>]*">\s*<h4>([^\n]*)</h4>'),
    "markdown": re.compile(r'^<a id="cookie-[^"<>]*"></a>\n\n#### ([^\n]*)$', re.MULTILINE),
}


def listed_cookies(published: str, format: str) -> list[str]:  # noqa: A002 - the word of the option
    """Give the names on the cards of a published text, each once; none where it is not ours."""
    published = published.replace("\r\n", "\n")
    if format == "json":
        return list(dict.fromkeys(_of_json(published)))
    pattern = _CARDS.get(format)
    if pattern is None:
        return []
    words = html_words if format == "html" else markdown_words
    return list(dict.fromkeys(words(name).strip() for name in pattern.findall(published)))


def _of_json(published: str) -> Iterator[str]:
    """Walk through the cards; whoever compares has told whether it is JSON."""
    data: Any = json.loads(published)
    sections = data.get("sections") if isinstance(data, dict) else None
    for section in sections if isinstance(sections, list) else []:
        blocks = section.get("blocks") if isinstance(section, dict) else None
        for block in blocks if isinstance(blocks, list) else []:
            match block:
                case {"kind": "card", "anchor": str(anchor), "title": str(title)}:
                    if anchor.startswith("cookie-"):
                        yield title
