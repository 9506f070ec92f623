"""Files of evidence, of any format, read into one set of observations."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from policylint.errors import InputError
from policylint.evidence import (
    blacklight,
    cookie_list,
    cookieblock,
    cookies_txt,
    document_read,
    event_log,
    har,
    storage_state,
    tracker_radar,
    wec,
)
from policylint.evidence.assembly import assembled
from policylint.evidence.gathering import FileReading, Gathering
from policylint.evidence.jar import Captured
from policylint.evidence.json_stream import JsonStream
from policylint.evidence.observation import Evidence, Phase, PhaseKind, PhaseSource
from policylint.evidence.opened import Text, opened
from policylint.evidence.party import Parties

MOST_WHOLE = 1 << 28
"""Characters of a file that is held as a whole: every one but a HAR and what has lines."""
FOLDER_FILE = "evidence.json"
KNOWN = (
    "a HAR, a storage state of Playwright, a cookies.txt, cookies in JSON, what a crawler "
    "(website evidence collector, Blacklight, Tracker Radar, CookieBlock) wrote, or our own format"
)


class _Format(Protocol):
    """A module that reads a whole object of JSON."""

    @property
    def TITLE(self) -> str: ...  # noqa: N802 - as constants are named

    def recognises(self, data: Mapping[str, Any], /) -> bool: ...

    def read(
        self, data: Mapping[str, Any], reading: FileReading, captured: Captured, /
    ) -> None: ...


_OBJECTS: Sequence[_Format] = (
    document_read,
    storage_state,
    blacklight,
    wec,
    tracker_radar,
    cookieblock,
    cookie_list,
)


def read_evidence(
    files: Sequence[tuple[PhaseKind | None, str]],
    *,
    site_hosts: Iterable[str],
    captured_at: int | None,
    vantage: str | None,
) -> Evidence:
    """Read files, each with the phase that it was recorded in, None where nobody said it.

    `site_hosts` are the hosts of the site, by which others are third parties. `captured_at`, in
    milliseconds since 1970-01-01 UTC, holds for files that carry no time of their own. `vantage` is
    the country of the visit. Raises InputError.
    """
    gathering = Gathering(Parties(site_hosts))
    for phase, path in files:
        with opened(_readable(path)) as text:
            _FileReader(gathering, text, phase, captured_at).read()
    return assembled(gathering, vantage or gathering.vantage)


def in_folder(path: str) -> str:
    """Give the file that is read for a path: that of the folder, where it is one."""
    return os.path.join(path, FOLDER_FILE) if os.path.isdir(path) else path


def _readable(path: str) -> str:
    file = in_folder(path)
    if file != path and not os.path.isfile(file):
        raise InputError(f"{path} is a folder without {FOLDER_FILE}; expected {KNOWN}")
    return file


class _FileReader:
    """One file, whose format its content tells."""

    def __init__(
        self, gathering: Gathering, text: Text, phase: PhaseKind | None, captured_at: int | None
    ) -> None:
        self.gathering = gathering
        self.text = text
        self.path = text.path
        self.phase = phase
        self.captured = Captured(captured_at, phase or "unknown")

    def read(self) -> None:
        """Find out the format, and read. Raises InputError."""
        first = self.text.head.lstrip()[:1]
        if first == "{" and event_log.recognises(self.text.head):
            reading = self._begin(event_log.TITLE)
            event_log.read(self.text, reading, self.captured.phase)
            reading.close()
        elif first == "{":
            self._read_object(JsonStream(self.text, KNOWN))
        elif first == "[":
            self._read_list(JsonStream(self.text, KNOWN))
        elif cookies_txt.recognises(self.text.head):
            reading = self._begin(cookies_txt.TITLE)
            cookies_txt.read(self.text, reading, self.captured)
            reading.close()
        else:
            holds = "is no evidence" if first else "is empty"
            raise InputError(f"{self.path} {holds}; expected {KNOWN}")

    def _begin(self, title: str, *, has_phases: bool = False) -> FileReading:
        """Begin a file; one without phases of its own is of one phase as a whole."""
        if not has_phases:
            known_by: PhaseSource = "unknown" if self.phase is None else "file"
            self.gathering.add_phase(Phase(kind=self.captured.phase, known_by=known_by))
        reading = FileReading(self.gathering, self.path, title)
        reading.captured = None if has_phases else self.captured.at
        if title != document_read.TITLE:
            reading.count_visit(self.captured.phase)
        return reading

    def _read_object(self, stream: JsonStream) -> None:
        data: dict[str, Any] = {}
        reading: FileReading | None = None
        for key in stream.members():
            if key == "log" and stream.peek() == "{":
                reading = reading or self._begin(har.TITLE, has_phases=True)
                har.read(stream, reading, self.phase)
            else:
                value = stream.value()
                if reading is None:
                    data[key] = value
                    self._bound(stream.passed)
        if reading is None:
            reading = self._read_whole(data)
        stream.end()
        reading.close()

    def _bound(self, held: int) -> None:
        """Refuse what is held as a whole and grows too large. Raises InputError."""
        if held > MOST_WHOLE:
            raise InputError(
                f"{self.path} is no HAR, and of more than {MOST_WHOLE >> 20} MB; "
                f"expected {KNOWN} of fewer sites"
            )

    def _read_whole(self, data: Mapping[str, Any]) -> FileReading:
        for one in _OBJECTS:
            if one.recognises(data):
                reading = self._begin(one.TITLE, has_phases=one is document_read)
                one.read(data, reading, self.captured)
                return reading
        raise InputError(f"{self.path} is JSON, but no evidence; expected {KNOWN}")

    def _read_list(self, stream: JsonStream) -> None:
        reading = self._begin(cookie_list.TITLE)
        cookie_list.read_items(stream.items(), reading, self.captured, KNOWN)
        stream.end()
        reading.close()
