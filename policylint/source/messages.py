"""What the YAML parser complains of, in plain words."""

import re

from yaml.error import MarkedYAMLError, YAMLError

from policylint.source.fault import FaultError
from policylint.source.lexis import line_end, line_start
from policylint.source.pointer import Span
from policylint.source.stream import check_directive

_COLON = (
    "a ':' stands where no key can be; "
    "expected one 'key: value' a line, indented as its neighbours, or quotes"
)
_TAG_ENDS = "a tag holds a character that none may; expected a blank after the tag"
_SENTENCES = (
    ("mapping values are not allowed", _COLON),
    ("sequence entries are not allowed", "a list begins on its key's line; expected a new line"),
    ("mapping keys are not allowed", "a '?' begins no key here; expected a new line, or quotes"),
    ("found unexpected document", "a document ends inside quotes; expected the closing quote"),
    ("chomping or indentation", "text follows a '|' or '>'; expected a new line"),
    ("comment or line break", "text follows a '|' or '>'; expected a new line"),
    ("comment or a line break", "text follows a '|' or '>'; expected a new line"),
    ("indentation indicator", "the indentation indicator is 0; expected 1 to 9, or none"),
    ("alphabetic or numeric", "an anchor or an alias has no name; expected a letter or a digit"),
    ("expected '>'", "a tag is not closed; expected '>'"),
    ("undefined tag handle", "a tag has an unknown prefix; remove the tag"),
    ("whitespace or line break", _TAG_ENDS),
    ("expected ' ', but found", _TAG_ENDS),
    ("expected URI", _TAG_ENDS),
    ("expected tag URI", _TAG_ENDS),
    ("URI escaped", _TAG_ENDS),
    ("<document start>", "text follows the end of the document; expected one document a file"),
    ("hexdecimal", "an escape lacks digits; expected hexadecimal ones"),
    ("hexadecimal", "an escape lacks digits; expected hexadecimal ones"),
)
_TAB = "a tab stands where the text is indented; expected spaces"
_CLOSERS = {"',' or ']'": ("list", "]"), "',' or '}'": ("mapping", "}")}


def explain(text: str, error: YAMLError) -> FaultError:
    """Turn a parser's error into a fault at its exact place."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _forbidden_character(text)
    problem = error.problem or ""
    at = min(error.problem_mark.index, len(text))
    opened = at if error.context_mark is None else error.context_mark.index
    if text.startswith("\t", at):
        return FaultError(at, at + 1, _TAB)
    if text.startswith("%", line_start(text, at)) and "token" not in problem:
        return _directive(text, line_start(text, at))
    for explained in (_unclosed, _misplaced, _misspelt):
        fault = explained(text, problem, at, opened)
        if fault is not None:
            return fault
    sentence = next((said for part, said in _SENTENCES if part in problem), problem)
    return _fault(text, at, sentence)


def _fault(text: str, at: int, message: str, *related: tuple[Span, str]) -> FaultError:
    return FaultError(at, min(at + 1, len(text)), message, *related)


def _forbidden_character(text: str) -> FaultError:
    allowed = "\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
    found = re.search(f"[^{allowed}]", text)
    at = found.start() if found else 0
    code = f"U+{ord(text[at]):04X}"
    return FaultError(at, at + 1, f"the control character {code} is not allowed; remove it")


def _directive(text: str, start: int) -> FaultError:
    end = line_end(text, start)
    try:
        check_directive(text[start:end], start)
    except FaultError as fault:
        return fault
    return FaultError(start, end, "a directive without a document; expected '---' after it")


def _unclosed(text: str, problem: str, at: int, opened: int) -> FaultError | None:
    """Explain quotes and brackets that are not closed, or not where expected."""
    if "unexpected end of stream" in problem:
        quote = text[opened]
        return _fault(
            text, opened, f"a quote opens here and never closes; expected another {quote}"
        )
    for ending, (name, closer) in _CLOSERS.items():
        if ending in problem:
            if at == len(text):
                message = f"a {name} opens here and never closes; expected '{closer}'"
                return _fault(text, opened, message)
            here = (Span(opened, opened + 1), f"the {name} opens here")
            return _fault(text, at, f"'{text[at]}' follows a value; expected {ending}", here)
    return None


def _misplaced(text: str, problem: str, at: int, opened: int) -> FaultError | None:
    """Explain lines that are indented like nothing above, and text after a value."""
    if "could not find expected ':'" in problem:
        end = line_end(text, opened)
        return FaultError(opened, end, "a line is neither key nor value; expected 'key: value'")
    if not any(part in problem for part in ("expected key", "expected '-'", "<block end>")):
        return None
    start = line_start(text, at)
    if text[start:at].strip(" "):
        return _fault(text, at, "text follows a value that is complete; expected a new line")
    column = opened - line_start(text, opened)
    if at - start != column:
        message = "the line's indentation fits no line above; expected that of a line above"
        return _fault(text, at, message)
    here = (Span(opened, opened + 1), "this begins above")
    wanted = "a list item, '- '" if text.startswith("-", opened) else "a key"
    return _fault(
        text, at, f"the line does not go on with what stands above; expected {wanted}", here
    )


def _misspelt(text: str, problem: str, at: int, _: int) -> FaultError | None:
    """Explain characters and escapes that are not allowed where they stand."""
    if "Unicode character escape" in problem:
        return _half_character(text, at)
    if "unknown escape" in problem:
        at = text.rfind("\\", 0, at + 1)
        end = min(at + 2, len(text))
        escape = text[at:end]
        return FaultError(at, end, f"the escape '{escape}' is not known; expected '\\\\' for '\\'")
    if at == len(text):
        return _fault(text, at, "the file ends in the middle of a value; expected the rest")
    if "cannot start any token" in problem or "node content" in problem:
        return _fault(text, at, f"'{text[at]}' begins no value; expected a value, or quotes")
    if "unexpected ':'" in problem:
        return _fault(text, at, "a ':' stands inside a value; expected quotes around the value")
    return None


def _half_character(text: str, at: int) -> FaultError:
    found = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}").match(text, max(at - 2, 0))
    if found is None:
        return _fault(text, at, "an escape names no character; expected the character itself")
    message = f"'{found[0]}' is half of a character; expected the character itself"
    return FaultError(found.start(), found.end(), message)
