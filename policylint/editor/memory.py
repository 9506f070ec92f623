"""What a check of one inventory leaves behind, so that the next one judges only what changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from policylint.catalog.lookup import Catalog
from policylint.editor.entries import OF_ONE_ENTRY
from policylint.law.jurisdictions import pack
from policylint.lint.declaration import Declaration
from policylint.lint.evaluate import Hit, Verdict, evaluate, said, settle
from policylint.lint.finding import Finding
from policylint.lint.schema_faults import read_inventory
from policylint.model.cookie import Cookie
from policylint.model.inventory import Fragment, Inventory
from policylint.model.read import read
from policylint.model.record import Record
from policylint.rule import Context, Limits, NotEvaluated, Problem, Rule
from policylint.source.document import Document
from policylint.source.pointer import Pointer

COOKIES = "cookies"


class Said(NamedTuple):
    """What the rules of one entry said of it, as if it were the first."""

    cookie: Cookie
    hits: Sequence[Hit]
    gaps: Sequence[tuple[str, str]]


class Memory:
    """The records and judgements of one inventory, by the identity of what they were made of."""

    def __init__(self) -> None:
        self._cookies: dict[int, tuple[object, Cookie]] = {}
        self._frame: tuple[dict[str, Any], Inventory] | None = None
        self._fragments: dict[int, Document] = {}
        self._around: tuple[object, ...] = ()
        self._said: dict[str, dict[int, Said]] = {}

    def read_inventory(
        self, declaration: Declaration, most: int | None = None
    ) -> Inventory | list[Finding]:
        """Read the typed inventory as `read_inventory` does."""
        data = declaration.data
        if type(data) is not dict or type(data.get(COOKIES)) is not list:
            return read_inventory(declaration, most)
        frame = self._read_frame(data)
        cookies = list(self._read_cookies(data[COOKIES]))
        whole = len(cookies) == len(data[COOKIES])
        if frame is None or not whole or not all(map(self._fits, declaration.documents[1:])):
            return read_inventory(declaration, most)
        return frame.changed(cookies=tuple(cookies))

    def _read_frame(self, data: dict[str, Any]) -> Inventory | None:
        if self._frame is not None and _is_alike(self._frame[0], data):
            return self._frame[1]
        frame = read(Inventory, {**data, COOKIES: []})
        self._frame = None if frame is None else (data, frame)
        return frame

    def _read_cookies(self, entries: list[Any]) -> Iterator[Cookie]:
        used: dict[int, tuple[object, Cookie]] = {}
        for entry in entries:
            known = self._cookies.get(id(entry))
            cookie = read(Cookie, entry) if known is None else known[1]
            if cookie is None:
                break
            # Entries that are written alike are one datum, and still two entries.
            yield cookie.changed() if id(entry) in used else cookie
            used[id(entry)] = entry, cookie
        else:
            self._cookies = used

    def _fits(self, document: Document) -> bool:
        if self._fragments.get(id(document)) is document:
            return True
        fits = read(Fragment, document.data) is not None
        if fits:
            self._fragments[id(document)] = document
        return fits

    def evaluate(  # noqa: PLR0913 - as the other
        self,
        inventory: Inventory,
        jurisdictions: Sequence[str],
        as_of: date,
        limits: Limits,
        rules: Sequence[Rule],
        *,
        catalog: Catalog | None = None,
    ) -> Verdict:
        """Run rules as `evaluate` does, without telling which of them had nothing to judge."""
        around = tuple(value for name, value in inventory.__dict__.items() if name != COOKIES)
        around = (*around, as_of, limits, catalog, *map(_extent, rules))
        if not _are_alike(around, self._around):
            self._around, self._said = around, {}
        rest = [rule for rule in rules if rule.code not in OF_ONE_ENTRY]
        verdict = evaluate(inventory, (), as_of, limits, rest)
        hits: list[Hit] = []
        gaps: dict[str, Counter[str]] = {rule.code: Counter() for rule in rules}
        for code in jurisdictions:
            facts = pack(code)
            if facts is None:
                continue
            context = Context(inventory, facts, as_of, limits, catalog=catalog)
            here = list(self._of_the_whole(context, rest, gaps))
            here += self._of_entries(context, rules, gaps)
            hits += settle(here)
        return verdict.changed(hits=hits, gaps=gaps, idle={})

    def _of_the_whole(
        self, context: Context, rules: Sequence[Rule], gaps: dict[str, Counter[str]]
    ) -> Iterator[Hit]:
        for rule in rules:
            for found in said(rule, context):
                if isinstance(found, Hit):
                    yield found
                elif isinstance(found, NotEvaluated):
                    gaps[rule.code][found.reason] += 1
                else:
                    break

    def _of_entries(
        self, context: Context, rules: Sequence[Rule], gaps: dict[str, Counter[str]]
    ) -> Iterator[Hit]:
        known = self._said.get(context.jurisdiction, {})
        cookies = context.inventory.cookies
        fresh = {id(one): one for one in cookies if id(one) not in known}
        if fresh:
            part = context.inventory.changed(cookies=tuple(fresh.values()))
            narrow = Context(
                part, context.pack, context.as_of, context.limits, catalog=context.catalog
            )
            known = {**known, **_judged(narrow, [one for one in rules if one.code in OF_ONE_ENTRY])}
        self._said[context.jurisdiction] = {id(one): known[id(one)] for one in cookies}
        for index, cookie in enumerate(cookies):
            own = known[id(cookie)]
            for code, reason in own.gaps:
                gaps[code][reason] += 1
            for hit in own.hits:
                yield _moved(hit, index) if index else hit


def _extent(rule: Rule) -> tuple[object, ...]:
    """Tell where a rule holds, by value: a pinned rule pack makes rules anew."""
    scopes = ((one.jurisdictions, one.severity, one.start, one.end) for one in rule.scopes)
    return (rule.code, *scopes)


def _judged(context: Context, rules: Sequence[Rule]) -> dict[int, Said]:
    hits: list[list[Hit]] = [[] for _ in context.cookies]
    gaps: list[list[tuple[str, str]]] = [[] for _ in context.cookies]
    for rule in rules:
        for found in said(rule, context):
            if isinstance(found, Hit):
                hits[_index(found.problem.at)].append(_moved(found, 0))
            elif isinstance(found, NotEvaluated):
                gaps[_index(found.at)].append((rule.code, found.reason))
            else:
                break
    cookies = context.inventory.cookies
    return {
        id(cookie): Said(cookie, hits[index], gaps[index]) for index, cookie in enumerate(cookies)
    }


def _index(at: Pointer) -> int:
    match at:
        case ("cookies", int(index), *_):
            return index
    raise AssertionError(f"{at} is no place in an entry")


def _moved(hit: Hit, index: int) -> Hit:
    problem: Problem = hit.problem
    related = tuple((_at(at, index), text) for at, text in problem.related)
    return hit.changed(problem=problem.changed(at=_at(problem.at, index), related=related))


def _at(at: Pointer, index: int) -> Pointer:
    return (COOKIES, index, *at[2:]) if at[:1] == (COOKIES,) and len(at) > 1 else at


def _is_alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return list(one) == list(other) and all(
        value is other[key] for key, value in one.items() if key != COOKIES
    )


def _are_alike(one: Sequence[object], other: Sequence[object]) -> bool:
    """Tell whether two sequences hold the same: records are the same only by identity."""
    return len(one) == len(other) and all(
        mine is its or (not isinstance(mine, Record) and mine == its)
        for mine, its in zip(one, other, strict=True)
    )
