"""Text for a terminal: how wide it is, where it wraps, how a source line is shown and marked."""

from collections.abc import Iterator
from functools import lru_cache

from policylint.lint.finding import Place
from policylint.model.record import Record
from policylint.report.clean import visible

WIDTH = 88

_TAB = "    "
_FENCE = "```"


def width(text: str) -> int:
    """Count the columns of a text in which nothing is hidden."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    from unicodedata import category, east_asian_width

    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def wrap(text: str, indent: str, hanging: str = "") -> Iterator[str]:
    """Break a paragraph between words; `hanging` is added before every line but the first."""
    margin = indent
    words: list[str] = []
    used = len(margin)
    for word in text.split(" "):
        size = width(word)
        if words and used + size > WIDTH:
            yield margin + " ".join(words)
            words, margin = [], indent + hanging
            used = len(margin)
        words.append(word)
        used += size + 1
    yield (margin + " ".join(words)).rstrip()


def prose(markdown: str, indent: str) -> Iterator[str]:
    """Set paragraphs, lists and code of a rule's explanation."""
    paragraph: list[str] = []
    fenced = False
    for raw in [*markdown.split("\n"), ""]:
        line = visible(raw)
        starts = _is_item(line)
        if paragraph and (starts or fenced or not line or line.startswith(_FENCE)):
            hanging = "  " if _is_item(paragraph[0]) else ""
            yield from wrap(" ".join(paragraph), indent, hanging)
            paragraph = []
        if line.startswith(_FENCE):
            fenced = not fenced
        elif fenced:
            yield (indent + "  " + line).rstrip()
        elif line:
            paragraph.append(line.strip())


def _is_item(line: str) -> bool:
    bullet, space, _ = line.lstrip().partition(" ")
    return bool(space) and (bullet in ("-", "*") or (bullet[:-1].isdigit() and bullet[-1] == "."))


class Snippet(Record):
    """A source line as shown, the blank before its mark, and the mark."""

    source: str
    blank: str
    mark: str


def snippet(place: Place, gutter: int) -> Snippet:
    """Show the first line of a place and mark it, cut on both sides where it is too long."""
    text = place.excerpt.rstrip("\r\n")
    left = place.excerpt_column
    start = min(max(place.column - left, 0), len(text))
    last = place.end_column - left if place.end_line == place.line else len(text.rstrip())
    end = min(max(last, start), len(text))
    room = WIDTH - gutter
    if len(text) <= room and text.isascii() and text.isprintable():
        return Snippet(source=text, blank=" " * start, mark="^" * max(end - start, 1))
    return _cut(text, start, end, room)


class _Fitted(Record):
    shown: str
    columns: int
    whole: bool


def _cut(text: str, start: int, end: int, room: int) -> Snippet:
    size = len(text)
    marked = _fit(text, start, end, room)
    after = _fit(text, end, size, room)
    spare = room - min(marked.columns + after.columns, room * 3 // 4)
    before = _fit(text, 0, start, spare - 1, backwards=True)
    indent = before.columns + (not before.whole)
    rest = room - indent
    whole = marked.whole and after.whole and marked.columns + after.columns <= rest
    right = _fit(text, start, size, rest if whole else rest - 1)
    cut = ("" if before.whole else "…", "" if right.whole else "…")
    return Snippet(
        source=cut[0] + before.shown + right.shown + cut[1],
        blank=" " * indent,
        mark="^" * max(min(marked.columns, right.columns), 1),
    )


def _fit(text: str, start: int, end: int, room: int, *, backwards: bool = False) -> _Fitted:
    """Take as many characters as fit; those without width must not make a line endless."""
    reach = 2 * room
    part = (
        text[max(start, end - reach) : end][::-1]
        if backwards
        else text[start : min(end, start + reach)]
    )
    shown: list[str] = []
    used = 0
    for char in part:
        piece = _TAB if char == "\t" else visible(char)
        used += width(piece)
        if used > room:
            used -= width(piece)
            break
        shown.append(piece)
    ordered = reversed(shown) if backwards else shown
    return _Fitted(shown="".join(ordered), columns=used, whole=len(shown) == end - start)
