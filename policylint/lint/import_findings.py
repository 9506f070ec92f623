"""What an import finds in a foreign file, as findings."""

from policylint.lint.declaration import place_at
from policylint.lint.finding import Finding
from policylint.lint.import_rules import BY_CODE
from policylint.source.document import Document
from policylint.source.pointer import Span


def import_finding(
    code: str, document: Document, span: Span, message: str, cookie: str | None
) -> Finding:
    """Make a finding of a fault at a place of a foreign file; it holds wherever that is used."""
    rule = BY_CODE[code]
    return Finding(
        rule=rule,
        severity=rule.severity,
        message=message,
        place=place_at(document, span, None),
        cookie=cookie,
        jurisdictions=[],
        citations=rule.citations,
    )
