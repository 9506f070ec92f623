"""Suppressions: comments in the inventory that silence a finding on their line, with a reason."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from policylint.lint.builtin import SUPPRESSION_WITHOUT_REASON, UNUSED_SUPPRESSION
from policylint.lint.declaration import Declaration, place_at
from policylint.lint.finding import Finding
from policylint.lint.schema_faults import doc_finding
from policylint.model.record import Record
from policylint.model.sentence import Sentence, sentence
from policylint.rule import Fix, Rule, Severity
from policylint.rules.listing import in_quotes
from policylint.source.comments import Comment, comments
from policylint.source.document import Document
from policylint.source.lexis import line_start
from policylint.source.pointer import Span

FORM = in_quotes("# policylint: ignore[CODE] reason")
# Written alike in `_FORM` and in FORM, which people read.
_OURS = r"#+\s*policylint(?: ?:|\s+(?=(?:ignore|disable|noqa)\b))(.*)"
_MAYBE = r"#\s*policylint\b"
_FORM = r"\s*ignore\s*\[([^\]]*)\]\s*:?\s*(.*)"
_LETTER = r"\w"
# A place is seldom longer; the last lines of a longer text hold no comments.
MOST_LINES = 1_000


class Suppression(Record):
    """A comment that silences rules on a line; `words` are codes or names, `reason` may be empty.

    `words` is None where the comment could not be understood.
    """

    document: Document
    comment: Comment
    words: Sequence[str] | None
    reason: str = ""


def find_suppressions(declaration: Declaration) -> list[Suppression]:
    """Find the suppressions in all documents of a declaration."""
    return [
        suppression
        for document in declaration.documents
        if re.search(_MAYBE, document.text, re.IGNORECASE)
        for suppression in _in(document)
    ]


def _in(document: Document) -> Iterator[Suppression]:
    for comment in comments(document):
        ours = re.fullmatch(_OURS, document.text[slice(*comment.span)], re.IGNORECASE)
        if ours is None:
            continue
        form = re.fullmatch(_FORM, ours[1], re.IGNORECASE)
        if form is None:
            yield Suppression(document=document, comment=comment, words=None)
            continue
        words = [word.strip() for word in form[1].split(",")]
        reason = form[2].strip()
        yield Suppression(
            document=document,
            comment=comment,
            words=[word for word in words if word],
            reason=reason if re.search(_LETTER, reason) else "",
        )


class Questions(Record):
    """What suppressions must know of the run.

    `find` knows a rule by its code or name, `severity` how gravely a finding counts. `judged` tells
    whether a rule could speak at all: where it could not, nobody knows a suppression to be unused.
    """

    find: Callable[[str], Rule | None]
    severity: Callable[[Finding], Severity]
    judged: Callable[[str], bool]


class Suppressed(Record):
    """What suppressions made of some findings, and what is wrong with the suppressions."""

    findings: Sequence[Finding]
    faults: Sequence[Finding]


def suppress(
    findings: Iterable[Finding],
    suppressions: Sequence[Suppression],
    ask: Questions,
) -> Suppressed:
    """Mark the findings that a suppression with a reason covers; errors stay open."""
    lines = _by_line(suppressions)
    used: set[tuple[int, str]] = set()
    refused: set[tuple[int, str]] = set()
    marked = []
    for finding in findings:
        covering = list(_covering(lines, finding))
        used.update((id(one), finding.rule.code) for one in covering)
        reason = next((one.reason for one in covering if one.reason), None)
        if ask.severity(finding) is Severity.ERROR:
            refused.update((id(one), finding.rule.code) for one in covering)
        elif reason:
            finding = finding.changed(status="suppressed", justification=reason)  # noqa: PLW2901
        marked.append(finding)
    faults = [fault for one in suppressions for fault in _faults(one, used, refused, ask)]
    return Suppressed(findings=marked, faults=faults)


def _by_line(suppressions: Iterable[Suppression]) -> Mapping[str, Mapping[int, list[Suppression]]]:
    lines: dict[str, dict[int, list[Suppression]]] = {}
    for one in suppressions:
        below = lines.setdefault(one.document.path, {})
        below.setdefault(one.comment.subject, []).append(one)
    return lines


def _covering(
    lines: Mapping[str, Mapping[int, list[Suppression]]], finding: Finding
) -> Iterator[Suppression]:
    place = finding.place
    below = lines.get(place.path, {})
    for number in range(place.line, min(place.end_line, place.line + MOST_LINES) + 1):
        for one in below.get(number, ()):
            if any(finding.rule.answers_to(word) for word in one.words or ()):
                yield one


def _faults(
    suppression: Suppression,
    used: set[tuple[int, str]],
    refused: set[tuple[int, str]],
    ask: Questions,
) -> Iterator[Finding]:
    words = suppression.words
    if not words or not suppression.reason:
        yield _fault(SUPPRESSION_WITHOUT_REASON, suppression, _idle(suppression))
    unused: dict[str, str] = {}
    for word in dict.fromkeys(words or ()):
        rule = ask.find(word)
        key = (id(suppression), rule.code if rule else "")
        if rule is not None and key in refused:
            message = sentence(
                "{code} is an error here, which no comment silences:"
                " mend it, or accept it in a waiver of the configuration",
                code=rule.code,
            )
            yield _fault(SUPPRESSION_WITHOUT_REASON, suppression, message)
        elif rule is None:
            unused[word] = sentence("'{word}' is no rule, so that it silences nothing", word=word)
        elif key not in used and ask.judged(rule.code):
            unused[word] = sentence(
                "{code} finds nothing on line {line}",
                code=rule.code,
                line=suppression.comment.subject,
            )
    # One cure for all of them: a comment is edited once.
    for fault in unused.values():
        yield _fault(UNUSED_SUPPRESSION, suppression, fault, _removal(suppression, unused))


def _idle(suppression: Suppression) -> Sentence:
    if suppression.words:
        return sentence(
            "the suppression gives no reason and silences nothing; expected {form}", form=FORM
        )
    return sentence("the comment silences nothing; expected {form}", form=FORM)


def _fault(rule: Rule, suppression: Suppression, message: str, fix: Fix | None = None) -> Finding:
    place = place_at(suppression.document, suppression.comment.span, None)
    return doc_finding(rule, place, message).changed(fix=fix)


def _removal(suppression: Suppression, words: Collection[str]) -> Fix:
    """Remove words of a suppression, or the comment where it has no others."""
    text, (start, end) = suppression.document.text, suppression.comment.span
    kept = [one for one in dict.fromkeys(suppression.words or ()) if one not in words]
    if kept:
        opening = text.index("[", start) + 1
        span = Span(opening, text.index("]", opening))
        return Fix(
            title=f"remove {', '.join(map(repr, words))} from the suppression",
            applicability="safe",
            edits=((span, ", ".join(kept)),),
        )
    if suppression.comment.alone:
        start = line_start(text, start)
        end += 2 if text.startswith("\r\n", end) else 1
    else:
        start = len(text[:start].rstrip(" \t"))
    span = Span(start, min(end, len(text)))
    return Fix(title="remove the suppression", applicability="safe", edits=((span, ""),))
