"""Draw a document as a file of Word or as a PDF, with libraries that are installed on wish."""

from collections.abc import Iterator
from contextlib import contextmanager

from policylint.errors import UsageError
from policylint.policy.blocks import Document

_LIBRARIES = {"docx": "python-docx", "pdf": "WeasyPrint and pypdf"}
_SYSTEM_HINT = (
    "on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; elsewhere:"
    " https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
)


def render_file(document: Document, format: str, more_style: str = "") -> bytes:  # noqa: A002
    """Write a document as DOCX or as PDF; `more_style` is that of its HTML page.

    Raises UsageError where what it takes is not installed.
    """
    with installed(format):
        if format == "docx":
            from policylint.policy.render_docx import render_docx

            return render_docx(document)
        from policylint.policy.render_pdf import render_pdf

        return render_pdf(document, more_style)


@contextmanager
def installed(format: str) -> Iterator[None]:  # noqa: A002 - the word of the option
    """Tell what is missing, by the name under which it is installed. Raises UsageError."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").startswith("policylint"):
            raise
        raise UsageError(
            f"the format '{format}' needs {_LIBRARIES[format]}",
            f"pip install 'policylint[{format}]'",
        ) from None
    except OSError as error:
        if "cannot load library" not in str(error):
            raise
        library = str(error).partition("'")[2].partition("'")[0]
        raise UsageError(
            f"the format '{format}' needs the library {library} of the system", _SYSTEM_HINT
        ) from None
