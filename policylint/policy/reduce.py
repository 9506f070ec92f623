"""A published text reduced to its words: no markup, no white space of the layout."""

import re
from html import unescape
from html.parser import HTMLParser

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
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_LINK = re.compile(
    r"!?\[((?:\\.|[^\]\\])*)\]\((?:<[^<>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)[^()]*\)"
)
_EMPHASIS = re.compile(r"(?<![\w\\])(\*\*|__|\*|_)(?=\S)(.+?)(?<=[^\s\\])\1(?!\w)")
_LINE_MARKS = re.compile(r"^[ \t>]*(?:#{1,6} +|[-+*] +|\d+[.)] +)?", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*\|?(?: *:?-{3,}:? *\|?)+ *$", re.MULTILINE)
_SOFT_BREAK = re.compile(r"(?<=\S)[ \t]*\n(?=[ \t]*(?![-+*#>|=]|\d+[.)] )\S)")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def reduce_text(published: str, format: str) -> str:  # noqa: A002 - the word of the option
    """Reduce a published text to its words, one block a line."""
    if format == "html":
        return _lines(_html_words(published))
    if format == "markdown":
        return _lines(_markdown_words(published.replace("\r\n", "\n")))
    return _lines(_SOFT_BREAK.sub(" ", published.replace("\r\n", "\n")))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Collects what a reader of a page sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_skip_link = tag == "a" and "skip" in (given.get("class") or "").split()
        if tag not in _VOID and (
            self.silent or tag in _SILENT or "hidden" in given or is_skip_link
        ):
            self.silent.append(tag)
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            while self.silent.pop() != tag:
                pass
        if tag not in _INLINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))


def _html_words(published: str) -> str:
    words = _Words()
    words.feed(published)
    words.close()
    return "".join(words.parts)


def _markdown_words(published: str) -> str:
    published = _SOFT_BREAK.sub(" ", _FRONT_MATTER.sub("", published))
    words: list[str] = []
    position = 0
    for found in _CODE_SPAN.finditer(published):
        words.append(published[position : found.start()])
        words.append(chr(0xF0000) + found[2].replace("\n", " ").strip() + chr(0xF0001))
        position = found.end()
    words.append(published[position:])
    return _without_marks("".join(words))


def _without_marks(text: str) -> str:
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[1].replace("\\|", "|"))
        return f"{chr(0xF0000)}{len(kept) - 1}{chr(0xF0001)}"

    text = re.sub("\U000f0000(.*?)\U000f0001", keep, text)
    text = _TABLE_RULE.sub("", _TAG.sub("", text))
    text = _LINE_MARKS.sub("", text)
    text = _LINK.sub(r"\1", text)
    for _ in range(2):
        text = _EMPHASIS.sub(r"\2", text)
    text = re.sub(r"(?<!\\)\|", " ", text)
    text = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))
    return re.sub("\U000f0000([0-9]+)\U000f0001", lambda found: kept[int(found[1])], text)
