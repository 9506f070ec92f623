"""What one inventory adds to a run, as bytes: for a cache, and from a worker process."""

from collections.abc import Sequence
from typing import Any

from policylint.law.citation import Provision
from policylint.lint.finding import BaselineEntry, Finding, Outcome
from policylint.lint.outcome_rows import FIELDS, Rows
from policylint.lint.plain_records import FindRule, MisreadError, plain, read_plain
from policylint.lint.portion import Included, Portion
from policylint.lint.settings import Settings
from policylint.model.record import Record

Packed = tuple[bytes, bytes]
"""The findings, and apart from them the outcomes, which many inventories have in common."""


class _Body(Record):
    path: str
    documents: Sequence[str]
    root: str | None
    included: Sequence[Included]
    lasting: bool
    findings: Sequence[Finding]
    waivers: frozenset[int]
    gone: Sequence[BaselineEntry]
    entries: Sequence[BaselineEntry]


_NAMES = tuple(name for name in _Body.__annotations__ if name != "findings")


class Packer:
    """Turn portions into bytes and back, with what they have in common once in memory."""

    def __init__(self) -> None:
        self._texts: dict[Rows, bytes] = {}
        self._rows: dict[bytes, Rows] = {}
        self._cited: dict[int, tuple[Provision, str]] = {}
        self._provisions: dict[str, Provision] = {}

    def pack(self, portion: Portion) -> Packed:
        """Write a portion; its settings are known to whoever reads it."""
        cited: dict[str, int] = {}
        findings = []
        for finding in portion.findings:
            numbers = [
                cited.setdefault(self._citation(one), len(cited)) for one in finding.citations
            ]
            findings.append({**plain(finding.changed(citations=())), "citations": numbers})
        body = {name: plain(getattr(portion, name)) for name in _NAMES}
        head = _json({**body, "findings": findings, "provisions": list(cited)})
        rows = portion.outcomes
        if rows not in self._texts:
            self._texts[rows] = _json(rows).encode()
        return head.encode(), self._texts[rows]

    def _citation(self, provision: Provision) -> str:
        known = self._cited.get(id(provision))
        if known is None:
            known = self._cited[id(provision)] = (provision, _json(plain(provision)))
        return known[1]

    def unpack(self, packed: Packed, settings: Settings, find: FindRule) -> Portion | None:
        """Read a portion; None where the bytes are not what `pack` writes."""
        import json

        try:
            data = json.loads(packed[0])
            listed = data.pop("provisions", None) if type(data) is dict else None
            if type(listed) is not list:
                return None
            body = _body(data, [self._provision(one) for one in listed], find)
            told = self._told(packed[1])
            return Portion.build({**vars(body), "settings": settings, "outcomes": told})
        except (ValueError, RecursionError):
            return None

    def _provision(self, text: Any) -> Provision:
        if type(text) is not str:
            raise MisreadError
        if text not in self._provisions:
            import json

            self._provisions[text] = _provision(json.loads(text))
        return self._provisions[text]

    def _told(self, text: bytes) -> Rows:
        if text not in self._rows:
            import json

            self._rows[text] = _read_rows(json.loads(text))
        return self._rows[text]


def _json(value: Any) -> str:
    import json  # here as above: without a cache and other processes, nothing is written

    return json.dumps(value, separators=(",", ":"))


def _provision(data: Any) -> Provision:
    found: Provision = read_plain(Provision, data, _no_rule)
    if not all("en" in names for names in (found.instrument.titles, found.instrument.names)):
        raise MisreadError
    return found


def _body(data: Any, provisions: Sequence[Provision], find: FindRule) -> _Body:
    """Read all but the citations, which are numbers of provisions, and put those in."""
    found = data.get("findings") if type(data) is dict else None
    if type(found) is not list or not all(type(one) is dict for one in found):
        raise MisreadError
    cited = [_cited(one.get("citations"), provisions) for one in found]
    for one in found:
        one["citations"] = []
    body: _Body = read_plain(_Body, data, find)
    findings = [
        finding.changed(citations=citations)
        for finding, citations in zip(body.findings, cited, strict=True)
    ]
    return body.changed(findings=findings)


def _cited(numbers: Any, provisions: Sequence[Provision]) -> Sequence[Provision]:
    if type(numbers) is not list:
        raise MisreadError
    if not all(type(one) is int and 0 <= one < len(provisions) for one in numbers):
        raise MisreadError
    return tuple([provisions[number] for number in numbers])


def _read_rows(data: Any) -> Rows:
    if type(data) is not list:
        raise MisreadError
    hints = [Outcome.__annotations__[name] for name in FIELDS]
    rows = []
    for row in data:
        if type(row) is not list or len(row) != len(FIELDS):
            raise MisreadError
        values = (read_plain(hint, one, _no_rule) for hint, one in zip(hints, row, strict=True))
        rows.append(tuple(values))
    return tuple(rows)


def _no_rule(_: str) -> None:
    return None
