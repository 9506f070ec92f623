"""The file of a baseline: read with care, and written so that a diff shows what changed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from policylint.errors import UsageError
from policylint.law import LAW_AS_OF, RULE_PACK
from policylint.lint.baseline import Baseline, Identity, identity, relative
from policylint.lint.builtin import BLOCKING, WAIVER_EXPIRED, WAIVER_UNUSED
from policylint.lint.files import read_bytes
from policylint.lint.finding import BaselineEntry, Finding
from policylint.rule import Severity
from policylint.source.document import Document

VERSION = 1
MOST_BYTES = 64 << 20
MOST_ALIKE = 1_000_000_000
# These are mended, never taken for granted: with them nothing else was checked.
NEVER = BLOCKING | {WAIVER_EXPIRED.code, WAIVER_UNUSED.code}
_SEVERITIES = {severity.label: severity for severity in Severity}


@cache
def read_baseline(path: str) -> Baseline:
    """Read a baseline file. Raises InputError, or UsageError for what is no baseline."""
    import json

    content = read_bytes(path, MOST_BYTES, "a baseline")
    if len(content) > MOST_BYTES:
        raise _wrong(path, "it is over 64 MiB")
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        raise _wrong(path, "it is not JSON") from None
    if type(data) is not dict or data.get("version") != VERSION:
        raise _wrong(path, f"it is not of version {VERSION}")
    rules, day, found = data.get("rules"), data.get("as_of"), data.get("findings")
    if type(rules) is not dict or type(rules.get("pack")) is not str or type(found) is not list:
        raise _wrong(path, "it lacks 'rules' or 'findings'")
    entries: dict[str, list[BaselineEntry]] = {}
    for number, value in enumerate(found):
        entry = _entry(value)
        if entry is None:
            raise _wrong(path, f"entry {number} of 'findings' is not as it was written")
        entries.setdefault(entry.path, []).append(entry)
    try:
        as_of = date.fromisoformat(str(day))
    except (TypeError, ValueError):
        raise _wrong(path, "'as_of' is no day") from None
    return Baseline(path=path, pack=rules["pack"], as_of=as_of, entries=entries)


def _wrong(path: str, what: str) -> UsageError:
    return UsageError(
        f"{path} is no baseline: {what}", "'policylint check --write-baseline FILE' writes one"
    )


def _entry(value: Any) -> BaselineEntry | None:
    if type(value) is not dict or set(value) != set(_KINDS):
        return None
    if not all(type(value[key]) in kinds for key, kinds in _KINDS.items()):
        return None
    if (
        not all(type(code) is str for code in value["jurisdictions"])
        or not 1 <= value["count"] <= MOST_ALIKE
    ):
        return None
    severity = _SEVERITIES.get(value["severity"])
    return None if severity is None else BaselineEntry.build({**value, "severity": severity})


_KINDS: Mapping[str, tuple[type, ...]] = {
    "path": (str,),
    "code": (str,),
    "cookie": (str, type(None)),
    "pointer": (str, type(None)),
    "severity": (str,),
    "jurisdictions": (list,),
    "content": (str,),
    "count": (int,),
}


def entries_of(
    findings: Iterable[Finding], documents: Mapping[str, Document], folder: str
) -> list[BaselineEntry]:
    """Turn the open findings of a file into entries that count from the folder of a baseline."""
    paths = {path: relative(path, folder) for path in documents}
    counts: Counter[tuple[Identity, Severity, tuple[str, ...]]] = Counter(
        (identity(one, documents, paths), one.severity, tuple(one.jurisdictions))
        for one in findings
        if one.status == "open" and one.rule.code not in NEVER
    )
    return [
        BaselineEntry(
            path=known[0],
            code=known[1],
            severity=severity,
            jurisdictions=jurisdictions,
            cookie=known[2],
            pointer=known[3],
            content=known[4],
            count=count,
        )
        for (known, severity, jurisdictions), count in counts.items()
    ]


def baseline_text(entries: Sequence[BaselineEntry], as_of: date) -> str:
    """Write a baseline file: one sorted entry a line, so that a diff shows what came and went."""
    import json

    lines = sorted(json.dumps(_plain(one)) for one in entries)
    listed = "[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"
    return (
        "{\n"
        f'  "version": {VERSION},\n'
        f'  "rules": {{"pack": "{RULE_PACK}", "law_as_of": "{LAW_AS_OF}"}},\n'
        f'  "as_of": "{as_of.isoformat()}",\n'
        f'  "findings": {listed}\n'
        "}\n"
    )


def _plain(entry: BaselineEntry) -> dict[str, Any]:
    return {
        "path": entry.path,
        "code": entry.code,
        "cookie": entry.cookie,
        "pointer": entry.pointer,
        "severity": entry.severity.label,
        "jurisdictions": list(entry.jurisdictions),
        "content": entry.content,
        "count": entry.count,
    }
