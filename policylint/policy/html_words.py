"""The words that a reader of an HTML page sees, found in one pass from left to right.

`html.parser` is not used: it is quadratic in what is never closed, and it raises on some of it.
What a browser hides is no word here; `exchange/markup.py` takes tables out of files that no browser
need ever show, where broken markup is text.
"""

import re
from collections import Counter

from policylint.model.references import resolve_references

_SILENT = frozenset({"script", "style", "head", "template", "noscript", "svg"})
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd"),
        *("mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"),
        "wbr",
    )
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
# What these hold is text up to their own end tag.
_RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}
_MARKUP = re.compile("<[A-Za-z/!?]")
_OPENING = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>][^\s/>=]*+)"""
    r"""(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^\s>]*+)))?+"""
)
_TAG_END = re.compile(r"\s*+(/?)[\s/]*+>")
_COMMENT_END = re.compile(r"--!?>")


def html_words(published: str) -> str:
    """Reduce a page to its words, with a line break where a block begins or ends."""
    words = _Words()
    position = 0
    while True:
        found = _MARKUP.search(published, position)
        if found is None:
            words.data(published[position:])
            return "".join(words.parts)
        start = found.start()
        words.data(published[position:start])
        end = _markup(published, start, words)
        if end < 0:  # never closed: no browser shows what follows
            return "".join(words.parts)
        position = end


class _Words:
    """Collects what is seen, and remembers which hidden elements are open."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.silent: list[str] = []
        self.count: Counter[str] = Counter()

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        is_skip_link = tag == "a" and "skip" in attributes.get("class", "").split()
        if tag not in _VOID and (
            self.silent or tag in _SILENT or "hidden" in attributes or is_skip_link
        ):
            self.silent.append(tag)
            self.count[tag] += 1
        self.block(tag)

    def end(self, tag: str) -> None:
        if self.count[tag]:
            closed = ""
            while closed != tag:
                closed = self.silent.pop()
                self.count[closed] -= 1
        self.block(tag)

    def block(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")

    def data(self, data: str) -> None:
        if data and not self.silent:
            self.parts.append(re.sub(r"\s+", " ", resolve_references(data)))


def _markup(page: str, start: int, words: _Words) -> int:
    """Read what begins with `<`, and give the offset behind it; -1 where it has no end."""
    opening = _OPENING.match(page, start)
    if opening is not None:
        return _tag(page, opening, words)
    if page.startswith("<!--", start):
        if page.startswith((">", "->"), start + 4):
            return page.index(">", start) + 1
        found = _COMMENT_END.search(page, start + 4)
        return found.end() if found else -1
    return page.find(">", start) + 1 or -1


def _tag(page: str, opening: re.Match[str], words: _Words) -> int:
    tag = opening[2].lower()
    attributes: dict[str, str] = {}
    position = opening.end()
    while (closing := _TAG_END.match(page, position)) is None:
        found = _ATTRIBUTE.match(page, position)
        if found is None:
            return -1
        value = found[2] or found[3] or found[4] or ""
        attributes.setdefault(found[1].lower(), value)
        position = found.end()
    position = closing.end()
    if opening[1]:
        words.end(tag)
        return position
    attributes["class"] = resolve_references(attributes.get("class", ""))
    words.begin(tag, attributes)
    if closing[1]:
        words.end(tag)
    elif tag in _RAW_END:
        return _raw(page, position, tag, words)
    return position


def _raw(page: str, position: int, tag: str, words: _Words) -> int:
    found = _RAW_END[tag].search(page, position)
    if found is None:
        return -1
    words.data(page[position : found.start()])
    return found.start()
