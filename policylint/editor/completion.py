"""What can be written at the cursor: fields that are not there yet, words, vendors."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lsprotocol import types

from policylint.editor.cursor import Cursor, find_cursor
from policylint.editor.flow import Step
from policylint.editor.positions import Position, offset_at, position_at
from policylint.editor.session import Session
from policylint.editor.shape import Word, fields, required, takes_lines, words
from policylint.i18n.catalogue import catalogue
from policylint.law.jurisdictions import EEA_COUNTRIES, PACKS, pack
from policylint.report.clean import visible

_VENDORS = {
    ("cookies", None, "vendor"),
    ("cookies", None, "recipients", None),
    ("cookies", None, "measurement", "shared_with", None),
    ("consent", "platform"),
}
_SIMPLE = re.compile(r"[A-Za-z][A-Za-z0-9_./ -]*")
_KEY_FOLLOWS = re.compile(r"[A-Za-z0-9_-]*[\"']?[ \t]*:")


class Choice(NamedTuple):
    """One proposal: what is listed, what is written, and what it means."""

    label: str
    written: str
    kind: types.CompletionItemKind
    meaning: str = ""
    detail: str = ""


def completions(session: Session, uri: str, position: Position) -> Iterator[types.CompletionItem]:
    """Propose what can be written at a position of a text that belongs to an inventory."""
    text = session.texts.get(uri)
    if text is None or not any(session.concerned(uri)):
        return
    offset = offset_at(text.text, position, session.encoding)
    cursor = find_cursor(text.text, offset)
    if cursor is None or cursor.word > offset:
        return
    start = position_at(text.text, cursor.word, session.encoding)
    where = types.Range(
        start=types.Position(*start), end=types.Position(position.line, position.character)
    )
    is_json = text.name.endswith(".json")
    choices = _choices(session, uri, cursor, text.text[offset : offset + 200], is_json=is_json)
    for number, choice in enumerate(choices):
        yield types.CompletionItem(
            label=choice.label,
            kind=choice.kind,
            detail=choice.detail or None,
            documentation=types.MarkupContent(types.MarkupKind.Markdown, choice.meaning)
            if choice.meaning
            else None,
            sort_text=f"{number:04}",
            filter_text=choice.written,
            text_edit=types.TextEdit(range=where, new_text=choice.written),
        )


def _choices(
    session: Session, uri: str, cursor: Cursor, after: str, *, is_json: bool
) -> Iterator[Choice]:
    bare = is_json and not cursor.quoted
    if not cursor.is_value or (cursor.path and cursor.path[-1] is None):
        yield from _fields(cursor, after, bare=bare)
    for word in _words(session, uri, cursor.path):
        literal = word.text in {"true", "false", "1"}
        written = f'"{word.text}"' if bare and not literal else word.text
        yield Choice(word.text, written, types.CompletionItemKind.EnumMember, word.meaning)


def _fields(cursor: Cursor, after: str, *, bare: bool) -> Iterator[Choice]:
    needed = required(cursor.path)
    followed = _KEY_FOLLOWS.match(after) is not None
    for name, form in fields(cursor.path).items():
        if name in cursor.keys:
            continue
        key = f'"{name}"' if bare else name
        end = "" if followed or cursor.quoted else (":" if takes_lines(form) and not bare else ": ")
        yield Choice(
            name,
            f"{key}{end}",
            types.CompletionItemKind.Property,
            form.get("description", ""),
            "required" if name in needed else "",
        )


def _words(session: Session, uri: str, path: Sequence[Step]) -> Iterator[Word]:
    if tuple(path) in _VENDORS:
        yield from _vendors(session, uri)
    elif path and path[-1] is None and path[-2:-1] == ("jurisdictions",):
        yield from _jurisdictions()
    elif path and path[-1] == "country":
        phrases = catalogue("en")
        for word in words(path):
            key = f"countries.{word.text}"
            yield Word(word.text, phrases.text(key) if phrases.knows(key) else "")
    else:
        yield from words(path)


def _vendors(session: Session, uri: str) -> Iterator[Word]:
    for concerned in session.concerned(uri):
        for key, name in session.roots[concerned].vendors.items():
            if _SIMPLE.fullmatch(key):
                yield Word(key, visible(name).replace("`", "'"))


def _jurisdictions() -> Iterator[Word]:
    for code in (*PACKS, *sorted(EEA_COUNTRIES - set(PACKS))):
        facts = pack(code)
        if facts is not None:
            own = "the EU baseline" if facts.baseline else facts.cookie_law.cite("en")
            yield Word(code, f"Judged by {own}.")
