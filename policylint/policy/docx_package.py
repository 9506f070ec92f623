"""The file of Word around the text: paper, styles, language, properties, and the same bytes."""

import re
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor, Twips

from policylint.policy.blocks import Document
from policylint.policy.clean import clean
from policylint.policy.docx_spans import AUTHOR
from policylint.policy.docx_xml import element, field, run

_INK = RGBColor(0x1B, 0x1F, 0x24)
_SIZES = {"Heading 1": 18, "Heading 2": 14, "Heading 3": 12, "Heading 4": 10.5, "Caption": 9}
_ABOVE = {"Heading 1": 0, "Heading 2": 9, "Heading 3": 9, "Heading 4": 7, "Caption": 2}
TABLE_TEXT = "TableText"
_MARGIN = Cm(2)
_MARGIN_ABOVE = Cm(1.6)
_PAPER = Cm(21), Cm(29.7)
TEXT_WIDTH = (_PAPER[0] - 2 * _MARGIN) // Twips(1)
WIDE_TEXT_WIDTH = (_PAPER[1] - 2 * _MARGIN) // Twips(1)
_LONGEST_PROPERTY = 255
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_DATE = re.compile(rb' w:date="[^"]*"')


def open_package(document: Document) -> Any:
    """Make an empty file with everything around the text."""
    package = docx.Document()
    section = package.sections[0]
    section.page_width, section.page_height = _PAPER
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN_ABOVE
    _styles(package, document.language)
    _settings(package)
    _properties(package, document)
    footer = section.footer.paragraphs[0]
    # English-speaking or not, "2 / 7" is understood.
    name = [run(f"{document.foot} · ")] if document.foot else []
    for part in (*name, field("PAGE"), run(" / "), field("NUMPAGES")):
        footer._p.append(part)  # noqa: SLF001 - python-docx documents no other way to fields
    return package


def section_end(package: Any, *, is_wide: bool) -> Any:
    """Make the properties that end a section of upright pages, or of pages across."""
    properties = deepcopy(package.sections[-1]._sectPr)  # noqa: SLF001 - there is no other way
    if is_wide:
        size = properties.find(qn("w:pgSz"))
        width, height = size.get(qn("w:w")), size.get(qn("w:h"))
        turned = {"w:w": height, "w:h": width, "w:orient": "landscape"}
        for name, value in turned.items():
            size.set(qn(name), value)
    return properties


def pack(package: Any, document: Document) -> bytes:
    """Write the file: the same text gives the same bytes."""
    written = BytesIO()
    package.save(written)
    moment = f' w:date="{document.date}T00:00:00Z"'.encode()
    packed = BytesIO()
    with ZipFile(written) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "word/comments.xml":
                content = _DATE.sub(moment, content)
            info = ZipInfo(name, _EARLIEST)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            file.writestr(info, content)
    return packed.getvalue()


def _styles(package: Any, language: str) -> None:
    styles = package.styles
    styles["Normal"].font.name = "Calibri"
    styles["Normal"].font.size = Pt(10)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    styles["Normal"].paragraph_format.line_spacing = 1.0
    for name, size in _SIZES.items():
        styles[name].font.size = Pt(size)
        styles[name].font.color.rgb = _INK
        styles[name].font.italic = False
        styles[name].paragraph_format.space_before = Pt(_ABOVE[name])
        styles[name].paragraph_format.space_after = Pt(3)
    cell = styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = styles["Normal"]
    cell.font.size = Pt(8.5)
    cell.paragraph_format.space_before = cell.paragraph_format.space_after = Pt(1)
    cell.paragraph_format.line_spacing = 1.0
    styles["Caption"].paragraph_format.keep_with_next = True
    for spoken in styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        spoken.getparent().replace(spoken, element("lang", val=language))


def _settings(package: Any) -> None:
    """Track what readers change, and be no document of an old Word."""
    settings = package.settings.element
    settings.xpath("w:defaultTabStop")[0].addprevious(element("trackRevisions"))
    for mode in settings.xpath('w:compat/w:compatSetting[@w:name="compatibilityMode"]'):
        mode.getparent().replace(
            mode,
            element(
                "compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val="15",
            ),
        )


def _properties(package: Any, document: Document) -> None:
    properties = package.core_properties
    moment = datetime.fromisoformat(f"{document.date}T00:00:00")
    properties.title = clean(document.title)[:_LONGEST_PROPERTY]
    properties.language = document.language
    properties.author = properties.last_modified_by = AUTHOR
    properties.created = properties.modified = moment
    properties.revision = 1
    properties.comments = properties.keywords = properties.subject = ""
    properties.version = document.version
