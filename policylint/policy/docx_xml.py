"""Elements of WordprocessingML, made one by one. Texts are cleaned here and only here."""

from copy import deepcopy
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from policylint.policy.clean import clean

_ORDER = ("rFonts", "b", "noProof", "color", "sz", "u", "lang")
"""The order of the properties of a run in the schema."""


def element(tag: str, *children: Any, **attributes: str | int) -> Any:
    """Make an element of the namespace `w`, its attributes too."""
    made: Any = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), clean(str(value)))
    for child in children:
        made.append(child)
    return made


def set_attribute(made: Any, name: str, value: str) -> None:
    """Set an attribute whose name has a prefix, such as `r:id`."""
    made.set(qn(name), clean(value))


def words(text: str, *, is_removed: bool = False) -> Any:
    """Make the text of a run; white space counts."""
    made = element("delText" if is_removed else "t")
    made.set(qn("xml:space"), "preserve")
    made.text = clean(text)
    return made


def run(text: str, *properties: Any, is_removed: bool = False) -> Any:
    """Make a run of text; the properties are copied."""
    ordered = sorted(properties, key=lambda one: _ORDER.index(one.tag.rpartition("}")[2]))
    inside = [element("rPr", *map(deepcopy, ordered))] if properties else []
    return element("r", *inside, words(text, is_removed=is_removed))


def field(instruction: str) -> Any:
    """Make a field that Word works out, such as the number of a page."""
    return element("fldSimple", run("1"), instr=instruction)


def paragraph(runs: list[Any], style: str = "", *properties: Any) -> Any:
    """Make a paragraph; properties come in the order that the schema has."""
    named = [element("pStyle", val=style)] if style else []
    above = [element("pPr", *named, *properties)] if named or properties else []
    return element("p", *above, *runs)


def frame(color: str) -> Any:
    """Make the frame of a paragraph."""
    sides = ("top", "left", "bottom", "right")
    return element(
        "pBdr",
        *(
            element(side, val="single", sz=24 if side == "left" else 8, space=6, color=color)
            for side in sides
        ),
    )
