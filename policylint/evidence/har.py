"""HTTP archives: of browsers, Playwright, WebPageTest, sitespeed.io, Splash and the like."""

from array import array
from collections.abc import Iterator

from policylint.errors import InputError
from policylint.evidence import foreign
from policylint.evidence.gathering import FileReading
from policylint.evidence.har_entry import Recording
from policylint.evidence.har_phases import Timeline
from policylint.evidence.json_stream import MOST_IN_ONE_VALUE, JsonStream
from policylint.evidence.observation import PhaseKind, Signal
from policylint.evidence.set_lines import take_write
from policylint.model.sentence import sentence

TITLE = "HAR"
SANITIZED = sentence("no Cookie or Set-Cookie header is in it: it tells nothing of cookies")
NO_PAGE = sentence("no page is in it: it tells nothing of cookies")
TOO_LARGE = object()
NO_STORAGE = sentence("it does not tell what was stored besides cookies")


def read(stream: JsonStream, reading: FileReading, given: PhaseKind | None) -> None:
    """Read the object `log`, one entry at a time. Raises InputError."""
    recording = Recording(reading)
    is_archive = False
    for key in stream.members():
        stream.within = "the description of the recording"
        if key != "entries" or stream.peek() != "[":
            told = stream.value()
            if key == "browser" and isinstance(told, dict):
                reading.browser = foreign.program(told.get("name"), told.get("version"))
            continue
        is_archive = True
        stream.within = "entry 1"
        for number, entry in enumerate(stream.items(TOO_LARGE), 2):
            if entry is TOO_LARGE:
                reading.leave_out(f"entry of more than {MOST_IN_ONE_VALUE >> 20} MB")
            else:
                recording.take(entry)
            stream.within = f"entry {number:,}"
    if not is_archive:
        raise InputError(
            f"{reading.path} has no list of entries in its log; expected {stream.what}"
        )
    _conclude(recording, reading, given)


def _conclude(recording: Recording, reading: FileReading, given: PhaseKind | None) -> None:
    """Give each thing that was seen its phase, and say what the recording cannot tell."""
    line = Timeline.told(given, recording.markers)
    if line is None:
        line = Timeline.guessed(_first_choice(recording), recording.first)
    for phase in line.phases(recording.first):
        reading.gathering.add_phase(phase)
    for asked in recording.asked:
        take_write(reading, asked, line.at(asked.at or 0))
    _tell_requests(recording, reading, line)
    reading.captured = recording.last or None
    reading.tells = {"tells_cookies": _tells_cookies(recording, reading), "tells_requests": True}
    reading.limits.append(NO_STORAGE)


def _tell_requests(recording: Recording, reading: FileReading, line: Timeline) -> None:
    for (host, names), times in recording.sent.items():
        phases = line.among(times)
        for name in filter(None, map(foreign.name, names)):
            reading.send(name, host, phases)
    for host, times in recording.hosts.items():
        reading.contact(host, line.among(times), len(times))
    for said, times in recording.said.items():
        for at in _first_of_each(line, times):
            reading.signal(Signal(phase=line.at(at), at=at, **said._asdict()))


def _first_of_each(line: Timeline, times: "array[int]") -> Iterator[int]:
    seen: set[PhaseKind] = set()
    for at in sorted(times):
        if line.at(at) not in seen:
            seen.add(line.at(at))
            yield at


def _first_choice(recording: Recording) -> int | None:
    """Find the first sign of a choice: a consent cookie that is sent, or tags that change."""
    signs = [] if recording.choice is None else [recording.choice]
    modes: dict[str, dict[tuple[str | None, str | None], int]] = {}
    for said, times in recording.said.items():
        if said.gcs or said.gcd:
            firsts = modes.setdefault(said.host, {})
            mode = (said.gcs, said.gcd)
            firsts[mode] = min(*times, firsts.get(mode, times[0]))
    signs += [sorted(firsts.values())[1] for firsts in modes.values() if len(firsts) > 1]
    return min(signs, default=None)


def _tells_cookies(recording: Recording, reading: FileReading) -> bool:
    if recording.has_cookies:
        return True
    if recording.secure_documents:
        reading.limits.append(SANITIZED)
        return False
    if not recording.documents:
        reading.limits.append(NO_PAGE)
        return False
    return True
