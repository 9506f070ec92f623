"""Tables of Word: fixed widths, heads that repeat, rows that stay whole, room to sign."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from policylint.policy.blocks import Figures, Table
from policylint.policy.column_widths import column_widths
from policylint.policy.docx_package import TABLE_TEXT, TEXT_WIDTH, WIDE_TEXT_WIDTH
from policylint.policy.docx_spans import Inline
from policylint.policy.docx_xml import element, paragraph, run

ROOM, _WIDE_ROOM = 96, 150
"""How many letters of a table stand side by side on an upright page, and on one across."""
_SIGNING_HEIGHT = 680
_BESIDE = 70
_LINE_COLOR = "C9D0D8"
_HEAD_COLOR = "F3F5F8"


def table(block: Table, inline: Inline, *, is_wide: bool = False) -> list[Any]:
    """Write a table below its caption, and an empty line that keeps it from the next one."""
    caption = paragraph(inline.anchored([run(block.caption)], block.anchor), "Caption")
    room, whole = (_WIDE_ROOM, WIDE_TEXT_WIDTH) if is_wide else (ROOM, TEXT_WIDTH)
    widths = _shared(column_widths(block, room), whole)
    rows = [_head([[run(one, element("b"))] for one in block.headers], widths)]
    names = block.row_anchors or ("",) * len(block.rows)
    for name, (first, *rest) in zip(names, block.rows, strict=True):
        heads = inline.anchored(inline.runs(first, element("b")), name)
        cells = [heads, *(inline.runs(cell) for cell in rest)]
        rows.append(_row(cells, widths, is_signed=bool(rest) and not any(rest)))
    return [caption, _table(rows, widths, block.caption), below_table()]


def figures(block: Figures) -> list[Any]:
    """Write a few numbers below their labels."""
    widths = _shared([1] * len(block.items), TEXT_WIDTH)
    labels = [[run(name)] for _, name in block.items]
    numbers = [[run(value, element("b"), element("sz", val=24))] for value, _ in block.items]
    rows = [_head(labels, widths), _row(numbers, widths)]
    return [_table(rows, widths, block.label), below_table()]


def below_table(*properties: Any) -> Any:
    """Make the low line without which Word would join two tables."""
    low = element("spacing", after=0, line=160, lineRule="exact")
    return paragraph([], "", low, *properties)


def _shared(weights: Sequence[float], whole: int) -> list[int]:
    return [int(whole * weight / sum(weights)) for weight in weights]


def _table(rows: Sequence[Any], widths: Sequence[int], caption: str) -> Any:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = [element(side, val="single", sz=4, space=0, color=_LINE_COLOR) for side in sides]
    properties = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("tblBorders", *borders),
        element("tblLayout", type="fixed"),
        element(
            "tblCellMar", *(element(side, w=_BESIDE, type="dxa") for side in ("left", "right"))
        ),
        element("tblLook", val="0060", firstRow=1, firstColumn=1, noHBand=1, noVBand=1),
        element("tblCaption", val=caption),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *rows)


def _head(cells: Sequence[Sequence[Any]], widths: Sequence[int]) -> Any:
    shade = element("shd", val="clear", color="auto", fill=_HEAD_COLOR)
    made = [_cell(runs, width, [shade]) for runs, width in zip(cells, widths, strict=True)]
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *made)


def _row(cells: Sequence[Sequence[Any]], widths: Sequence[int], *, is_signed: bool = False) -> Any:
    height = [element("trHeight", val=_SIGNING_HEIGHT, hRule="atLeast")] if is_signed else []
    made = [_cell(runs, width, []) for runs, width in zip(cells, widths, strict=True)]
    return element("tr", element("trPr", element("cantSplit"), *height), *made)


def _cell(runs: Sequence[Any], width: int, more: Sequence[Any]) -> Any:
    above = element("tcPr", element("tcW", w=width, type="dxa"), *map(deepcopy, more))
    return element("tc", above, paragraph(list(runs), TABLE_TEXT))
