"""The phrases of `report.yaml` in one language, and the forms in which a report uses them."""

from collections.abc import Iterator, Sequence

from policylint.i18n.lists import join_words
from policylint.i18n.rule_texts import RuleText, rule_text
from policylint.law.citation import Provision
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
from policylint.policy.messages import in_words
from policylint.policy.phrases import Phrases, Value, spans_of
from policylint.rule import Rule, Severity

TONES: dict[Severity, Tone] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "caution",
    Severity.INFO: "plain",
}


class ReportPhrases(Phrases):
    """Writes the phrases of `report.yaml`; what has no words in the language is marked English."""

    def say(self, key: str, **values: Value) -> Spans:
        """Write a phrase of `report.yaml`."""
        spans: list[Span] = []
        for part, is_name in self.words.parts(f"report.{key}"):
            spans += spans_of(values[part]) if is_name else (Words(part),)
        return tuple(spans)

    def text(self, key: str, **values: object) -> str:
        """Write a phrase whose placeholders hold plain words."""
        return self.words.text(f"report.{key}", **values)

    def inline(self, key: str) -> str:
        """Write a label within a line, where it begins with a small letter."""
        words = self.text(key)
        return f"{words[:1].lower()}{words[1:]}"

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

    def rich(self, text: str, language: str) -> Spans:
        """Write a text of a rule: what stands between backticks is code, in no language."""
        parts = text.split("`")
        if len(parts) % 2 == 0:  # a last backtick that nothing closes
            parts[-2:] = ["".join(parts[-2:])]
        return tuple(self._parts(parts, language))

    def _parts(self, parts: Sequence[str], language: str) -> Iterator[Span]:
        words = [index for index in range(0, len(parts), 2) if parts[index].strip()]
        for index, part in enumerate(parts):
            if index % 2:
                yield Code(part)
            elif language == self.speech or index not in words:
                yield Words(part)
            else:  # said once, at the end
                note = self.in_language(language) if index == words[-1] else ""
                yield Foreign(part, language, note)

    def message(self, text: str) -> Span:
        """Write the message of a finding or the reason of a gap; in English if nothing else."""
        return self.own_words(*in_words(text, self.speech))

    def ground(self, provision: Provision) -> Spans:
        """Write a citation with its force, and how it was verified unless it was read."""
        spans: list[Span] = [Link(self.cite(provision), provision.link)]
        marks = [self.text(f"force.{provision.force}")]
        if provision.verified != "read":
            marks.append(self.text(f"mark.{provision.verified}"))
        return (*spans, Words(f" ({self.apart(marks)})"))

    def names(self, names: Sequence[str]) -> Spans:
        """Write technical names as a list."""
        return self.join([Code(name) for name in names])

    def listed(self, words: Sequence[str]) -> str:
        """Write words as a list."""
        return join_words(list(words), self.speech)
