"""The words of a Markdown text, without its marks; time grows with the length of the text."""

import re
from collections.abc import Iterator

from policylint.model.references import resolve_references

SOFT_BREAK = re.compile(r"(?<=\S)[ \t]*+\n(?=[ \t]*+(?![-+*#>|=]|\d+[.)] )\S)")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_BACKTICKS = re.compile("`+")
# What a backslash escapes is kept: `\<` begins no tag.
_TAG = re.compile(r"(\\[!-/:-@\[-`{-~])|</?[A-Za-z][^<>]*+>")
_TAG_OR_COMMENT = re.compile(rf"{_TAG.pattern}|<!--.*?-->", re.DOTALL)
_ESCAPE_OR_LINK = re.compile(
    r"\\.|!?\[((?:\\.|[^\[\]\\])*+)\]"
    r"\((?:<[^<>]*+>|[^()\s]*+(?:\([^()]*+\)[^()\s]*+)*+)[^()]*+\)"
)
_LINE_MARKS = re.compile(r"^[ \t>]*+(?:#{1,6} +|[-+*] +|\d+[.)] +)?", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*+\|?+(?: *+:?+-{3,}+:?+ *+\|?+)++$", re.MULTILINE)
_OPENER = re.compile(r"(?<![\w\\])[*_](?=\S)")
_CLOSERS = {
    mark: re.compile(rf"(?<=[^\s\\])(?={re.escape(mark)}(?!\w))") for mark in ("**", "*", "__", "_")
}
_WIDER_FIRST = {"*": ("**", "*"), "_": ("__", "_")}
# Two private characters that stand around the number of a code span while marks are removed.
_OPEN, _CLOSE = "\U000f0000", "\U000f0001"
_RESERVED = re.compile(f"[{_OPEN}{_CLOSE}]")
_PLACEHOLDER = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")


def markdown_words(published: str) -> str:
    """Reduce a Markdown text to its words."""
    text = _RESERVED.sub("\ufffd", published)
    text = SOFT_BREAK.sub(" ", _FRONT_MATTER.sub("", text))
    codes: list[str] = []
    text = _without_marks("".join(_without_codes(text, codes)))
    pieces = _PLACEHOLDER.split(text)
    return "".join(
        codes[int(piece)] if index % 2 else _resolved(piece) for index, piece in enumerate(pieces)
    )


def _without_codes(text: str, codes: list[str]) -> Iterator[str]:
    """Put a placeholder for each code span: what stands between two equal runs of backticks."""
    runs = [found.span() for found in _BACKTICKS.finditer(text)]
    following: dict[int, int] = {}
    closers: list[int | None] = []
    for index in range(len(runs) - 1, -1, -1):
        width = runs[index][1] - runs[index][0]
        closers.append(following.get(width))
        following[width] = index
    closers.reverse()
    position = index = 0
    while index < len(runs):
        closer = closers[index]
        if closer is not None and not _escaped(text, runs[index][0]):
            content = text[runs[index][1] : runs[closer][0]]
            yield text[position : runs[index][0]] + f"{_OPEN}{len(codes)}{_CLOSE}"
            codes.append(content.replace("\n", " ").strip().replace("\\|", "|"))
            position, index = runs[closer][1], closer
        index += 1
    yield text[position:]


def _escaped(text: str, offset: int) -> bool:
    """Tell whether an odd number of backslashes stands before a character."""
    start = offset
    while start and text[start - 1] == "\\":
        start -= 1
    return (offset - start) % 2 == 1


def _without_marks(text: str) -> str:
    last = text.rfind("-->") + 3 if "-->" in text else 0
    text = _TAG_OR_COMMENT.sub(_kept, text[:last]) + _TAG.sub(_kept, text[last:])
    text = _LINE_MARKS.sub("", _TABLE_RULE.sub("", text))
    text = _ESCAPE_OR_LINK.sub(_label, text)
    for _ in range(2):
        text = "".join(_without_emphasis(text))
    return re.sub(r"(?<!\\)\|", " ", text)


def _kept(found: re.Match[str]) -> str:
    return found[1] or ""


def _label(found: re.Match[str]) -> str:
    return found[0] if found[1] is None else found[1]


def _without_emphasis(text: str) -> Iterator[str]:
    """Leave out each mark of emphasis that the next fit mark of its kind in the line closes."""
    closers = {
        mark: [found.start() for found in pattern.finditer(text)] if mark in text else []
        for mark, pattern in _CLOSERS.items()
    }
    used = dict.fromkeys(closers, 0)
    position = line_end = 0
    for opener in _OPENER.finditer(text):
        start = opener.start()
        if start < position:
            continue
        if start >= line_end:
            line_end = text.find("\n", start) + 1 or len(text) + 1
        for mark in _WIDER_FIRST[text[start]]:
            first = start + len(mark)
            if not text.startswith(mark, start) or text[first : first + 1].isspace():
                continue
            ends, at = closers[mark], used[mark]
            while at < len(ends) and ends[at] <= first:
                at += 1
            used[mark] = at
            if at < len(ends) and ends[at] < line_end:
                yield text[position:start]
                yield text[first : ends[at]]
                position = ends[at] + len(mark)
                break
    yield text[position:]


def _resolved(text: str) -> str:
    return resolve_references(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))
