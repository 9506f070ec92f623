"""The baseline: findings that were there before, matched by what they say, not by their line."""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from policylint.lint.finding import BaselineEntry, Finding
from policylint.lint.paths import relative as counted
from policylint.lint.paths import slashed
from policylint.model.record import Record
from policylint.source.document import Document

_QUOTED = r"'([^']*)'"
_INDEX = r"/\d+(?=/|$)"

Identity = tuple[str, str, str | None, str | None, str]


class Baseline(Record):
    """The entries of a baseline file by the path of the inventory, and when it was written."""

    path: str
    pack: str
    as_of: date
    entries: Mapping[str, Sequence[BaselineEntry]]

    @property
    def folder(self) -> str:
        """Give the folder from which the paths of its entries count."""
        return os.path.dirname(os.path.abspath(self.path))


class Compared(Record):
    """What a baseline made of some findings, and the entries that match none.

    Those have the path of the file as reports show it.
    """

    findings: Sequence[Finding]
    gone: Sequence[BaselineEntry]


def compare(
    findings: Iterable[Finding],
    documents: Iterable[Document],
    baseline: Baseline,
    judged: Callable[[str], bool],
) -> Compared:
    """Mark the open findings that a baseline knows, no graver and nowhere else than then.

    An entry counts as gone only where its rule was `judged`.
    """
    by_path = {document.path: document for document in documents}
    paths = {path: relative(path, baseline.folder) for path in by_path}
    left: dict[Identity, list[_Left]] = {}
    for path, listed in paths.items():
        for entry in baseline.entries.get(listed, ()):
            key = (listed, entry.code, entry.cookie, entry.pointer, entry.content)
            left.setdefault(key, []).append(_Left(entry, path))
    marked = []
    for finding in findings:
        known = left.get(identity(finding, by_path, paths), ())
        match = next((one for one in known if one.allows(finding)), None)
        if match is not None:
            match.count -= 1
            finding = finding.changed(status="baselined")  # noqa: PLW2901
        marked.append(finding)
    gone = [
        one.entry.changed(path=one.path, count=one.count)
        for entries in left.values()
        for one in entries
        if one.count and judged(one.entry.code)
    ]
    return Compared(findings=marked, gone=gone)


class _Left:
    """An entry, and how many of it no finding has matched yet."""

    def __init__(self, entry: BaselineEntry, path: str) -> None:
        self.entry = entry
        self.path = path
        self.count = entry.count

    def allows(self, finding: Finding) -> bool:
        return (
            self.count > 0
            and finding.status == "open"
            and finding.severity <= self.entry.severity
            and set(finding.jurisdictions) <= set(self.entry.jurisdictions)
        )


def relative(path: str, folder: str) -> str:
    """Write a path as it counts from the folder of a baseline."""
    return counted(path, folder) or slashed(os.path.abspath(path))


def identity(
    finding: Finding, documents: Mapping[str, Document], paths: Mapping[str, str]
) -> Identity:
    """Say what a finding is about; `paths` tells how the baseline names each file."""
    from hashlib import sha256

    place = finding.place
    content = finding.message
    pointer = None
    if place.pointer is not None:
        pointer = re.sub(_INDEX, "/*", place.pointer)
        document = documents.get(place.path)
        # What the message quotes are the user's words: they tell where the value is a list.
        quoted = re.findall(_QUOTED, finding.message)
        content = "\0".join([_scalar(document.data if document else None, place.pointer), *quoted])

    digest = sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    path = paths.get(place.path, place.path)
    return (path, finding.rule.code, finding.cookie, pointer, digest)


def _scalar(data: Any, pointer: str) -> str:
    """Write the scalar at a pointer; a container counts as none, however it is edited."""
    for part in pointer.split("/")[1:]:
        step = part.replace("~1", "/").replace("~0", "~")
        if type(data) is dict:
            data = data.get(step)
        elif type(data) is list and step.isdecimal() and int(step) < len(data):
            data = data[int(step)]
        else:
            return ""
    return "" if type(data) in {dict, list} else repr(data)
