"""The words of a policy that was published as a file of Word or as a PDF."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception

from policylint.errors import InputError

_MOST_BYTES = 64 << 20
_TEXT = "word/document.xml"
# What a broken file raises in the libraries that read it; faults of XML are SyntaxErrors.
_NO_DOCX = (
    *(BadZipFile, ZlibError, EOFError, KeyError, NotImplementedError, RuntimeError),
    *(SyntaxError, ValueError),
)
_NO_PDF = (
    *(ArithmeticError, AttributeError, LookupError, NotImplementedError, OSError),
    *(RecursionError, TypeError, ValueError, ZlibError),
)
_SPACES = frozenset({"tab", "br", "cr"})


def docx_words(published: bytes) -> str:
    """Reduce a file of Word to its words, one paragraph a line; what was struck out is left out.

    Raises InputError.
    """
    from docx.oxml import parse_xml

    try:
        with ZipFile(BytesIO(published)) as file, file.open(_TEXT) as part:
            content = part.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise InputError("the published file is over 64 MiB of text; expected a policy")
        body: Any = parse_xml(content)
    except _NO_DOCX as error:
        raise InputError(f"the published policy is no DOCX file: {_reason(error)}") from None
    return "\n".join("".join(_texts(one)) for one in body.iter("{*}p"))


def _texts(paragraph: Any) -> Iterator[str]:
    for one in paragraph.iter("{*}t", *(f"{{*}}{name}" for name in _SPACES)):
        is_text = one.tag.rpartition("}")[2] == "t"
        yield (one.text or "") if is_text else " "


def pdf_words(published: bytes) -> str:
    """Reduce a PDF to its words, as far as they can be read out of it. Raises InputError."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = PdfReader(BytesIO(published)).pages
        return "\n".join(page.extract_text() for page in pages)
    except (PyPdfError, *_NO_PDF) as error:
        raise InputError(f"the published policy is no readable PDF: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    return " ".join((str(error) or type(error).__name__).split()).lower()
