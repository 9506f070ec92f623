"""What a section of the report is written with: the subject, and the words of one language."""

from collections.abc import Sequence

from policylint.i18n.lists import join_words
from policylint.i18n.rule_texts import RuleText, rule_text
from policylint.law.citation import Provision
from policylint.lint.finding import Finding
from policylint.model.inventory import Inventory
from policylint.policy.blocks import (
    Badge,
    Code,
    Foreign,
    Heading,
    Link,
    Paragraph,
    Span,
    Spans,
    Table,
    Tone,
    Words,
)
from policylint.policy.writer import Value, Writer
from policylint.review.subject import Subject
from policylint.rule import Rule, Severity

TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "caution",
    Severity.INFO: "plain",
}


class ReviewWriter(Writer):
    """Writes the phrases of `report.yaml`; what has no words in the language is marked English."""

    def __init__(self, subject: Subject, inventory: Inventory, language: str) -> None:
        super().__init__(inventory, subject.packs, language)
        self.subject = subject
        self.inventory = inventory

    def say(self, key: str, **values: Value) -> Spans:
        """Write a phrase of `report.yaml`."""
        spans: list[Span] = []
        for part, is_name in self.words.parts(f"report.{key}"):
            spans += _spans(values[part]) if is_name else (Words(part),)
        return tuple(spans)

    def text(self, key: str, **values: object) -> str:
        """Write a phrase whose placeholders hold plain words."""
        return self.words.text(f"report.{key}", **values)

    def counted(self, key: str, count: int) -> str:
        """Write a phrase that counts."""
        return self.words.plural(f"report.{key}", count)

    def section_heading(self, name: str) -> Heading:
        """Write the heading of a section, with its name as the anchor."""
        return Heading(2, self.say(f"{name}.heading"), name)

    def sentence_of(self, key: str, **values: Value) -> Paragraph:
        """Write a phrase as a paragraph."""
        return Paragraph(self.say(key, **values))

    def table(
        self, section: str, columns: Sequence[str], rows: Sequence[tuple[Spans, ...]]
    ) -> Table:
        """Make the table of a section; its caption and columns are phrases of the section."""
        headers = [self.text(f"{section}.{column}") for column in columns]
        return self.plain_table(section, self.text(f"{section}.caption"), headers, rows)

    def plain_table(
        self, section: str, caption: str, headers: Sequence[str], rows: Sequence[tuple[Spans, ...]]
    ) -> Table:
        """Make a table; its anchor is named after its section."""
        return Table(caption, f"{section}-table", tuple(headers), tuple(rows))

    def weight(self, severity: Severity) -> Badge:
        """Write a severity as a badge."""
        return Badge(self.text(f"severity.{severity.label}"), TONES[severity])

    def rule_text(self, rule: Rule) -> RuleText:
        """Give what a rule says, in the language or in English."""
        return rule_text(rule.code, rule.explanation, self.speech)

    def own_words(self, text: str, language: str) -> Span:
        """Write a text in the language that it has, marked where that is another."""
        if language == self.speech:
            return Words(text)
        return Foreign(text, language, self.in_language(language))

    def message(self, finding: Finding) -> Spans:
        """Write the message of a finding, which is in English."""
        return (self.own_words(finding.message, "en"),)

    def ground(self, provision: Provision) -> Spans:
        """Write a citation with its force, and how it was verified unless it was read."""
        spans: list[Span] = [Link(self.cite(provision), provision.link)]
        marks = [self.text(f"force.{provision.force}")]
        if provision.verified != "read":
            marks.append(self.text(f"mark.{provision.verified}"))
        return (*spans, Words(f" ({'; '.join(marks)})"))

    def names(self, names: Sequence[str]) -> Spans:
        """Write technical names as a list."""
        return self.join([Code(name) for name in names])

    def listed(self, words: Sequence[str]) -> str:
        """Write words as a list."""
        return join_words(list(words), self.speech)


def _spans(value: Value) -> Spans:
    if isinstance(value, str):
        return (Words(value),)
    return value if isinstance(value, tuple) else (value,)
